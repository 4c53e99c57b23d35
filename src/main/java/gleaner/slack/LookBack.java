package gleaner.slack;

import gleaner.news.GleanerException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what was missed, beside the watch of the line: Slack may make the reading wait for
/// minutes, in which the line may die again.
///
/// One thread begins and ends it; of several processes one reads.
final class LookBack {

    private static final Logger log = LoggerFactory.getLogger(LookBack.class);

    /// Slack sends what was not acknowledged again within five minutes; a gap below this needs no
    /// word.
    private static final Duration WORTH_A_WORD = Duration.ofMinutes(1);

    private static final Duration END = Duration.ofSeconds(2);

    private final Marks marks;
    private final Leases leases;
    private final CatchUp catchUp;
    private final Absence absence;
    private final SlackTroubles troubles;
    private final Stop stop;
    private Optional<Thread> thread = Optional.empty();
    private volatile int filled;

    LookBack(
            Marks marks,
            Leases leases,
            CatchUp catchUp,
            Absence absence,
            SlackTroubles troubles,
            Stop stop) {
        this.marks = marks;
        this.leases = leases;
        this.catchUp = catchUp;
        this.absence = absence;
        this.troubles = troubles;
        this.stop = stop;
    }

    /// The number of the last gap of which everything was read; 0 before the first.
    int filled() {
        return filled;
    }

    /// Begins to fill a gap, unless one is being filled: then whoever finds that it is not filled
    /// begins again later.
    ///
    /// @param gap its number
    /// @param now when the line was alive again
    void begin(int gap, Instant now) {
        if (thread.map(Thread::isAlive).orElse(false)) {
            return;
        }
        thread =
                Optional.of(
                        Thread.ofPlatform()
                                .name("slack-look-back")
                                .daemon(true)
                                .start(() -> tried(gap, now)));
    }

    /// Waits for it to end, once the channel is to stop.
    void end() throws InterruptedException {
        if (thread.isPresent()) {
            thread.get().join(END);
        }
    }

    private void tried(int gap, Instant now) {
        try {
            fill(gap, now);
        } catch (GleanerException e) {
            log.warn("{} Trying again.", e.sentence());
        } catch (SlackFailure e) {
            if (!stop.isNow()) {
                troubles.tell(e, "");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("Reading what was missed broke and is tried again: {}", e.toString());
        }
    }

    private void fill(int gap, Instant now) throws InterruptedException {
        var since = marks.alive();
        if (since.isEmpty()) {
            // Never here before: what was said before Gleaner came is not its business.
            marks.alive(now);
            filled = gap;
            return;
        }
        if (!leases.take(CatchUp.LEASE)) {
            return;
        }
        try {
            var found = catchUp.since(since.get(), now);
            marks.alive(now);
            filled = gap;
            if (found.isAnything()
                    || Duration.between(since.get(), now).compareTo(WORTH_A_WORD) > 0) {
                absence.tell(since.get(), now, found);
            }
        } finally {
            leases.giveBack(CatchUp.LEASE);
        }
    }
}
