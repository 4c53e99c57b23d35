package gleaner.digest.drafting;

import gleaner.digest.prose.Prose;
import gleaner.digest.prose.SafeUrl;
import gleaner.digest.prose.Words;
import gleaner.digest.prose.Words.Word;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which words of a sentence carry a link that nobody put on any.
///
/// In this order, as far as no other link stands there:
/// 1. the words that an editor named;
/// 2. the longest row of words that are all in the page's title, in whatever order: two or more
///    with a letter in one of them, or one of five letters and more with a capital, or one of
///    letters and digits;
/// 3. the last words before the place where the URL stood: back to a comma or the like, at least
///    two words, then no further than a small word ("the", "of") or four words;
/// 4. the first words, likewise.
///
/// No link begins or ends with a small word, unless there is no other.
final class Placing {

    private static final int MOST_WORDS = 200;
    private static final int LONG_ENOUGH = 5;
    private static final int MOST_LINKED = 4;

    private Placing() {}

    /// The sentence with the link on words of it; empty if no word is free.
    ///
    /// @param before where the URL stood, in characters; the length where it stood nowhere
    static Optional<Prose> place(Prose prose, Target target, Optional<Integer> before) {
        var words = Words.of(prose.text());
        var free =
                new Free(prose, words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words);
        return shared(free, target.titleWords())
                .or(() -> before.flatMap(at -> last(free, at)))
                .or(() -> first(free))
                .map(stretch -> prose.linked(stretch.from, stretch.to, SafeUrl.of(target.url())));
    }

    /// The sentence with the link on the words that it shares with the title; empty if it shares
    /// none.
    static Optional<Prose> placeOnTitle(Prose prose, Target target) {
        var words = Words.of(prose.text());
        var free =
                new Free(prose, words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words);
        return shared(free, target.titleWords())
                .map(stretch -> prose.linked(stretch.from, stretch.to, SafeUrl.of(target.url())));
    }

    /// The sentence with the link on those words and nowhere else; empty if they are not in it.
    static Optional<Prose> placeOn(Prose prose, String sought, Target target) {
        var text = prose.text();
        int at = text.indexOf(sought);
        int to = at + sought.length();
        if (at < 0) {
            var all = Words.of(text);
            var part = Words.of(sought);
            int first = Words.indexOf(all, part);
            if (first < 0) {
                return Optional.empty();
            }
            at = all.get(first).from();
            to = all.get(first + part.size() - 1).to();
        }
        var alone = prose;
        for (var anchor : prose.anchors()) {
            if (target.isWrittenAs(anchor.url()) || (anchor.from() < to && anchor.to() > at)) {
                alone = alone.linked(anchor.from(), anchor.to(), Optional.empty());
            }
        }
        return Optional.of(alone.linked(at, to, SafeUrl.of(target.url())));
    }

    private record Stretch(int from, int to) {}

    /// The words of a sentence, and which of them belong together and to no link.
    private record Free(String text, List<Word> words, BitSet taken) {

        Free(Prose prose, List<Word> words) {
            this(prose.text(), words, new BitSet());
            int i = 0;
            for (var anchor : prose.anchors()) {
                for (; i < words.size() && words.get(i).from() < anchor.to(); i++) {
                    taken.set(i, words.get(i).to() > anchor.from());
                }
            }
        }

        /// Whether nothing but a space, hyphen or the like stands between a word and the next.
        boolean isJoined(int i) {
            if (taken.get(i) || taken.get(i + 1)) {
                return false;
            }
            for (int at = words.get(i).to(); at < words.get(i + 1).from(); at++) {
                if (" -_/.&+'’@#".indexOf(text.charAt(at)) < 0 || text.startsWith(". ", at)) {
                    return false;
                }
            }
            return true;
        }

        boolean isSmall(int i) {
            return words.get(i).isSmall();
        }

        /// From one word to another, with the marks that belong to them: `#12`, `@ada`, `C++`,
        /// `30%`.
        Stretch stretch(int from, int to) {
            int first = words.get(from).from();
            int last = words.get(to).to();
            while (first > 0 && "#@$".indexOf(text.charAt(first - 1)) >= 0) {
                first--;
            }
            while (last < text.length() && "+#%".indexOf(text.charAt(last)) >= 0) {
                last++;
            }
            return new Stretch(first, last);
        }
    }

    /// The longest row of free words that are all in the title.
    private static Optional<Stretch> shared(Free free, Set<String> title) {
        Optional<Stretch> best = Optional.empty();
        int most = 0;
        int from = 0;
        for (int i = 0; i < free.words.size(); i++) {
            if (free.taken.get(i) || !title.contains(free.words.get(i).folded())) {
                from = i + 1;
                continue;
            }
            if (i > from && !free.isJoined(i - 1)) {
                from = i;
            }
            if (i - from >= most) {
                var row = trimmed(free, from, i);
                int length = row[1] - row[0] + 1;
                if (length > most && (length > 1 ? hasLetter(free, row) : isTelling(free, row))) {
                    most = length;
                    best = Optional.of(free.stretch(row[0], row[1]));
                }
            }
        }
        return best;
    }

    private static boolean hasLetter(Free free, int[] row) {
        return free.words.subList(row[0], row[1] + 1).stream()
                .anyMatch(word -> word.folded().codePoints().anyMatch(Character::isLetter));
    }

    private static boolean isTelling(Free free, int[] one) {
        if (one[0] != one[1] || free.isSmall(one[0])) {
            return false;
        }
        var word = free.text.substring(free.words.get(one[0]).from(), free.words.get(one[0]).to());
        return (word.length() >= LONG_ENOUGH && !word.equals(word.toLowerCase(Locale.ROOT)))
                || (word.chars().anyMatch(Character::isDigit)
                        && word.chars().anyMatch(Character::isLetter));
    }

    private static int[] trimmed(Free free, int from, int to) {
        int first = from;
        int last = to;
        while (first < last && free.isSmall(first)) {
            first++;
        }
        while (last > first && free.isSmall(last)) {
            last--;
        }
        return new int[] {first, last};
    }

    private static Optional<Stretch> last(Free free, int before) {
        int to = free.words.size() - 1;
        while (to >= 0 && free.words.get(to).to() > before) {
            to--;
        }
        if (to < 0 || free.taken.get(to)) {
            return Optional.empty();
        }
        int from = to;
        while (from > 0
                && to - from < MOST_LINKED - 1
                && free.isJoined(from - 1)
                && !(free.isSmall(from - 1) && to - from > 0)) {
            from--;
        }
        var best = trimmed(free, from, to);
        return Optional.of(free.stretch(best[0], best[1]));
    }

    private static Optional<Stretch> first(Free free) {
        int from = 0;
        while (from < free.words.size() && (free.taken.get(from) || free.isSmall(from))) {
            from++;
        }
        if (from == free.words.size()) {
            from = 0;
            if (free.words.isEmpty() || free.taken.get(0)) {
                return Optional.empty();
            }
        }
        int to = from;
        while (to + 1 < free.words.size()
                && to - from < MOST_LINKED - 1
                && free.isJoined(to)
                && !(free.isSmall(to + 1) && to - from > 0)) {
            to++;
        }
        var best = trimmed(free, from, to);
        return Optional.of(free.stretch(best[0], best[1]));
    }
}
