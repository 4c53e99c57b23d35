package gleaner.page;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When a page that could not be fetched is tried again: after a minute, ten minutes, an hour, six
/// hours and a day.
final class PageRetries {

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofDays(1));

    /// Who takes a page more often than that is somebody whose reading of it ended the process each
    /// time.
    static final int MOST = PAUSES.size() + 3;

    private PageRetries() {}

    /// The pause after that attempt, no shorter than the server asked for; empty where it was the
    /// last.
    static Optional<Duration> after(int attempt, Optional<Duration> asked) {
        if (attempt > PAUSES.size()) {
            return Optional.empty();
        }
        var pause = PAUSES.get(Math.max(0, attempt - 1));
        return Optional.of(asked.filter(wish -> wish.compareTo(pause) > 0).orElse(pause));
    }
}
