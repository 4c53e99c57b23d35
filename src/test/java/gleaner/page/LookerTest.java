package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Health.Found;
import gleaner.page.Looker.Asked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, an editor drops a link that is fine, or publishes one that is dead.
@Timeout(20)
class LookerTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-17T12:00:00Z"), ZoneOffset.UTC);

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    private final HostileServer server = new HostileServer();
    private final Fetcher fetcher =
            Fetcher.withLoopback(
                    new FetchLimits(
                            Duration.ofMillis(400),
                            256 << 10,
                            5,
                            2,
                            Duration.ZERO,
                            Duration.ofMillis(200)),
                    host ->
                            switch (host) {
                                case "nowhere.example" ->
                                        throw new UnknownHostException(
                                                host + ": Name or service not known");
                                case "unasked.example" ->
                                        throw new UnknownHostException(
                                                host + ": Temporary failure in name resolution");
                                default -> List.of(InetAddress.getLoopbackAddress());
                            },
                    "Gleaner/test",
                    false,
                    CLOCK);
    private final PageReader reader = PageReader.builtIn();
    private final Looker looker = new Looker(fetcher, reader);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        server.close();
    }

    private Looker.Answer look(String url, @Nullable String title, @Nullable String mark) {
        return looker.look(
                new Asked(
                        url,
                        Optional.ofNullable(title),
                        Optional.ofNullable(mark),
                        other -> other.endsWith("/known")));
    }

    private Found found(String path, @Nullable String title) {
        return look(server.url(path), title, null) instanceof Looker.Seen seen
                ? seen.found()
                : new Found.Silent("not now");
    }

    private HostileServer.Answer status(String line) {
        return wire -> wire.send("HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    404 Not Found           | Gone[why=site.example answered with status 404., isSure=false]
                    410 Gone                | Gone[why=site.example answered with status 410., isSure=true]
                    401 Unauthorized        | Silent[why=site.example answered with status 401.]
                    403 Forbidden           | Silent[why=site.example answered with status 403.]
                    405 Method Not Allowed  | Silent[why=site.example answered with status 405.]
                    429 Too Many Requests   | Silent[why=site.example answered with status 429.]
                    451 Unavailable         | Silent[why=site.example answered with status 451.]
                    500 Internal            | Silent[why=site.example answered with status 500.]
                    503 Service Unavailable | Silent[why=site.example answered with status 503.]
                    """)
    void onlyNotFoundAndGoneAreDead(String line, String found) {
        server.on("/a", status(line));
        assertThat(found("/a", "A title")).hasToString(found);
    }

    @Test
    void aNameThatDoesNotExistIsGoneAndOneThatNobodyCouldBeAskedForIsNot() {
        assertThat(look("http://nowhere.example/a", null, null))
                .isEqualTo(
                        new Looker.Seen(
                                new Found.Gone(
                                        "The address of nowhere.example could not be found.",
                                        false),
                                Optional.empty()));
        assertThat(look("http://unasked.example/a", null, null))
                .isEqualTo(
                        new Looker.Seen(
                                new Found.Silent(
                                        "The address of unasked.example could not be found."),
                                Optional.empty()));
    }

    @Test
    void withoutANetworkNoNameIsKnownNotToExist() {
        try (var offline =
                Fetcher.withLoopback(
                        FetchLimits.STANDARD,
                        host -> {
                            throw new UnknownHostException(host + ": Name or service not known");
                        },
                        "Gleaner/test",
                        false,
                        CLOCK)) {
            var asked = new Asked("http://a.example/", Optional.empty(), Optional.empty(), _ -> true);
            assertThat(new Looker(offline, reader).look(asked))
                    .isEqualTo(
                            new Looker.Seen(
                                    new Found.Silent("The address of a.example could not be found."),
                                    Optional.empty()));
        }
    }

    @Test
    void aNameThatIsNoneIsStillNoneWhileJavaRemembersItWithoutAReason() {
        var words = new ArrayDeque<>(List.of("a.example: Name or service not known", "a.example"));
        try (var fetcher =
                Fetcher.withLoopback(
                        FetchLimits.STANDARD,
                        host -> {
                            if (host.equals("a.example")) {
                                throw new UnknownHostException(words.remove());
                            }
                            return List.of(InetAddress.getLoopbackAddress());
                        },
                        "Gleaner/test",
                        false,
                        CLOCK)) {
            var none = new FetchFailure.DnsFailed("a.example", true);
            assertThat(fetcher.head("http://a.example/")).isEqualTo(none);
            assertThat(fetcher.head("http://a.example/")).isEqualTo(none);
        }
    }

    @Test
    void aServerThatHangsSaysNothing() {
        server.on("/a", HostileServer.Wire::hang);
        assertThat(found("/a", "A title"))
                .isEqualTo(new Found.Silent("site.example did not answer in full within 0.4 s."));
    }

    @Test
    void aPageThatTakesTooLongIsThereIfItsHeadersSaySo() {
        server.on(
                "/a",
                wire -> {
                    if (server.requests().getLast().startsWith("HEAD")) {
                        wire.send(OK + "Content-Length: 9\r\n\r\n");
                    } else {
                        wire.hang();
                    }
                });
        assertThat(found("/a", "A title")).isEqualTo(new Found.Fine());
    }

    @Test
    void whereHeadIsRefusedThePageItselfIsAskedFor() {
        server.on(
                "/a",
                wire -> {
                    var isHead = server.requests().getLast().startsWith("HEAD");
                    wire.send(
                            isHead
                                    ? "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"
                                    : OK + "Content-Length: 21\r\n\r\n<title>A page</title>");
                });
        assertThat(found("/a", "A page")).isEqualTo(new Found.Fine());
        assertThat(server.requests())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("HEAD /a "),
                        get -> assertThat(get).startsWith("GET /a "));
    }

    @Test
    void theSameVersionNeedsItsHeadersOnly() {
        server.on("/a", OK + "ETag: \"7\"\r\nContent-Encoding: gzip", "<title>Other</title>");
        assertThat(look(server.url("/a"), "A title", "\"7\""))
                .isEqualTo(new Looker.Seen(new Found.Fine(), Optional.of("\"7\"")));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void theVersionThatWasSeenIsRemembered() {
        server.on("/a", OK + "Last-Modified: Tue, 17 Nov 2026 10:00:00 GMT", "<title>A</title>");
        assertThat(look(server.url("/a"), null, "\"6\""))
                .isEqualTo(
                        new Looker.Seen(
                                new Found.Fine(), Optional.of("Tue, 17 Nov 2026 10:00:00 GMT")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    301 | /new   | Moved
                    308 | /new   | Moved
                    302 | /new   | Fine
                    307 | /new   | Fine
                    301 | /known | Fine
                    """)
    void onlyARedirectForGoodToAPageThatIsNotKnownIsAMove(int status, String to, String found) {
        server.on(
                        "/a",
                        wire ->
                                wire.send(
                                        "HTTP/1.1 %d Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                                                .formatted(status, to)))
                .page("/new", "The page of old")
                .page("/known", "The page of old");
        assertThat(found("/a", "The page of old"))
                .isEqualTo(
                        found.equals("Moved")
                                ? new Found.Moved(server.url("/new"))
                                : new Found.Fine());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    How we run Postgres | How we ran Postgres, revised | false
                    How we run Postgres | Buy cheap watches            | true
                    Go 1.2              | Buy cheap watches            | false
                    石灯籠の点灯          | 灯籠                          | false
                    石灯籠の点灯          | 安い時計を買う                 | true
                    Überblick           | überblick 2                  | false
                    """)
    void aTitleIsAnotherWhereNoWordOfItIsLeft(String before, String now, boolean isOther) {
        assertThat(Looker.isOther(before, now)).isEqualTo(isOther);
        assertThat(Looker.isOther(before, before)).isFalse();
    }

    @Test
    void aPageThatIsAnotherNowIsToldAndALoginInItsPlaceIsNot() {
        server.page("/a", "Buy cheap watches").page("/b", "Just a moment...");
        assertThat(found("/a", "How we run Postgres"))
                .isEqualTo(new Found.Replaced("Buy cheap watches"));
        assertThat(found("/b", "How we run Postgres"))
                .isEqualTo(new Found.Silent("It shows something in the place of the page."));
        assertThat(found("/a", null)).isEqualTo(new Found.Fine());
    }

    @Test
    void aLookThatIsBrokenOffIsDoneLater() {
        fetcher.close();
        assertThat(look(server.url("/a"), null, null)).isEqualTo(new Looker.NotNow(Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"archived_snapshots":{"closest":{"available":true,"status":"200","url":"http://web.site.example/web/2026/http://a.example/"}}}  | https://web.site.example/web/2026/http://a.example/
                    {"archived_snapshots":{"closest":{"available":true,"status":"200","url":"https://site.example/web/2026/http://a.example/"}}}     | https://site.example/web/2026/http://a.example/
                    {"archived_snapshots":{"closest":{"available":false,"status":"200","url":"https://site.example/web/2026/x"}}}                    |
                    {"archived_snapshots":{"closest":{"available":true,"status":"404","url":"https://site.example/web/2026/x"}}}                     |
                    {"archived_snapshots":{"closest":{"available":true,"status":"200","url":"https://evil.example/web/2026/x"}}}                     |
                    {"archived_snapshots":{"closest":{"available":true,"status":"200","url":"https://evilsite.example/web/2026/x"}}}                 |
                    {"archived_snapshots":{"closest":{"available":true,"status":"200","url":"https://site.example@evil.example/x"}}}                 |
                    {"archived_snapshots":{"closest":{"available":true,"status":"200","url":"https://site.example:8443/x"}}}                         |
                    {"archived_snapshots":{"closest":{"available":true,"status":"200","url":"javascript:alert(1)"}}}                                 |
                    {"archived_snapshots":{"closest":{"available":true,"status":"200","url":["https://site.example/x"]}}}                            |
                    {"archived_snapshots":{}}                                                                                                        |
                    []                                                                                                                               |
                    {"archived_snapshots":                                                                                                           |
                    <html>                                                                                                                           |
                    """)
    void onlyAnArchivesOwnSafeLinkIsTakenForACopy(String answer, @Nullable String copy) {
        server.on(
                "/has?url=http%3A%2F%2Fa.example%2F%3Fb%3Dc%26d",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json", answer);
        assertThat(new Archive(fetcher, server.url("/has")).copyOf("http://a.example/?b=c&d"))
                .isEqualTo(Optional.ofNullable(copy));
    }

    @Test
    void anArchiveThatDoesNotAnswerHasNoCopy() {
        assertThat(new Archive(fetcher, server.url("/none")).copyOf("http://a.example/")).isEmpty();
    }
}
