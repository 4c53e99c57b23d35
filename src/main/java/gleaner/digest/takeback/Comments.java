package gleaner.digest.takeback;

import java.util.function.Consumer;

/// What an editor wrote for editors only: `<!-- … -->`. No reader may see it, so it never becomes
/// words.
final class Comments {

    private static final String OPEN = "<!--";
    private static final String CLOSE = "-->";

    private Comments() {}

    /// The Markdown without comments; in code and behind a backslash there are none.
    ///
    /// @param found is told each comment
    static String without(String markdown, Consumer<String> found) {
        if (!markdown.contains(OPEN)) {
            return markdown;
        }
        var left = new StringBuilder();
        int at = 0;
        int last = markdown.lastIndexOf(CLOSE);
        while (at < markdown.length()) {
            int to = at + 1;
            if (markdown.charAt(at) == '\\') {
                to = Math.min(at + 2, markdown.length());
            } else if (markdown.charAt(at) == '`') {
                to = codeEnd(markdown, at);
            } else if (markdown.startsWith(OPEN, at) && at < last) {
                int end = markdown.indexOf(CLOSE, at + 2) + CLOSE.length();
                found.accept(markdown.substring(at, end));
                at = end;
                continue;
            }
            left.append(markdown, at, to);
            at = to;
        }
        return left.toString();
    }

    /// The end of the code that begins there, or of its backticks where nothing ends it.
    private static int codeEnd(String markdown, int at) {
        int from = at;
        while (from < markdown.length() && markdown.charAt(from) == '`') {
            from++;
        }
        int end = markdown.indexOf(markdown.substring(at, from), from);
        return end < 0 ? from : end + from - at;
    }
}
