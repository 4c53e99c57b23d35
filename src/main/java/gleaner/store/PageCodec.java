package gleaner.store;

import gleaner.news.Page;
import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/// What a page says of itself, as JSON.
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
                Json.text(node, "image"));
    }
}
