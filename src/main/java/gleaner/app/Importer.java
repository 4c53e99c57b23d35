package gleaner.app;

import gleaner.capture.Capture;
import gleaner.command.Acknowledgements;
import gleaner.importing.Archive;
import gleaner.importing.Problem;
import gleaner.importing.Sink;
import gleaner.intake.ReplyText;
import gleaner.news.Event;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Excerpt;
import gleaner.store.Delivery;
import gleaner.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Puts an archive's events into the inbox, no faster than they are worked off, and waits until
/// they are.
final class Importer {

    private static final int BATCH = 512;
    private static final int MOST_WAITING = 8_192;
    private static final int MOST_TOLD = 10;
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Store store;
    private final String address;
    private final Progress progress;
    private final Consumer<Problem> problems;

    /// @param address under which it is counted; no other import's
    Importer(Store store, String address, Progress progress, Consumer<Problem> problems) {
        this.store = store;
        this.address = address;
        this.progress = progress;
        this.problems = problems;
    }

    /// What an import came to.
    ///
    /// @param events how many the archive held
    /// @param counts see [gleaner.store.Messages#tally]
    /// @param refusals answers to commands of the archive that could not be done
    /// @param problemCount how many things were left out
    record Result(long events, Map<String, Long> counts, List<String> refusals, int problemCount) {}

    Result run(Archive archive) {
        var feed = new Feed();
        archive.read(feed);
        feed.flush();
        while (!store.inbox().isDoneUpTo(feed.last)) {
            progress.waiting(store.inbox().size());
            pause();
        }
        progress.done();
        var counts = store.messages().tally(address);
        var refusals = refusals();
        store.messages().dropTally(address);
        store.outbox().drop(address);
        return new Result(feed.events, counts, refusals, feed.problemCount);
    }

    private List<String> refusals() {
        var refusals = new ArrayList<String>();
        var after = "0-0";
        while (true) {
            var answers = store.outbox().read(address, after, Duration.ofMillis(1));
            if (answers.isEmpty()) {
                return refusals;
            }
            for (var answer : answers) {
                after = answer.id();
                var reply = ReplyText.read(answer.text());
                if (!reply.kind().isFine()) {
                    refusals.add(answer.to().id() + ": " + reply.markdown());
                }
            }
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(LOOK.toNanos());
    }

    private final class Feed implements Sink {

        private final List<Delivery> batch = new ArrayList<>(BATCH);
        private String last = "0-0";
        private long events;
        private int problemCount;
        private int tooLong;

        @Override
        public void event(Event event) {
            events++;
            if (event instanceof MessagePosted posted && Capture.leavesOut(posted.text())) {
                sayTooLong(posted);
            }
            batch.add(new Delivery(event, address, true));
            if (batch.size() == BATCH) {
                flush();
                while (store.inbox().size() > MOST_WAITING) {
                    pause();
                }
            }
        }

        private void sayTooLong(MessagePosted posted) {
            if (++tooLong <= MOST_TOLD) {
                problem(
                        new Problem(
                                "message " + Excerpt.of(posted.message().id()),
                                0,
                                Acknowledgements.tooLong().markdown()));
            }
        }

        void flush() {
            if (!batch.isEmpty()) {
                last = store.inbox().append(batch);
                batch.clear();
            }
        }

        @Override
        public void problem(Problem problem) {
            problemCount++;
            problems.accept(problem);
        }

        @Override
        public void progress(long bytesRead, long bytesTotal) {
            progress.read(events, bytesRead, bytesTotal);
        }
    }
}
