package gleaner.slack;

import gleaner.news.GleanerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the line to Slack open, and reads what was missed whenever it was not.
///
/// The time up to which everything was heard only moves on while the line is alive and nothing is
/// left to be read: so a look back that was itself interrupted is done again, by whoever comes
/// next.
final class SlackWatch {

    private static final Logger log = LoggerFactory.getLogger(SlackWatch.class);

    /// Slack sends what was not acknowledged again within five minutes; a gap below this needs no
    /// word.
    private static final Duration WORTH_A_WORD = Duration.ofMinutes(1);

    private static final Duration TELL_AGAIN = Duration.ofMinutes(5);

    private final SlackLine line;
    private final Marks marks;
    private final Leases leases;
    private final CatchUp catchUp;
    private final Absence absence;
    private final SlackTroubles troubles;
    private final Consumer<SlackFailure> refused;
    private final BooleanSupplier missed;
    private final Clock clock;
    private final Duration interval;
    private final Stop stop;
    private volatile boolean ready;
    private boolean hasGap = true;
    private long toldAt = System.nanoTime() - TELL_AGAIN.toNanos();
    private long deadSince = System.nanoTime();

    /// @param refused tells why Slack does not let the line be opened
    /// @param missed whether something could not be kept since that was last asked
    /// @param interval between two looks at the line
    SlackWatch(
            SlackLine line,
            Marks marks,
            Leases leases,
            CatchUp catchUp,
            Absence absence,
            SlackTroubles troubles,
            Consumer<SlackFailure> refused,
            BooleanSupplier missed,
            Clock clock,
            Duration interval,
            Stop stop) {
        this.line = line;
        this.marks = marks;
        this.leases = leases;
        this.catchUp = catchUp;
        this.absence = absence;
        this.troubles = troubles;
        this.refused = refused;
        this.missed = missed;
        this.clock = clock;
        this.interval = interval;
        this.stop = stop;
    }

    /// Whether Slack was on the line a moment ago.
    boolean isReady() {
        return ready;
    }

    /// Watches until the channel stops.
    void run() {
        if (!line.isAlive()) {
            line.open();
            tellWhy();
        }
        while (!stop.isNow()) {
            try {
                look();
            } catch (GleanerException e) {
                hasGap = true;
                log.warn("{} Trying again.", e.sentence());
            } catch (SlackFailure e) {
                if (!stop.isNow()) {
                    troubles.tell(e, "");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (RuntimeException e) {
                log.error("Watching Slack's line broke and goes on: {}", e.toString());
            }
            stop.await(interval);
        }
        ready = false;
        line.close();
    }

    private void look() throws InterruptedException {
        var before = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!line.isAlive()) {
            dead();
            return;
        }
        if (!ready) {
            log.info("Slack is on the line.");
        }
        ready = true;
        troubles.passed();
        deadSince = System.nanoTime();
        hasGap |= missed.getAsBoolean();
        if (hasGap) {
            lookBack(before);
        } else {
            marks.alive(before);
        }
    }

    private void dead() {
        if (ready) {
            log.warn("Slack's line is dead; it is opened again.");
        }
        ready = false;
        hasGap = true;
        if (System.nanoTime() - deadSince > line.patience().toNanos()) {
            deadSince = System.nanoTime();
            if (!stop.isNow()) {
                line.open();
                tellWhy();
            }
        }
    }

    private void tellWhy() {
        line.failure()
                .filter(_ -> System.nanoTime() - toldAt > TELL_AGAIN.toNanos())
                .ifPresent(failure -> {
                    toldAt = System.nanoTime();
                    refused.accept(failure);
                });
    }

    private void lookBack(Instant now) throws InterruptedException {
        var since = marks.alive();
        if (since.isEmpty()) {
            // Never here before: what was said before Gleaner came is not its business.
            marks.alive(now);
            hasGap = false;
            return;
        }
        if (!leases.take(CatchUp.LEASE)) {
            return;
        }
        try {
            var found = catchUp.since(since.get(), now);
            marks.alive(now);
            hasGap = false;
            if (found.isAnything()
                    || Duration.between(since.get(), now).compareTo(WORTH_A_WORD) > 0) {
                absence.tell(since.get(), now, found);
            }
        } finally {
            leases.giveBack(CatchUp.LEASE);
        }
    }
}
