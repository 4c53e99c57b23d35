package gleaner.slack;

import com.slack.api.util.thread.ExecutorServiceProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// The threads that the SDK asks for; remembered, because it does not end all of them itself.
final class OwnThreads implements ExecutorServiceProvider {

    private static final int CONCURRENCY = 4;

    private final List<ExecutorService> all = new CopyOnWriteArrayList<>();

    @Override
    public ExecutorService createThreadPoolExecutor(String name, int size) {
        return kept(Executors.newFixedThreadPool(size, threads(name)));
    }

    @Override
    public ScheduledExecutorService createThreadScheduledExecutor(String name) {
        var executor = Executors.newScheduledThreadPool(CONCURRENCY, threads(name));
        all.add(executor);
        return executor;
    }

    private ExecutorService kept(ExecutorService executor) {
        all.add(executor);
        return executor;
    }

    private static ThreadFactory threads(String name) {
        return Thread.ofPlatform().daemon(true).name("slack-" + name + "-", 0).factory();
    }

    /// Ends them all.
    ///
    /// @return whether they ended within that time
    boolean close(Duration patience) throws InterruptedException {
        all.forEach(ExecutorService::shutdownNow);
        var ended = true;
        for (var executor : all) {
            ended &= executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        all.clear();
        return ended;
    }
}
