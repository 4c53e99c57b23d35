package gleaner.page;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets requests through to a host a few at a time, with a gap between their starts, and none at
/// all while the host asked to be left alone. Safe for use by many threads; hosts that nobody asks
/// are forgotten.
final class FetchGate {

    private static final int MANY = 1_000;

    private final FetchLimits limits;
    private final FetchTime time;
    private final Map<String, Host> hosts = new HashMap<>();

    FetchGate(FetchLimits limits, FetchTime time) {
        this.limits = limits;
        this.time = time;
    }

    /// A turn at a host, to be given back.
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    private final class Host implements Turn {

        private final Semaphore slots = new Semaphore(limits.perHost(), true);
        private long next = time.nanos();
        private int users;

        @Override
        public void close() {
            slots.release();
            leave(this);
        }
    }

    /// Waits for one's turn, no longer than the patience lasts.
    ///
    /// @throws FetchEnd ([FetchFailure.HostBusy]) where it would take longer
    Turn enter(String name) throws FetchEnd, InterruptedException {
        var host = come(name);
        var entered = false;
        try {
            var begin = time.nanos();
            if (!host.slots.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy(name, Duration.ZERO);
            }
            try {
                var left = limits.patience().toNanos() - (time.nanos() - begin);
                var wait = reserve(name, host, left);
                time.pause(wait);
                entered = true;
            } finally {
                if (!entered) {
                    host.slots.release();
                }
            }
            return host;
        } finally {
            if (!entered) {
                leave(host);
            }
        }
    }

    private Duration reserve(String name, Host host, long patience) throws FetchEnd {
        synchronized (hosts) {
            var wait = Math.max(0, host.next - time.nanos());
            if (wait > Math.max(0, patience)) {
                throw busy(name, Duration.ofNanos(wait));
            }
            host.next = time.nanos() + wait + limits.gap().toNanos();
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
