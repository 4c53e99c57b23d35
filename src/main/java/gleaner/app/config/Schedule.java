package gleaner.app.config;

import gleaner.app.config.WeekTime.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When the draft goes to the editors by itself.
///
/// @param late so long after its time it is still made
public record Schedule(List<WeekTime> times, Duration late) {

    /// Only when somebody asks.
    public static final Schedule NEVER = new Schedule(List.of(), Duration.ofHours(12));

    public Schedule {
        times = List.copyOf(times);
    }

    /// The latest of its times that is not after that moment.
    public Optional<Occurrence> last(Instant now, ZoneId zone) {
        return times.stream()
                .map(time -> time.last(now, zone))
                .max(Comparator.comparing(Occurrence::at).thenComparing(Occurrence::local));
    }

    /// The first of its times that is after that moment.
    public Optional<Occurrence> next(Instant now, ZoneId zone) {
        return times.stream()
                .map(time -> time.next(now, zone))
                .min(Comparator.comparing(Occurrence::at).thenComparing(Occurrence::local));
    }
}
