package gleaner.slack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Whether the channel is to stop; whoever waits, waits on it, and by its clock.
class Stop {

    private final CountDownLatch latch = new CountDownLatch(1);

    void now() {
        latch.countDown();
    }

    boolean isNow() {
        return latch.getCount() == 0;
    }

    /// A clock that only goes forward, in nanoseconds since some moment.
    long nanos() {
        return System.nanoTime();
    }

    /// Waits.
    ///
    /// @return whether the channel is to stop
    boolean await(Duration pause) {
        try {
            return latch.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            latch.countDown();
            return true;
        }
    }
}
