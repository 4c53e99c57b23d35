package gleaner.mastodon;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What streams in, handed over from the stream's threads to the listening thread; where that is
/// too slow, it catches up instead.
final class Signals {

    private static final Logger log = LoggerFactory.getLogger(Signals.class);
    private static final int MOST_WAITING = 1000;

    private final BlockingQueue<Signal> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicReference<@Nullable Signal> ending = new AtomicReference<>();

    /// Something for the listening thread to do.
    interface Signal {
        void act(Rounds rounds);
    }

    /// Forgets what waits and lets nobody wait for more.
    void wake() {
        waiting.clear();
        waiting.offer(_ -> {});
    }

    /// The next; empty where none came in that time.
    Optional<Signal> next(Duration time) throws InterruptedException {
        return Optional.ofNullable(waiting.poll(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// That a stream ended, told once.
    Optional<Signal> ended() {
        return Optional.ofNullable(ending.getAndSet(null));
    }

    /// Who listens to the stream of that number.
    MastodonApi.Listener ears(int number) {
        return new Ears(number);
    }

    private void hand(Signal signal) {
        if (!waiting.offer(signal)) {
            log.debug("More streams in than can be taken; it is caught up with later.");
        }
    }

    private final class Ears implements MastodonApi.Listener {

        private final int number;

        Ears(int number) {
            this.number = number;
        }

        @Override
        public void noticed(MastodonApi.Notice notice) {
            hand(rounds -> {
                rounds.heard();
                rounds.with(ears -> ears.take(notice));
            });
        }

        @Override
        public void changed(MastodonApi.Status status) {
            hand(rounds -> rounds.with(ears -> ears.changed(status)));
        }

        @Override
        public void deleted(String id) {
            hand(rounds -> rounds.with(ears -> ears.deleted(id)));
        }

        @Override
        public void other() {
            hand(Rounds::heard);
        }

        /// Must not be lost even where nothing else can be handed over.
        @Override
        public void ended(MastodonTrouble trouble) {
            ending.set(rounds -> rounds.ended(number, trouble));
            waiting.offer(_ -> {});
        }
    }
}
