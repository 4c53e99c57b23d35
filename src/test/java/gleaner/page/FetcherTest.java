package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, pages are not read, or their servers are asked more than they bear.
@Timeout(20)
class FetcherTest {

    @RegisterExtension final Fetching fetching = new Fetching();

    @Test
    void aPageIsFetchedWithWhatTheServerSaysOfIt() {
        fetching.server()
                .on(
                        "/a?q=1",
                        Fetching.OK
                                + "ETag: \"v1\"\r\n"
                                + "Last-Modified: Tue, 17 Nov 2026 10:00:00 GMT\r\n"
                                + "Set-Cookie: a=b",
                        "<!doctype html><title>A</title>");
        assertThat(fetching.fetch("/a?q=1#part"))
                .isInstanceOfSatisfying(
                        Fetched.class,
                        page -> {
                            assertThat(page.url()).isEqualTo(fetching.server().url("/a?q=1#part"));
                            assertThat(page.chain()).containsExactly(page.url());
                            assertThat(page.status()).isEqualTo(200);
                            assertThat(page.contentType()).contains("text/html");
                            assertThat(page.type()).isEqualTo(FetchedType.HTML);
                            assertThat(text(page)).isEqualTo("<!doctype html><title>A</title>");
                            assertThat(page.whole()).isTrue();
                            assertThat(page.etag()).contains("\"v1\"");
                            assertThat(page.lastModified())
                                    .contains("Tue, 17 Nov 2026 10:00:00 GMT");
                        });
        fetching.fetch("/a?q=1");
        assertThat(fetching.server().requests())
                .hasSize(2)
                .allSatisfy(head ->
                        assertThat(head)
                                .startsWith("GET /a?q=1 HTTP/1.1\r\n")
                                .contains(
                                        "User-Agent: Gleaner/test\r\n", "Accept-Encoding: gzip\r\n")
                                .doesNotContain("Cookie", "Authorization", "Referer"));
    }

    @Test
    void nothingSecretIsSentOrTold() {
        fetching.server().page("/a", "A");
        var url = fetching.server().url("/a").replace("http://", "http://user:secret@");
        assertThat(fetching.fetcher().fetch(url))
                .isInstanceOfSatisfying(
                        Fetched.class,
                        page -> assertThat(page.url()).isEqualTo(fetching.server().url("/a")));
        assertThat(fetching.server().requests().getFirst())
                .doesNotContain("Authorization", "secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plain    | HTTP/1.1 400 Bad Request
                    alert    | \\25\\3\\3\\0\\2\\2\\50
                    garbage  | garbage\\0\\0\\0\\0\\0\\0\\0\\0
                    """)
    void aServerWithoutATlsThatCanBeTrustedIsRefused(String name, String bytes) {
        fetching.server().atOnce(wire -> wire.send(bytes.translateEscapes()));
        // A JVM's first TLS takes a while.
        try (var patient = fetching.fetcher(FetchLimits.STANDARD, false)) {
            assertThat(patient.fetch(fetching.server().url("/").replace("http:", "https:")))
                    .isEqualTo(new FetchFailure.TlsFailed("site.example"));
        }
    }

    @Test
    void aPortAtWhichNobodyListensIsToldSo() throws IOException {
        fetching.server().close();
        assertThat(fetching.fetch("/a"))
                .isEqualTo(new FetchFailure.Broken("site.example", "could not be reached", true));
    }

    @Test
    void readingStopsWhereEnoughHasCome() {
        fetching.server()
                .on(
                        "/x",
                        wire -> {
                            wire.send(Fetching.OK + "\r\n<!doctype html><title>T</title></head>");
                            Fetching.flood(wire, "x".repeat(1 << 16));
                        });
        var fetched =
                fetching.fetcher()
                        .fetch(
                                fetching.server().url("/x"),
                                (bytes, length) ->
                                        new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                                                .contains("</head>"));
        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.class,
                        page -> {
                            assertThat(page.whole()).isFalse();
                            assertThat(page.bytes().length).isLessThan(64 << 10);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    404 | ''                            | false |
                    403 | ''                            | false |
                    500 | ''                            | true  |
                    429 | 120                           | true  | PT2M
                    503 | Tue, 17 Nov 2026 13:00:00 GMT | true  | PT1H
                    503 | Tue, 17 Nov 2026 11:00:00 GMT | true  |
                    503 | 99999999                      | true  | PT24H
                    503 | soon                          | true  |
                    503 | -5                            | true  |
                    """)
    void anAnswerSaysWhetherTryingAgainMakesSense(
            int status, String after, boolean passing, Duration wait) {
        var header = after.isEmpty() ? "" : "Retry-After: " + after + "\r\n";
        fetching.server()
                .on(
                        "/x",
                        wire ->
                                wire.send(
                                        "HTTP/1.1 %d Status\r\n%s\r\n".formatted(status, header)));
        var failure = (FetchFailure) fetching.fetch("/x");
        assertThat(failure.sentence())
                .isEqualTo("site.example answered with status %d.".formatted(status));
        assertThat(failure.isPassing()).isEqualTo(passing);
        assertThat(failure.after()).isEqualTo(Optional.ofNullable(wait));
    }

    @Test
    void aHostThatAskedToBeLeftAloneIsLeftAlone() {
        fetching.server()
                .on("/x", wire -> wire.send("HTTP/1.1 429 Slow down\r\nRetry-After: 60\r\n\r\n"))
                .page("/y", "Y");
        fetching.fetch("/x");
        assertThat(fetching.fetch("/y"))
                .isInstanceOfSatisfying(
                        FetchFailure.HostBusy.class,
                        busy ->
                                assertThat(busy.turn())
                                        .isBetween(Duration.ofSeconds(58), Duration.ofSeconds(62)));
        assertThat(
                        fetching.fetcher()
                                .fetch(
                                        "http://other.example:%d/y"
                                                .formatted(fetching.server().port())))
                .isInstanceOf(Fetched.class);
        assertThat(fetching.server().requests()).hasSize(2);
    }

    @Test
    void noMoreThanTwoAreAskedOfAHostAtOnce() throws Exception {
        var both = new CountDownLatch(2);
        fetching.server()
                .on(
                        "/x",
                        wire -> {
                            both.countDown();
                            both.await();
                            wire.send(Fetching.OK + "Content-Length: 1\r\n\r\nx");
                        });
        var patient =
                fetching.fetcher(
                        new FetchLimits(
                                Duration.ofSeconds(5),
                                1_000,
                                1,
                                2,
                                Duration.ZERO,
                                Duration.ofSeconds(5)),
                        false);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                patient) {
            var fetches = new ArrayList<Future<FetchResult>>();
            for (int i = 0; i < 12; i++) {
                fetches.add(threads.submit(() -> patient.fetch(fetching.server().url("/x"))));
            }
            for (var fetch : fetches) {
                assertThat(fetch.get()).isInstanceOf(Fetched.class);
            }
        }
        assertThat(fetching.server().requests()).hasSize(12);
        assertThat(fetching.server().mostAtOnce()).isEqualTo(2);
    }

    @Test
    void closingBreaksOffWhatIsUnderWay() throws Exception {
        var asked = new CountDownLatch(1);
        fetching.server()
                .on(
                        "/x",
                        wire -> {
                            wire.send(Fetching.OK + "\r\n<!doctype html>" + "x".repeat(100_000));
                            asked.countDown();
                            wire.hang();
                        });
        var slow = fetching.fetcher(FetchLimits.STANDARD, false);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var fetch = threads.submit(() -> slow.fetch(fetching.server().url("/x")));
            asked.await();
            slow.close();
            assertThat(fetch.get()).isEqualTo(new FetchFailure.Stopped());
            assertThat(slow.fetch(fetching.server().url("/x")))
                    .isEqualTo(new FetchFailure.Stopped());
        }
    }

    private static String text(FetchResult result) {
        return result instanceof Fetched fetched
                ? new String(fetched.bytes(), StandardCharsets.UTF_8)
                : result.toString();
    }
}
