package gleaner.page;

import org.jsoup.parser.Parser;

/// A stranger's words made plain: entities decoded, white space folded, nothing that hides, turns
/// or breaks the text around it, and no longer than asked for.
final class Plain {

    /// Nothing longer is looked at, whatever is asked for.
    private static final int LOOKED_AT = 4000;

    private Plain() {}

    /// The text, empty where nothing readable is left or its letters were lost on the way. What is
    /// cut off ends in "…".
    static String of(String raw, int longest) {
        var text = raw.length() > LOOKED_AT ? raw.substring(0, LOOKED_AT) : raw;
        if (text.indexOf('&') >= 0) {
            text = Parser.unescapeEntities(text, false);
        }
        var plain = folded(Mojibake.repair(text));
        return Mojibake.isLost(plain) ? "" : cut(plain, longest);
    }

    private static String folded(String text) {
        var out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
            } else if (isShown(c)) {
                if (space && !out.isEmpty()) {
                    out.append(' ');
                }
                space = false;
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /// Format characters go, but for the joiners that emoji and some scripts need.
    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c >= 0x80;
            case Character.FORMAT -> c == 0x200C || c == 0x200D;
            case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = text.lastIndexOf(' ', longest - 1);
        if (end < longest * 2 / 3) {
            end = longest - 1;
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /// Tags written out in text, as some put them into JSON and `content` attributes.
    static String withoutTags(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int from = 0;
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', from)) {
            int end = text.indexOf('>', i);
            if (end < 0) {
                break;
            }
            boolean tag = i + 1 < end && isTag(text, i + 1);
            out.append(text, from, tag ? i : end + 1);
            if (tag) {
                out.append(' ');
            }
            from = end + 1;
        }
        return out.append(text, from, text.length()).toString();
    }

    private static boolean isTag(String text, int at) {
        int i = text.charAt(at) == '/' ? at + 1 : at;
        return i < text.length()
                && Character.isLetter(text.charAt(i))
                && !text.startsWith("http", i);
    }
}
