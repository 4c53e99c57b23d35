package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gleaner.page.HostileServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// If these fail, a server somewhere can hold Gleaner up, fill its memory, or lead it where it must
/// not go.
@Timeout(20)
class FetcherTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-17T12:00:00Z"), ZoneOffset.UTC);

    /// A page costs little time and few bytes here, so that the tests are quick.
    private static final FetchLimits QUICK =
            new FetchLimits(
                    Duration.ofMillis(400), 256 << 10, 5, 2, Duration.ZERO, Duration.ofMillis(200));

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    private static final byte[] ZEROS = gzip(new byte[64 << 20]);
    private static final byte[] WORDS =
            gzip(("<!doctype html>" + "x".repeat(32 << 20)).getBytes(StandardCharsets.UTF_8));
    private static final byte[] NOISE = gzip(noise());

    private static byte[] noise() {
        var noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) ('a' + (noise[i] & 15));
        }
        return noise;
    }

    private final HostileServer server = new HostileServer();
    private final List<String> lookups = new ArrayList<>();
    private FetchDns dns = host -> List.of(InetAddress.getLoopbackAddress());
    private final Fetcher fetcher = fetcher(QUICK, false);

    private Fetcher fetcher(FetchLimits limits, boolean robots) {
        return Fetcher.withLoopback(
                limits,
                host -> {
                    synchronized (lookups) {
                        lookups.add(host);
                    }
                    return dns.lookup(host);
                },
                "Gleaner/test",
                robots,
                CLOCK);
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        server.close();
    }

    private FetchResult fetch(String path) {
        return fetcher.fetch(server.url(path));
    }

    private static String text(FetchResult result) {
        return result instanceof Fetched fetched
                ? new String(fetched.bytes(), StandardCharsets.UTF_8)
                : result.toString();
    }

    @Test
    void aPageIsFetchedWithWhatTheServerSaysOfIt() {
        server.on(
                "/a?q=1",
                OK
                        + "ETag: \"v1\"\r\nLast-Modified: Tue, 17 Nov 2026 10:00:00 GMT\r\nSet-Cookie: a=b",
                "<!doctype html><title>A</title>");
        assertThat(fetch("/a?q=1#part"))
                .isInstanceOfSatisfying(
                        Fetched.class,
                        page -> {
                            assertThat(page.url()).isEqualTo(server.url("/a?q=1#part"));
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
        fetch("/a?q=1");
        assertThat(server.requests())
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
        server.page("/a", "A");
        var url = server.url("/a").replace("http://", "http://user:secret@");
        assertThat(fetcher.fetch(url))
                .isInstanceOfSatisfying(
                        Fetched.class, page -> assertThat(page.url()).isEqualTo(server.url("/a")));
        assertThat(server.requests().getFirst()).doesNotContain("Authorization", "secret");
    }

    @Test
    void redirectsAreFollowedAndRemembered() {
        server.on("/1", "HTTP/1.1 301 Moved\r\nLocation: /2", "")
                .on(
                        "/2",
                        "HTTP/1.1 302 Found\r\nLocation: //other.example:%d/3?x=y"
                                .formatted(server.port()),
                        "")
                .on("/3?x=y", "HTTP/1.1 303 See\r\nLocation: 4", "")
                .on("/4", "HTTP/1.1 307 There\r\nLocation: ?5", "")
                .on(
                        "/4?5",
                        "HTTP/1.1 308 Gone on\r\nLocation: http://user:pw@site.example:%d/6"
                                .formatted(server.port()),
                        "")
                .page("/6", "There");
        assertThat(fetch("/1"))
                .isInstanceOfSatisfying(
                        Fetched.class,
                        page -> {
                            assertThat(page.url()).isEqualTo(server.url("/6"));
                            assertThat(page.chain()).hasSize(6).first().isEqualTo(server.url("/1"));
                        });
        assertThat(lookups)
                .containsExactly(
                        "site.example",
                        "site.example",
                        "other.example",
                        "other.example",
                        "other.example",
                        "site.example");
    }

    /// Each is a way to lead a fetcher somewhere by a redirect.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://10.0.0.1/                         | NotAllowed
                    http://169.254.169.254/latest/meta-data/ | NotAllowed
                    http://0xa9.0xfe.0xa9.0xfe/              | NotAllowed
                    http://[::ffff:169.254.169.254]/         | NotAllowed
                    http://[fd00:ec2::254]/                  | NotAllowed
                    //metadata.google.internal/              | NotAllowed
                    http://inside.example/                   | NotAllowed
                    http://printer/                          | NotAllowed
                    http://site.example:6379/                | NotAllowed
                    ftp://site.example/                      | NotHttp
                    file:///etc/passwd                       | NotHttp
                    javascript:alert(1)                      | NotHttp
                    data:text/html,hello                     | NotHttp
                    gopher://127.0.0.1:6379/_FLUSHALL        | NotHttp
                    http://[::1                              | NotHttp
                    http://site.example:99999/               | NotHttp
                    /loop                                    | TooManyRedirects
                    /endless0                                | TooManyRedirects
                    """)
    void aRedirectIsCheckedLikeAnyOtherAddress(String location, String failure) {
        dns =
                host ->
                        List.of(
                                host.equals("inside.example")
                                        ? InetAddress.ofLiteral("192.168.0.1")
                                        : InetAddress.getLoopbackAddress());
        server.on("/start", "HTTP/1.1 302 Found\r\nLocation: " + location, "")
                .on("/loop", "HTTP/1.1 302 Found\r\nLocation: /loop", "");
        for (int i = 0; i < 20; i++) {
            server.on("/endless" + i, "HTTP/1.1 302 Found\r\nLocation: /endless" + (i + 1), "");
        }
        var result = fetch("/start");
        assertThat(result.getClass().getSimpleName()).isEqualTo(failure);
        assertThat(result)
                .isInstanceOfSatisfying(
                        FetchFailure.class, it -> assertThat(it.isPassing()).isFalse());
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aNameThatLeadsElsewhereTheSecondTimeIsAskedOnceAndRefusedTheSecondTime() {
        var count = new AtomicInteger();
        dns =
                host ->
                        List.of(
                                count.getAndIncrement() == 0
                                        ? InetAddress.getLoopbackAddress()
                                        : InetAddress.ofLiteral("10.0.0.1"));
        server.page("/a", "A");
        assertThat(fetch("/a")).isInstanceOf(Fetched.class);
        assertThat(count).hasValue(1);
        assertThat(fetch("/a")).isInstanceOf(FetchFailure.NotAllowed.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aNameThatLeadsToBothAPublicAndAPrivateAddressIsRefused() {
        dns =
                host ->
                        List.of(
                                InetAddress.getLoopbackAddress(),
                                InetAddress.ofLiteral("169.254.169.254"));
        assertThat(fetch("/a")).isInstanceOf(FetchFailure.NotAllowed.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aResolverThatHangsHoldsNobodyUp() {
        var never = new CountDownLatch(1);
        dns =
                host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(host);
                };
        assertThat(fetch("/a")).isInstanceOf(FetchFailure.TimedOut.class);
        never.countDown();
    }

    private static Arguments row(String name, String head, String body, String expected) {
        return row(name, expected, wire -> wire.send(head + "\r\n" + body));
    }

    private static Arguments row(String name, String expected, Answer answer) {
        return arguments(name, expected, answer);
    }

    /// What a server may do, and what must come of it: a failure's name, or `page` and what was
    /// read of it.
    static Stream<Arguments> hostileAnswers() {
        var page = "<!doctype html><title>T</title>";
        var long2 = page + "x".repeat(2_000);
        return Stream.of(
                // Too slow.
                row("says nothing", "TimedOut", HostileServer.Wire::hang),
                row(
                        "sends half a status line",
                        "TimedOut",
                        wire -> {
                            wire.send("HTTP/1.1 20");
                            wire.hang();
                        }),
                row(
                        "never ends its headers",
                        "TimedOut",
                        wire -> {
                            wire.send(OK);
                            wire.hang();
                        }),
                row(
                        "never begins its body",
                        "TimedOut",
                        wire -> {
                            wire.send(OK + "Content-Length: 100\r\n\r\n");
                            wire.hang();
                        }),
                row(
                        "drips its body",
                        "TimedOut",
                        wire -> {
                            wire.send(OK + "Content-Length: 100000\r\n\r\n");
                            drip(wire, "<");
                        }),
                row(
                        "drips its headers",
                        "TimedOut",
                        wire -> {
                            wire.send(OK + "X: ");
                            drip(wire, "x");
                        }),
                row(
                        "drips chunks",
                        "TimedOut",
                        wire -> {
                            wire.send(OK + "Transfer-Encoding: chunked\r\n\r\n");
                            drip(wire, "1\r\nx\r\n");
                        }),
                row("drips a status line", "TimedOut", wire -> drip(wire, "H")),
                // Too much.
                row(
                        "sends a body without end",
                        "page 262144",
                        wire -> {
                            wire.send(OK + "\r\n" + page);
                            flood(wire, "x".repeat(1 << 16));
                        }),
                row(
                        "sends chunks without end",
                        "page 262144",
                        wire -> {
                            wire.send(OK + "Transfer-Encoding: chunked\r\n\r\n");
                            flood(wire, "10000\r\n" + "x".repeat(1 << 16) + "\r\n");
                        }),
                row(
                        "tells a length of a terabyte",
                        "page 262144",
                        wire -> {
                            wire.send(OK + "Content-Length: 1099511627776\r\n\r\n");
                            flood(wire, "x".repeat(1 << 16));
                        }),
                row(
                        "sends a header of 100 MB",
                        "TooLarge",
                        wire -> {
                            wire.send(OK + "X-Long: ");
                            flood(wire, "x".repeat(1 << 16));
                        }),
                row(
                        "sends headers without end",
                        "TooLarge",
                        wire -> {
                            wire.send(OK);
                            flood(wire, "X-Other: y\r\n".repeat(4_000));
                        }),
                row(
                        "sends a status line without end",
                        "TooLarge",
                        wire -> {
                            wire.send("HTTP/1.1 200 ");
                            flood(wire, "O".repeat(1 << 16));
                        }),
                row(
                        "sets a huge cookie",
                        "TooLarge",
                        wire ->
                                wire.send(
                                        OK
                                                + "Set-Cookie: a="
                                                + "c".repeat(300_000)
                                                + "\r\n\r\n"
                                                + page)),
                row(
                        "sets cookies by the thousand",
                        "page 31",
                        wire ->
                                wire.send(
                                        OK + "Set-Cookie: a=b\r\n".repeat(5_000) + "\r\n" + page)),
                row(
                        "sends a long chunk extension",
                        "page 0|TooLarge|Broken",
                        wire -> {
                            wire.send(OK + "Transfer-Encoding: chunked\r\n\r\n1;");
                            flood(wire, "x".repeat(1 << 16));
                        }),
                row(
                        "sends trailers without end",
                        "page 1|TooLarge|Broken|page 31",
                        wire -> {
                            wire.send(
                                    OK
                                            + "Transfer-Encoding: chunked\r\n\r\n1f\r\n"
                                            + page
                                            + "\r\n0\r\n");
                            flood(wire, "X-Trailer: y\r\n".repeat(4_000));
                        }),
                row(
                        "sends interim answers without end",
                        "BadStatus|Broken|TooLarge",
                        wire -> flood(wire, "HTTP/1.1 102 Processing\r\n\r\n".repeat(1_000))),
                row(
                        "packs a bomb",
                        "OTHER",
                        wire -> {
                            wire.send(OK + "Content-Encoding: gzip\r\n\r\n");
                            wire.send(ZEROS);
                        }),
                row(
                        "packs a bomb of words",
                        "page 262144",
                        wire -> {
                            wire.send(OK + "Content-Encoding: gzip\r\n\r\n");
                            wire.send(WORDS);
                        }),
                row(
                        "packs without end",
                        "page 262144",
                        wire -> {
                            wire.send(OK + "Content-Encoding: gzip\r\n\r\n");
                            wire.send(NOISE);
                        }),
                // Not HTTP.
                row("sends garbage", "Broken", wire -> wire.send("\0\1\2garbage\r\n\r\n")),
                row("speaks SSH", "Broken", wire -> wire.send("SSH-2.0-OpenSSH_9.9\r\n")),
                row(
                        "speaks like a mail server",
                        "Broken",
                        wire -> wire.send("220 mail.example ESMTP\r\n")),
                row(
                        "speaks like Redis",
                        "Broken",
                        wire -> wire.send("-ERR unknown command 'GET'\r\n")),
                row(
                        "has a status of letters",
                        "Broken",
                        wire -> wire.send("HTTP/1.1 abc OK\r\n\r\n")),
                row(
                        "has a status of a million",
                        "Broken|BadStatus",
                        wire -> wire.send("HTTP/1.1 1000000 OK\r\n\r\n")),
                row(
                        "has a negative status",
                        "Broken|BadStatus",
                        wire -> wire.send("HTTP/1.1 -20 OK\r\n\r\n")),
                row("speaks HTTP 0.9", "Broken", wire -> wire.send("<html>hello</html>")),
                row("speaks HTTP 2 unasked", "Broken", wire -> wire.send("\0\0\22\4\0\0\0\0\0")),
                row(
                        "answers with TLS",
                        "Broken|TimedOut",
                        wire -> wire.send("\26\3\1\2\0\1\0\1\374\3\3")),
                row(
                        "has headers of nonsense",
                        "Broken|page 31",
                        wire -> wire.send(OK + ": : :\r\nno colon\r\n\r\n" + page)),
                row(
                        "has a header with control characters",
                        "Broken|page 31",
                        wire -> wire.send(OK + "X\0Y: \1\2\r\n\r\n" + page)),
                row(
                        "tells two lengths",
                        "Broken|page 31|page 5",
                        wire ->
                                wire.send(
                                        OK
                                                + "Content-Length: 5\r\nContent-Length: 31\r\n\r\n"
                                                + page)),
                row(
                        "tells a length of letters",
                        "page 31",
                        wire -> wire.send(OK + "Content-Length: many\r\n\r\n" + page)),
                row(
                        "tells a negative length",
                        "Broken",
                        wire -> wire.send(OK + "Content-Length: -5\r\n\r\n" + page)),
                row(
                        "sends chunks of nonsense",
                        "Broken",
                        wire ->
                                wire.send(
                                        OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n")),
                row(
                        "sends a chunk of a negative size",
                        "Broken",
                        wire ->
                                wire.send(
                                        OK + "Transfer-Encoding: chunked\r\n\r\n-1\r\nhello\r\n")),
                row(
                        "sends a chunk of a huge size",
                        "Broken",
                        wire ->
                                wire.send(
                                        OK
                                                + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nhello\r\n")),
                row(
                        "packs nonsense",
                        "Broken",
                        wire ->
                                wire.send(
                                        OK
                                                + "Content-Encoding: gzip\r\n\r\nthis is not packed at all")),
                row(
                        "packs as nobody asked",
                        "Broken",
                        wire -> wire.send(OK + "Content-Encoding: br\r\n\r\n" + page)),
                row(
                        "packs twice",
                        "Broken",
                        wire -> wire.send(OK + "Content-Encoding: gzip, gzip\r\n\r\n" + page)),
                row(
                        "packs as nothing",
                        "page 31",
                        wire -> wire.send(OK + "Content-Encoding: identity\r\n\r\n" + page)),
                // Breaks off.
                row("closes at once", "Broken", HostileServer.Wire::end),
                row("breaks off at once", "Broken", HostileServer.Wire::reset),
                row("closes within the headers", "Broken", wire -> wire.send(OK + "Content-Le")),
                row(
                        "tells too great a length of a short page",
                        "Broken",
                        wire -> wire.send(OK + "Content-Length: 5000\r\n\r\n" + page)),
                row(
                        "tells too great a length of a long page",
                        "page 2031",
                        wire -> wire.send(OK + "Content-Length: 5000\r\n\r\n" + long2)),
                row(
                        "tells too small a length",
                        "page 15",
                        wire -> wire.send(OK + "Content-Length: 15\r\n\r\n" + page)),
                row(
                        "breaks off within a long page",
                        "page 2031|Broken",
                        wire -> {
                            wire.send(OK + "Content-Length: 5000\r\n\r\n" + long2);
                            wire.reset();
                        }),
                row(
                        "closes its half and stays",
                        "page 31",
                        wire -> {
                            wire.send(OK + "\r\n" + page);
                            wire.end();
                            wire.hang();
                        }),
                row(
                        "stays open after the page",
                        "page 31",
                        wire -> {
                            wire.send(OK + "Content-Length: 31\r\n\r\n" + page);
                            wire.hang();
                        }),
                row(
                        "sends a second answer unasked",
                        "page 31",
                        wire -> wire.send((OK + "Content-Length: 31\r\n\r\n" + page).repeat(50))),
                // Answers something else than a page.
                row("has no content", "HTTP/1.1 204 No Content\r\n", "", "BadStatus"),
                row(
                        "resets content",
                        "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n",
                        "",
                        "BadStatus"),
                row(
                        "sends a part unasked",
                        "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-1/99\r\n",
                        "<!",
                        "BadStatus"),
                row("has not changed", "HTTP/1.1 304 Not Modified\r\n", "", "BadStatus"),
                row(
                        "redirects nowhere",
                        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n",
                        "",
                        "BadStatus"),
                row(
                        "offers a choice",
                        "HTTP/1.1 300 Multiple Choices\r\nLocation: /a\r\n",
                        "",
                        "BadStatus"),
                row(
                        "wants a password",
                        "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\n",
                        "",
                        "BadStatus"),
                row(
                        "wants a proxy's password",
                        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\n",
                        "",
                        "BadStatus|Broken"),
                row(
                        "changes the protocol",
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n",
                        "",
                        "BadStatus|Broken"),
                row("is gone", "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n", "", "BadStatus"),
                row(
                        "is a status of its own",
                        "HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n",
                        "",
                        "BadStatus"),
                row(
                        "refreshes to elsewhere",
                        OK,
                        "<meta http-equiv=refresh content='0;url=http://10.0.0.1/'>",
                        "page 58"),
                row(
                        "refreshes by a header",
                        OK + "Refresh: 0;url=http://10.0.0.1/\r\n",
                        page,
                        "page 31"),
                row(
                        "refers to another proxy",
                        OK + "Alt-Svc: h2=\"10.0.0.1:80\"\r\n",
                        page,
                        "page 31"),
                row(
                        "is binary and says HTML",
                        OK,
                        "\211PNG\r\n\032\n" + "\0".repeat(100_000),
                        "OTHER"),
                row(
                        "is a program and says HTML",
                        OK,
                        "MZ\220\0\3\0\0\0" + "\0\1".repeat(50_000),
                        "OTHER"),
                row("is a PDF and says HTML", OK, "%PDF-1.7\n" + "\0\1".repeat(10), "PDF"),
                row("is empty", OK, "", "page 0"),
                row("is one byte", OK, "<", "page 1"));
    }

    private static void drip(HostileServer.Wire wire, String drop)
            throws IOException, InterruptedException {
        // Drips until the other side goes; parking is the server's pace, nobody waits for it.
        for (int i = 0; i < 1_000; i++) {
            wire.send(drop);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    private static void flood(HostileServer.Wire wire, String wave) throws IOException {
        var bytes = wave.getBytes(StandardCharsets.ISO_8859_1);
        for (long sent = 0; sent < 100L << 20; sent += bytes.length) {
            wire.send(bytes);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostileAnswers")
    void whateverAServerDoesCostsItsOwnFetchAndNoMore(String name, String expected, Answer answer) {
        server.on("/x", answer).page("/fine", "Fine");
        var begin = System.nanoTime();
        var result = fetch("/x");
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(expected.split("\\|")).as(name).contains(named(result));
        assertThat(took).as(name).isLessThan(Duration.ofSeconds(3));
        assertThat(server.sent()).as(name).isLessThan(16L << 20);
        assertThat(fetch("/fine")).isInstanceOf(Fetched.class);
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
        server.atOnce(wire -> wire.send(bytes.translateEscapes()));
        // A JVM's first TLS takes a while.
        try (var patient = fetcher(FetchLimits.STANDARD, false)) {
            assertThat(patient.fetch(server.url("/").replace("http:", "https:")))
                    .isEqualTo(new FetchFailure.TlsFailed("site.example"));
        }
    }

    @Test
    void aPortAtWhichNobodyListensIsToldSo() throws IOException {
        server.close();
        assertThat(fetch("/a"))
                .isEqualTo(new FetchFailure.Broken("site.example", "could not be reached", true));
    }

    @Test
    void readingStopsWhereEnoughHasCome() {
        server.on(
                "/x",
                wire -> {
                    wire.send(OK + "\r\n<!doctype html><title>T</title></head>");
                    flood(wire, "x".repeat(1 << 16));
                });
        var fetched =
                fetcher.fetch(
                        server.url("/x"),
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
        server.on(
                "/x", wire -> wire.send("HTTP/1.1 %d Status\r\n%s\r\n".formatted(status, header)));
        var failure = (FetchFailure) fetch("/x");
        assertThat(failure.sentence())
                .isEqualTo("site.example answered with status %d.".formatted(status));
        assertThat(failure.isPassing()).isEqualTo(passing);
        assertThat(failure.after()).isEqualTo(Optional.ofNullable(wait));
    }

    @Test
    void aHostThatAskedToBeLeftAloneIsLeftAlone() {
        server.on("/x", wire -> wire.send("HTTP/1.1 429 Slow down\r\nRetry-After: 60\r\n\r\n"))
                .page("/y", "Y");
        fetch("/x");
        assertThat(fetch("/y"))
                .isInstanceOfSatisfying(
                        FetchFailure.HostBusy.class,
                        busy ->
                                assertThat(busy.turn())
                                        .isBetween(Duration.ofSeconds(58), Duration.ofSeconds(62)));
        assertThat(fetcher.fetch("http://other.example:%d/y".formatted(server.port())))
                .isInstanceOf(Fetched.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void noMoreThanTwoAreAskedOfAHostAtOnce() throws Exception {
        var both = new CountDownLatch(2);
        server.on(
                "/x",
                wire -> {
                    both.countDown();
                    both.await();
                    wire.send(OK + "Content-Length: 1\r\n\r\nx");
                });
        var patient =
                fetcher(
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
                fetches.add(threads.submit(() -> patient.fetch(server.url("/x"))));
            }
            for (var fetch : fetches) {
                assertThat(fetch.get()).isInstanceOf(Fetched.class);
            }
        }
        assertThat(server.requests()).hasSize(12);
        assertThat(server.mostAtOnce()).isEqualTo(2);
    }

    @Test
    void closingBreaksOffWhatIsUnderWay() throws Exception {
        var asked = new CountDownLatch(1);
        server.on(
                "/x",
                wire -> {
                    wire.send(OK + "\r\n<!doctype html>" + "x".repeat(100_000));
                    asked.countDown();
                    wire.hang();
                });
        var slow = fetcher(FetchLimits.STANDARD, false);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var fetch = threads.submit(() -> slow.fetch(server.url("/x")));
            asked.await();
            slow.close();
            assertThat(fetch.get()).isEqualTo(new FetchFailure.Stopped());
            assertThat(slow.fetch(server.url("/x"))).isEqualTo(new FetchFailure.Stopped());
        }
    }

    private static String named(FetchResult result) {
        return switch (result) {
            case Fetched page
                    when page.type() == FetchedType.HTML || page.type() == FetchedType.TEXT ->
                    "page " + page.bytes().length;
            case Fetched page -> {
                assertThat(page.bytes().length).isLessThan(64 << 10);
                yield page.type().name();
            }
            case FetchFailure failure -> failure.getClass().getSimpleName();
        };
    }
}
