package gleaner.news;

/// What of somebody's text may stand in a sentence of ours: one line, short, no control characters.
public final class Excerpt {

    private static final int LENGTH = 60;

    private Excerpt() {}

    /// At most 60 characters of the text, control characters as spaces, an ellipsis where it was
    /// cut.
    public static String of(String text) {
        return of(text, LENGTH);
    }

    /// At most `length` characters of the text, never half a surrogate pair, an ellipsis where it
    /// was cut.
    public static String of(String text, int length) {
        var cut = text.length() > length;
        var end = cut ? length - 1 : text.length();
        if (cut && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        var line = new StringBuilder(end + 1);
        text.codePoints()
                .limit(text.codePointCount(0, end))
                .map(c -> Character.isISOControl(c) || isFormat(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return cut ? line.append('…').toString() : line.toString();
    }

    private static boolean isFormat(int c) {
        return Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.LINE_SEPARATOR;
    }
}
