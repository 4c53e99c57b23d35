package gleaner.store;

import gleaner.news.Page;
import gleaner.news.PageKind;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What a page says of itself, as JSON; records of before a field was there read as if it were
/// absent.
final class PageCodec {

    private PageCodec() {}

    static String write(Page page) {
        var node = Json.object();
        Json.put(node, "title", page.title());
        Json.putAll(node, "authors", page.authors());
        Json.put(node, "publisher", page.publisher());
        Json.put(node, "date", page.date().map(LocalDate::toString));
        Json.put(node, "summary", page.summary());
        Json.put(node, "language", page.language());
        Json.put(node, "image", page.image());
        Json.put(node, "canonical", page.canonical());
        Json.put(node, "pointsTo", page.pointsTo());
        Json.put(node, "kind", page.kind().map(PageKind::word));
        page.minutes().ifPresent(minutes -> node.put("minutes", minutes));
        if (!page.sources().isEmpty()) {
            var sources = node.putObject("sources");
            new TreeMap<>(page.sources()).forEach(sources::put);
        }
        return node.toString();
    }

    static Page read(String json) {
        JsonNode node = Json.read(json);
        return new Page(
                Json.text(node, "title"),
                Json.texts(node, "authors"),
                Json.text(node, "publisher"),
                Json.text(node, "date").map(LocalDate::parse),
                Json.text(node, "summary"),
                Json.text(node, "language"),
                Json.text(node, "image"),
                Json.text(node, "canonical"),
                Json.text(node, "pointsTo"),
                Json.text(node, "kind").flatMap(PageKind::parse),
                Json.text(node, "minutes").map(Integer::valueOf),
                sources(node.path("sources")));
    }

    private static Map<String, String> sources(JsonNode node) {
        return node.propertyStream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().asString()));
    }
}
