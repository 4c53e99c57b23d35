package gleaner.digest.format;

import gleaner.digest.prose.Footnote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The footnotes that the words of a page have called for so far, numbered from 1 as they were
/// read.
final class Calls {

    private final Map<Footnote, Integer> numbers = new LinkedHashMap<>();
    private final List<Integer> counts = new ArrayList<>();

    /// Its number, the same at every call.
    int number(Footnote note) {
        var known = numbers.get(note);
        if (known != null) {
            return known;
        }
        numbers.put(note, numbers.size() + 1);
        counts.add(0);
        return numbers.size();
    }

    /// A further mark of the footnote with that number: the first is 1.
    int again(int number) {
        return counts.set(number - 1, counts.get(number - 1) + 1) + 1;
    }

    /// How many marks of it were counted.
    int count(int number) {
        return counts.get(number - 1);
    }

    /// In their order: the first is number 1.
    List<Footnote> inOrder() {
        return List.copyOf(numbers.keySet());
    }

    int size() {
        return numbers.size();
    }
}
