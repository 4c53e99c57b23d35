package gleaner.publishing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;

/// A feed as RSS 2.0 (rssboard.org's specification), whole texts in `content:encoded`.
final class RssFeed {

    private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private RssFeed() {}

    static String of(Feed feed) {
        return Xml.of(xml ->
                xml.element(
                        "rss",
                        rss -> rss.element("channel", channel -> channel(feed, channel)),
                        "version",
                        "2.0",
                        "xmlns:content",
                        CONTENT,
                        "xmlns:atom",
                        ATOM));
    }

    private static void channel(Feed feed, Xml xml) throws XMLStreamException {
        xml.text("title", feed.title());
        // A channel must have one; where there is no site, its name is all there is.
        xml.text("link", feed.home().orElse(feed.id()));
        xml.text("description", feed.title());
        xml.text("language", feed.language());
        if (feed.self().isPresent()) {
            xml.empty(
                    "atom:link",
                    "href",
                    feed.self().get(),
                    "rel",
                    "self",
                    "type",
                    "application/rss+xml");
        }
        if (!feed.entries().isEmpty()) {
            xml.text("lastBuildDate", date(feed.updated()));
        }
        for (var entry : feed.entries()) {
            xml.element("item", item -> item(entry, item));
        }
    }

    private static void item(Entry entry, Xml xml) throws XMLStreamException {
        xml.text("title", entry.title());
        if (entry.link().isPresent()) {
            xml.text("link", entry.link().get());
        }
        xml.text("guid", entry.id(), "isPermaLink", "false");
        xml.text("pubDate", date(entry.published()));
        for (var tag : entry.tags()) {
            xml.text("category", tag);
        }
        xml.text("description", Xml.escaped(entry.summary()));
        xml.text("content:encoded", entry.html());
    }

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
