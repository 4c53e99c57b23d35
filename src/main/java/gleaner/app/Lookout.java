package gleaner.app;

import gleaner.news.GleanerException;
import gleaner.news.Health;
import gleaner.news.Health.Found;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.page.Archive;
import gleaner.page.Fetcher;
import gleaner.page.Looker;
import gleaner.store.LookQueue;
import gleaner.store.LookQueue.Lease;
import gleaner.store.Repository;
import gleaner.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at links again, several at once: as a worker until it is stopped, or for a moment where a
/// draft is made and no worker runs. Used for one of the two, once.
///
/// What goes wrong is told in the log only by `debug`; a look that could not be kept is done again
/// when its lease has ended.
final class Lookout {

    private static final Logger log = LoggerFactory.getLogger(Lookout.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration END = Duration.ofMillis(250);
    private static final Duration WATCH = Duration.ofSeconds(5);
    private static final int MOST = 12;

    private final LookQueue queue;
    private final Repository repository;
    private final Function<String, LinkKey> keys;
    private final Clock clock;
    private final Fetcher fetcher;
    private final Looker looker;
    private final Optional<Archive> archive;
    private final Semaphore free = new Semaphore(MOST);
    private final CountDownLatch stop = new CountDownLatch(1);

    /// @param keys the key of a URL
    /// @param fetcher the looker's and the archive's; closed when this stops
    Lookout(
            Store store,
            Function<String, LinkKey> keys,
            Clock clock,
            Fetcher fetcher,
            Looker looker,
            Optional<Archive> archive) {
        this.queue = store.looks();
        this.repository = store.repository();
        this.keys = keys;
        this.clock = clock;
        this.fetcher = fetcher;
        this.looker = looker;
        this.archive = archive;
    }

    /// Works the queue off in a thread of its own.
    void start() {
        Thread.ofPlatform().name("looks").daemon(true).start(this::watch);
    }

    /// Breaks off what is being looked at, so that another process may look at once; waits for
    /// nothing.
    void breakOff() {
        stop.countDown();
        fetcher.close();
    }

    /// Breaks off and waits until all is over.
    ///
    /// @return whether it was within that time
    boolean stop(Duration within) throws InterruptedException {
        breakOff();
        return free.tryAcquire(MOST, within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void watch() {
        var pause = Duration.ZERO;
        try {
            while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = PAUSE;
                try {
                    queue.watch(WATCH);
                    pause = round() < MOST ? PAUSE : GLANCE;
                } catch (GleanerException e) {
                    log.debug("No links can be taken: {}", e.sentence());
                }
            }
            queue.leave();
        } catch (GleanerException e) {
            log.debug("Drafts may wait for nobody a moment longer: {}", e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Works the queue off until those links have been looked at, but no longer than that, the time
    /// to break off included; then it stops.
    void work(Collection<LinkId> links, Duration most) throws InterruptedException {
        var end = System.nanoTime() + most.minus(END).toNanos();
        try {
            while (System.nanoTime() < end && queue.open(links) > 0) {
                round();
                stop.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            stop(END);
        }
    }

    /// @return how many were taken
    private int round() {
        // Only this thread takes places, so there are at least as many later.
        var places = free.availablePermits();
        var taken = places == 0 ? List.<Lease>of() : queue.take(places, clock.instant(), LEASE);
        for (var lease : taken) {
            free.acquireUninterruptibly();
            Thread.ofVirtual().name("look " + lease.link()).start(() -> look(lease));
        }
        return taken.size();
    }

    private void look(Lease lease) {
        try {
            var link = repository.link(lease.link());
            if (link.isEmpty()) {
                queue.done(lease, Health.NONE, Optional.empty());
                return;
            }
            settle(lease, link.get());
        } catch (GleanerException e) {
            log.debug("The look at {} could not be kept: {}", lease.link(), e.sentence());
        } catch (RuntimeException e) {
            log.warn("What was seen of {} could not be told.", lease.link(), e);
        } finally {
            free.release();
        }
    }

    private void settle(Lease lease, Link link) {
        var asked =
                new Looker.Asked(
                        link.url(),
                        link.page().title(),
                        link.health().mark(),
                        url -> isSame(link, url));
        switch (looker.look(asked)) {
            case Looker.NotNow(var after) -> queue.putOff(lease, clock.instant().plus(after));
            case Looker.Seen(var found, var mark) -> {
                var copy = found instanceof Found.Gone ? copy(link) : Optional.<String>empty();
                var now = clock.instant();
                var health = link.health().after(now, found, mark, copy);
                var next =
                        health.isDoubtful()
                                ? Optional.of(now.plus(Health.SECOND_LOOK))
                                : Optional.<java.time.Instant>empty();
                queue.done(lease, health, next);
            }
        }
    }

    private boolean isSame(Link link, String url) {
        var key = keys.apply(url);
        return key.equals(link.key())
                || repository
                        .find(key)
                        .flatMap(repository::link)
                        .filter(other -> other.id().equals(link.id()))
                        .isPresent();
    }

    /// Of a link that everybody could read; nobody else is told the address of any other.
    private Optional<String> copy(Link link) {
        return link.isPrivate() || link.health().archive().isPresent()
                ? Optional.empty()
                : archive.flatMap(there -> there.copyOf(link.url()));
    }
}
