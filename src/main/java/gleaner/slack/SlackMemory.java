package gleaner.slack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the channel remembers, over restarts and together with the other processes.
public interface SlackMemory {

    /// Keeps a text for that long.
    void keep(String name, String text, Duration life);

    /// Keeps marks without a text for that long.
    void keepAll(List<String> names, Duration life);

    Optional<String> kept(String name);

    void forget(String name);

    /// Takes what only one may have at a time; false where it was taken less than `life` ago and
    /// not forgotten since.
    boolean claim(String name, Duration life);

    /// Keeps the greatest number that each member of a table was given.
    void raise(String table, Map<String, Long> values);

    /// A table, in the order of its numbers.
    Map<String, Long> table(String table);

    /// Drops the members of a table with smaller numbers.
    void dropBelow(String table, long value);
}
