package gleaner.app;

import gleaner.news.GleanerException;
import gleaner.page.FetchLimits;
import gleaner.page.FetchTurns;
import gleaner.store.HostTurns;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// The store's turns, for the fetchers of this process; where Redis is gone, each has its own.
final class SharedTurns implements FetchTurns {

    /// A request that was cut off is over a moment later.
    private static final Duration REST = Duration.ofSeconds(1);

    private final HostTurns turns;
    private final String process;
    private final AtomicLong count = new AtomicLong();

    /// @param process a name that no other has
    SharedTurns(HostTurns turns, String process) {
        this.turns = turns;
        this.process = process;
    }

    @Override
    public Answer ask(String host, FetchLimits limits, Duration patience) {
        var name = process + "-" + count.incrementAndGet();
        var manner =
                new HostTurns.Manner(limits.perHost(), limits.gap(), limits.time().plus(REST));
        try {
            var answer = turns.ask(host, name, manner, patience);
            return answer.isGranted()
                    ? new Granted(name, answer.after())
                    : new NotYet(answer.after());
        } catch (GleanerException e) {
            return new Unknown();
        }
    }

    /// Where that fails, the turn ends by itself.
    @Override
    public void leave(String host, String turn) {
        try {
            turns.leave(host, turn);
        } catch (GleanerException e) {
            return;
        }
    }

    /// Where that fails, only this process knows.
    @Override
    public void close(String host, Duration time) {
        try {
            turns.close(host, time);
        } catch (GleanerException e) {
            return;
        }
    }
}
