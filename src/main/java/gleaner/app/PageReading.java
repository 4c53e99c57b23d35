package gleaner.app;

import gleaner.app.config.Config;
import gleaner.news.LinkKey;
import gleaner.page.Archive;
import gleaner.page.FetchDns;
import gleaner.page.FetchLimits;
import gleaner.page.Fetcher;
import gleaner.page.Looker;
import gleaner.page.PageReader;
import gleaner.page.PageWorker;
import gleaner.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Who reads the pages of links, and looks at them again, as it is configured.
///
/// @param names each one that nobody else has: under it turns at hosts are taken
/// @param reader asked for when the first page is to be read
record PageReading(
        Config.Pages pages,
        Store store,
        Function<String, LinkKey> keys,
        Clock clock,
        Supplier<String> names,
        Supplier<PageReader> reader) {

    private static final int PAGES_AT_ONCE = 24;
    private static final Duration HASTE = Duration.ofMillis(750);
    private static final String AGENT = "Gleaner/0.1 (reads the pages that a team has shared)";

    /// Who reads the pages of new links, not yet started; nobody where that is not wanted.
    Optional<PageWorker> worker(PageReader reader) {
        return pages.read()
                ? Optional.of(
                        new PageWorker(
                                new QueuedPages(store, keys, clock),
                                fetcher(FetchLimits.STANDARD),
                                reader,
                                PAGES_AT_ONCE))
                : Optional.empty();
    }

    /// Who looks at links again, not yet started; nobody where that is not wanted.
    Optional<Lookout> lookout() {
        return rechecks().after().isZero()
                ? Optional.empty()
                : Optional.of(lookout(FetchLimits.STANDARD));
    }

    private Lookout lookout(FetchLimits limits) {
        var fetcher = fetcher(limits);
        return new Lookout(
                store,
                keys,
                clock,
                fetcher,
                new Looker(fetcher, reader.get()),
                pages.archive().map(url -> new Archive(fetcher, url.toString())));
    }

    /// Where no worker runs, headers have somewhat less than the draft's time: what never answers
    /// has been looked at all the same, and the next draft does not wait for it.
    Rechecks rechecks() {
        var time = pages.recheckWait().isZero() ? HASTE : pages.recheckWait().minus(HASTE);
        return new Rechecks(
                store,
                clock,
                pages.read() ? pages.recheckAfter() : Duration.ZERO,
                pages.recheckWait(),
                () -> lookout(FetchLimits.STANDARD.withTime(time)));
    }

    private Fetcher fetcher(FetchLimits limits) {
        return new Fetcher(
                limits.withPerHost(pages.perHost()),
                FetchDns.system(),
                new SharedTurns(store.turns(), names.get()),
                AGENT,
                pages.robots(),
                clock);
    }
}
