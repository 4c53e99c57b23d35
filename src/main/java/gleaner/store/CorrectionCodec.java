package gleaner.store;

import gleaner.news.Byline;
import gleaner.news.Correction;
import gleaner.news.Link;
import gleaner.news.LinkId;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Editors' bylines by the host of their pages, as JSON; they come and go with the byline itself,
/// within the same act.
final class CorrectionCodec {

    private CorrectionCodec() {}

    /// The host under which corrections of a page are kept; empty where the URL is none.
    static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .map(host -> host.startsWith("www.") ? host.substring(4) : host);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// The page's own URL, as links are often shared by a shorter one.
    static String url(Link link) {
        return link.page().canonical().orElse(link.url());
    }

    static String write(Link link, Byline byline, Optional<Instant> at) {
        var node = Json.object();
        node.put("url", url(link));
        Json.put(node, "author", byline.author());
        Json.put(node, "publisher", byline.publisher());
        Json.putAll(node, "authors", link.page().authors());
        Json.put(node, "of", link.page().publisher());
        Json.putTime(node, "at", at);
        return node.toString();
    }

    static Correction read(String id, String json) {
        var node = Json.read(json);
        return new Correction(
                new LinkId(id),
                Json.need(node, "url"),
                new Byline(Json.text(node, "author"), Json.text(node, "publisher")),
                Json.texts(node, "authors"),
                Json.text(node, "of"),
                Json.time(node, "at").orElse(Instant.EPOCH));
    }
}
