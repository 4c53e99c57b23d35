package gleaner.mastodon;

import gleaner.command.Verb;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/// Tells a mistyped command from any other word. In public only what is one slip away from a longer
/// verb is taken for one: too many ordinary words are near the short ones, and whoever asked
/// nothing is not answered.
final class Slip {

    private static final int LONG = 5;
    private static final int LONGEST = 20;

    private Slip() {}

    /// Whether the word is a verb's name, or nearly.
    static boolean isVerb(String written) {
        var word = written.toLowerCase(Locale.ROOT);
        return word.length() <= LONGEST
                && Arrays.stream(Verb.values())
                        .flatMap(verb ->
                                Stream.concat(Stream.of(verb.word()), verb.synonyms().stream()))
                        .anyMatch(name ->
                                name.equals(word)
                                        || (name.length() >= LONG && isOneAway(name, word)));
    }

    /// Whether one letter was left out, put in, changed, or two neighbours changed places.
    private static boolean isOneAway(String name, String word) {
        var start = 0;
        var least = Math.min(name.length(), word.length());
        while (start < least && name.charAt(start) == word.charAt(start)) {
            start++;
        }
        var end = 0;
        while (end < least - start
                && name.charAt(name.length() - 1 - end) == word.charAt(word.length() - 1 - end)) {
            end++;
        }
        var left = name.substring(start, name.length() - end);
        var right = word.substring(start, word.length() - end);
        var isOneLetter = left.length() <= 1 && right.length() <= 1;
        var isSwap =
                left.length() == 2
                        && right.length() == 2
                        && left.charAt(0) == right.charAt(1)
                        && left.charAt(1) == right.charAt(0);
        return isOneLetter || isSwap;
    }
}
