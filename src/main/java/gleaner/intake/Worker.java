package gleaner.intake;

import gleaner.news.GleanerException;
import gleaner.store.Delivery;
import gleaner.store.Inbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One consumer of the inbox: takes events, has them worked on, says that they are done; until it
/// is stopped.
///
/// While Redis is gone it waits and tries again; what it had taken it works on once more. An event
/// on which the work itself fails is put aside, so that it blocks nobody.
public final class Worker implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final int BATCH = 512;
    private static final Duration WAIT = Duration.ofMillis(250);
    private static final Duration DEAD = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Inbox inbox;
    private final Intake intake;
    private final String name;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /// @param name of the consumer; no two that live have the same
    public Worker(Inbox inbox, Intake intake, String name) {
        this.inbox = inbox;
        this.intake = intake;
        this.name = name;
    }

    /// Starts it in a thread of its own.
    public void start() {
        Thread.ofPlatform().name("worker").daemon(true).start(this);
    }

    /// Finishes what is in hand and stops.
    ///
    /// @return whether it stopped within that time
    public boolean stop(Duration within) throws InterruptedException {
        stop.countDown();
        return stopped.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void run() {
        try {
            work();
        } finally {
            stopped.countDown();
        }
    }

    private void work() {
        persist(inbox::open);
        var lastClaim = System.nanoTime() - DEAD.toNanos();
        while (!isStopping()) {
            if (System.nanoTime() - lastClaim >= DEAD.toNanos() / 2) {
                lastClaim = System.nanoTime();
                persist(() -> handle(inbox.claim(name, BATCH, DEAD)));
            }
            persist(() -> handle(inbox.take(name, BATCH, WAIT)));
        }
        try {
            inbox.leave(name);
        } catch (GleanerException e) {
            log.debug("Could not leave the inbox: {}", e.sentence());
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private void handle(List<Inbox.Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        persist(() -> handleTogetherOrApart(entries));
        persist(() -> inbox.done(entries));
    }

    private void handleTogetherOrApart(List<Inbox.Entry> entries) {
        try {
            intake.handle(entries.stream().map(Inbox.Entry::delivery).toList());
        } catch (GleanerException e) {
            throw e;
        } catch (RuntimeException e) {
            for (var entry : entries) {
                handleOne(entry);
            }
        }
    }

    private void handleOne(Inbox.Entry entry) {
        try {
            intake.handle(List.<Delivery>of(entry.delivery()));
        } catch (GleanerException e) {
            throw e;
        } catch (RuntimeException e) {
            inbox.refuse(entry, e);
        }
    }

    /// Tries until it works or the worker is told to stop.
    private void persist(Runnable work) {
        var pause = Duration.ofMillis(100);
        while (true) {
            try {
                work.run();
                return;
            } catch (GleanerException e) {
                log.warn("{} Trying again.", e.sentence());
            }
            if (await(pause)) {
                return;
            }
            pause =
                    pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                            ? pause.multipliedBy(2)
                            : LONGEST_PAUSE;
            reopen();
        }
    }

    /// A Redis that came back empty has no consumer group.
    private void reopen() {
        try {
            inbox.open();
        } catch (GleanerException e) {
            log.debug("Redis is not back yet: {}", e.sentence());
        }
    }

    private boolean await(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
