package gleaner.store;

import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The common part of how records are written to Redis: JSON trees with short names, absent fields
/// left out.
final class Json {

    static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "Redis holds a record that Gleaner did not write: " + e.getOriginalMessage(),
                    e);
        }
    }

    static Optional<String> text(JsonNode node, String field) {
        var value = node.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }

    static String need(JsonNode node, String field) {
        return text(node, field)
                .orElseThrow(() ->
                        new IllegalStateException("Redis holds a record without '" + field + "'."));
    }

    static Optional<Instant> time(JsonNode node, String field) {
        var value = node.get(field);
        return value == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value.asLong()));
    }

    static void put(ObjectNode node, String field, Optional<String> value) {
        value.ifPresent(text -> node.put(field, text));
    }

    static void putTime(ObjectNode node, String field, Optional<Instant> value) {
        value.ifPresent(time -> node.put(field, time.toEpochMilli()));
    }

    static void putAll(ObjectNode node, String field, List<String> values) {
        if (!values.isEmpty()) {
            var array = node.putArray(field);
            values.forEach(array::add);
        }
    }

    static List<String> texts(JsonNode node, String field) {
        return list(node, field, JsonNode::asString);
    }

    static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> each) {
        var value = node.get(field);
        return value == null
                ? List.of()
                : StreamSupport.stream(value.spliterator(), false).map(each).toList();
    }

    static <T> List<T> all(JsonNode array, Function<JsonNode, T> each) {
        return StreamSupport.stream(array.spliterator(), false).map(each).toList();
    }

    static void putTags(ObjectNode node, String field, List<Tag> tags) {
        putAll(node, field, tags.stream().map(Tag::shown).toList());
    }

    static List<Tag> tags(JsonNode node, String field) {
        return list(node, field, value -> Tag.of(value.asString()));
    }

    static void putPerson(ObjectNode node, Person person) {
        node.put("by", person.id().value());
        if (!person.name().equals(person.id().name())) {
            node.put("name", person.name());
        }
    }

    static Person person(JsonNode node) {
        return new Person(new PersonId(need(node, "by")), text(node, "name").orElse(""));
    }
}
