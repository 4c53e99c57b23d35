package gleaner.page;

import gleaner.news.GleanerException;
import gleaner.news.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes links that are due, fetches their pages, has them read and keeps what they say; several at
/// once, until it is stopped.
///
/// Whatever goes wrong with a page is kept with it and tried again, and told in the log only by
/// `debug`: dead pages are nobody's trouble but their link's. While Redis is gone it waits; what it
/// had read and could not keep is read again when its lease has ended.
public final class PageWorker {

    private static final Logger log = LoggerFactory.getLogger(PageWorker.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Pages pages;
    private final Fetcher fetcher;
    private final FetchReader reader;
    private final int most;
    private final Semaphore free;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    /// @param fetcher closed when this stops
    /// @param most pages at once; each may take some 6 MB for a while
    public PageWorker(Pages pages, Fetcher fetcher, FetchReader reader, int most) {
        this.pages = pages;
        this.fetcher = fetcher;
        this.reader = reader;
        this.most = most;
        this.free = new Semaphore(most);
    }

    /// Starts it in a thread of its own.
    public void start() {
        started.set(true);
        Thread.ofPlatform().name("pages").daemon(true).start(this::run);
    }

    /// Breaks off what is being fetched, so that another process may have it at once, and stops.
    ///
    /// @return whether it stopped within that time
    public boolean stop(Duration within) throws InterruptedException {
        stop.countDown();
        fetcher.close();
        return !started.get() || stopped.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        var pause = Duration.ZERO;
        try {
            while (!isStopping(pause)) {
                pause = isAnyFree() ? round(pause) : Duration.ZERO;
            }
            free.acquire(most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    /// Waits a while for a place.
    private boolean isAnyFree() throws InterruptedException {
        var found = free.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        if (found) {
            free.release();
        }
        return found;
    }

    /// @return how long to wait before the next
    private Duration round(Duration last) {
        // Only this thread takes places, so there are at least as many later.
        var places = free.availablePermits();
        List<Pages.Due> due;
        try {
            due = pages.take(places, LEASE);
        } catch (GleanerException e) {
            log.debug("No pages can be taken: {}", e.sentence());
            var longer = last.compareTo(LOOK) < 0 ? LOOK : last.multipliedBy(2);
            return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
        for (var each : due) {
            free.acquireUninterruptibly();
            Thread.ofVirtual().name("page " + each.link()).start(() -> work(each));
        }
        return due.size() < places ? LOOK : Duration.ZERO;
    }

    private boolean isStopping(Duration pause) throws InterruptedException {
        return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void work(Pages.Due due) {
        try {
            tell(due, outcome(due));
        } finally {
            free.release();
        }
    }

    private sealed interface Outcome {}

    private record Read(Page page, String url) implements Outcome {}

    private record Failed(FetchFailure failure) implements Outcome {}

    private Outcome outcome(Pages.Due due) {
        if (due.attempt() > PageRetries.MOST) {
            return new Failed(
                    new FetchFailure.Broken("The page", "was never read to its end", false));
        }
        try {
            return switch (fetcher.fetch(due.url())) {
                case FetchFailure failure -> new Failed(failure);
                case Fetched fetched ->
                        new Read(
                                completed(
                                        due,
                                        fetched,
                                        reader.read(
                                                fetched.bytes(),
                                                fetched.mediaType(),
                                                fetched.url())),
                                fetched.url());
            };
        } catch (RuntimeException | StackOverflowError e) {
            log.debug("The page of {} could not be read.", due.link(), e);
            return new Failed(
                    new FetchFailure.Broken(
                            "The page",
                            "could not be read (%s)".formatted(e.getClass().getSimpleName()),
                            true));
        }
    }

    /// One request more at most, and only where the page says too little; without an answer the
    /// page stays as it is.
    private Page completed(Pages.Due due, Fetched fetched, Page page) {
        if (!Oembed.isWanted(page)) {
            return page;
        }
        return reader.oembed(fetched.bytes(), fetched.mediaType(), fetched.url(), due.url())
                .map(service ->
                        switch (fetcher.fetch(service)) {
                            case Fetched answer -> Oembed.completed(page, answer.bytes());
                            case FetchFailure _ -> page;
                        })
                .orElse(page);
    }

    /// Tells what came of it; while Redis is gone again and again, as long as the lease lasts.
    private void tell(Pages.Due due, Outcome outcome) {
        var end = System.nanoTime() + LEASE.toNanos();
        var pause = Duration.ZERO;
        while (System.nanoTime() < end) {
            try {
                switch (outcome) {
                    case Read(var page, var url) -> pages.keep(due, page, url);
                    case Failed(var failure) -> fail(due, failure);
                }
                return;
            } catch (GleanerException e) {
                log.debug("The page of {} could not be kept: {}", due.link(), e.sentence());
            } catch (RuntimeException e) {
                log.warn("What became of the page of {} could not be told.", due.link(), e);
                return;
            }
            pause = pause.isZero() ? LOOK : LONGEST_PAUSE;
            try {
                if (isStopping(pause)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void fail(Pages.Due due, FetchFailure failure) {
        log.debug("The page of {} was not read: {}", due.link(), failure.sentence());
        switch (failure) {
            case FetchFailure.HostBusy busy -> pages.putOff(due, busy.turn());
            case FetchFailure.Stopped _ -> pages.putOff(due, Duration.ZERO);
            case FetchFailure.NotAllowed _,
                    FetchFailure.NotHttp _,
                    FetchFailure.DnsFailed _,
                    FetchFailure.TimedOut _,
                    FetchFailure.TooLarge _,
                    FetchFailure.BadStatus _,
                    FetchFailure.TooManyRedirects _,
                    FetchFailure.TlsFailed _,
                    FetchFailure.Broken _ ->
                    retry(due, failure);
        }
    }

    private void retry(Pages.Due due, FetchFailure failure) {
        var after =
                failure.isPassing()
                        ? PageRetries.after(due.attempt(), failure.after())
                        : Optional.<Duration>empty();
        after.ifPresentOrElse(
                pause -> pages.retry(due, pause, failure.sentence()),
                () -> pages.giveUp(due, failure.sentence()));
    }
}
