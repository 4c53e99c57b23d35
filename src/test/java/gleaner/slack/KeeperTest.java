package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.news.GleanerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is kept before it is acknowledged; if these fail, acknowledgements wait one behind the
/// other for the disk, or are given for what was not kept.
class KeeperTest {

    private final Stop stop = new Stop();
    private final Slow queue = new Slow();
    private final Keeper keeper = new Keeper(queue, stop);

    /// A queue that is slow with the first one.
    private static final class Slow implements SlackQueue {

        private final List<List<String>> batches = new CopyOnWriteArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);

        @Override
        public void append(List<String> texts) {
            batches.add(texts);
            begun.countDown();
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (texts.contains("refused")) {
                throw GleanerException.unavailable("Redis is away.");
            }
        }

        @Override
        public List<Entry> take(int count, Duration wait) {
            return List.of();
        }

        @Override
        public void done(List<Entry> entries) {}

        @Override
        public void leave() {}
    }

    @AfterEach
    void end() {
        queue.goesOn.countDown();
        stop.now();
    }

    @Test
    void whatComesWhileTheDiskIsBusyIsWrittenTogether() throws InterruptedException {
        Thread.ofVirtual().start(keeper);
        var threads = new ArrayList<Thread>();
        threads.add(Thread.ofVirtual().start(() -> keeper.keep("0")));
        queue.begun.await();
        for (int i = 1; i < 10; i++) {
            var text = Integer.toString(i);
            var thread = Thread.ofVirtual().start(() -> keeper.keep(text));
            threads.add(thread);
            while (thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }
        assertThat(threads).allMatch(Thread::isAlive);
        queue.goesOn.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(queue.batches)
                .containsExactly(
                        List.of("0"), List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }

    @Test
    void whatCouldNotBeKeptIsSaidToWhoeverWaits() {
        queue.goesOn.countDown();
        Thread.ofVirtual().start(keeper);
        assertThatThrownBy(() -> keeper.keep("refused")).hasMessageContaining("Redis is away.");
        keeper.keep("kept");
        assertThat(queue.batches).containsExactly(List.of("refused"), List.of("kept"));
    }

    @Test
    void nobodyWaitsForAKeeperThatHasStopped() {
        stop.now();
        keeper.run();
        assertThatThrownBy(() -> keeper.keep("late")).hasMessageContaining("Gleaner is stopping.");
    }
}
