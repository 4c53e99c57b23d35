package gleaner.mastodon;

import java.time.Duration;
import java.util.Arrays;

/// When something is to be done next; at first, at once. Of the machine's own clock, which never
/// jumps.
final class Timer {

    private long due = System.nanoTime();

    boolean isDue() {
        return System.nanoTime() - due >= 0;
    }

    void in(Duration time) {
        due = System.nanoTime() + time.toNanos();
    }

    void now() {
        due = System.nanoTime();
    }

    /// In that time, or sooner where it was to be sooner.
    void atMost(Duration time) {
        var latest = System.nanoTime() + time.toNanos();
        if (latest - due < 0) {
            due = latest;
        }
    }

    /// Until the first of them is due; never less than a millisecond.
    static Duration soonest(Timer... timers) {
        var now = System.nanoTime();
        var nanos = Arrays.stream(timers).mapToLong(timer -> timer.due - now).min().orElse(0);
        return Duration.ofNanos(Math.max(1_000_000, nanos));
    }
}
