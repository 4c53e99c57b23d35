package gleaner.command;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Replies for scripts, as trees: every documented name is always there, null where there is
/// nothing.
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode texts(Collection<?> values) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    static void put(ObjectNode node, String name, Optional<?> value) {
        value.ifPresentOrElse(
                found -> {
                    switch (found) {
                        case Integer number -> node.put(name, number);
                        case Instant time -> node.put(name, time.toString());
                        default -> node.put(name, found.toString());
                    }
                },
                () -> node.putNull(name));
    }

    /// @throws tools.jackson.core.JacksonException where it is no JSON
    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }
}
