package gleaner.digest.prose;

import java.util.function.Function;
import java.util.regex.Pattern;

/// Writes [Prose] as CommonMark that reads as the same words, links and code again; emphasis too,
/// and where CommonMark has no way to write that one (`a*"b"*c`), the words without it.
///
/// Braces, `<%` and the colon of `://` in words are escaped as well: a template engine or an eager
/// autolinker that the draft is pasted into finds nothing to work on. So is the second of two
/// brackets, as editors write footnotes in such.
public final class MarkdownWriter extends Nesting {

    private static final String ALWAYS = "\\`*[]<~{";
    private static final Pattern ENTITY = Pattern.compile("&#?[A-Za-z0-9]{1,32};");
    private static final Pattern BLOCK_START = Pattern.compile("[#>=+:|-]|[0-9]{1,9}(?=[.)])");

    private final StringBuilder out = new StringBuilder();
    private final Function<Footnote, String> mark;

    private MarkdownWriter(Function<Footnote, String> mark) {
        this.mark = mark;
    }

    /// On one line, to stand at the beginning of a paragraph, a heading's words or a list item; no
    /// mark of a footnote.
    public static String inline(Prose prose) {
        return inline(prose, _ -> "");
    }

    /// The words as Markdown on one line.
    ///
    /// @param mark what stands for a footnote's mark
    public static String inline(Prose prose, Function<Footnote, String> mark) {
        var markdown = write(prose, mark);
        if (prose.isEmphatic()) {
            var plain = prose.withMarks(mark);
            var readable = prose.hasMarks() ? write(plain, mark) : markdown;
            if (!ProseReader.read(readable).equals(plain)) {
                return write(prose.withoutEmphasis(), mark);
            }
        }
        return markdown;
    }

    private static String write(Prose prose, Function<Footnote, String> mark) {
        var writer = new MarkdownWriter(mark);
        writer.walk(prose);
        return writer.out.toString();
    }

    @Override
    void open(Mark mark, Run run) {
        out.append(mark == Mark.LINK ? "[" : fence(mark));
    }

    @Override
    void close(Mark mark, Run run) {
        if (mark == Mark.LINK) {
            out.append("](").append(target(run.href().orElse(""))).append(')');
        } else {
            out.append(fence(mark));
        }
    }

    private static String fence(Mark mark) {
        return mark == Mark.STRONG ? "**" : "*";
    }

    /// A URL as it stands behind a link's words.
    public static String target(String url) {
        var safe =
                url.indexOf('&') < 0
                        ? url
                        : ENTITY.matcher(url)
                                .replaceAll(entity -> "&amp;" + entity.group().substring(1));
        return safe.replace("(", "\\(").replace(")", "\\)");
    }

    @Override
    void words(Run run, boolean isLast) {
        if (run.note().isPresent()) {
            out.append(mark.apply(run.note().get()));
        } else if (run.code()) {
            code(run.text());
        } else {
            text(run.text(), isLast);
        }
    }

    /// CommonMark 6.1: a fence longer than any run of backticks inside, with a space where one
    /// stands at an edge.
    private void code(String words) {
        int longest = 0;
        int length = 0;
        for (int i = 0; i < words.length(); i++) {
            length = words.charAt(i) == '`' ? length + 1 : 0;
            longest = Math.max(longest, length);
        }
        var fence = "`".repeat(longest + 1);
        var pad = words.startsWith("`") || words.endsWith("`") ? " " : "";
        out.append(fence).append(pad).append(words).append(pad).append(fence);
    }

    private void text(String words, boolean isLast) {
        int from = 0;
        if (out.isEmpty()) {
            var start = BLOCK_START.matcher(words);
            if (start.lookingAt()) {
                var digits = Character.isDigit(words.charAt(0));
                out.append(digits ? start.group() : "").append('\\');
                from = digits ? start.end() + 1 : 1;
                out.append(words.charAt(from - 1));
            }
        }
        for (int i = from; i < words.length(); i++) {
            if (isEscaped(words, i, isLast)) {
                out.append('\\');
            }
            out.append(words.charAt(i));
        }
    }

    private static boolean isEscaped(String words, int i, boolean isLast) {
        var c = words.charAt(i);
        return switch (c) {
            case '_' -> !(isWord(words, i - 1) && isWord(words, i + 1));
            case '!' -> i == words.length() - 1 && !isLast;
            case '&' -> ENTITY.matcher(words).region(i, words.length()).lookingAt();
            case ':' -> words.startsWith("://", i);
            case '(' -> i > 0 && words.charAt(i - 1) == '(';
            case '%', '#' -> i > 0 && (words.charAt(i - 1) == '{' || words.charAt(i - 1) == '<');
            default -> ALWAYS.indexOf(c) >= 0;
        };
    }

    private static boolean isWord(String words, int i) {
        return i >= 0 && i < words.length() && Character.isLetterOrDigit(words.charAt(i));
    }
}
