package gleaner.command;

/// Words of a thread as an editor's text, in which two parentheses or a caret before a bracket
/// would be a footnote: only editors write those, so here they are escaped and stay what was said.
final class SpokenWords {

    private static final int LONGEST_CODE = 5000;

    private final String text;
    private final StringBuilder out;

    private SpokenWords(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length() + 8);
    }

    /// Markdown that shows the same, with no footnote in it.
    static String of(String markdown) {
        return markdown.contains("((") || markdown.contains("^[") || markdown.contains("[^")
                ? new SpokenWords(markdown).escaped()
                : markdown;
    }

    private String escaped() {
        for (int at = 0; at < text.length(); ) {
            at = next(at);
        }
        return out.toString();
    }

    /// Code and URLs are copied as they are: an escape in them would be shown.
    private int next(int at) {
        return switch (text.charAt(at)) {
            case '\\' -> copy(at, Math.min(text.length(), at + 2));
            case '`' -> copy(at, codeEnd(at));
            case ':' -> copy(at, text.startsWith("://", at) ? urlEnd(at) : at + 1);
            case '(' -> before(at, "((");
            case '^' -> before(at, "^[");
            case '[' -> before(at, "[^");
            default -> copy(at, at + 1);
        };
    }

    private int before(int at, String opening) {
        if (text.startsWith(opening, at)) {
            out.append('\\');
        }
        return copy(at, at + 1);
    }

    private int copy(int from, int to) {
        out.append(text, from, to);
        return to;
    }

    /// Behind the run of backticks that ends the code; behind the first run where none does.
    private int codeEnd(int at) {
        int from = run(at);
        for (int i = text.indexOf('`', from); i >= 0 && i < at + LONGEST_CODE; ) {
            int end = run(i);
            if (end - i == from - at) {
                return end;
            }
            i = text.indexOf('`', end);
        }
        return from;
    }

    private int run(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end;
    }

    /// As far as no character stands in it that ends one in Markdown.
    private int urlEnd(int at) {
        int end = at;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && "<>]`".indexOf(text.charAt(end)) < 0
                && !text.startsWith(")((", end)) {
            end++;
        }
        return end;
    }
}
