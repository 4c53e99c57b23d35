package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import gleaner.app.config.Config;
import gleaner.capture.Capture;
import gleaner.capture.LinkKeys;
import gleaner.command.DraftForm;
import gleaner.intake.Collecting;
import gleaner.news.Channel;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Health;
import gleaner.news.Health.Found;
import gleaner.news.LinkId;
import gleaner.news.MessageId;
import gleaner.news.Page;
import gleaner.news.Person;
import gleaner.news.Visibility;
import gleaner.page.Archive;
import gleaner.page.FetchLimits;
import gleaner.page.Fetcher;
import gleaner.page.Looker;
import gleaner.page.PageReader;
import gleaner.store.RedisForTests;
import gleaner.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The way from a link of the draft to a server and back into the draft; if it fails, a newsletter
/// goes out with dead links.
@Timeout(60)
class LookoutTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Channel GENERAL = Channel.of("terminal", "general");
    private static final Instant READ = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final FetchLimits QUICK =
            new FetchLimits(
                    Duration.ofSeconds(10), 1 << 20, 5, 8, Duration.ZERO, Duration.ofSeconds(9));

    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private Store store;
    private HttpServer server;
    private Instant now = NOON;

    @BeforeEach
    void open() throws IOException {
        store = redis.store();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var path = exchange.getRequestURI().getPath();
                    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    var body =
                            path.equals("/has")
                                    ? """
                                    {"archived_snapshots": {"closest": {"available": true, "status": "200",
                                     "url": "http://web.site.example/web/2026/x"}}}\
                                    """
                                    : "<!doctype html><title>A page of lamps</title>";
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    var status = statuses.getOrDefault(path, 200);
                    if (exchange.getRequestMethod().equals("HEAD")) {
                        exchange.sendResponseHeaders(status, -1);
                    } else {
                        exchange.sendResponseHeaders(status, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private String url(String path) {
        return "http://site.example:%d%s".formatted(server.getAddress().getPort(), path);
    }

    private LinkId shared(String path, Visibility visibility) {
        var message =
                new MessagePosted(
                        new MessageId(GENERAL.id(), "m" + path.substring(1)),
                        GENERAL,
                        Person.of("terminal", "ada"),
                        READ,
                        "The lamps " + url(path),
                        visibility,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var collecting =
                new Collecting(new Capture(new LinkKeys()), store.messages(), store.repository());
        return collecting.collect(message).getFirst().link().id();
    }

    private LinkId read(String path) {
        var id = shared(path, Visibility.PUBLIC);
        store.repository().page(id, titled("A page of lamps"), READ);
        return id;
    }

    private static Page titled(String title) {
        return new Page(
                Optional.of(title),
                List.of("Ada"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Lookout lookout() {
        var fetcher =
                Fetcher.withLoopback(
                        QUICK,
                        _ -> List.of(InetAddress.getLoopbackAddress()),
                        "Gleaner/test",
                        false,
                        clock());
        var reader = PageReader.builtIn();
        return new Lookout(
                store,
                new LinkKeys()::of,
                clock(),
                fetcher,
                new Looker(fetcher, reader),
                Optional.of(new Archive(fetcher, url("/has"))));
    }

    private Rechecks rechecks(Duration patience) {
        return new Rechecks(store, clock(), Duration.ofHours(24), patience, this::lookout);
    }

    private OpenIssue issue(Duration patience) {
        return new OpenIssue(
                store.repository(),
                store.interviews(),
                store.notes("drafts"),
                Config.standard(Path.of("")),
                rechecks(patience));
    }

    private String draft() {
        return issue(Duration.ofSeconds(20))
                .draft(Optional.empty(), false, true)
                .in(DraftForm.MARKDOWN);
    }

    private Health health(LinkId id) {
        return store.repository().link(id).orElseThrow().health();
    }

    @Test
    void aDraftWithoutAWorkerLooksItselfAndADeadLinkIsSureAfterTheSecondLook() {
        var fine = read("/fine");
        var dead = read("/dead");
        statuses.put("/dead", 404);
        assertThat(draft())
                .contains("`%s` seems to be dead: site.example answered with".formatted(dead))
                .contains("`add https://web.site.example/web/2026/x` keeps an archive's copy")
                .doesNotContain("`%s` seems".formatted(fine));
        assertThat(health(fine).at()).contains(NOON);
        requests.clear();
        assertThat(draft()).contains("`%s` seems to be dead".formatted(dead));
        assertThat(requests).isEmpty();
        now = NOON.plus(Health.SECOND_LOOK);
        assertThat(draft()).contains("`%s` is dead".formatted(dead));
        assertThat(requests).containsExactly("HEAD /dead", "GET /dead");
        statuses.remove("/dead");
        now = now.plus(Duration.ofHours(24));
        assertThat(draft()).doesNotContain(" dead");
        assertThat(health(dead).found()).isEqualTo(new Found.Fine());
    }

    @Test
    void whatWasNeverReadIsNotLookedAtAndNeitherIsWhatWasLookedAtLately() {
        shared("/new", Visibility.PUBLIC);
        var fresh = read("/fresh");
        store.repository().page(fresh, titled("Fresh"), NOON.minusSeconds(60));
        draft();
        assertThat(requests).isEmpty();
    }

    @Test
    void aPageThatWasGivenUpIsLookedAt() {
        var lost = shared("/lost", Visibility.PUBLIC);
        statuses.put("/lost", 410);
        var lease = store.pages().take(1, NOON, Duration.ofMinutes(1)).getFirst();
        store.pages().giveUp(lease, NOON, "It is not there.");
        assertThat(draft()).contains("`%s` is dead: site.example".formatted(lost));
    }

    @Test
    void theAddressOfAPrivateLinkIsToldToNoArchive() {
        var id = shared("/secret", Visibility.PRIVATE);
        store.repository().page(id, titled("A page of lamps"), READ);
        statuses.put("/secret", 410);
        assertThat(rechecks(Duration.ofSeconds(20)).before(List.of(id), true)).isTrue();
        assertThat(health(id).isDead()).isTrue();
        assertThat(requests).noneMatch(request -> request.contains("/has"));
    }

    @Test
    void aWorkerLooksForAllAndADraftOfOneWhoIsNotToldDoesNotWait() throws InterruptedException {
        var dead = read("/dead");
        statuses.put("/dead", 410);
        store.looks().watch(Duration.ofMinutes(1));
        assertThat(rechecks(Duration.ofHours(1)).before(List.of(dead), false)).isTrue();
        assertThat(requests).isEmpty();
        assertThat(issue(Duration.ZERO).draft(Optional.empty(), false, true).in(DraftForm.MARKDOWN))
                .contains("`%s` is still being looked at".formatted(dead));
        var worker = lookout();
        worker.start();
        assertThat(draft()).contains("`%s` is dead".formatted(dead)).doesNotContain("still being");
        assertThat(worker.stop(Duration.ofSeconds(9))).isTrue();
        assertThat(requests.stream().filter(request -> request.endsWith("/dead"))).hasSize(2);
    }

    @Test
    void nobodyLooksWhereThatIsNotWanted() {
        var dead = read("/dead");
        var never =
                new Rechecks(
                        store,
                        clock(),
                        Duration.ZERO,
                        Duration.ofSeconds(9),
                        () -> {
                            throw new IllegalStateException("Nobody should look.");
                        });
        assertThat(never.before(List.of(dead), true)).isFalse();
        assertThat(health(dead).isAsked()).isFalse();
    }
}
