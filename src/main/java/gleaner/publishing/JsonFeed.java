package gleaner.publishing;

import java.time.temporal.ChronoUnit;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A feed as JSON Feed 1.1 (jsonfeed.org).
final class JsonFeed {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonFeed() {}

    static String of(Feed feed) {
        var root =
                JSON.createObjectNode()
                        .put("version", "https://jsonfeed.org/version/1.1")
                        .put("title", Xml.clean(feed.title()));
        feed.home().ifPresent(url -> root.put("home_page_url", url));
        feed.self().ifPresent(url -> root.put("feed_url", url));
        root.put("language", feed.language());
        root.putArray("authors").addObject().put("name", Xml.clean(feed.author()));
        var items = root.putArray("items");
        feed.entries().forEach(entry -> item(entry, items.addObject()));
        var indent = new DefaultIndenter("  ", "\n");
        var printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return JSON.writer().with(printer).writeValueAsString(root) + "\n";
    }

    private static void item(Entry entry, ObjectNode to) {
        to.put("id", entry.id());
        entry.link().ifPresent(url -> to.put("url", url));
        to.put("title", Xml.clean(entry.title()))
                .put("summary", Xml.clean(entry.summary()))
                .put("content_html", Xml.clean(entry.html()))
                .put(
                        "date_published",
                        entry.published().truncatedTo(ChronoUnit.SECONDS).toString());
        if (!entry.tags().isEmpty()) {
            var tags = to.putArray("tags");
            entry.tags().forEach(tag -> tags.add(Xml.clean(tag)));
        }
    }
}
