package gleaner.mastodon;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait after the first, second, third failure in a row: twice as long each time, and
/// never as long as somebody else who failed at the same moment.
///
/// @param first the longest first wait
/// @param longest of all waits
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 20;

    /// Between half and the whole of the doubled wait.
    ///
    /// @param failures in a row, from 1
    Duration after(int failures) {
        var doubled = first.toMillis() << Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
        var most = Math.max(1, Math.min(longest.toMillis(), doubled));
        return Duration.ofMillis(most - random.nextLong(most / 2 + 1));
    }
}
