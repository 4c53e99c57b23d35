package gleaner.slack;

import gleaner.news.GleanerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Keeps what Slack sends before it is acknowledged: what comes while the disk is busy with what
/// came before is written together, so that one sync serves all of it.
final class Keeper implements Runnable {

    private static final int TOGETHER = 256;
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SlackQueue queue;
    private final Stop stop;
    private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    private record Waiting(String text, CompletableFuture<Void> kept) {}

    Keeper(SlackQueue queue, Stop stop) {
        this.queue = queue;
        this.stop = stop;
    }

    /// Keeps it; when this returns it cannot be lost.
    ///
    /// @throws GleanerException where it cannot be kept
    void keep(String text) {
        var mine = new Waiting(text, new CompletableFuture<>());
        waiting.add(mine);
        if (ended) {
            refuseAll();
        }
        try {
            mine.kept().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof GleanerException ours
                    ? ours
                    : GleanerException.unavailable("It broke: %s.".formatted(e.getCause()));
        } catch (TimeoutException e) {
            throw GleanerException.unavailable("Redis took too long.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GleanerException.unavailable("Gleaner is stopping.");
        }
    }

    @Override
    public void run() {
        var batch = new ArrayList<Waiting>();
        try {
            while (!stop.isNow()) {
                var first = waiting.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, TOGETHER - 1);
                    append(List.copyOf(batch));
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            refuseAll();
        }
    }

    private void append(List<Waiting> batch) {
        try {
            queue.append(batch.stream().map(Waiting::text).toList());
            batch.forEach(each -> each.kept().complete(null));
        } catch (RuntimeException e) {
            batch.forEach(each -> each.kept().completeExceptionally(e));
        }
    }

    private void refuseAll() {
        for (var each = waiting.poll(); each != null; each = waiting.poll()) {
            each.kept().completeExceptionally(GleanerException.unavailable("Gleaner is stopping."));
        }
    }
}
