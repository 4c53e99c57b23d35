package gleaner.capture;

import java.util.List;
import org.commonmark.parser.beta.Scanner;

/// The run of characters that may be a URL: as it was typed, and as it reads without Markdown's
/// escapes.
///
/// A backslash is dropped before punctuation in the path only, as nobody escapes a host; `&amp;` is
/// read as `&`, and the run ends before an entity that stands for a character that ends URLs.
final class MessageTextRun {

    private static final List<String> ENDING =
            List.of("&gt;", "&lt;", "&quot;", "&#39;", "&#34;", "&apos;", "&nbsp;");
    private static final String AND = "&amp;";

    private final boolean marked;
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder read = new StringBuilder();
    private int host;
    private int decoded;
    private boolean ended;
    private boolean escaped;

    /// @param marked whether the beginnings of URLs are marked: see [MessageTextMarks]
    MessageTextRun(boolean marked) {
        this.marked = marked;
    }

    /// Takes the scheme and what may be the host, with the character that ends it.
    void takeHost(Scanner scanner, int scheme) {
        while (raw.length() < scheme + MessageTextUrl.MAX_HOST && take(scanner)) {
            if (raw.length() > scheme && "/?#".indexOf(raw.charAt(raw.length() - 1)) >= 0) {
                break;
            }
        }
        host = raw.length();
        decode();
    }

    void takeRest(Scanner scanner) {
        while (raw.length() <= MessageTextUrl.MAX && take(scanner)) {
            // until what ends every URL
        }
        decode();
    }

    boolean isTooLong() {
        return raw.length() > MessageTextUrl.MAX;
    }

    String raw() {
        return raw.toString();
    }

    String text() {
        return (escaped ? read : raw).toString();
    }

    /// How many typed characters stand for the first of those that are read.
    int rawLength(int length) {
        if (!escaped) {
            return length;
        }
        int at = 0;
        for (int i = 0; i < length; i++) {
            at += width(at);
        }
        return at;
    }

    private boolean take(Scanner scanner) {
        char c = scanner.peek();
        if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == '`') {
            return false;
        }
        escaped |= c == '\\' || c == '&';
        raw.append(marked && c == MessageTextMarks.MARK ? 'h' : c);
        scanner.next();
        return true;
    }

    private void decode() {
        while (escaped && !ended && decoded < raw.length()) {
            int width = width(decoded);
            ended = width == 0;
            if (!ended) {
                read.append(raw.charAt(raw.charAt(decoded) == '\\' ? decoded + 1 : decoded));
                decoded += width;
            }
        }
    }

    /// How many typed characters are read as one here; 0 where the run ends.
    private int width(int at) {
        char c = raw.charAt(at);
        if (c == '\\') {
            return at >= host && at + 1 < raw.length() && isPunctuation(raw.charAt(at + 1)) ? 2 : 0;
        }
        if (c == '&') {
            for (String ending : ENDING) {
                if (startsWith(ending, at)) {
                    return 0;
                }
            }
            return startsWith(AND, at) ? AND.length() : 1;
        }
        return 1;
    }

    private boolean startsWith(String what, int at) {
        int i = 0;
        while (i < what.length() && at + i < raw.length() && raw.charAt(at + i) == what.charAt(i)) {
            i++;
        }
        return i == what.length();
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7F && !MessageTextUrl.isAsciiAlnum(c);
    }
}
