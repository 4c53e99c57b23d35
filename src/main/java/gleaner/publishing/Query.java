package gleaner.publishing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Parts of a request's path.
final class Query {

    private Query() {}

    /// The text as one segment or value; every reserved character is escaped.
    static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
