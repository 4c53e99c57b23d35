package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gleaner.page.HostileServer.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;

/// A fetcher that may ask this machine, a server that behaves as it is told, and DNS as a test
/// wants it.
final class Fetching implements AfterEachCallback {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-17T12:00:00Z"), ZoneOffset.UTC);

    /// A page costs little time and few bytes here, so that the tests are quick.
    static final FetchLimits QUICK =
            new FetchLimits(
                    Duration.ofMillis(400), 256 << 10, 5, 2, Duration.ZERO, Duration.ofMillis(200));

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    /// Where every name leads to; replaced by tests.
    FetchDns dns = host -> List.of(InetAddress.getLoopbackAddress());

    private final HostileServer server = new HostileServer();
    private final List<String> lookups = new ArrayList<>();
    private final Fetcher fetcher = fetcher(QUICK, false);

    Fetcher fetcher(FetchLimits limits, boolean robots) {
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

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        fetcher.close();
        server.close();
    }

    HostileServer server() {
        return server;
    }

    Fetcher fetcher() {
        return fetcher;
    }

    /// The names that were looked up, in their order.
    List<String> lookups() {
        return lookups;
    }

    FetchResult fetch(String path) {
        return fetcher.fetch(server.url(path));
    }

    /// Fetches what answers so, and then a page that is fine.
    ///
    /// @param expected names of failures, or `page` and how much was read of it, by `|`
    void cost(String name, String expected, Answer answer) {
        server.on("/x", answer).page("/fine", "Fine");
        var begin = System.nanoTime();
        var result = fetch("/x");
        var took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(expected.split("\\|")).as(name).contains(named(result));
        assertThat(took).as(name).isLessThan(Duration.ofSeconds(3));
        assertThat(server.sent()).as(name).isLessThan(16L << 20);
        assertThat(fetch("/fine")).isInstanceOf(Fetched.class);
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

    static void drip(HostileServer.Wire wire, String drop)
            throws IOException, InterruptedException {
        // Drips until the other side goes; parking is the server's pace, nobody waits for it.
        for (int i = 0; i < 1_000; i++) {
            wire.send(drop);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    static void flood(HostileServer.Wire wire, String wave) throws IOException {
        var bytes = wave.getBytes(StandardCharsets.ISO_8859_1);
        for (long sent = 0; sent < 100L << 20; sent += bytes.length) {
            wire.send(bytes);
        }
    }

    static Arguments row(String name, String head, String body, String expected) {
        return row(name, expected, wire -> wire.send(head + "\r\n" + body));
    }

    static Arguments row(String name, String expected, Answer answer) {
        return arguments(name, expected, answer);
    }
}
