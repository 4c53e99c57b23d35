package gleaner.page;

import java.time.Duration;

/// The turns at hosts of all who ask them, in this process and others: so many at a time, with a gap
/// between their starts, and none while a host asked to be left alone. Safe for use by many threads;
/// never throws.
public interface FetchTurns {

    /// What comes of asking for a turn.
    sealed interface Answer {}

    /// It is one's own.
    ///
    /// @param turn to be given back
    /// @param after which it begins
    record Granted(String turn, Duration after) implements Answer {}

    /// It is the turn of others.
    ///
    /// @param after for which nobody is let in, as far as is known
    record NotYet(Duration after) implements Answer {}

    /// Nobody knows: only this fetcher's own turns count.
    record Unknown() implements Answer {}

    /// Asks for a turn, which lasts for a fetch's time at most.
    ///
    /// @param patience a turn that begins later is not wanted
    Answer ask(String host, FetchLimits limits, Duration patience);

    /// Gives one back.
    void leave(String host, String turn);

    /// Lets nobody in for that long.
    void close(String host, Duration time);

    /// None but the fetcher's own.
    static FetchTurns own() {
        return new FetchTurns() {
            @Override
            public Answer ask(String host, FetchLimits limits, Duration patience) {
                return new Unknown();
            }

            @Override
            public void leave(String host, String turn) {}

            @Override
            public void close(String host, Duration time) {}
        };
    }
}
