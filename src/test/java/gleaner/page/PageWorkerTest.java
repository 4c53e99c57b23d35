package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.GleanerException;
import gleaner.news.LinkId;
import gleaner.news.Page;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, pages stay unread, are asked for without end, or the process does not stop.
@Timeout(20)
class PageWorkerTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final HostileServer server = new HostileServer();
    private final InMemory pages = new InMemory();
    private FetchReader reader =
            (bytes, type, url) -> page(new String(bytes, StandardCharsets.UTF_8));
    private final PageWorker worker =
            new PageWorker(
                    pages,
                    Fetcher.withLoopback(
                            new FetchLimits(SOON, 1 << 20, 2, 4, Duration.ZERO, Duration.ZERO),
                            host -> {
                                if (host.startsWith("nowhere")) {
                                    throw new UnknownHostException(host);
                                }
                                return List.of(InetAddress.getLoopbackAddress());
                            },
                            "Gleaner/test",
                            false,
                            Clock.systemUTC()),
                    new FetchReader() {
                        @Override
                        public Page read(byte[] bytes, String type, String url) {
                            return reader.read(bytes, type, url);
                        }

                        @Override
                        public Optional<String> oembed(
                                byte[] bytes, String type, String url, String asked) {
                            return reader.oembed(bytes, type, url, asked);
                        }
                    },
                    4);

    private static Page page(String title) {
        return new Page(
                Optional.of(title),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// What would lie in Redis.
    private static final class InMemory implements Pages {

        private final Deque<Due> waiting = new ArrayDeque<>();
        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private int failures;

        synchronized void add(String url, int attempt) {
            waiting.add(new Due(new LinkId("k3f9"), url, attempt, "lease"));
        }

        synchronized void failTimes(int times) {
            failures = times;
        }

        private void fail() {
            if (failures > 0) {
                failures--;
                throw GleanerException.unavailable("Redis is gone.");
            }
        }

        @Override
        public synchronized List<Due> take(int count, Duration lease) {
            fail();
            var taken = new ArrayList<Due>();
            while (taken.size() < count && !waiting.isEmpty()) {
                taken.add(waiting.remove());
            }
            return taken;
        }

        @Override
        public synchronized void keep(Due due, Page page, String url) {
            fail();
            told.add(
                    "kept "
                            + page.title().orElse("")
                            + (page.authors().isEmpty() ? "" : " by " + page.authors())
                            + page.publisher().map(name -> " at " + name).orElse(""));
        }

        @Override
        public synchronized void retry(Due due, Duration after, String why) {
            fail();
            told.add("retry in %s: %s".formatted(after, why));
        }

        @Override
        public synchronized void putOff(Due due, Duration after) {
            fail();
            told.add("put off");
        }

        @Override
        public synchronized void giveUp(Due due, String why) {
            fail();
            told.add("lost: " + why);
        }

        String next() throws InterruptedException {
            return String.valueOf(told.poll(10, TimeUnit.SECONDS));
        }
    }

    @AfterEach
    void close() throws Exception {
        worker.stop(SOON);
        server.close();
    }

    @Test
    void pagesAreReadAndKept() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            server.on("/" + i, "HTTP/1.1 200 OK\r\nContent-Type: text/plain", "page " + i);
            pages.add(server.url("/" + i), 1);
        }
        worker.start();
        var told = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            var next = pages.next();
            if (next.equals("put off")) {
                i--;
                pages.add(server.url("/" + i), 1);
            }
            told.add(next);
        }
        assertThat(told).contains("kept page 0", "kept page 19").hasSizeGreaterThanOrEqualTo(20);
        assertThat(worker.stop(SOON)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://nowhere.example/ | 1 | retry in PT1M: The address of nowhere.example could not be found.
                    http://nowhere.example/ | 2 | retry in PT10M: The address of nowhere.example could not be found.
                    http://nowhere.example/ | 3 | retry in PT1H: The address of nowhere.example could not be found.
                    http://nowhere.example/ | 5 | retry in PT24H: The address of nowhere.example could not be found.
                    http://nowhere.example/ | 6 | lost: The address of nowhere.example could not be found.
                    http://10.0.0.1/        | 1 | lost: 10.0.0.1 leads into a network that is not public.
                    /missing                | 1 | lost: site.example answered with status 404.
                    /broken                 | 1 | retry in PT1M: site.example answered with status 500.
                    /busy                   | 1 | retry in PT2H: site.example answered with status 503.
                    /fine                   | 9 | lost: The page was never read to its end.
                    """)
    void whatFailsIsTriedAgainAsLongAsThatMakesSense(String url, int attempt, String told)
            throws InterruptedException {
        server.page("/fine", "Fine")
                .on("/broken", "HTTP/1.1 500 Broken", "")
                .on("/busy", "HTTP/1.1 503 Busy\r\nRetry-After: 7200", "");
        pages.add(url.startsWith("/") ? server.url(url) : url, attempt);
        worker.start();
        assertThat(pages.next()).isEqualTo(told);
    }

    @Test
    void aReaderThatBreaksBreaksNothingElse() throws InterruptedException {
        server.page("/a", "A");
        reader =
                (bytes, type, url) -> {
                    throw new IllegalStateException("as told");
                };
        pages.add(server.url("/a"), 1);
        worker.start();
        assertThat(pages.next())
                .isEqualTo("retry in PT1M: The page could not be read (IllegalStateException).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"type":"video","title":"Bells & <b>","author_name":"Ada","provider_name":"V"} | kept Bells & <b> by [Ada] at V
                    {"title":"Bells","author_name":["Ada"]}                                        | kept Bells
                    {"title":7}                                                                    | kept Before you continue
                    []                                                                             | kept Before you continue
                    {"title":                                                                      | kept Before you continue
                    <html>                                                                         | kept Before you continue
                    """)
    void whereThePageSaysTooLittleItsSiteIsAskedOnce(String answer, String told)
            throws InterruptedException {
        askingSite("by an author", false);
        server.page("/watch", "Before you continue")
                .on("/oembed?u", "HTTP/1.1 200 OK\r\nContent-Type: application/json", answer);
        pages.add(server.url("/watch"), 1);
        worker.start();
        assertThat(pages.next()).isEqualTo(told);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aSiteThatDoesNotAnswerCostsNothingButTheQuestion() throws InterruptedException {
        askingSite("by an author", false);
        server.page("/watch", "Bells");
        pages.add(server.url("/watch"), 1);
        worker.start();
        assertThat(pages.next()).isEqualTo("kept Bells");
    }

    @Test
    void aPageThatNamesItsAuthorIsEnough() throws InterruptedException {
        askingSite("Ada", true);
        server.page("/watch", "Bells");
        pages.add(server.url("/watch"), 1);
        worker.start();
        assertThat(pages.next()).isEqualTo("kept Bells by [Ada]");
        assertThat(server.requests()).hasSize(1);
    }

    private void askingSite(String author, boolean isNamed) {
        reader =
                new FetchReader() {
                    @Override
                    public Page read(byte[] bytes, String type, String url) {
                        var html = new String(bytes, StandardCharsets.UTF_8);
                        return new Page(
                                Optional.of(html.replaceAll("<[^>]*>", "")),
                                isNamed ? List.of(author) : List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty());
                    }

                    @Override
                    public Optional<String> oembed(
                            byte[] bytes, String type, String url, String asked) {
                        return Optional.of(server.url("/oembed?u"));
                    }
                };
    }

    @Test
    void whileRedisIsGoneItWaitsAndThenGoesOn() throws InterruptedException {
        server.on("/a", "HTTP/1.1 200 OK\r\nContent-Type: text/plain", "A");
        pages.failTimes(1);
        pages.add(server.url("/a"), 1);
        worker.start();
        assertThat(pages.next()).isEqualTo("kept A");
    }

    @Test
    void whatWasReadIsKeptOnceRedisIsBack() throws InterruptedException {
        server.on("/a", "HTTP/1.1 200 OK\r\nContent-Type: text/plain", "A");
        reader =
                (bytes, type, url) -> {
                    pages.failTimes(1);
                    return page("A");
                };
        pages.add(server.url("/a"), 1);
        worker.start();
        assertThat(pages.next()).isEqualTo("kept A");
    }

    @Test
    void itStopsAtOnceAndLeavesWhatItHadToOthers() throws InterruptedException {
        var asked = new CountDownLatch(2);
        server.on(
                "/slow",
                wire -> {
                    asked.countDown();
                    wire.hang();
                });
        pages.add(server.url("/slow"), 1);
        pages.add(server.url("/slow"), 1);
        worker.start();
        asked.await();
        var begin = System.nanoTime();
        assertThat(worker.stop(SOON)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(pages.next()).isEqualTo("put off");
        assertThat(pages.next()).isEqualTo("put off");
    }

    @Test
    void itStopsEvenBeforeItStarted() throws InterruptedException {
        assertThat(worker.stop(SOON)).isTrue();
        worker.start();
        assertThat(worker.stop(SOON)).isTrue();
    }
}
