package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import gleaner.capture.Capture;
import gleaner.capture.LinkKeys;
import gleaner.intake.Collecting;
import gleaner.news.Channel;
import gleaner.news.Event.MessagePosted;
import gleaner.news.GleanerException;
import gleaner.news.LinkId;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Visibility;
import gleaner.page.FetchLimits;
import gleaner.page.Fetcher;
import gleaner.page.PageReader;
import gleaner.page.PageWorker;
import gleaner.store.RedisForTests;
import gleaner.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The way of a page from a shared link to its title; if it fails, drafts say nothing of the pages.
@Timeout(30)
class QueuedPagesTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Channel GENERAL = Channel.of("terminal", "general");

    private Store store;
    private HttpServer server;
    private PageWorker worker;

    @BeforeEach
    void open() throws IOException {
        store = redis.store();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/fine",
                exchange -> {
                    var page =
                            "<!doctype html><title>A fine page</title>"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
        worker =
                new PageWorker(
                        new QueuedPages(store, Clock.systemUTC()),
                        Fetcher.withLoopback(
                                FetchLimits.STANDARD,
                                _ -> List.of(InetAddress.getLoopbackAddress()),
                                "Gleaner/test",
                                true,
                                Clock.systemUTC()),
                        (bytes, type, url) -> PageReader.builtIn().read(bytes, Optional.of(type), url),
                        4);
    }

    @AfterEach
    void close() throws InterruptedException {
        worker.stop(Duration.ofSeconds(5));
        server.stop(0);
    }

    @Test
    void aSharedLinkGetsItsTitleAndADeadOneItsReason() {
        var fine = shared("m1", "/fine");
        var dead = shared("m2", "/dead");
        var desk = new QueueDesk(store.pages(), true);
        assertThat(desk.news(fine)).contains("not read yet.");
        worker.start();
        while (store.pages().counts().waiting() > 0) {
            Thread.onSpinWait();
        }
        assertThat(store.repository().link(fine).orElseThrow().page().title())
                .contains("A fine page");
        assertThat(desk.news(fine)).isEmpty();
        assertThat(desk.news(dead))
                .contains(
                        "given up: site.example answered with status 404. `refresh %s` tries again."
                                .formatted(dead));
        desk.refresh(List.of(dead));
        assertThat(desk.news(dead)).contains("not read yet.");
    }

    @Test
    void whereNoPagesAreReadNobodyIsPromisedAny() {
        var link = shared("m1", "/fine");
        var desk = new QueueDesk(store.pages(), false);
        assertThat(desk.news(link)).isEmpty();
        Assertions.assertThatThrownBy(() -> desk.refresh(List.of(link)))
                .isInstanceOf(GleanerException.class)
                .hasMessage("No pages are read here: pages.read is false in config/gleaner.yaml.");
    }

    @Test
    void aStrangersNameIsNoMarkup() {
        var link = shared("m1", "/fine");
        var lease = store.pages().take(1, Instant.now(), Duration.ofMinutes(1)).getFirst();
        store.pages()
                .again(lease, Instant.now(), "The address of [x](y).*example* could not be found.");
        assertThat(new QueueDesk(store.pages(), true).news(link))
                .contains(
                        "not read yet: The address of \\[x\\](y).\\*example\\* could not be found. It is tried again.");
    }

    private LinkId shared(String id, String path) {
        var message =
                new MessagePosted(
                        new MessageId(GENERAL.id(), id),
                        GENERAL,
                        Person.of("terminal", "ada"),
                        Instant.parse("2026-11-17T12:00:00Z"),
                        "http://site.example:%d%s".formatted(server.getAddress().getPort(), path),
                        Visibility.PUBLIC,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new Collecting(new Capture(new LinkKeys()), store.messages(), store.repository())
                .collect(message)
                .getFirst()
                .link()
                .id();
    }
}
