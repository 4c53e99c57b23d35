package gleaner.app;

import gleaner.news.LinkKey;
import gleaner.news.Page;
import gleaner.page.Corrections;
import gleaner.page.Pages;
import gleaner.page.SamePage;
import gleaner.store.PageQueue.Lease;
import gleaner.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/// The store's queue, for who reads pages.
final class QueuedPages implements Pages {

    private final Store store;
    private final OnePage onePage;
    private final Clock clock;

    /// @param keys the key of a URL
    QueuedPages(Store store, Function<String, LinkKey> keys, Clock clock) {
        this.store = store;
        this.onePage = new OnePage(store.repository(), keys, clock);
        this.clock = clock;
    }

    @Override
    public List<Due> take(int count, Duration lease) {
        return store.pages().take(count, clock.instant(), lease).stream()
                .map(taken -> new Due(taken.link(), taken.url(), taken.attempt(), taken))
                .toList();
    }

    /// Kept first: where it ends in between, the page is read again, which changes nothing.
    @Override
    public void keep(Due due, Page page, String url) {
        var repository = store.repository();
        repository.page(
                due.link(),
                Corrections.applied(page, url, repository.corrections(url)),
                clock.instant());
        onePage.settle(due.link(), SamePage.of(due.url(), url, page));
        store.pages().done(lease(due));
    }

    @Override
    public void retry(Due due, Duration after, String why) {
        store.pages().again(lease(due), clock.instant().plus(after), why);
    }

    @Override
    public void putOff(Due due, Duration after) {
        store.pages().putOff(lease(due), clock.instant().plus(after));
    }

    @Override
    public void giveUp(Due due, String why) {
        store.pages().giveUp(lease(due), clock.instant(), why);
    }

    private static Lease lease(Due due) {
        return (Lease) due.lease();
    }
}
