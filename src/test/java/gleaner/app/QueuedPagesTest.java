package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import gleaner.capture.Capture;
import gleaner.capture.LinkKeys;
import gleaner.intake.Collecting;
import gleaner.news.Byline;
import gleaner.news.Channel;
import gleaner.news.Curation;
import gleaner.news.Event.MessagePosted;
import gleaner.news.GleanerException;
import gleaner.news.LinkId;
import gleaner.news.MessageId;
import gleaner.news.Page;
import gleaner.news.Person;
import gleaner.news.Visibility;
import gleaner.page.FetchLimits;
import gleaner.page.Fetcher;
import gleaner.page.PageReader;
import gleaner.page.PageWorker;
import gleaner.store.Act;
import gleaner.store.Joining;
import gleaner.store.RedisForTests;
import gleaner.store.Revision;
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
        server.createContext(
                "/by-ada",
                exchange -> {
                    var page =
                            "<!doctype html><title>A page of Ada's</title>"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.createContext(
                "/short",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/fine");
                    exchange.sendResponseHeaders(301, -1);
                    exchange.close();
                });
        server.createContext(
                "/gone",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(
                            exchange.getRequestURI().getPath().equals("/") ? 200 : 404, -1);
                    exchange.close();
                });
        server.start();
        worker =
                new PageWorker(
                        new QueuedPages(store, new LinkKeys()::of, Clock.systemUTC()),
                        Fetcher.withLoopback(
                                FetchLimits.STANDARD,
                                _ -> List.of(InetAddress.getLoopbackAddress()),
                                "Gleaner/test",
                                true,
                                Clock.systemUTC()),
                        (bytes, type, url) ->
                                titleOnly(PageReader.builtIn().read(bytes, Optional.of(type), url)),
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
        await();
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
    void linksThatLeadToOnePageBecomeOneAndStayApartOnceSplit() {
        var shorter = shared("m1", "/short");
        var fine = shared("m2", "/fine");
        var repository = store.repository();
        worker.start();
        await();
        assertThat(repository.link(fine).orElseThrow().id()).isEqualTo(shorter);
        assertThat(repository.link(shorter).orElseThrow().shares()).hasSize(2);
        assertThat(repository.history(1))
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.words()).isEqualTo("merge %s %s".formatted(shorter, fine));
                    assertThat(act.by()).isEqualTo(OnePage.READER);
                });
        assertThat(shared("m3", "/fine")).isEqualTo(shorter);
        var link = repository.link(shorter).orElseThrow();
        repository.commit(
                new Act(
                        new MessageId(GENERAL.id(), "c1"),
                        Person.of("terminal", "eve"),
                        Instant.parse("2026-11-17T13:00:00Z"),
                        "split " + fine,
                        List.of(new Revision(link, link.curation())),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(new Joining(fine, shorter, false)),
                        Optional.empty(),
                        ""));
        store.pages().refresh(List.of(shorter, fine));
        await();
        assertThat(repository.link(fine).orElseThrow().shares()).hasSize(2);
        assertThat(repository.link(shorter).orElseThrow().shares()).hasSize(1);
    }

    @Test
    void aPageIsKnownByWhereItsRedirectsEnd() {
        var shorter = shared("m1", "/short");
        worker.start();
        await();
        assertThat(shared("m2", "/fine")).isEqualTo(shorter);
    }

    @Test
    void pagesThatAreGoneAreNotOnePageBecauseTheyLeadHome() {
        var one = shared("m1", "/gone/with-the-wind");
        var other = shared("m2", "/gone/too");
        worker.start();
        await();
        assertThat(store.repository().link(one).orElseThrow().id()).isEqualTo(one);
        assertThat(store.repository().link(other).orElseThrow().id()).isEqualTo(other);
        assertThat(store.repository().history(9)).isEmpty();
    }

    @Test
    void anEditorsBylineIsRememberedForThatAuthorUntilItIsTakenBack() {
        var first = shared("m1", "/by-ada/1");
        worker.start();
        await();
        var repository = store.repository();
        say("c1", first, Optional.of(Byline.parse("Ada/Engine Weekly")));
        assertThat(repository.link(first).orElseThrow().page().publisher()).isEmpty();
        var second = repository.link(shared("m2", "/by-ada/2")).orElseThrow().id();
        await();
        var page = repository.link(second).orElseThrow().page();
        assertThat(page.publisher()).contains("Engine Weekly");
        assertThat(page.sources()).containsEntry("publisher", "byline of " + first);
        assertThat(repository.link(second).orElseThrow().curation()).isEqualTo(Curation.NONE);
        say("c2", first, Optional.empty());
        var third = shared("m3", "/by-ada/3");
        await();
        assertThat(repository.link(third).orElseThrow().page().publisher()).isEmpty();
    }

    private void say(String command, LinkId id, Optional<Byline> byline) {
        var link = store.repository().link(id).orElseThrow();
        store.repository()
                .commit(
                        new Act(
                                new MessageId(GENERAL.id(), command),
                                Person.of("terminal", "eve"),
                                Instant.parse("2026-11-17T13:00:00Z"),
                                "byline",
                                List.of(new Revision(link, link.curation().withByline(byline))),
                                List.of(),
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                ""));
    }

    private void await() {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (store.pages().counts().waiting() > 0) {
            assertThat(System.nanoTime()).as("time to read the pages").isLessThan(end);
            Thread.onSpinWait();
        }
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
                        Instant.parse("2026-11-17T12:00:00Z").plusSeconds(id.charAt(1)),
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

    private static Page titleOnly(Page page) {
        return new Page(
                page.title(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
