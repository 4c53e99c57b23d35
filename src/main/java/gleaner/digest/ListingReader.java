package gleaner.digest;

import gleaner.digest.prose.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads a list as editors write it: a line that begins with `-`, `*`, `+` or a number begins a
/// point, any other goes on with it.
///
/// As in CommonMark (5.3), only a list from 1 is one where nothing says so before: a paragraph may
/// begin with a year.
public final class ListingReader {

    private static final Pattern POINT =
            Pattern.compile(" {0,9}(?:([-*+])|([0-9]{1,9})[.)])[ \\t]+(.*)");
    private static final Pattern BREAK = Pattern.compile("[-*_ \\t]+");

    private ListingReader() {}

    /// The line with which a list begins.
    ///
    /// @param lines of a part without an empty line
    /// @param numbered how many points a numbered list has that stands before the part
    /// @return their count where there is no list
    public static int begin(List<String> lines, int numbered) {
        for (int i = 0; i < lines.size(); i++) {
            if (begins(lines.get(i), i == 0 ? numbered + 1 : 1)) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean begins(String line, int next) {
        var point = POINT.matcher(line);
        if (BREAK.matcher(line).matches() || !point.matches()) {
            return false;
        }
        var number = point.group(2);
        return number == null || Integer.parseInt(number) == 1 || Integer.parseInt(number) == next;
    }

    /// The list that these lines are; empty where nothing in it shows.
    ///
    /// @param lines the first of them begins a list
    /// @param words a point's, as it is written
    public static Optional<Listing> read(List<String> lines, Function<String, Prose> words) {
        var points = new ArrayList<String>();
        var isNumbered = false;
        for (var line : lines) {
            var point = POINT.matcher(line);
            if (point.matches() && (points.isEmpty() || !BREAK.matcher(line).matches())) {
                isNumbered = points.isEmpty() ? point.group(2) != null : isNumbered;
                points.add(point.group(3));
            } else {
                points.set(points.size() - 1, points.getLast() + "\n" + line.strip());
            }
        }
        var written = points.stream().map(words).filter(point -> !point.isEmpty()).toList();
        return written.isEmpty() ? Optional.empty() : Optional.of(new Listing(isNumbered, written));
    }

    /// The pieces with one more; a list goes on with the list before it.
    public static void append(List<Piece> pieces, Piece piece) {
        if (piece instanceof Listing(var isNumbered, var more)
                && !pieces.isEmpty()
                && pieces.getLast() instanceof Listing(var isAlso, var points)
                && isNumbered == isAlso) {
            var all = new ArrayList<>(points);
            all.addAll(more);
            pieces.set(pieces.size() - 1, new Listing(isNumbered, all));
        } else {
            pieces.add(piece);
        }
    }
}
