package gleaner.slack;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Time that passes only by being waited for: minutes of Slack's patience cost nothing.
final class FakeTime extends Stop {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    long nanos() {
        return nanos.get();
    }

    @Override
    boolean await(Duration pause) {
        nanos.addAndGet(pause.toNanos());
        return isNow();
    }

    Duration passed() {
        return Duration.ofNanos(nanos.get());
    }
}
