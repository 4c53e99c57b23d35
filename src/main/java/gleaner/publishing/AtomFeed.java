package gleaner.publishing;

import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;

/// A feed as Atom (RFC 4287).
final class AtomFeed {

    private AtomFeed() {}

    static String of(Feed feed) {
        return Xml.of(xml ->
                xml.element(
                        "feed",
                        inner -> feed(feed, inner),
                        "xmlns",
                        "http://www.w3.org/2005/Atom",
                        "xml:lang",
                        feed.language()));
    }

    private static void feed(Feed feed, Xml xml) throws XMLStreamException {
        xml.text("id", feed.id());
        xml.text("title", feed.title());
        xml.text("updated", feed.updated().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.element("author", author -> author.text("name", feed.author()));
        if (feed.home().isPresent()) {
            xml.empty("link", "rel", "alternate", "href", feed.home().get());
        }
        if (feed.self().isPresent()) {
            xml.empty("link", "rel", "self", "href", feed.self().get());
        }
        for (var entry : feed.entries()) {
            xml.element("entry", inner -> entry(entry, inner));
        }
    }

    private static void entry(Entry entry, Xml xml) throws XMLStreamException {
        var time = entry.published().truncatedTo(ChronoUnit.SECONDS).toString();
        xml.text("id", entry.id());
        xml.text("title", entry.title());
        if (entry.link().isPresent()) {
            xml.empty("link", "rel", "alternate", "href", entry.link().get());
        }
        xml.text("published", time);
        xml.text("updated", time);
        for (var tag : entry.tags()) {
            xml.empty("category", "term", tag);
        }
        xml.text("summary", entry.summary());
        xml.text("content", entry.html(), "type", "html");
    }
}
