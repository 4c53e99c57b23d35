package gleaner.slack;

import gleaner.news.GleanerException;
import java.time.Clock;
import java.time.Duration;
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

    private static final Duration TELL_AGAIN = Duration.ofMinutes(5);

    private final SlackLine line;
    private final Marks marks;
    private final LookBack lookBack;
    private final SlackTroubles troubles;
    private final Consumer<SlackFailure> refused;
    private final BooleanSupplier missed;
    private final Clock clock;
    private final Duration interval;
    private final Stop stop;
    private volatile boolean ready;
    private int gaps = 1;
    private long toldAt = System.nanoTime() - TELL_AGAIN.toNanos();
    private long deadSince = System.nanoTime();

    /// @param refused tells why Slack does not let the line be opened
    /// @param missed whether something could not be kept since that was last asked
    /// @param interval between two looks at the line
    SlackWatch(
            SlackLine line,
            Marks marks,
            LookBack lookBack,
            SlackTroubles troubles,
            Consumer<SlackFailure> refused,
            BooleanSupplier missed,
            Clock clock,
            Duration interval,
            Stop stop) {
        this.line = line;
        this.marks = marks;
        this.lookBack = lookBack;
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
                gaps++;
                log.warn("{} Trying again.", e.sentence());
            } catch (SlackFailure e) {
                if (!stop.isNow()) {
                    troubles.tell(e, "");
                }
            } catch (RuntimeException e) {
                log.error("Watching Slack's line broke and goes on: {}", e.toString());
            }
            stop.await(interval);
        }
        ready = false;
        line.close();
        try {
            lookBack.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
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
        gaps += missed.getAsBoolean() ? 1 : 0;
        if (lookBack.filled() < gaps) {
            lookBack.begin(gaps, before);
        } else {
            marks.alive(before);
        }
    }

    private void dead() {
        if (ready) {
            log.warn("Slack's line is dead; it is opened again.");
        }
        ready = false;
        gaps++;
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
}
