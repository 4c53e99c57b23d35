package gleaner.markdown;

import java.util.EnumSet;
import java.util.Locale;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/// Plain characters as Markdown that shows the same characters.
///
/// Escaped is only what CommonMark would take for markup where it stands, so that ordinary
/// sentences stay as they are: `snake_case`, `5 < 6`, `#word`. A web address becomes an autolink,
/// in which nothing needs an escape.
public final class Plain {

    private static final LinkExtractor URLS =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private Plain() {}

    /// The Markdown of the text; its line breaks are kept, spaces at the ends of its lines are not.
    public static String markdown(String text) {
        var out = new StringBuilder(text.length() + 16);
        var start = 0;
        while (start <= text.length()) {
            var end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (start > 0) {
                out.append('\n');
            }
            out.append(atLineStart(words(text.substring(start, end).strip())));
            start = end + 1;
        }
        return out.toString();
    }

    /// The Markdown of words within a line; a web address in them becomes an autolink.
    public static String words(String text) {
        if (!text.contains("://")) {
            return escaped(text);
        }
        var out = new StringBuilder(text.length() + 16);
        for (var span : URLS.extractSpans(text)) {
            var part = text.substring(span.getBeginIndex(), span.getEndIndex());
            var isUrl = span instanceof LinkSpan && isWeb(part);
            out.append(isUrl ? autolink(part) : escaped(part));
        }
        return out.toString();
    }

    /// `<url>`; what may not stand in one is percent-encoded.
    public static String autolink(String url) {
        return "<" + encoded(url) + ">";
    }

    /// The destination of a link, in angle brackets where parentheses in it would end it too early.
    private static String destination(String url) {
        if (isSimple(url)) {
            return url;
        }
        var encoded = encoded(url);
        var out = new StringBuilder(encoded.length() + 8);
        for (var i = 0; i < encoded.length(); i++) {
            var c = encoded.charAt(i);
            if (c == '\\') {
                out.append('\\');
            }
            out.append(c);
            if (c == '&' && isEntity(encoded, i)) {
                out.append("amp;");
            }
        }
        var safe = out.toString();
        return balanced(safe) ? safe : "<" + safe + ">";
    }

    /// Whether there is nothing in it to look at twice.
    private static boolean isSimple(String url) {
        for (var i = 0; i < url.length(); i++) {
            var c = url.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '<' || c == '>' || c == '(' || c == ')' || c == '&'
                    || c == '\\') {
                return false;
            }
        }
        return !url.isEmpty();
    }

    /// `[label](url)`, the label plain characters on one line.
    public static String link(String url, String label) {
        return "[" + escaped(label.replace('\n', ' ').strip()) + "](" + destination(url) + ")";
    }

    /// Whether it is an address that a reader can follow on the web; `javascript:` and its like are
    /// not.
    public static boolean isWeb(String url) {
        var start = url.substring(0, Math.min(url.length(), 8)).toLowerCase(Locale.ROOT);
        return start.startsWith("http://") || start.startsWith("https://");
    }

    /// Every character that could be markup within a line is escaped; no address is looked for.
    public static String escaped(String text) {
        if (isOrdinary(text)) {
            return text;
        }
        var out = new StringBuilder(text.length() + 8);
        for (var i = 0; i < text.length(); i++) {
            if (needsEscape(text, i)) {
                out.append('\\');
            }
            var c = text.charAt(i);
            out.append(isOddControl(c) ? ' ' : c);
        }
        return out.toString();
    }

    private static boolean isOrdinary(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' '
                    || c == '&'
                    || c == '*'
                    || c == '<'
                    || c == '~'
                    || (c >= '[' && c <= '`')
                    || (c >= 0x7f && c < 0xa0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean needsEscape(String text, int i) {
        var next = i + 1 < text.length() ? text.charAt(i + 1) : '\n';
        return switch (text.charAt(i)) {
            case '*', '`', '[', ']' -> true;
            case '_', '~' -> !(i > 0 && isWord(text.charAt(i - 1)) && isWord(next));
            case '<' -> next == '/' || next == '!' || next == '?' || Character.isLetter(next);
            case '&' -> isEntity(text, i);
            case '\\' -> next == '\n' || PUNCTUATION.indexOf(next) >= 0;
            default -> false;
        };
    }

    /// What begins a line as a heading, a list, a quote, a rule or a table would, does not any
    /// more.
    public static String atLineStart(String line) {
        if (line.isEmpty()) {
            return line;
        }
        return switch (line.charAt(0)) {
            case '#' -> isHeading(line) ? "\\" + line : line;
            case '>', '|' -> "\\" + line;
            case '-', '+' -> isMarker(line, 1) || isRun(line) ? "\\" + line : line;
            case '=' -> isRun(line) ? "\\" + line : line;
            default -> numbered(line);
        };
    }

    private static String numbered(String line) {
        var end = 0;
        while (end < line.length()
                && end < 10
                && line.charAt(end) >= '0'
                && line.charAt(end) <= '9') {
            end++;
        }
        var marks =
                end > 0
                        && end < line.length()
                        && (line.charAt(end) == '.' || line.charAt(end) == ')');
        return marks && isMarker(line, end + 1)
                ? line.substring(0, end) + "\\" + line.substring(end)
                : line;
    }

    private static boolean isHeading(String line) {
        var end = 0;
        while (end < line.length() && line.charAt(end) == '#') {
            end++;
        }
        return isMarker(line, end);
    }

    private static boolean isMarker(String line, int end) {
        return end == line.length() || Character.isWhitespace(line.charAt(end));
    }

    private static boolean isRun(String line) {
        return line.chars()
                .allMatch(c ->
                        c == line.charAt(0) || Character.isWhitespace(c) || c == '|' || c == ':');
    }

    private static boolean isEntity(String text, int at) {
        var end = at + 1;
        while (end < text.length()
                && end - at < 34
                && (isAsciiWord(text.charAt(end)) || text.charAt(end) == '#')) {
            end++;
        }
        return end > at + 1 && end < text.length() && text.charAt(end) == ';';
    }

    private static boolean balanced(String url) {
        var open = 0;
        for (var i = 0; i < url.length() && open >= 0; i++) {
            open += url.charAt(i) == '(' ? 1 : url.charAt(i) == ')' ? -1 : 0;
        }
        return open == 0 && !url.isEmpty() && url.charAt(0) != '<';
    }

    private static String encoded(String url) {
        var out = new StringBuilder(url.length());
        for (var i = 0; i < url.length(); i++) {
            var c = url.charAt(i);
            switch (c) {
                case ' ' -> out.append("%20");
                case '<' -> out.append("%3C");
                case '>' -> out.append("%3E");
                default -> {
                    if (!Character.isISOControl(c)) {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private static boolean isOddControl(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean isAsciiWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
