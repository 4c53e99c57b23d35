package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gleaner.mastodon.MastodonApi.Draft;
import gleaner.mastodon.MastodonApi.Notice;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What whoever fills the port must do, over sockets: an adapter over another library passes the
/// same.
abstract class MastodonApiContract {

    private static final String MENTIONS = "GET /api/v1/notifications";

    final FakeMastodon server = new FakeMastodon();
    private MastodonApi api = open(server);

    /// A client of that server with [FakeMastodon#TOKEN], patient for half a second.
    abstract MastodonApi open(FakeMastodon of);

    @BeforeEach
    void knowNothing() {
        assertThat(server.requests()).isEmpty();
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    @Test
    void theInstanceTellsItsLimits() {
        var instance = api.instance();
        assertThat(instance.domain()).isEqualTo("here.example");
        assertThat(instance.mostCharacters()).isEqualTo(500);
        assertThat(instance.perUrl()).isEqualTo(23);
        assertThat(instance.streaming()).contains("wss://streaming.here.example");
    }

    @Test
    void anOldInstanceIsAskedTheOldWay() {
        server.ofVersion1();
        assertThat(api.instance().mostCharacters()).isEqualTo(600);
        assertThat(api.instance().domain()).isEqualTo("here.example");
    }

    @Test
    void theAccountIsTheTokens() {
        assertThat(api.self().acct()).isEqualTo("gleaner");
        assertThat(server.requests())
                .allMatch(request -> request.endsWith(" Bearer " + FakeMastodon.TOKEN));
    }

    @Test
    void mentionsComeOldestFirstAndPageByPageWithoutGap() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 200; i++) {
            ids.add(server.mention("ada@far.example", "<p>Number " + i + "</p>"));
        }
        var first = api.mentions(Optional.empty());
        assertThat(statuses(first)).isEqualTo(ids.subList(120, 200));

        var after = server.mention("ada@far.example", "<p>one more</p>");
        var found = new ArrayList<String>();
        var page = api.mentions(first.newest());
        while (page.newest().isPresent()) {
            found.addAll(statuses(page));
            page = api.onward(page.onward().orElseThrow());
        }
        assertThat(found).containsExactly(after);
    }

    @Test
    void aLinkHeaderOfAnotherHostIsFollowedOnTheServerItself() {
        for (int i = 0; i < 90; i++) {
            server.mention("ada@far.example", "<p>Number " + i + "</p>");
        }
        var start = api.mentions(Optional.of("unknown"));
        var next = api.onward(start.onward().orElseThrow());
        assertThat(start.notices()).hasSize(80);
        assertThat(next.notices()).hasSize(10);
    }

    @Test
    void oneOddElementCostsItselfAndNotThePage() {
        var fine = server.mention("ada@far.example", "<p>fine</p>");
        var mapper = new JsonMapper();
        server.notify(mapper.createObjectNode().put("id", "odd-1").put("type", "no_such_type"));
        server.notify(mapper.createObjectNode().put("type", "mention"));
        var noAccount = mapper.createObjectNode().put("id", "odd-2").put("type", "mention");
        noAccount.putObject("status").put("id", "S").put("created_at", "yesterday");
        server.notify(noAccount);
        var last = server.mention("ben", "<p>fine too</p>");
        assertThat(statuses(api.mentions(Optional.empty()))).containsExactly(fine, last);
    }

    @Test
    void aPageOfOddElementsAloneStillLeadsOn() {
        server.notify(
                new JsonMapper().createObjectNode().put("id", "odd-1").put("type", "no_such_type"));
        var page = api.mentions(Optional.empty());
        assertThat(page.notices()).isEmpty();
        assertThat(page.newest()).contains("odd-1");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    public, PUBLIC
                    unlisted, UNLISTED
                    private, FOLLOWERS
                    direct, DIRECT
                    mutuals_only, DIRECT
                    local, DIRECT
                    list, DIRECT
                    limited, DIRECT
                    PUBLIC, DIRECT
                    '', DIRECT
                    """)
    void anUnknownVisibilityIsDirect(String visibility, Reach reach) {
        var id =
                server.status("ada@far.example", "<p>x</p>", visibility, Optional.empty())
                        .path("id")
                        .asString();
        assertThat(api.status(id).map(Status::reach)).contains(reach);
    }

    @Test
    void aStatusThatIsGoneIsEmpty() {
        assertThat(api.status("01JGONE")).isEmpty();
        assertThat(api.context("01JGONE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void severalStatusesAreFetchedWhetherTheServerKnowsTheQuestionOrNot(boolean knows) {
        if (!knows) {
            server.withoutSeveral();
        }
        var ids = new ArrayList<String>();
        for (int i = 0; i < 45; i++) {
            ids.add(
                    server.status("ada@far.example", "<p>x</p>", "public", Optional.empty())
                            .path("id")
                            .asString());
        }
        server.deleteQuietly(ids.get(7));
        var found = api.statuses(ids).stream().map(Status::id).toList();
        ids.remove(7);
        assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aStatusMayLackWhatServersLeaveOut() {
        var status = server.status("ada@far.example", "", "public", Optional.empty());
        status.putNull("content").putNull("spoiler_text").putNull("mentions").remove("tags");
        var read = api.status(status.path("id").asString()).orElseThrow();
        assertThat(read.content()).isEmpty();
        assertThat(read.mentions()).isEmpty();
    }

    @Test
    void theContextHoldsWhatIsAboveAndBelow() {
        var above =
                server.status("ada", "<p>a</p>", "public", Optional.empty()).path("id").asString();
        var middle =
                server.status("ben", "<p>b</p>", "public", Optional.of(above))
                        .path("id")
                        .asString();
        var below =
                server.status("cy", "<p>c</p>", "public", Optional.of(middle))
                        .path("id")
                        .asString();
        var context = api.context(middle).orElseThrow();
        assertThat(context.before()).extracting(Status::id).containsExactly(above);
        assertThat(context.after()).extracting(Status::id).containsExactly(below);
        assertThat(context.after().getFirst().replyTo()).contains(middle);
    }

    @Test
    void aPostIsMadeOnceForAKey() {
        var to = server.mention("ada", "<p>help</p>");
        var draft = new Draft("@ada here", Optional.of(to), Reach.UNLISTED, "");
        var first = api.post(draft, "key-1");
        var again = api.post(draft, "key-1");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(server.texts()).containsExactly("@ada here");
        assertThat(server.posts().getFirst().path("visibility").asString()).isEqualTo("unlisted");
    }

    @Test
    void deletingWhatIsGoneAndFavouritingTwiceAreFine() {
        var id = server.mention("ada", "<p>x</p>");
        api.favourite(id);
        api.favourite(id);
        api.delete(id);
        api.delete(id);
        assertThat(server.favourites()).containsExactly(id, id);
    }

    @Test
    void aServerWithoutPoliciesIsFine() {
        assertThat(api.acceptStrangers()).isTrue();
        server.ofVersion1();
        assertThat(api.acceptStrangers()).isFalse();
    }

    @Test
    void theTokenFollowsNoRedirect() {
        try (var elsewhere = new FakeMastodon()) {
            for (var code : new int[] {301, 302, 307, 308}) {
                server.fault(
                        MENTIONS,
                        code,
                        "",
                        Map.of("Location", elsewhere.url() + "/api/v1/notifications"));
                var trouble =
                        catchThrowableOfType(
                                MastodonTrouble.class, () -> api.mentions(Optional.empty()));
                assertThat(trouble.kind()).isEqualTo(MastodonTrouble.Kind.MOVED);
            }
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    502, <html><body>Bad gateway</body></html>, AWAY
                    503, '', AWAY
                    200, <html><body>Please wait</body></html>, GARBLED
                    200, '', GARBLED
                    200, '{"no": "list"}', GARBLED
                    200, '[{"id":', GARBLED
                    401, '{"error": "The access token is invalid"}', TOKEN
                    403, '{"error": "outside the authorised scopes"}', FORBIDDEN
                    404, '{"error": "Record not found"}', MISSING
                    422, '{"error": "Validation failed"}', REFUSED
                    429, '{"error": "Throttled"}', TOO_MANY
                    """)
    void failuresAreToldApart(int code, String body, MastodonTrouble.Kind kind) {
        server.fault(MENTIONS, code, body, Map.of());
        var trouble =
                catchThrowableOfType(MastodonTrouble.class, () -> api.mentions(Optional.empty()));
        assertThat(trouble.kind()).isEqualTo(kind);
        assertThat(trouble.sentence()).doesNotContain(FakeMastodon.TOKEN);
    }

    @Test
    void aServerThatIsNotThereIsAway() {
        server.close();
        var trouble = catchThrowableOfType(MastodonTrouble.class, () -> api.self());
        assertThat(trouble.kind()).isEqualTo(MastodonTrouble.Kind.AWAY);
    }

    @Test
    void afterA429NothingIsAskedUntilTheServerSaysSo() {
        var reset = Instant.now().plusSeconds(600);
        server.fault(MENTIONS, 429, "{}", Map.of("X-RateLimit-Reset", reset.toString()));
        var trouble =
                catchThrowableOfType(MastodonTrouble.class, () -> api.mentions(Optional.empty()));
        assertThat(trouble.until().orElseThrow()).isBetween(reset.minusSeconds(1), reset);
        var asked = server.requests().size();
        assertThat(
                        catchThrowableOfType(
                                        MastodonTrouble.class, () -> api.mentions(Optional.empty()))
                                .kind())
                .isEqualTo(MastodonTrouble.Kind.TOO_MANY);
        assertThat(server.requests()).hasSize(asked);
    }

    @Test
    void theLastRequestThatIsLeftIsHeeded() {
        server.fault(
                MENTIONS,
                200,
                "[]",
                Map.of(
                        "X-RateLimit-Remaining",
                        "0",
                        "X-RateLimit-Reset",
                        Instant.now().plusSeconds(600).toString()));
        assertThat(api.mentions(Optional.empty()).notices()).isEmpty();
        assertThat(
                        catchThrowableOfType(
                                        MastodonTrouble.class, () -> api.mentions(Optional.empty()))
                                .kind())
                .isEqualTo(MastodonTrouble.Kind.TOO_MANY);
        assertThat(api.self().acct()).isEqualTo("gleaner");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 400})
    void theStreamTellsWholeNotificationsHoweverTheyAreCut(int pieces) throws InterruptedException {
        var heard = new Heard();
        try (var _ = api.stream(0, heard)) {
            server.await(() -> server.opened() == 1);
            server.inPieces(pieces);
            var id = server.mention("ada@far.example", "<p>Schön, größer: 👩‍👩‍👧 日本</p>");
            assertThat(heard.next()).isEqualTo("mention " + id);
            assertThat(server.requests())
                    .anyMatch(request ->
                            request.startsWith("STREAM")
                                    && request.endsWith("Bearer " + FakeMastodon.TOKEN)
                                    && !request.split(" ", -1)[1].contains(FakeMastodon.TOKEN));
        }
    }

    @Test
    void theStreamTellsOfDeletesAndEditsAndIsNotPutOffByOddFrames() throws InterruptedException {
        var heard = new Heard();
        try (var _ = api.stream(0, heard)) {
            server.await(() -> server.opened() == 1);
            server.streamRaw("");
            server.streamRaw("{\"event\":\"no.such.event\",\"payload\":\"{}\"}");
            server.streamRaw("not json");
            assertThat(heard.next()).isEqualTo("other");
            server.stream("notification", "{\"id\":\"x\"}");
            assertThat(heard.next()).isEqualTo("other");
            var edited = server.status("ada", "<p>new words</p>", "public", Optional.empty());
            server.stream("status.update", edited.toString());
            assertThat(heard.next()).isEqualTo("changed " + edited.path("id").asString());
            server.delete(edited.path("id").asString());
            assertThat(heard.next()).isEqualTo("deleted " + edited.path("id").asString());
        }
    }

    @Test
    void anErrorWithinTheStreamEndsIt() throws InterruptedException {
        var heard = new Heard();
        try (var _ = api.stream(0, heard)) {
            server.await(() -> server.opened() == 1);
            server.streamRaw("{\"error\":\"Not found\",\"status\":404}");
            assertThat(heard.next()).isEqualTo("ended AWAY");
        }
    }

    @Test
    void aDroppedStreamEnds() throws InterruptedException {
        var heard = new Heard();
        try (var _ = api.stream(0, heard)) {
            server.await(() -> server.opened() == 1);
            server.dropStreams();
            assertThat(heard.next()).isEqualTo("ended AWAY");
        }
    }

    @Test
    void aStreamThatFellSilentEndsAndOneThatAnswersPingsDoesNot() throws InterruptedException {
        var heard = new Heard();
        try (var _ = api.stream(0, heard)) {
            server.await(() -> server.opened() == 1);
            assertThat(heard.nextWithin(1200)).isEqualTo("nothing");
            server.socket().fallSilent();
            assertThat(heard.next()).isEqualTo("ended AWAY");
        }
    }

    @Test
    void aServerWithoutStreamingSaysSo() {
        server.withoutStreaming();
        assertThat(
                        catchThrowableOfType(
                                        MastodonTrouble.class, () -> api.stream(0, new Heard()))
                                .kind())
                .isEqualTo(MastodonTrouble.Kind.MISSING);
    }

    @Test
    void closingLeavesNoThreadBehind() throws InterruptedException {
        var before = threads();
        for (int i = 0; i < 20; i++) {
            try (var other = open(server)) {
                other.self();
                var expected = i + 1;
                other.stream(0, new Heard());
                server.await(() -> server.opened() == expected);
            }
        }
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (threads() > before && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(threads()).isLessThanOrEqualTo(before);
    }

    /// Those of a client's: its selector, its workers, its watchdog.
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().startsWith("HttpClient")
                                || thread.getName().startsWith("mastodon"))
                .count();
    }

    private static List<String> statuses(MastodonApi.Page page) {
        return page.notices().stream().map(Notice::status).map(Status::id).toList();
    }

    /// What a stream told, in order.
    private static final class Heard implements MastodonApi.Listener {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return nextWithin(10_000);
        }

        String nextWithin(int millis) throws InterruptedException {
            return Optional.ofNullable(told.poll(millis, TimeUnit.MILLISECONDS)).orElse("nothing");
        }

        @Override
        public void noticed(Notice notice) {
            told.add(notice.type() + " " + notice.status().id());
        }

        @Override
        public void changed(Status status) {
            told.add("changed " + status.id());
        }

        @Override
        public void deleted(String id) {
            told.add("deleted " + id);
        }

        @Override
        public void other() {
            told.add("other");
        }

        @Override
        public void ended(MastodonTrouble trouble) {
            told.add("ended " + trouble.kind());
        }
    }
}
