package gleaner.capture;

import java.util.function.UnaryOperator;

/// Copies in the Wayback Machine: a page of their own, told apart by their time, but of one page
/// however it was written.
final class Archives {

    private static final String BEGIN = "/web/";

    private Archives() {}

    /// The key of `/web/20160330101229/http://…`, or an empty text for another page of the archive.
    static String key(UrlParts parts, UnaryOperator<String> inner) {
        String path = parts.path();
        int slash = path.indexOf('/', BEGIN.length());
        if (!path.startsWith(BEGIN) || slash < 0) {
            return "";
        }
        int end = BEGIN.length();
        while (end < slash && Ascii.isDigit(path.charAt(end))) {
            end++;
        }
        String rest = path.substring(slash + 1);
        if (end == BEGIN.length() || (!rest.startsWith("http") && rest.indexOf('.') < 0)) {
            return "";
        }
        String url =
                (rest.startsWith("http:") || rest.startsWith("https:") ? rest : "http://" + rest)
                        + (parts.query().isEmpty() ? "" : "?" + parts.query())
                        + (parts.fragment().isEmpty() ? "" : "#" + parts.fragment());
        String key = inner.apply(url);
        return key.startsWith(":")
                ? ""
                : "web.archive.org/web/" + path.substring(BEGIN.length(), end) + "/" + key;
    }
}
