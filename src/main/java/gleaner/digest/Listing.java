package gleaner.digest;

import gleaner.digest.prose.Prose;
import java.util.List;

/// A list among the issue's own words; a list in it is part of it.
///
/// @param isNumbered whether its points are numbered, from 1
/// @param points at least one, none empty
public record Listing(boolean isNumbered, List<Prose> points) implements Piece {

    public Listing {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A list has at least one point.");
        }
    }

    /// What stands before a point.
    ///
    /// @param number from 1
    public String mark(int number) {
        return isNumbered ? number + "." : "-";
    }
}
