package gleaner.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One thing of a page's JSON-LD, with what it refers to at hand.
record JsonThing(JsonLd things, JsonNode node) {

    Optional<String> text(String field) {
        return things.text(node, field).filter(text -> !text.startsWith("http"));
    }

    List<JsonNode> values(String field) {
        return things.values(node, field);
    }

    boolean is(Set<String> types) {
        return JsonLd.isA(node, types);
    }

    boolean isWeak() {
        return is(Set.of("webpage", "itempage", "creativework", "blog"));
    }
}
