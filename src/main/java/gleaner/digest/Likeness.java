package gleaner.digest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which items may tell one story: a guess, for an editor to decide.
///
/// Two do whose titles, or whose titles and sentences together, have most of their words in common,
/// and that were shared within a few days. Two releases are not one: where each has a number that
/// the other lacks, they are different. Items with an editor's blurb each were told apart already.
///
/// Only words that few items have lead from one item to another, so that the work grows with the
/// items and not with their square.
final class Likeness {

    private static final Duration NEAR = Duration.ofDays(4);
    private static final int RARE = 16;
    private static final int MOST_WORDS = 40;
    private static final int ENOUGH_TITLE = 3;
    private static final int ENOUGH_WORDS = 5;

    /// Two items, in the order of the draft.
    record Pair(Story one, Story other) {}

    private record Told(Story story, Set<String> title, Set<String> words) {}

    private Likeness() {}

    /// Each item stands as the other of one pair at most; in the order of the draft.
    static List<Pair> of(List<Story> stories) {
        var told = stories.stream().map(Likeness::told).toList();
        var index = new HashMap<String, List<Integer>>();
        for (int i = 0; i < told.size(); i++) {
            for (var word : told.get(i).words()) {
                index.computeIfAbsent(word, _ -> new ArrayList<>(2)).add(i);
            }
        }
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < told.size(); i++) {
            for (int before : before(told.get(i), i, index)) {
                if (isAlike(told.get(before), told.get(i))) {
                    pairs.add(new Pair(told.get(before).story(), told.get(i).story()));
                    break;
                }
            }
        }
        return List.copyOf(pairs);
    }

    private static Told told(Story story) {
        var title = new HashSet<String>();
        story.carried.stream()
                .findFirst()
                .ifPresent(
                        choice -> choice.target().titleWords().forEach(word -> add(title, word)));
        var words = new HashSet<>(title);
        Target.wordsBesidesUrls(story.blurb.ownWords()).stream()
                .limit(MOST_WORDS)
                .filter(word -> !word.isSmall())
                .forEach(word -> add(words, word.folded()));
        return new Told(story, title, words);
    }

    private static void add(Set<String> words, String word) {
        if (words.size() < MOST_WORDS && !Words.isSmall(word)) {
            words.add(
                    word.length() > 3 && word.endsWith("s")
                            ? word.substring(0, word.length() - 1)
                            : word);
        }
    }

    /// Those before it that have two of its rare words, in their order.
    private static List<Integer> before(Told told, int at, Map<String, List<Integer>> index) {
        var before = new TreeMap<Integer, Integer>();
        for (var word : told.words()) {
            var found = index.getOrDefault(word, List.of());
            if (found.size() <= RARE) {
                found.stream()
                        .filter(other -> other < at)
                        .forEach(other -> before.merge(other, 1, Integer::sum));
            }
        }
        before.values().removeIf(common -> common < 2);
        return List.copyOf(before.keySet());
    }

    private static boolean isAlike(Told one, Told other) {
        var apart =
                Duration.between(one.story().leader.first(), other.story().leader.first()).abs();
        return apart.compareTo(NEAR) <= 0
                && !(one.story().leader.hasBlurb() && other.story().leader.hasBlurb())
                && !(hasOwnNumber(one.words(), other.words())
                        && hasOwnNumber(other.words(), one.words()))
                && (hasMostInCommon(one.title(), other.title(), ENOUGH_TITLE)
                        || hasMostInCommon(one.words(), other.words(), ENOUGH_WORDS));
    }

    private static boolean hasOwnNumber(Set<String> words, Set<String> others) {
        return words.stream()
                .anyMatch(word -> Character.isDigit(word.charAt(0)) && !others.contains(word));
    }

    /// At least so many, and half of all that there are.
    private static boolean hasMostInCommon(Set<String> one, Set<String> other, int enough) {
        var common = one.stream().filter(other::contains).count();
        return common >= enough && 2 * common >= one.size() + other.size() - common;
    }
}
