package gleaner.page;

import gleaner.news.Page;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Pages of a few lines for the tests.
final class Html {

    static final String URL = "https://www.lanternpost.example/2026/harbour-bells";

    private static final PageReader READER = PageReader.builtIn();

    private Html() {}

    static Page read(String html) {
        return read(html, URL);
    }

    static Page read(String html, String url) {
        return READER.read(html.getBytes(StandardCharsets.UTF_8), Optional.empty(), url);
    }

    /// An article with a headline and whatever stands around it.
    static Page article(String head, String body) {
        return read(
                "<html><head><title>Harbour bells ring again | Lantern Post</title>%s</head><body>%s</body></html>"
                        .formatted(head, body));
    }

    /// The same with a heading before the body's words.
    static Page under(String body) {
        return article("", "<h1>Harbour bells ring again</h1>" + body);
    }

    /// An article whose JSON-LD is this.
    static Page json(String json) {
        return article(
                "<script type=\"application/ld+json\">" + json + "</script>",
                "<h1>Harbour bells ring again</h1>");
    }
}
