package gleaner.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// What somebody meant who wrote a word that is not known.
final class Nearest {

    /// Nobody mistypes a word of more characters; it also bounds the work.
    private static final int LONGEST = 40;

    private Nearest() {}

    /// The known word that is nearest, where it is near enough: a letter left out, added, wrong, or
    /// two swapped, one such slip for each three letters begun.
    static Optional<String> to(String written, Collection<String> known) {
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        var word = written.toLowerCase(Locale.ROOT);
        var allowed = (word.length() + 2) / 3;
        return known.stream()
                .filter(other -> distance(word, other.toLowerCase(Locale.ROOT)) <= allowed)
                .min(
                        Comparator.comparingInt((String other) ->
                                        distance(word, other.toLowerCase(Locale.ROOT)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /// The optimal string alignment distance: insertions, deletions, substitutions, swaps of
    /// neighbours.
    static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                rows[i][j] =
                        Math.min(
                                Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1),
                                rows[i - 1][j - 1] + same);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[a.length()][b.length()];
    }
}
