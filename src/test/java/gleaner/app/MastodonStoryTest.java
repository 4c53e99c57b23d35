package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.app.config.Config;
import gleaner.mastodon.FakeMastodon;
import gleaner.store.RedisForTests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.StreamEntryID;

/// From a mention to a link in the store and an answer below the mention, through the whole house.
class MastodonStoryTest {

    private static final String ODD_STATUSES =
            """
            nonsense
            ["content"]
            {"id":"1","text":"hi"}
            {"content":null}
            {"content":"hi","account":{"bot":true}}
            {"content":"hi","id":"a/b","created_at":"yesterday","account":"ada","visibility":7}
            """;

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir Path home;

    private int calls;

    private final FakeMastodon server = new FakeMastodon();
    private final Clock clock = Clock.fixed(Shell.NOW, ZoneOffset.UTC);

    private record Result(int code, String out, String err) {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMentionIsKeptAndAcknowledgedAndItsSharerMayAskForIt() throws Exception {
        server.at(Shell.NOW.minusSeconds(60));
        try (var running = running(withToken())) {
            server.mention(
                    "ada@far.example",
                    "<p>Read <a href=\"https://x.example/post\">this post</a> #Testing</p>");
            server.await(() -> server.favourites().size() == 1);
            server.mention("ada@far.example", "<p>list</p>", "direct", Optional.empty());
            server.await(() -> server.postCount() == 1);
            assertThat(server.text(0))
                    .startsWith("@ada@far.example ")
                    .contains("https://x.example/post")
                    .contains("#Testing");
            assertThat(running).isNotNull();
        }
        assertThat(run(withToken(), "", "list", "#testing").out())
                .contains("https://x.example/post", "Ada in #mentions");
    }

    @Test
    void anAddLeadsBackToItsPostAsEveryShareDoes() throws Exception {
        server.at(Shell.NOW.minusSeconds(60));
        var id =
                server.mention(
                        "ada@far.example",
                        "<p>add <a href=\"https://x.example/post\">https://x.example/post</a> for tea</p>");
        try (var running = running(withToken())) {
            server.await(() -> server.postCount() == 1);
            assertThat(running).isNotNull();
        }
        assertThat(run(withToken(), "", "show", "https://x.example/post").out())
                .contains("https://far.example/@ada/" + id);
    }

    @Test
    void whatWasSharedWithFewIsNotTold() throws Exception {
        server.at(Shell.NOW.minusSeconds(60));
        try (var running = running(withToken())) {
            server.mention(
                    "ada@far.example",
                    "<p>secret <a href=\"https://x.example/s\">plan</a></p>",
                    "private",
                    Optional.empty());
            server.await(() -> server.favourites().size() == 1);
            server.mention("ben@far.example", "<p>list</p>", "direct", Optional.empty());
            server.await(() -> server.postCount() == 1);
            assertThat(server.text(0)).doesNotContain("x.example").doesNotContain("plan");
            assertThat(running).isNotNull();
        }
        assertThat(run(withToken(), "", "digest").out())
                .doesNotContain("plan")
                .doesNotContain("Ada");
    }

    @Test
    void whatIsPublishedIsPostedOnceAsAThreadWhereThatIsWanted() throws Exception {
        configure("mastodon: {publish: public, content-warning: Links}\n");
        run(withToken(), "", "add", "https://x.example/post", "A", "post", "worth", "reading.");
        assertThat(run(withToken(), "", "publish").out()).startsWith("Published issue 1,");
        try (var running = running(withToken())) {
            server.await(() -> server.postCount() == 1);
            assertThat(running).isNotNull();
        }
        assertThat(server.text(0))
                .startsWith("Issue 1")
                .contains("https://x.example/post")
                .doesNotContain("The opening is still to be written");
        server.at(Shell.NOW.minusSeconds(60));
        server.mention("ada@far.example", "<p>help</p>");
        try (var running = running(withToken())) {
            server.await(() -> server.postCount() == 2);
            assertThat(running).isNotNull();
        }
        assertThat(server.text(1)).startsWith("@ada@far.example ");
    }

    @Test
    void aSuggestionIsNothingUntilAnEditorTakesIt() throws Exception {
        configure("mastodon: {follow: ['#Kubernetes']}\n");
        server.at(Shell.NOW.minusSeconds(60));
        server.tagged(
                "cy@far.example",
                "<p>Look: <a href=\"https://x.example/post\">a post</a> from my diary</p>",
                "kubernetes");
        try (var running = running(withToken())) {
            server.await(() ->
                    server.requested("GET /api/v1/timelines/tag/Kubernetes?limit=40&min_id="));
            assertThat(running).isNotNull();
        }
        assertThat(run(withToken(), "", "list").out()).doesNotContain("x.example");
        assertThat(run(withToken(), "", "digest").out()).doesNotContain("x.example");
        var told = run(withToken(), "", "suggestions").out();
        assertThat(told)
                .startsWith("1 suggestion, the latest first; 'pick ")
                .contains("https://x.example/post", "@cy@far.example", "#Kubernetes");
        var id = told.replaceAll("(?s).*'pick (\\w+)' takes.*", "$1");
        assertThat(run(withToken(), "", "pick", id).out()).startsWith("Picked ");
        assertThat(run(withToken(), "", "list").out())
                .contains("https://x.example/post", "via @cy@far.example", "#Kubernetes", "picked")
                .doesNotContain("diary");
        assertThat(run(withToken(), "", "suggestions").out()).startsWith("Nothing is suggested");
    }

    @Test
    void aCardStandsInForAPageThatWasNotRead() throws Exception {
        server.at(Shell.NOW.minusSeconds(60));
        var id =
                server.mention(
                        "ada@far.example", "<p><a href=\"https://x.example/p\">this</a></p>");
        server.card(id, "https://x.example/p", "How pages are read", "Example Weekly");
        try (var running = running(withToken())) {
            server.await(() -> server.favourites().size() == 1);
            assertThat(running).isNotNull();
        }
        assertThat(run(withToken(), "", "list").out()).contains("How pages are read");
    }

    @Test
    void anAnswerThatCannotBeReadHoldsNoneUp() throws Exception {
        server.at(Shell.NOW.minusSeconds(60));
        var outbox = "gleaner:{team}:outbox:mastodon";
        redis.client().xadd(outbox, StreamEntryID.NEW_ENTRY, Map.of("to", "x", "answer", "y"));
        redis.client()
                .xadd(
                        outbox,
                        StreamEntryID.NEW_ENTRY,
                        Map.of("to", "mastodon:mentions/1", "answer", "DONE 99\nshort"));
        server.mention("ada@far.example", "<p>help</p>", "direct", Optional.empty());
        try (var running = running(withToken())) {
            server.await(() -> server.postCount() == 1);
            assertThat(running).isNotNull();
        }
        assertThat(redis.client().xlen(outbox + ":aside")).isEqualTo(2);
    }

    @Test
    void aThreadBecomesTheInterviewOfTheIssue() throws Exception {
        configure("editors: {mastodon: ['@ed@desk.example']}\n");
        server.at(Shell.NOW.minusSeconds(90));
        var question = says("ed@desk.example", "Why hats, &amp; since when?", Optional.empty());
        var answer =
                says("grace@far.example", "Software is <b>all</b> hats.", Optional.of(question));
        says("troll@far.example", "Boo.", Optional.of(answer));
        try (var running = running(withToken())) {
            server.mention("grace@far.example", "<p>interview</p>", "public", Optional.of(answer));
            server.await(() -> server.postCount() == 1);
            assertThat(server.text(0))
                    .isEqualTo(
                            "@grace@far.example Only an editor can write the interview; editors are named under 'editors' in config/gleaner.yaml.");
            server.mention("ed@desk.example", "<p>interview</p>", "public", Optional.of(answer));
            server.await(() -> server.postCount() == 2);
            assertThat(server.text(1))
                    .isEqualTo(
                            "@ed@desk.example Kept as an interview: 1 question by Ed, 1 answer by Grace. What is edited or deleted in the thread is followed; say “interview this” there again for new words. “interview take mastodon:mentions/"
                                    + question
                                    + "” puts it into the issue.");
            assertThat(run(withToken(), "", "digest").out()).doesNotContain("hats");
            server.mention(
                    "ed@desk.example", "<p>interview take this</p>", "direct", Optional.of(answer));
            server.await(() -> server.postCount() == 3);
            assertThat(server.text(2)).startsWith("@ed@desk.example Took the thread: Ed asks");
            assertThat(running).isNotNull();
        }
        assertThat(run(withToken(), "", "digest").out())
                .contains(
                        """
                        ## A chat with Grace

                        **Why hats, & since when?**

                        Software is all hats.
                        """);
    }

    private String says(String who, String words, Optional<String> to) {
        return server.status(who, "<p>" + words + "</p>", "public", to).path("id").asString();
    }

    private void configure(String yaml) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/gleaner.yaml"), yaml);
    }

    @Test
    void aLoginStoresATokenThatNobodyElseMayRead() throws IOException {
        var result = run(Map.of(), "right-code\n", "mastodon", "login", server.url());
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains(
                        server.url() + "/oauth/authorize?",
                        "Gleaner speaks as @gleaner@here.example");
        var file = home.resolve("data/mastodon.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var access =
                MastodonAccess.of(Config.load(home, Optional.empty(), Optional.empty(), Map.of()))
                        .orElseThrow();
        assertThat(access.token().reveal()).isEqualTo(FakeMastodon.TOKEN);
        assertThat(result.out()).doesNotContain(FakeMastodon.TOKEN);
    }

    @Test
    void aWrongCodeIsToldAndNothingIsStored() {
        var result = run(Map.of(), "wrong\n", "mastodon", "login", server.url());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("did not take that code");
        assertThat(home.resolve("data/mastodon.json")).doesNotExist();
    }

    @Test
    void aStoredTokenGoesToNoOtherServer() {
        run(Map.of(), "right-code\n", "mastodon", "login", server.url());
        var result = run(Map.of("MASTODON_URL", "https://other.example"), "", "doctor");
        assertThat(result.out()).contains("There is no token for https://other.example");
    }

    @Test
    void plainHttpIsForLoopbackOnly() {
        var result = run(Map.of(), "", "mastodon", "login", "http://social.example");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("should be reached by https://");
    }

    @Test
    void theDoctorLooksAtTheServerTheTokenAndTheStream() {
        var result = run(withToken(), "", "doctor");
        assertThat(result.out())
                .contains(
                        "takes posts of 500 characters, a URL counts 23.",
                        "The token speaks for @gleaner@here.example.",
                        "It may read mentions.",
                        "Streaming works.");
    }

    @Test
    void aStatusIsInspected() {
        var status =
                "{\"id\":\"1\",\"created_at\":\"2026-11-16T08:00:00Z\",\"account\":{\"id\":\"2\",\"acct\":\"ada\"},"
                        + "\"content\":\"<p><a class='mention' href='https://h.example/@g'>@g</a> see <a href='https://x.example/'>x</a> <a class='hashtag' href='https://h.example/t'>#Go</a></p>\"}";
        assertThat(run(Map.of(), status + "\n" + ODD_STATUSES, "inspect", "mastodon").out())
                .isEqualTo(
                        """
                        {"text":"see [x](https://x.example/) #Go","links":[{"url":"https://x.example/","words":"x","quoted":false}],"hashtags":["Go"],"kind":"message"}
                        {"error":"A line should be a status as Mastodon sends it; this one is not JSON."}
                        {"error":"A line should be a status as Mastodon sends it; this one is not a JSON object."}
                        {"error":"A line should be a status as Mastodon sends it; this one has no 'content'."}
                        {"text":"","links":[],"hashtags":[],"kind":"message"}
                        {"text":"hi","links":[],"hashtags":[],"kind":"bot"}
                        {"text":"hi","links":[],"hashtags":[],"kind":"message"}
                        """);
    }

    private Map<String, String> withToken() {
        return Map.of("MASTODON_URL", server.url(), "MASTODON_ACCESS_TOKEN", FakeMastodon.TOKEN);
    }

    /// The house with a worker and the channel, as `gleaner run` has it.
    private AutoCloseable running(Map<String, String> environment) {
        var set = new HashMap<>(environment);
        set.put("REDIS_URL", redis.url());
        var config = Config.load(home, Optional.empty(), Optional.empty(), set);
        var house =
                House.open(config, clock, new Random(3), _ -> {}, gleaner.page.PageReader::builtIn);
        var worker = house.worker();
        worker.start();
        var channel = house.mastodon(clock).orElseThrow();
        return () -> {
            channel.close();
            worker.stop(Duration.ofSeconds(4));
            house.close();
        };
    }

    private Result run(Map<String, String> environment, String input, String... args) {
        var set = new HashMap<>(environment);
        set.put("REDIS_URL", redis.url());
        set.put("USER", "eve");
        var out = new StringWriter();
        var err = new StringWriter();
        var session =
                new Session(
                        set,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Session.Terminal.NONE,
                        home,
                        clock,
                        new Random(++calls));
        var code = new CommandLineRun(session).run(args);
        return new Result(code, out.toString(), err.toString());
    }
}
