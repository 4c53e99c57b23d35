package gleaner.importing;

import java.util.Locale;

/// What of a stranger's text is kept: no lone halves of surrogate pairs, no control characters but
/// line breaks and tabs.
final class Texts {

    private static final int NAME = 200;

    private Texts() {}

    /// The text, with `U+FFFD` for half a pair and a space for a control character.
    static String clean(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isOdd(text.charAt(i))) {
                return cleaned(text);
            }
        }
        return text;
    }

    /// A name on one line, of at most 200 characters.
    static String name(String text) {
        var line = clean(text).replace('\n', ' ').replace('\t', ' ').strip();
        if (line.length() <= NAME) {
            return line;
        }
        return line.substring(
                0, Character.isHighSurrogate(line.charAt(NAME - 1)) ? NAME - 1 : NAME);
    }

    /// `1,048,576`, the same everywhere.
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static boolean isOdd(char c) {
        return c < ' '
                ? c != '\n' && c != '\t'
                : c >= 0x7f && (c < 0xa0 || Character.isSurrogate(c));
    }

    private static String cleaned(String text) {
        var out = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .forEach(c -> {
                    if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                        out.append('\ufffd');
                    } else {
                        out.appendCodePoint(c <= 0xffff && isOdd((char) c) ? ' ' : c);
                    }
                });
        return out.toString();
    }
}
