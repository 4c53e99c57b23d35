package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, Gleaner reads what a site asks robots not to read, or asks for robots.txt over
/// and over.
class FetchRobotsTest {

    private final HostileServer server =
            new HostileServer().page("/a", "A").page("/private/b", "B");
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-17T12:00:00Z"));
    private final Fetcher fetcher =
            Fetcher.withLoopback(
                    new FetchLimits(
                            Duration.ofSeconds(2),
                            1 << 20,
                            5,
                            2,
                            Duration.ZERO,
                            Duration.ofMillis(100)),
                    _ -> List.of(InetAddress.getLoopbackAddress()),
                    "Gleaner/test (link reader)",
                    true,
                    ((InstantSource) now::get).withZone(ZoneOffset.UTC));

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        server.close();
    }

    private String fetch(String path) {
        return switch (fetcher.fetch(server.url(path))) {
            case Fetched _ -> "read";
            case FetchFailure failure -> failure.sentence();
        };
    }

    private void robots(String text) {
        server.on("/robots.txt", "HTTP/1.1 200 OK\r\nContent-Type: text/plain", text);
    }

    @Test
    void whatASiteDoesNotWantReadIsNotRead() {
        robots("User-agent: *\nDisallow: /private/\n");
        assertThat(fetch("/a")).isEqualTo("read");
        assertThat(fetch("/private/b"))
                .isEqualTo("The robots.txt of site.example asks not to read this page.");
        assertThat(server.requests())
                .extracting(head -> head.substring(0, head.indexOf(" HTTP")))
                .containsExactly("GET /robots.txt", "GET /a");
    }

    @Test
    void rulesForGleanerByItsNameHoldBeforeThoseForEverybody() {
        robots("User-agent: *\nDisallow: /\n\nUser-agent: Gleaner\nDisallow: /private/\n");
        assertThat(fetch("/a")).isEqualTo("read");
        assertThat(fetch("/private/b")).isNotEqualTo("read");
    }

    @Test
    void theFileIsAskedForOnceADay() {
        robots("User-agent: *\nDisallow: /private/\n");
        fetch("/a");
        fetch("/private/b");
        now.set(now.get().plus(Duration.ofHours(23)));
        fetch("/a");
        robots("User-agent: *\nDisallow: /a\n");
        assertThat(fetch("/a")).isEqualTo("read");
        now.set(now.get().plus(Duration.ofHours(1)));
        assertThat(fetch("/a")).isNotEqualTo("read");
        assertThat(server.requests()).filteredOn(head -> head.contains("/robots.txt")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    404 | read
                    401 | read
                    403 | read
                    410 | read
                    500 | The robots.txt of site.example cannot be had (status 500), so nothing is read there for now.
                    503 | The robots.txt of site.example cannot be had (status 503), so nothing is read there for now.
                    """)
    void aFileThatIsNotThereAllowsAllAndOneThatCannotBeHadNothing(int status, String result) {
        server.on("/robots.txt", "HTTP/1.1 %d Status".formatted(status), "");
        fetch("/a");
        assertThat(fetch("/a")).isEqualTo(result);
    }

    @Test
    void aRedirectToASiteThatDoesNotWantItIsNotFollowed() {
        server.on("/robots.txt", "HTTP/1.1 404 None", "")
                .on("/go", "HTTP/1.1 302 Found\r\nLocation: /private/b", "");
        assertThat(fetch("/go")).isEqualTo("read");
        now.set(now.get().plus(Duration.ofDays(2)));
        robots("User-agent: *\nDisallow: /private\n");
        assertThat(fetch("/go"))
                .isEqualTo("The robots.txt of site.example asks not to read this page.");
    }

    @Test
    void aRobotsFileThatLeadsInsideOrNowhereOrHangsHarmsNobody() {
        server.on("/robots.txt", "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/", "");
        assertThat(fetch("/a"))
                .isEqualTo("169.254.169.254 leads into a network that is not public.");
        server.on("/robots.txt", "HTTP/1.1 302 Found\r\nLocation: /robots.txt", "");
        assertThat(fetch("/a")).isEqualTo("read");
    }

    @ParameterizedTest
    @CsvSource({"*a*", "a*a", "*,*", "%,%"})
    void aFileOfTrapsCostsLittle(String trap) {
        var rules = new StringBuilder("User-agent: *\n");
        for (int i = 0; rules.length() < 490_000; i++) {
            rules.append("Disallow: /")
                    .append(trap.repeat(i % 200 + 1))
                    .append("z")
                    .append(i)
                    .append("\n");
        }
        robots(rules.toString());
        server.page("/" + "a".repeat(2_000), "A");
        var begin = System.nanoTime();
        assertThat(fetch("/" + "a".repeat(2_000))).isEqualTo("read");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void nonsenseIsNoRule() {
        robots("\0\1\2<html>Disallow: /\n\n::::\nDisallow\nUser-agent\n" + "x".repeat(100_000));
        assertThat(fetch("/a")).isEqualTo("read");
    }
}
