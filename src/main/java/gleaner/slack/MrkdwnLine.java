package gleaner.slack;

import gleaner.markdown.Plain;
import java.util.Arrays;

/// One line of Slack's markup: what stands in angle brackets, code, and `*bold*`, `_italic_`,
/// `~strike~`.
///
/// A mark opens after what is no letter and before what is no space, and closes the other way
/// round, as in Slack. Where each mark's next end is is worked out once from the back, so that the
/// whole is linear.
final class MrkdwnLine {

    private static final String MARKS = "*_~";
    private static final String[] MARKDOWN = {"**", "_", "~~"};

    private final String line;
    private final Inline inline;
    private final int[] atomEnd;
    private final int[][] nextEnd = new int[MARKS.length()][];

    MrkdwnLine(String line, Inline inline) {
        this.line = line;
        this.inline = inline;
        this.atomEnd = atoms(line);
    }

    String markdown() {
        return markdown(0, line.length(), 0);
    }

    private String markdown(int from, int to, int openMarks) {
        var out = new StringBuilder(to - from + 8);
        var plain = new StringBuilder();
        for (var i = from; i < to; i++) {
            var mark = MARKS.indexOf(line.charAt(i));
            if (atomEnd[i] > 0) {
                flush(plain, out);
                out.append(atom(i, atomEnd[i]));
                i = atomEnd[i] - 1;
            } else if (mark >= 0 && (openMarks & 1 << mark) == 0 && opens(i) && end(mark, i) < to) {
                flush(plain, out);
                var end = end(mark, i);
                out.append(
                        Inline.marked(markdown(i + 1, end, openMarks | 1 << mark), MARKDOWN[mark]));
                i = end;
            } else {
                plain.append(line.charAt(i));
            }
        }
        flush(plain, out);
        return out.toString();
    }

    private static void flush(StringBuilder plain, StringBuilder out) {
        if (!plain.isEmpty()) {
            out.append(Plain.words(Mrkdwn.unescaped(plain.toString())));
            plain.setLength(0);
        }
    }

    private boolean opens(int i) {
        return (i == 0 || !Character.isLetterOrDigit(line.charAt(i - 1)))
                && i + 1 < line.length()
                && !Character.isWhitespace(line.charAt(i + 1))
                && line.charAt(i + 1) != line.charAt(i);
    }

    private int end(int mark, int open) {
        if (nextEnd[mark] == null) {
            nextEnd[mark] = ends(MARKS.charAt(mark));
        }
        return nextEnd[mark][Math.min(open + 2, line.length())];
    }

    /// For every place the next one at or after it where the mark closes.
    private int[] ends(char mark) {
        var ends = new int[line.length() + 1];
        Arrays.fill(ends, Integer.MAX_VALUE);
        for (var i = 0; i < line.length(); i++) {
            if (atomEnd[i] > 0) {
                i = atomEnd[i] - 1;
            } else if (i > 0 && line.charAt(i) == mark && closes(i)) {
                ends[i] = i;
            }
        }
        for (var i = line.length() - 1; i >= 0; i--) {
            ends[i] = Math.min(ends[i], ends[i + 1]);
        }
        return ends;
    }

    private boolean closes(int i) {
        return !Character.isWhitespace(line.charAt(i - 1))
                && (i + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(i + 1)));
    }

    /// Where what begins at each place and must not be looked into ends; 0 where nothing begins.
    private static int[] atoms(String line) {
        var ends = new int[line.length()];
        for (var i = 0; i < line.length(); i++) {
            var end =
                    switch (line.charAt(i)) {
                        case '<' -> bracket(line, i);
                        case '`' ->
                                line.indexOf('`', i + 1) > i + 1 ? line.indexOf('`', i + 1) + 1 : 0;
                        default -> 0;
                    };
            ends[i] = end;
            i = Math.max(i, end - 1);
        }
        return ends;
    }

    private static int bracket(String line, int open) {
        var end = tokenEnd(line, open);
        if (end >= 0) {
            return end + 1;
        }
        var next = line.indexOf('<', open + 1);
        return Plain.isWeb(line.substring(open + 1, Math.min(line.length(), open + 9)))
                ? (next < 0 ? line.length() : next)
                : 0;
    }

    /// The `>` of the token that begins at a `<`; -1 where the line or another token comes first.
    static int tokenEnd(String text, int open) {
        for (var i = open + 1; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '>' -> {
                    return i > open + 1 ? i : -1;
                }
                case '<', '\n' -> {
                    return -1;
                }
                default -> {}
            }
        }
        return -1;
    }

    private String atom(int start, int end) {
        if (line.charAt(start) == '`') {
            return Inline.code(Mrkdwn.unwrapped(line.substring(start + 1, end - 1)));
        }
        // A token without its end is cut off: shown as it is, nothing is made of it.
        return line.charAt(end - 1) == '>'
                ? token(line.substring(start + 1, end - 1))
                : Inline.code(line.substring(start, end));
    }

    private String token(String token) {
        var bar = token.indexOf('|');
        var target = Mrkdwn.unescaped(bar < 0 ? token : token.substring(0, bar));
        var label = bar < 0 ? "" : Mrkdwn.unescaped(token.substring(bar + 1));
        if (target.isEmpty()) {
            return Plain.words(label);
        }
        return switch (target.charAt(0)) {
            case '@' -> inline.person(target.substring(1), label);
            case '#' -> inline.channel(target.substring(1), label);
            case '!' -> special(target.substring(1), label);
            default -> inline.link(target, label);
        };
    }

    /// `!here`, `!subteam^S012|@group`, `!date^1392734382^{date}^https://example.com|fallback`.
    private String special(String name, String label) {
        var parts = name.split("\\^", 4);
        return switch (parts[0]) {
            case "date" -> parts.length == 4 ? inline.link(parts[3], label) : Plain.words(label);
            case "subteam" -> Inline.group(parts.length > 1 ? parts[1] : "", label);
            default ->
                    Plain.escaped(
                            "@" + (label.isBlank() ? parts[0] : label.replaceFirst("^@", "")));
        };
    }
}
