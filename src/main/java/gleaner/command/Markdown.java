package gleaner.command;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Strangers' text as part of a line of Markdown: nothing in it can become markup, HTML, a link or
/// a second line.
///
/// The rules are those of CommonMark 0.31, sections 2.4 (backslash escapes) and 6.3 (links), and of
/// GFM's tables and strikethrough.
final class Markdown {

    private static final String ALWAYS = "\\`*_[]<>&~|";
    private static final String AT_START = "#+-=.):>";

    private Markdown() {}

    /// The text in one line of at most `length` characters before escaping, an ellipsis where it
    /// was cut.
    static String line(String text, int length) {
        return escape(plainLine(text, length));
    }

    /// One line: white space and control characters are single spaces, marks that turn the writing
    /// direction are left out, surrogate halves are replaced.
    static String plainLine(String text, int length) {
        var line = new StringBuilder(Math.min(text.length(), length + 2));
        for (int i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (!turns(c)) {
                line.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xfffd : c);
            }
            if (line.length() > length) {
                line.setLength(line.offsetByCodePoints(line.length(), -1));
                while (line.length() >= length) {
                    line.setLength(line.offsetByCodePoints(line.length(), -1));
                }
                return line.toString().stripTrailing() + "…";
            }
        }
        return line.toString().strip();
    }

    /// Every character that could be markup, with a backslash before it; for text without line
    /// breaks.
    static String escape(String text) {
        var safe = new StringBuilder(text.length() + 8);
        var start = true;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (ALWAYS.indexOf(c) >= 0 || (start && AT_START.indexOf(c) >= 0)) {
                safe.append('\\');
            }
            start = start && Character.isDigit(c);
            safe.append(c);
        }
        return safe.toString();
    }

    /// `[words](url)`; only the words where the URL is not one of the web's.
    static String link(String words, String url, int length) {
        var text = line(words, length);
        return isWeb(url) ? "[" + text + "](" + destination(url) + ")" : text;
    }

    /// Whether the URL may be linked to at all.
    static boolean isWeb(String url) {
        var start = url.substring(0, Math.min(url.length(), 8)).toLowerCase(Locale.ROOT);
        return start.startsWith("https://") || start.startsWith("http://");
    }

    /// Text within backticks; those of its own are left out.
    static String code(String text) {
        return "`" + plainLine(text.replace("`", ""), 300) + "`";
    }

    /// The words of some Markdown: of its links the words, without emphasis and backticks.
    static String withoutMarkup(String markdown) {
        var plain = new StringBuilder(markdown.length());
        var lastClose = markdown.lastIndexOf(')');
        for (int i = 0; i < markdown.length(); i++) {
            var c = markdown.charAt(i);
            var next = i + 1 < markdown.length() ? markdown.charAt(i + 1) : ' ';
            if (c == ']' && next == '(' && lastClose > i) {
                i = markdown.indexOf(')', i);
            } else if (c == '\\' && isPunctuation(next)) {
                plain.append(next);
                i++;
            } else if (c != '[' && c != '*' && c != '`') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    static boolean isPunctuation(char c) {
        return (c > ' ' && c < '0')
                || (c > '9' && c < 'A')
                || (c > 'Z' && c < 'a')
                || (c > 'z' && c < 0x7f);
    }

    private static String destination(String url) {
        var safe = new StringBuilder(url.length() + 8);
        var lastSemicolon = url.lastIndexOf(';');
        for (int i = 0; i < url.length(); ) {
            var c = url.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c) || turns(c) || c == '<' || c == '>' || c == '"' || c == '`') {
                for (var b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    safe.append('%').append(String.format(Locale.ROOT, "%02X", b));
                }
            } else if (Character.getType(c) == Character.SURROGATE) {
                safe.append("%EF%BF%BD");
            } else {
                if (c == '(' || c == ')' || c == '\\' || (c == '&' && i <= lastSemicolon)) {
                    safe.append('\\');
                }
                safe.appendCodePoint(c);
            }
        }
        return safe.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    /// Invisible characters, but for the two that join and part letters in Persian, Hindi and
    /// emoji.
    private static boolean turns(int c) {
        return Character.getType(c) == Character.FORMAT && c != 0x200c && c != 0x200d;
    }
}
