package gleaner.digest.prose;

/// Which characters of a stranger's text are kept.
public final class Characters {

    private Characters() {}

    /// The text on one line without what is not seen: control characters and line ends are spaces,
    /// half surrogate pairs the replacement character; what turns the direction of the words around
    /// it (Unicode TR 36, 2.2) is left out, and so is what only hides.
    public static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    if (Character.isISOControl(c)
                            || Character.isWhitespace(c)
                            || Character.isSpaceChar(c)) {
                        clean.append(' ');
                    } else if (isSurrogate(c)) {
                        clean.append('\ufffd');
                    } else if (isVisible(c)) {
                        clean.appendCodePoint(c);
                    }
                });
        return clean.toString();
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /// Whether it is neither a space, a control, half a pair, nor one that hides or turns the
    /// direction.
    static boolean isVisible(int c) {
        return !(Character.isISOControl(c)
                || Character.isSpaceChar(c)
                || isSurrogate(c)
                || isNoncharacter(c)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || (c >= 0xe0000 && c <= 0xe007f)
                || c == 0x00ad
                || c == 0x200b
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffb));
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isNoncharacter(int c) {
        return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
    }

    /// At most `length` UTF-16 units of the text, never half a pair, an ellipsis where it was cut.
    public static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }
}
