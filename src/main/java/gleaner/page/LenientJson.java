package gleaner.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as pages have it: with comments, trailing commas, line breaks in strings, cut off in the
/// middle.
///
/// What was read before a fault is kept.
final class LenientJson {

    private static final int LONGEST = 2_000_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                    .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                    .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    .build();

    private LenientJson() {}

    /// The values in a script, one after the other.
    static List<JsonNode> read(String script) {
        var roots = new ArrayList<JsonNode>();
        var text = bare(script);
        if (text.isEmpty() || text.length() > LONGEST) {
            return roots;
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            build(parser, roots);
        } catch (JacksonException e) {
            // The rest cannot be read; the roots hold what came before.
            return roots;
        }
        return roots;
    }

    /// The script without what wraps it for old browsers.
    private static String bare(String script) {
        int start = script.indexOf("<![CDATA[");
        start = start < 0 || start > 200 ? 0 : start + "<![CDATA[".length();
        while (start < script.length() && "{[".indexOf(script.charAt(start)) < 0) {
            start++;
        }
        return script.substring(start);
    }

    private static void build(JsonParser parser, List<JsonNode> roots) {
        Deque<JsonNode> open = new ArrayDeque<>();
        var name = "";
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.PROPERTY_NAME) {
                name = parser.currentName();
            } else if (token.isStructEnd()) {
                open.poll();
            } else {
                JsonNode node = value(token, parser);
                if (open.isEmpty()) {
                    roots.add(node);
                } else if (open.peek() instanceof ObjectNode object) {
                    if (!object.has(name)) {
                        object.set(name, node);
                    }
                } else if (open.peek() instanceof ArrayNode array) {
                    array.add(node);
                }
                if (token.isStructStart()) {
                    open.push(node);
                }
            }
        }
    }

    private static JsonNode value(JsonToken token, JsonParser parser) {
        var nodes = JsonNodeFactory.instance;
        if (token == JsonToken.START_OBJECT) {
            return nodes.objectNode();
        }
        if (token == JsonToken.START_ARRAY) {
            return nodes.arrayNode();
        }
        return token == JsonToken.VALUE_NULL
                ? nodes.nullNode()
                : nodes.stringNode(parser.getString());
    }
}
