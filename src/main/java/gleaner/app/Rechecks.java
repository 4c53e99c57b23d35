package gleaner.app;

import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Page;
import gleaner.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/// Has the links of a draft looked at again before it is made, within a time that people wait for.
///
/// Only pages that were read once, or were given up, are looked at: the others are about to be
/// read, or nobody wants them to be. Where a worker runs, here or in another process, it looks;
/// else it is done here. A draft never says what it has not found in Redis, so that the same state
/// gives the same draft.
///
/// @param after so long what was found is believed; zero: nobody looks
/// @param patience so long a draft waits for the looks
/// @param lookouts each for one moment, where no worker runs
record Rechecks(
        Store store, Clock clock, Duration after, Duration patience, Supplier<Lookout> lookouts) {

    private static final Duration GLANCE = Duration.ofMillis(100);

    /// Nothing is looked at beyond these for one draft.
    private static final int MOST = 500;

    /// Asks for the looks that are due and waits for them.
    ///
    /// @param waits whether somebody is told what comes of it
    /// @return whether something may have been found out
    boolean before(Collection<LinkId> ids, boolean waits) {
        if (after.isZero() || ids.isEmpty()) {
            return false;
        }
        var links = store.repository().links(ids);
        var unread = links.stream().filter(link -> !isRead(link)).map(Link::id).toList();
        var lost = store.pages().lost(unread);
        var now = clock.instant();
        var stale =
                links.stream()
                        .filter(link -> isRead(link) || lost.contains(link.id()))
                        .filter(link -> link.health().isStale(now, after))
                        .map(Link::id)
                        .limit(MOST)
                        .toList();
        store.looks().ask(stale, now);
        var open =
                links.stream()
                        .filter(link -> link.health().isAsked() || stale.contains(link.id()))
                        .map(Link::id)
                        .toList();
        if (!open.isEmpty() && waits && patience.isPositive()) {
            look(open);
        }
        return !open.isEmpty();
    }

    private static boolean isRead(Link link) {
        return !link.page().equals(Page.UNREAD) || link.health().at().isPresent();
    }

    private void look(List<LinkId> open) {
        try {
            if (store.looks().isWatched()) {
                await(open);
            } else {
                lookouts.get().work(open, patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(List<LinkId> open) throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end && store.looks().open(open) > 0) {
            Thread.sleep(GLANCE);
        }
    }
}
