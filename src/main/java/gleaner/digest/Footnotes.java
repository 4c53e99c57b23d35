package gleaner.digest;

import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.Prose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The footnotes of a draft, numbered from 1 in the order in which their marks are read.
public final class Footnotes {

    private final Map<Footnote, Integer> numbers = new LinkedHashMap<>();

    private Footnotes() {}

    /// All that the words call for, in the order of the calls.
    ///
    /// @param words everything in the draft, in reading order
    public static Footnotes of(Stream<Prose> words) {
        var footnotes = new Footnotes();
        words.filter(Prose::hasMarks)
                .flatMap(prose -> prose.runs().stream())
                .flatMap(run -> run.note().stream())
                .forEach(note -> footnotes.numbers.putIfAbsent(note, footnotes.numbers.size() + 1));
        return footnotes;
    }

    /// Its number; 0 for one of another draft.
    public int number(Footnote note) {
        return numbers.getOrDefault(note, 0);
    }

    /// In their order: the first is number 1.
    public List<Footnote> inOrder() {
        return new ArrayList<>(numbers.keySet());
    }

    public boolean isEmpty() {
        return numbers.isEmpty();
    }
}
