package gleaner.page;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Lets requests through to a host a few at a time, with a gap between their starts, and none at
/// all while the host asked to be left alone; of all who share the same turns. Safe for use by many threads; hosts that nobody asks
/// are forgotten.
final class FetchGate {

    private static final int MANY = 1_000;

    /// So often one looks whether a place has become free.
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final FetchLimits limits;
    private final FetchTime time;
    private final FetchTurns turns;
    private final Map<String, Host> hosts = new HashMap<>();

    /// @param turns of all who ask the same hosts; where they are not known, only one's own count
    FetchGate(FetchLimits limits, FetchTime time, FetchTurns turns) {
        this.limits = limits;
        this.time = time;
        this.turns = turns;
    }

    /// A turn at a host, to be given back.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private final class Host {

        private final Semaphore slots = new Semaphore(limits.perHost());
        private long next = time.nanos();
        private int users;
    }

    private record Shared(Optional<String> turn, Duration after) {}

    /// Waits for one's turn, no longer than the patience lasts.
    ///
    /// @throws FetchEnd ([FetchFailure.HostBusy]) where it would take longer
    Turn enter(String name) throws FetchEnd, InterruptedException {
        var host = come(name);
        var undo = new ArrayDeque<Runnable>();
        undo.push(() -> leave(host));
        var entered = false;
        try {
            var end = time.nanos() + limits.patience().toNanos();
            while (!host.slots.tryAcquire()) {
                glance(name, end);
            }
            undo.push(host.slots::release);
            var shared = share(name, end);
            shared.turn().ifPresent(turn -> undo.push(() -> turns.leave(name, turn)));
            var wait = reserve(name, host, end);
            time.pause(wait.compareTo(shared.after()) > 0 ? wait : shared.after());
            entered = true;
            return () -> undo.forEach(Runnable::run);
        } finally {
            if (!entered) {
                undo.forEach(Runnable::run);
            }
        }
    }

    /// One's turn among all who ask that host.
    private Shared share(String name, long end) throws FetchEnd, InterruptedException {
        while (true) {
            var patience = Duration.ofNanos(Math.max(0, end - time.nanos()));
            switch (turns.ask(name, limits, patience)) {
                case FetchTurns.Granted(var turn, var wait) -> {
                    return new Shared(Optional.of(turn), wait);
                }
                case FetchTurns.Unknown() -> {
                    return new Shared(Optional.empty(), Duration.ZERO);
                }
                case FetchTurns.NotYet(var wait) -> {
                    if (wait.compareTo(patience) > 0) {
                        throw busy(name, wait);
                    }
                    glance(name, end);
                }
            }
        }
    }

    private void glance(String name, long end) throws FetchEnd, InterruptedException {
        var left = end - time.nanos();
        if (left <= 0) {
            throw busy(name, Duration.ZERO);
        }
        time.pause(Duration.ofNanos(Math.min(left, GLANCE.toNanos())));
    }

    private Duration reserve(String name, Host host, long end) throws FetchEnd {
        synchronized (hosts) {
            var now = time.nanos();
            var wait = Math.max(0, host.next - now);
            if (wait > Math.max(0, end - now)) {
                throw busy(name, Duration.ofNanos(wait));
            }
            host.next = now + wait + limits.gap().toNanos();
            return Duration.ofNanos(wait);
        }
    }

    /// Longer than the host's own wait, so that whoever comes next is not in the way of those who
    /// wait already.
    private FetchEnd busy(String name, Duration wait) {
        return new FetchEnd(
                new FetchFailure.HostBusy(
                        name, wait.plus(limits.gap().multipliedBy(4)).plusSeconds(1)));
    }

    /// Lets nobody through to the host for that long.
    void close(String name, Duration time) {
        turns.close(name, time);
        synchronized (hosts) {
            var host = hosts.computeIfAbsent(name, _ -> new Host());
            var until = this.time.nanos() + time.toNanos();
            if (until - host.next > 0) {
                host.next = until;
            }
        }
    }

    int hostCount() {
        synchronized (hosts) {
            return hosts.size();
        }
    }

    private Host come(String name) {
        synchronized (hosts) {
            if (hosts.size() >= MANY) {
                hosts.values().removeIf(host -> host.users == 0 && host.next - time.nanos() <= 0);
            }
            if (hosts.size() >= 4 * MANY) {
                hosts.values().removeIf(host -> host.users == 0);
            }
            var host = hosts.computeIfAbsent(name, _ -> new Host());
            host.users++;
            return host;
        }
    }

    private void leave(Host host) {
        synchronized (hosts) {
            host.users--;
        }
    }
}
