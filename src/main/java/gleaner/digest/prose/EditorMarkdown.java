package gleaner.digest.prose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What editors may write beyond CommonMark, taken out of their Markdown before it is parsed:
/// footnotes, and links whose target is another link's id.
///
/// A footnote is written `[^name]`, with a line `[^name]: its words` (up to an empty line) anywhere
/// in the same text, or in place as `^[its words]` or `((its words))`. In code, in a URL and behind
/// a backslash all of it is plain text. Work grows with the length of the text.
public final class EditorMarkdown {

    /// A footnote's words have at most so many characters.
    private static final int LONGEST_NOTE = 2_000;

    private static final int LONGEST_TARGET = 4_000;
    private static final Pattern DEFINITION =
            Pattern.compile(" {0,3}\\[\\^([^\\s\\[\\]]{1,50})\\]:[ \\t]*(.*)");

    private final Function<String, Optional<String>> target;
    private final Map<String, String> defined = new LinkedHashMap<>();
    private final Map<String, Integer> named = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> twice = new LinkedHashSet<>();
    private final Set<Integer> hopeless = new HashSet<>();
    private final StringBuilder out = new StringBuilder();
    private String text = "";

    /// A text without its footnotes, and these.
    ///
    /// @param markdown with [Marks] in the footnotes' place
    /// @param notes their words, Markdown, in the order of their marks
    /// @param missing the names of marks without a footnote
    /// @param unused the footnotes that no mark calls for: name, and words
    public record Taken(
            String markdown,
            List<String> notes,
            List<String> missing,
            Map<String, String> unused) {}

    private boolean isKept;

    private EditorMarkdown(Function<String, Optional<String>> target) {
        this.target = target;
    }

    /// The Markdown with other targets of its links, all else as it was written.
    ///
    /// @param target what is to stand for a link's target; empty to leave it
    public static String retargeted(String markdown, Function<String, Optional<String>> target) {
        var editor = new EditorMarkdown(target);
        editor.isKept = true;
        editor.text = markdown;
        editor.scan();
        return editor.out.toString();
    }

    /// Takes the footnotes out of a text and leads its links elsewhere.
    ///
    /// @param target what is to stand for a link's target; empty to leave it
    public static Taken take(String markdown, Function<String, Optional<String>> target) {
        return new EditorMarkdown(target).taken(markdown);
    }

    /// Whether there may be anything to take.
    public static boolean mayHold(String markdown) {
        return markdown.contains("](")
                || markdown.contains("[^")
                || markdown.contains("^[")
                || markdown.contains("((")
                || markdown.indexOf(Run.MARK) >= 0;
    }

    private Taken taken(String markdown) {
        text = withoutDefinitions(markdown);
        scan();
        var unused = new LinkedHashMap<String, String>();
        defined.forEach((name, words) -> {
            if (!named.containsKey(name)) {
                unused.put(name, words);
            }
        });
        twice.forEach(name -> unused.putIfAbsent(name, ""));
        return new Taken(out.toString(), List.copyOf(notes), List.copyOf(missing), unused);
    }

    private String withoutDefinitions(String markdown) {
        if (!markdown.contains("]:")) {
            return markdown;
        }
        var body = new StringBuilder(markdown.length());
        Optional<String> open = Optional.empty();
        for (var line : markdown.lines().toList()) {
            var start = DEFINITION.matcher(line);
            if (start.matches()) {
                open = Optional.of(start.group(1));
                if (defined.putIfAbsent(start.group(1), start.group(2).strip()) != null) {
                    twice.add(start.group(1));
                    body.append(line).append('\n');
                    open = Optional.empty();
                }
            } else if (open.isPresent() && !line.isBlank()) {
                defined.merge(open.get(), line.strip(), (words, more) -> words + " " + more);
            } else {
                open = Optional.empty();
                body.append(line).append('\n');
            }
        }
        return body.toString();
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            at = next(at);
        }
    }

    /// Handles what begins there.
    ///
    /// @return where the next begins
    private int next(int at) {
        var c = text.charAt(at);
        return switch (c) {
            case '\\' -> copy(at, Math.min(at + 2, text.length()));
            case '`' -> code(at);
            case ']' -> text.startsWith("](", at) ? target(at) : copy(at, at + 1);
            case ':' -> text.startsWith("://", at) ? url(at) : copy(at, at + 1);
            case '^' -> text.startsWith("^[", at) ? inBrackets(at) : copy(at, at + 1);
            case '[' -> text.startsWith("[^", at) ? mark(at) : copy(at, at + 1);
            case '(' -> text.startsWith("((", at) ? inParentheses(at) : copy(at, at + 1);
            case '!' -> text.startsWith("![", at) ? image(at) : copy(at, at + 1);
            case Run.MARK -> at + 1;
            default -> copy(at, at + 1);
        };
    }

    private int copy(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != Run.MARK) {
                out.append(text.charAt(i));
            }
        }
        return to;
    }

    /// CommonMark 6.1: up to a run of as many backticks; there may be none.
    private int code(int at) {
        int from = run(at);
        int length = from - at;
        if (hopeless.contains(length)) {
            return copy(at, from);
        }
        for (int i = text.indexOf('`', from); i >= 0; i = text.indexOf('`', i)) {
            int end = run(i);
            if (end - i == length) {
                return copy(at, end);
            }
            i = end;
        }
        hopeless.add(length);
        return copy(at, from);
    }

    private int run(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        return end;
    }

    private int url(int at) {
        int end = at;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && "<>]`".indexOf(text.charAt(end)) < 0
                && !text.startsWith("^[", end)
                && !text.startsWith("[^", end)) {
            end++;
        }
        return copy(at, end);
    }

    private int target(int at) {
        int end = closing(at + 1, LONGEST_TARGET, '(', ')');
        if (end < 0) {
            return copy(at, at + 2);
        }
        var written = text.substring(at + 2, end).strip();
        int space = written.indexOf(' ');
        var bare = space < 0 ? written : written.substring(0, space);
        var isPointed = bare.startsWith("<") && bare.endsWith(">");
        var to = target.apply(isPointed ? bare.substring(1, bare.length() - 1) : bare);
        if (to.isEmpty()) {
            return copy(at, end + 1);
        }
        out.append("](").append(to.get()).append(')');
        return end + 1;
    }

    /// A picture's URL is no link's.
    private int image(int at) {
        int end = closing(at + 1, LONGEST_NOTE, '[', ']');
        if (end < 0 || !text.startsWith("](", end)) {
            return copy(at, at + 2);
        }
        int close = closing(end + 1, LONGEST_TARGET, '(', ')');
        return copy(at, close < 0 ? end + 2 : close + 1);
    }

    private int inBrackets(int at) {
        int end = closing(at + 1, LONGEST_NOTE, '[', ']');
        return end < 0 ? copy(at, at + 2) : note(at, text.substring(at + 2, end), end + 1);
    }

    /// The bracket that closes the one there, in so many characters of the paragraph; -1 without.
    private int closing(int from, int longest, char open, char close) {
        int depth = 0;
        int last = Math.min(text.length(), from + longest);
        for (int i = from; i < last && !text.startsWith("\n\n", i); i++) {
            var c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /// Up to the two brackets that close both: `((a (b) c))`, but not `((a) b)`.
    private int inParentheses(int at) {
        int depth = 0;
        int last = Math.min(text.length(), at + LONGEST_NOTE);
        for (int i = at; i < last; i++) {
            var c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth < 2) {
                return text.startsWith("))", i)
                        ? note(at, text.substring(at + 2, i), i + 2)
                        : copy(at, at + 2);
            }
        }
        return copy(at, at + 2);
    }

    private int note(int at, String words, int next) {
        if (words.isBlank() || notes.size() == Marks.MOST) {
            return copy(at, at + 2);
        }
        if (isKept) {
            return copy(at, next);
        }
        notes.add(words.strip());
        stand(notes.size() - 1);
        return next;
    }

    /// No space stands before a mark.
    private void stand(int index) {
        while (!out.isEmpty()
                && (out.charAt(out.length() - 1) == ' ' || out.charAt(out.length() - 1) == '\t')) {
            out.setLength(out.length() - 1);
        }
        out.append(Marks.written(index));
    }

    private int mark(int at) {
        int end = at + 2;
        while (end < text.length() && end - at < 53 && "[] \n\t".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var isMark =
                end > at + 2
                        && end < text.length()
                        && text.charAt(end) == ']'
                        && !text.startsWith("](", end);
        if (!isMark || isKept) {
            return copy(at, at + 2);
        }
        var name = text.substring(at + 2, end);
        var words = Optional.ofNullable(defined.get(name)).filter(known -> !known.isEmpty());
        if (words.isEmpty() || (!named.containsKey(name) && notes.size() == Marks.MOST)) {
            missing.add(name);
            return copy(at, end + 1);
        }
        if (!named.containsKey(name)) {
            notes.add(words.get());
            named.put(name, notes.size() - 1);
        }
        stand(named.get(name));
        return end + 1;
    }
}
