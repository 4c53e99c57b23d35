package gleaner.page;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The time that passes between requests; its own so that a test need not wait.
interface FetchTime {

    /// As [System#nanoTime].
    long nanos();

    /// Waits.
    ///
    /// @throws InterruptedException also where the fetcher is closed meanwhile
    void pause(Duration time) throws InterruptedException;

    /// The machine's time, until the fetcher is closed.
    static FetchTime until(CompletableFuture<Void> closing) {
        return new FetchTime() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                try {
                    closing.get(time.toNanos(), TimeUnit.NANOSECONDS);
                    throw new InterruptedException("The fetcher was closed.");
                } catch (TimeoutException e) {
                    return;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("Closing cannot fail.", e);
                }
            }
        };
    }
}
