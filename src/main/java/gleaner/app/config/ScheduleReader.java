package gleaner.app.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads `digest.schedule` and how late it may be.
final class ScheduleReader {

    private static final String EXPECTED = "a weekday and a time such as Thursday 16:00";

    private ScheduleReader() {}

    static Schedule read(Block digest, Schedule standard) {
        var times = digest.read("schedule", standard.times(), ScheduleReader::times);
        var hours =
                digest.read(
                        "schedule-late-hours",
                        (int) standard.late().toHours(),
                        it -> it.number(1, 167));
        return new Schedule(times, Duration.ofHours(hours));
    }

    private static Optional<List<WeekTime>> times(Value value) {
        if (!(value.node() instanceof SequenceNode)) {
            return time(value).map(List::of);
        }
        return value.items(EXPECTED)
                .map(items -> {
                    var times = new ArrayList<WeekTime>();
                    items.forEach(item ->
                            time(item)
                                    .ifPresent(time -> {
                                        if (times.contains(time)) {
                                            item.problems()
                                                    .add(
                                                            item.line(),
                                                            "%s stands here a second time ('%s')."
                                                                    .formatted(time, item.path()));
                                        } else {
                                            times.add(time);
                                        }
                                    }));
                    return times;
                });
    }

    private static Optional<WeekTime> time(Value value) {
        return value.text(EXPECTED)
                .flatMap(text -> WeekTime.parse(text).or(() -> value.refuse(EXPECTED)));
    }
}
