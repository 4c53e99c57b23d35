package gleaner.digest.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A sentence or a few on one line, in the only forms that a draft shows: text, emphasis, strong,
/// code and links.
///
/// Whatever a stranger wrote has become plain text, or one of these, before it is one of these: see
/// [ProseReader].
public final class Prose {

    /// No words.
    public static final Prose EMPTY = new Prose(List.of());

    private final List<Run> runs;
    private final String text;

    /// A stretch with one target, in characters of [#text()].
    public record Anchor(int from, int to, String url) {}

    private Prose(List<Run> runs) {
        this.runs = List.copyOf(runs);
        var all = new StringBuilder();
        runs.forEach(run -> all.append(run.text()));
        this.text = all.toString();
    }

    /// The runs joined: no space at either end, no two in a row, none at the edge of a link, of
    /// emphasis or of code; neighbours of one form are one run.
    public static Prose of(List<Run> written) {
        var joined = new ArrayList<Run>();
        Optional<Run> space = Optional.empty();
        for (var run : written) {
            var words = run.text();
            int from = 0;
            while (from < words.length()) {
                if (words.charAt(from) == ' ') {
                    space = Optional.of(space.orElse(run).common(run));
                    from++;
                    continue;
                }
                int end = wordsEnd(words, from);
                if (space.isPresent() && !joined.isEmpty()) {
                    append(joined, space.get().common(joined.getLast()).common(run).withText(" "));
                }
                append(joined, run.withText(words.substring(from, end)));
                space = Optional.empty();
                from = end;
            }
        }
        return new Prose(joined);
    }

    /// The end of the words that stand apart by no more than one space.
    private static int wordsEnd(String words, int from) {
        int end = from;
        while (end < words.length()
                && (words.charAt(end) != ' '
                        || (end + 1 < words.length() && words.charAt(end + 1) != ' '))) {
            end++;
        }
        return end;
    }

    private static void append(List<Run> joined, Run run) {
        if (!joined.isEmpty() && joined.getLast().isFormedAs(run)) {
            var last = joined.getLast();
            joined.set(joined.size() - 1, last.withText(last.text() + run.text()));
        } else {
            joined.add(run);
        }
    }

    /// Plain words, nothing in them read as Markdown.
    public static Prose plain(String words) {
        return of(List.of(Run.plain(Characters.clean(words))));
    }

    public List<Run> runs() {
        return runs;
    }

    /// The words without markup and targets.
    public String text() {
        return text;
    }

    /// The same, with what stands for each footnote's mark.
    public String text(Function<Footnote, String> mark) {
        if (text.indexOf(Run.MARK) < 0) {
            return text;
        }
        var all = new StringBuilder(text.length() + 8);
        runs.forEach(run -> all.append(run.note().map(mark).orElse(run.text())));
        return all.toString();
    }

    /// Whether a footnote's mark may stand in it.
    public boolean hasMarks() {
        return text.indexOf(Run.MARK) >= 0;
    }

    /// The same with plain words for the footnotes' marks.
    public Prose withMarks(Function<Footnote, String> mark) {
        return hasMarks()
                ? of(
                        runs.stream()
                                .map(run ->
                                        run.note()
                                                .map(mark)
                                                .map(words ->
                                                        new Run(
                                                                words,
                                                                run.emphasis(),
                                                                run.strong(),
                                                                false,
                                                                Optional.empty()))
                                                .orElse(run))
                                .toList())
                : this;
    }

    /// The same in bold.
    public Prose inStrong() {
        return of(runs.stream().map(Run::inStrong).toList());
    }

    /// The same with these words before it, nothing between.
    public Prose ledBy(List<Run> words) {
        return replaced(0, 0, words);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /// The links, in order.
    public List<Anchor> anchors() {
        var anchors = new ArrayList<Anchor>();
        int at = 0;
        for (var run : runs) {
            int end = at + run.text().length();
            if (run.href().isPresent()) {
                var url = run.href().get();
                var goesOn =
                        !anchors.isEmpty()
                                && anchors.getLast().to() == at
                                && anchors.getLast().url().equals(url);
                var from = goesOn ? anchors.removeLast().from() : at;
                anchors.add(new Anchor(from, end, url));
            }
            at = end;
        }
        return anchors;
    }

    /// The words from one place to another.
    public Prose slice(int from, int to) {
        return of(cut(from, to));
    }

    /// The same with other words in place of those from one place to another.
    public Prose replaced(int from, int to, List<Run> by) {
        var changed = new ArrayList<>(cut(0, from));
        changed.addAll(by);
        changed.addAll(cut(to, text.length()));
        return of(changed);
    }

    /// The same, that stretch leading to the URL, or nowhere.
    public Prose linked(int from, int to, Optional<String> url) {
        return replaced(from, to, cut(from, to).stream().map(run -> run.withHref(url)).toList());
    }

    /// The same with these words after it, nothing between.
    public Prose followedBy(List<Run> more) {
        return replaced(text.length(), text.length(), more);
    }

    boolean isEmphatic() {
        return runs.stream().anyMatch(run -> run.emphasis() || run.strong());
    }

    Prose withoutEmphasis() {
        return of(runs.stream().map(Run::withoutEmphasis).toList());
    }

    private List<Run> cut(int from, int to) {
        var cut = new ArrayList<Run>();
        int at = 0;
        for (var run : runs) {
            int end = at + run.text().length();
            if (end > from && at < to) {
                cut.add(
                        run.withText(
                                run.text()
                                        .substring(
                                                Math.max(from, at) - at, Math.min(to, end) - at)));
            }
            at = end;
        }
        return cut;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prose prose && prose.runs.equals(runs);
    }

    @Override
    public int hashCode() {
        return runs.hashCode();
    }

    /// As Markdown.
    @Override
    public String toString() {
        return MarkdownWriter.inline(this);
    }
}
