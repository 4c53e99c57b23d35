package gleaner.digest.drafting;

import gleaner.digest.prose.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Which items may tell one story: a guess, for an editor to decide.
///
/// Two do whose titles, or whose titles and sentences together, have most of their words in common,
/// and that were shared within a few days. Two releases are not one: where each has a number that
/// the other lacks, they are different. Items with an editor's blurb each were told apart already.
///
/// Only words that few items have lead from one item to another, so that the work grows with the
/// items and not with their square. Words are numbered, so that it needs little memory.
final class Likeness {

    private static final Duration NEAR = Duration.ofDays(4);
    private static final int RARE = 16;
    private static final int MOST_WORDS = 40;
    private static final int ENOUGH_TITLE = 3;
    private static final int ENOUGH_WORDS = 5;

    /// Two items, in the order of the draft.
    record Pair(Story one, Story other) {}

    /// An item, with the numbers of its title's words, rising, and of the title's and the
    /// sentence's.
    private static final class Told {

        final Story story;
        final int[] title;
        final int[] words;

        Told(Story story, int[] title, int[] words) {
            this.story = story;
            this.title = title;
            this.words = words;
        }
    }

    private final Map<String, Integer> numbers = new HashMap<>();

    /// The words that begin with a digit.
    private final BitSet digits = new BitSet();

    private Likeness() {}

    /// Each item stands as the other of one pair at most; in the order of the draft.
    static List<Pair> of(List<Story> stories) {
        return new Likeness().pairs(stories);
    }

    private List<Pair> pairs(List<Story> stories) {
        var told = new ArrayList<Told>(stories.size());
        stories.forEach(story -> told.add(told(story)));
        var placesOfRare = placesOfRare(told);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < told.size(); i++) {
            for (int before : before(told.get(i), i, placesOfRare)) {
                if (isAlike(told.get(before), told.get(i))) {
                    pairs.add(new Pair(told.get(before).story, told.get(i).story));
                    break;
                }
            }
        }
        return List.copyOf(pairs);
    }

    private Told told(Story story) {
        var numbers = new Numbers();
        story.leader.target().titleWords().forEach(numbers::add);
        var title = numbers.rising();
        Arrays.stream(story.blurb.told().split(" ")).limit(MOST_WORDS).forEach(numbers::add);
        return new Told(story, title, numbers.rising());
    }

    /// The numbers of some words, each once, none of a small word.
    private final class Numbers {

        private final int[] all = new int[MOST_WORDS];
        private int count;

        void add(String word) {
            if (count == MOST_WORDS || word.isEmpty() || Words.isSmall(word)) {
                return;
            }
            var isPlural = word.length() > 3 && word.endsWith("s");
            int number = number(isPlural ? word.substring(0, word.length() - 1) : word);
            for (int i = 0; i < count; i++) {
                if (all[i] == number) {
                    return;
                }
            }
            all[count++] = number;
        }

        int[] rising() {
            var rising = Arrays.copyOf(all, count);
            Arrays.sort(rising);
            return rising;
        }
    }

    private int number(String word) {
        var known = numbers.putIfAbsent(word, numbers.size());
        if (known != null) {
            return known;
        }
        digits.set(numbers.size() - 1, Character.isDigit(word.charAt(0)));
        return numbers.size() - 1;
    }

    /// By a word's number, the places of the items that have it; none for a word that many have.
    private List<List<Integer>> placesOfRare(List<Told> told) {
        var uses = new int[numbers.size()];
        told.forEach(each -> {
            for (int word : each.words) {
                uses[word]++;
            }
        });
        var places = new ArrayList<List<Integer>>(uses.length);
        for (int count : uses) {
            places.add(count > 1 && count <= RARE ? new ArrayList<>(count) : List.of());
        }
        for (int i = 0; i < told.size(); i++) {
            for (int word : told.get(i).words) {
                if (uses[word] > 1 && uses[word] <= RARE) {
                    places.get(word).add(i);
                }
            }
        }
        return places;
    }

    /// Those before it that have two of its rare words, in their order.
    private static Iterable<Integer> before(Told told, int at, List<List<Integer>> placesOfRare) {
        var before = new TreeMap<Integer, Integer>();
        for (int word : told.words) {
            for (int other : placesOfRare.get(word)) {
                if (other < at) {
                    before.merge(other, 1, Integer::sum);
                }
            }
        }
        before.values().removeIf(common -> common < 2);
        return before.keySet();
    }

    private boolean isAlike(Told one, Told other) {
        var apart = Duration.between(one.story.leader.first(), other.story.leader.first()).abs();
        return apart.compareTo(NEAR) <= 0
                && !(one.story.leader.hasBlurb() && other.story.leader.hasBlurb())
                && !(hasOwnNumber(one.words, other.words) && hasOwnNumber(other.words, one.words))
                && (hasMostInCommon(one.title, other.title, ENOUGH_TITLE)
                        || hasMostInCommon(one.words, other.words, ENOUGH_WORDS));
    }

    private boolean hasOwnNumber(int[] words, int[] others) {
        return Arrays.stream(words)
                .anyMatch(word -> digits.get(word) && Arrays.binarySearch(others, word) < 0);
    }

    /// At least so many, and half of all that there are.
    private static boolean hasMostInCommon(int[] one, int[] other, int enough) {
        var common =
                Arrays.stream(one).filter(word -> Arrays.binarySearch(other, word) >= 0).count();
        return common >= enough && 2 * common >= one.length + other.length - common;
    }
}
