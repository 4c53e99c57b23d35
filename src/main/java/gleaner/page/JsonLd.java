package gleaner.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What a page says of itself in JSON-LD: its things, those in `@graph` too, with ids resolved.
///
/// Words of schema.org; a thing's type is compared in lower case. Things inside lists of other
/// pages (`itemListElement`, `comment` and so on) are not the page's and are left out.
final class JsonLd {

    private static final int MOST = 2000;

    private static final Set<String> INTO =
            Set.of("@graph", "mainentity", "mainentityofpage", "subjectof");

    private final List<JsonNode> things = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private int seen;

    static JsonLd of(List<String> scripts) {
        var all = new JsonLd();
        for (var script : scripts) {
            for (var root : LenientJson.read(script)) {
                all.gather(root, 0);
                all.remember(root, 0);
            }
        }
        return all;
    }

    private void gather(JsonNode node, int depth) {
        if (depth > 8 || seen++ > MOST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(child -> gather(child, depth + 1));
        } else if (node.isObject()) {
            things.add(node);
            node.properties()
                    .forEach(field -> {
                        if (INTO.contains(field.getKey().toLowerCase(Locale.ROOT))) {
                            gather(field.getValue(), depth + 1);
                        }
                    });
        }
    }

    private void remember(JsonNode node, int depth) {
        if (depth > 8 || byId.size() > MOST) {
            return;
        }
        if (node.isObject() && node.path("@id").isString() && node.size() > 1) {
            byId.merge(node.path("@id").asString(), node, (a, b) -> a.size() >= b.size() ? a : b);
        }
        if (node.isContainer()) {
            node.forEach(child -> remember(child, depth + 1));
        }
    }

    /// The things of a type, in the page's order.
    List<JsonNode> ofType(Set<String> types) {
        return things.stream().filter(thing -> isA(thing, types)).toList();
    }

    static boolean isA(JsonNode thing, Set<String> types) {
        return types(thing).stream().anyMatch(types::contains);
    }

    /// A thing's types in lower case, without a leading address.
    static Set<String> types(JsonNode thing) {
        var types = new HashSet<String>();
        var type = thing.path("@type");
        if (type.isArray()) {
            type.forEach(each -> types.add(bare(each)));
        } else {
            types.add(bare(type));
        }
        return types;
    }

    private static String bare(JsonNode type) {
        var text = type.isString() ? type.asString().strip().toLowerCase(Locale.ROOT) : "";
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
    }

    /// A field's values, with ids replaced by the things they name.
    List<JsonNode> values(JsonNode thing, String field) {
        var value = thing.path(field);
        var values = new ArrayList<JsonNode>();
        if (value.isArray()) {
            value.forEach(each -> values.add(resolved(each)));
        } else if (!value.isMissingNode() && !value.isNull()) {
            values.add(resolved(value));
        }
        return values;
    }

    private JsonNode resolved(JsonNode node) {
        var id = node.path("@id");
        return node.isObject() && id.isString() && node.path("name").isMissingNode()
                ? byId.getOrDefault(id.asString(), node)
                : node;
    }

    /// A field's first text; that of a thing is its name.
    Optional<String> text(JsonNode thing, String field) {
        return values(thing, field).stream().flatMap(value -> text(value).stream()).findFirst();
    }

    static Optional<String> text(JsonNode value) {
        if (value.isString()) {
            return Optional.of(value.asString()).filter(text -> !text.isBlank());
        }
        for (var field : List.of("@value", "name", "url")) {
            var inner = value.isObject() ? value.path(field) : MissingNode.getInstance();
            if (inner.isArray() && !inner.isEmpty()) {
                inner = inner.get(0);
            }
            if (inner.isString() && !inner.asString().isBlank()) {
                return Optional.of(inner.asString());
            }
        }
        return Optional.empty();
    }
}
