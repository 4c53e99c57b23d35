package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.command.Reply;
import gleaner.news.ChannelId;
import gleaner.news.Event;
import gleaner.news.GleanerException;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Role;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.slack.SlackOutbox.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, strangers are believed to be Slack, answers are given twice, or an owner is not
/// told what is wrong.
class SlackLineTest {

    private static final String EVENT =
            "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"1763373600.000200\",\"text\":\"a\"}}";

    private final FakeSlack slack = new FakeSlack();
    private final OwnThreads threads = new OwnThreads();
    private final Kept queue = new Kept();

    /// Keeps what is appended, until it is told to refuse.
    private static final class Kept implements SlackQueue {

        private final List<String> texts = new CopyOnWriteArrayList<>();
        private volatile boolean refuses;

        @Override
        public void append(List<String> more) {
            if (refuses) {
                throw GleanerException.unavailable("Redis is away.");
            }
            texts.addAll(more);
        }

        @Override
        public List<Entry> take(int count, Duration wait) {
            return List.of();
        }

        @Override
        public void done(List<Entry> entries) {}

        @Override
        public void leave() {}
    }

    /// An inbox, an outbox and an archive in which nothing is.
    private record Nothing() implements SlackInbox, SlackOutbox, SlackArchive {

        @Override
        public void append(List<Event> events) {}

        @Override
        public boolean awaitDone(Duration patience) {
            return true;
        }

        @Override
        public List<Answer> read(String after, Duration wait) {
            return List.of();
        }

        @Override
        public boolean isWaiting(Answer answer) {
            return false;
        }

        @Override
        public void delivered(Answer answer) {}

        @Override
        public Optional<Known> known(MessageId message) {
            return Optional.empty();
        }

        @Override
        public Optional<Event.MessagePosted> message(MessageId message) {
            return Optional.empty();
        }
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        slack.close();
        threads.close(Duration.ofSeconds(2));
    }

    private SlackSettings settings(SlackSettings.Mode mode) {
        return new SlackSettings(
                slack.apiUrl(),
                Optional.of("C1"),
                List.of(),
                "bookmark",
                "repeat",
                mode,
                0,
                false,
                false);
    }

    private SlackApi api() {
        return new SlackApi(
                SlackChannel.slack(settings(SlackSettings.Mode.SOCKET), threads),
                slack.apiUrl().toString(),
                FakeSlack.BOT_TOKEN,
                new Stop());
    }

    /// A newsroom without editors.
    private static final class NoInterviews implements SlackInterviews {

        @Override
        public void keep(gleaner.news.Interview interview) {
            throw new AssertionError("Nobody keeps interviews here.");
        }

        @Override
        public Optional<gleaner.news.Interview> of(gleaner.news.MessageId thread) {
            return Optional.empty();
        }

        @Override
        public List<gleaner.news.Interview> newest(int most) {
            return List.of();
        }

        @Override
        public void forget(gleaner.news.MessageId thread) {}
    }

    private static final class NoIssues implements SlackIssues {

        @Override
        public List<Published> publishedSince(java.time.Instant time) {
            return List.of();
        }

        @Override
        public List<Ran> ran(Published issue) {
            return List.of();
        }
    }

    private static final class NoDesk implements SlackDesk {

        @Override
        public Role roleOf(PersonId person) {
            return Role.CONTRIBUTOR;
        }

        @Override
        public Sections sections() {
            var brief = new SectionName("brief");
            return new Sections(List.of(new Section(brief, "In brief", List.of())), brief, brief);
        }

        @Override
        public Reply ask(String words, Person person) {
            return new Reply(Reply.Kind.SHOWN, "No links.", "{}");
        }
    }

    private SlackSpeech speech() {
        var api = api();
        var memory = new Remembered();
        var stop = new Stop();
        var desk = new NoDesk();
        var pace = new Pace(Duration.ZERO, stop);
        var troubles = new SlackTroubles(api, memory, Optional.empty());
        var directory = new SlackDirectory(api, memory, _ -> {});
        SlackInbox inbox =
                new SlackInbox() {
                    @Override
                    public void append(List<gleaner.news.Event> events) {
                        throw new AssertionError("Nothing follows here.");
                    }

                    @Override
                    public boolean awaitDone(Duration patience) {
                        return true;
                    }
                };
        return new SlackSpeech(
                api,
                desk,
                new DraftPost(api, memory, troubles, pace, Self.UNKNOWN, false),
                new SlackCommands(directory, memory, inbox),
                new Homes(api, desk, directory, troubles, stop),
                pace,
                Clock.systemUTC());
    }

    private SlackChannel http() {
        var channel =
                new SlackChannel(
                        settings(SlackSettings.Mode.HTTP),
                        new SlackTokens("xoxb-wrong", Optional.empty(), Optional.of("signed")),
                        new SlackChannel.Ports(
                                queue,
                                new Nothing(),
                                new Nothing(),
                                new Remembered(),
                                new Nothing(),
                                new NoDesk(),
                                new NoInterviews(),
                                new NoIssues()),
                        Clock.systemUTC(),
                        java.time.ZoneOffset.UTC,
                        SlackChannel.Tempo.STANDARD);
        channel.start();
        return channel;
    }

    private static HttpResponse<String> send(
            int port, String secret, Instant time, String type, String body) throws Exception {
        return send(port, secret, time, type, body, "/slack/events");
    }

    private static HttpResponse<String> send(
            int port, String secret, Instant time, String type, String body, String path)
            throws Exception {
        var stamp = Long.toString(time.getEpochSecond());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var signature =
                HexFormat.of()
                        .formatHex(
                                mac.doFinal(
                                        ("v0:" + stamp + ":" + body)
                                                .getBytes(StandardCharsets.UTF_8)));
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("X-Slack-Request-Timestamp", stamp)
                        .header("X-Slack-Signature", "v0=" + signature)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @CsvSource({"signed, 0, 200, 1", "stolen, 0, 401, 0", "signed, 600, 401, 0"})
    void onlyWhatSlackSignedALittleWhileAgoIsKept(String secret, int age, int status, int kept)
            throws Exception {
        try (var channel = http()) {
            var response =
                    send(
                            channel.port(),
                            secret,
                            Instant.now().minusSeconds(age),
                            "application/json",
                            EVENT);
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(queue.texts).hasSize(kept);
        }
    }

    @Test
    void httpAnswersTheChallengeTheCommandAndWhatIsBroken() throws Exception {
        try (var channel = http()) {
            var now = Instant.now();
            assertThat(
                            send(
                                            channel.port(),
                                            "signed",
                                            now,
                                            "application/json",
                                            "{\"type\":\"url_verification\",\"challenge\":\"c-1\"}")
                                    .body())
                    .isEqualTo("c-1");
            var form =
                    "command=%2Fglean&text=list+%23go&channel_id=C1&user_id=U1&trigger_id=t.1&response_url=https%3A%2F%2Fa.example";
            assertThat(
                            send(
                                            channel.port(),
                                            "signed",
                                            now,
                                            "application/x-www-form-urlencoded",
                                            form)
                                    .statusCode())
                    .isEqualTo(200);
            assertThat(queue.texts)
                    .singleElement()
                    .asString()
                    .contains("\"slash\":{", "\"text\":\"list #go\"");
            assertThat(
                            send(channel.port(), "signed", now, "application/json", "{\"type\":")
                                    .statusCode())
                    .isIn(400, 500);
            assertThat(send(channel.port(), "signed", now, "application/json", "").statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/slack/events, 200",
        "/slack/events/, 200",
        "/slack/events?a=b, 200",
        "/slack/other, 404",
    })
    void eventsComeToTheirAddress(String path, int status) throws Exception {
        try (var channel = http()) {
            assertThat(
                            send(
                                            channel.port(),
                                            "signed",
                                            Instant.now(),
                                            "application/json",
                                            EVENT,
                                            path)
                                    .statusCode())
                    .isEqualTo(status);
            assertThat(queue.texts).hasSize(status == 200 ? 1 : 0);
        }
    }

    /// <https://docs.slack.dev/interactivity/implementing-slash-commands>: now and then Slack looks
    /// whether the certificate is good.
    @ParameterizedTest
    @ValueSource(strings = {"signed", "another"})
    void aLookAtTheCertificateIsAnswered(String secret) throws Exception {
        try (var channel = http()) {
            assertThat(
                            send(
                                            channel.port(),
                                            secret,
                                            Instant.now(),
                                            "application/x-www-form-urlencoded",
                                            "ssl_check=1&token=anything")
                                    .statusCode())
                    .isEqualTo(200);
            assertThat(queue.texts).isEmpty();
        }
    }

    @Test
    void aBareCommandComesByHttpToo() throws Exception {
        try (var channel = http()) {
            assertThat(
                            send(
                                            channel.port(),
                                            "signed",
                                            Instant.now(),
                                            "application/x-www-form-urlencoded",
                                            "command=%2Fglean&channel_id=C1&user_id=U1")
                                    .statusCode())
                    .isEqualTo(200);
            assertThat(queue.texts).singleElement().asString().contains("\"user_id\":\"U1\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void theAddressOfTheApiMayEndInASlash(String end) throws InterruptedException {
        var root = slack.apiUrl().toString();
        var settings =
                new SlackSettings(
                        URI.create(root.substring(0, root.length() - 1) + end),
                        Optional.empty(),
                        List.of(),
                        "bookmark",
                        "repeat",
                        SlackSettings.Mode.SOCKET,
                        0,
                        false,
                        false);
        assertThat(
                        SlackProbe.examine(
                                settings,
                                new SlackTokens(
                                        FakeSlack.BOT_TOKEN,
                                        Optional.of(FakeSlack.APP_TOKEN),
                                        Optional.empty())))
                .noneMatch(finding -> finding.level() == SlackProbe.Level.FAIL);
    }

    @Test
    void pressesAndFormsComeByHttpToo() throws Exception {
        try (var channel = http()) {
            var press =
                    "{\"type\":\"block_actions\",\"user\":{\"id\":\"U1\"},\"trigger_id\":\"t.1\",\"actions\":[{\"action_id\":\"do:pick\",\"value\":\"k3f9\"}]}";
            var form = "application/x-www-form-urlencoded";
            assertThat(
                            send(channel.port(), "signed", Instant.now(), form, payload(press))
                                    .statusCode())
                    .isEqualTo(200);
            assertThat(queue.texts)
                    .singleElement()
                    .asString()
                    .contains("\"press\":{", "\"action_id\":\"do:pick\"");
            var view =
                    "{\"type\":\"view_submission\",\"user\":{\"id\":\"U1\"},\"view\":{\"id\":\"V1\",\"type\":\"modal\",\"callback_id\":\"collect\",\"state\":{\"values\":{\"url\":{\"url\":{\"type\":\"plain_text_input\",\"value\":\"nonsense\"}}}}}}";
            var refused = send(channel.port(), "signed", Instant.now(), form, payload(view));
            assertThat(refused.body())
                    .startsWith(
                            "{\"response_action\":\"errors\",\"errors\":{\"url\":\"A link begins"
                                    + " with");
            assertThat(queue.texts).hasSize(1);
        }
    }

    private static String payload(String json) {
        return "payload=" + java.net.URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    @Test
    void whatCannotBeKeptIsNotAcknowledgedSoThatSlackSendsItAgain() throws Exception {
        queue.refuses = true;
        try (var channel = http()) {
            assertThat(
                            send(channel.port(), "signed", Instant.now(), "application/json", EVENT)
                                    .statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void anAnswerThatWasOnItsWayWhenGleanerDiedIsNotGivenTwice() {
        slack.channel("C1", "news", false);
        var speech = speech();
        var root = slack.history("C1", "U1", "<@U0BOT> list", Instant.now());
        var route = new Route("C1", "U1", "", root, Instant.now());
        var reply = new Reply(Reply.Kind.SHOWN, "- a line of a list\n".repeat(1_200), "{}");
        var answer =
                new Answer(
                        "1-0",
                        new MessageId(ChannelId.of("slack", "C1"), root),
                        reply,
                        Optional.empty());
        speech.answer(answer, route, false);
        var posted = slack.calls("chat.postMessage").size();
        assertThat(posted).isGreaterThan(1);
        speech.answer(answer, route, true);
        assertThat(slack.calls("chat.postMessage")).hasSize(posted);
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void aSlashCommandWhoseUrlHasExpiredIsAnsweredAllTheSame() {
        slack.person("U1", "ada");
        slack.channel("C1", "news", false);
        var speech = speech();
        var reply = new Reply(Reply.Kind.SHOWN, "one", "{}");
        var answer =
                new Answer(
                        "1-0",
                        new MessageId(ChannelId.of("slack", "C1"), "slash-1"),
                        reply,
                        Optional.empty());
        var old = Instant.now().minus(Duration.ofMinutes(31));
        speech.answer(
                answer, new Route("C1", "U1", slack.apiUrl() + "../respond/1", "", old), false);
        assertThat(slack.responses()).isEmpty();
        assertThat(slack.calls("chat.postEphemeral"))
                .singleElement()
                .satisfies(call -> assertThat(call.get("user")).isEqualTo("U1"));
        speech.answer(answer, new Route("C9", "U1", "", "", old), false);
        assertThat(slack.calls("chat.postMessage"))
                .singleElement()
                .satisfies(call -> assertThat(call.get("channel")).isEqualTo("U1"));
    }

    @Test
    void theDoctorNamesTheScopeThatIsMissing() throws InterruptedException {
        slack.channel("C1", "news", false);
        slack.withoutScope("users:read");
        assertThat(probe(FakeSlack.BOT_TOKEN, Optional.of(FakeSlack.APP_TOKEN)))
                .containsExactly(
                        "OK Slack knows Gleaner as @gleaner in the workspace 'The Team'. ",
                        "FAIL The bot token lacks users:read. In Slack: 'OAuth & Permissions', 'Bot"
                                + " Token Scopes', 'Add an OAuth Scope'; then 'Reinstall to"
                                + " Workspace'.",
                        "OK Gleaner listens in 1 channel. ",
                        "OK Slack opens a socket for the app-level token. ");
    }

    @Test
    void theDoctorTellsTheTokensApart() throws InterruptedException {
        assertThat(probe("xoxb-wrong", Optional.of("xapp-wrong")))
                .satisfiesExactly(
                        bot ->
                                assertThat(bot)
                                        .startsWith(
                                                "FAIL Slack does not know the token in"
                                                        + " SLACK_BOT_TOKEN"),
                        app ->
                                assertThat(app)
                                        .startsWith(
                                                "FAIL Slack does not take the token in"
                                                        + " SLACK_APP_TOKEN"));
        slack.down(true);
        assertThat(probe(FakeSlack.BOT_TOKEN, Optional.empty()))
                .satisfiesExactly(
                        bot -> assertThat(bot).startsWith("FAIL Slack cannot be reached"),
                        app -> assertThat(app).startsWith("FAIL SLACK_APP_TOKEN is not set"));
    }

    private List<String> probe(String bot, Optional<String> app) throws InterruptedException {
        var told = new ArrayList<String>();
        for (var finding :
                SlackProbe.examine(
                        settings(SlackSettings.Mode.SOCKET),
                        new SlackTokens(bot, app, Optional.empty()))) {
            told.add(finding.level() + " " + finding.sentence() + " " + finding.remedy());
        }
        return told;
    }

    @Test
    void aListThatIsBrokenOffIsNotTakenForTheWhole() {
        slack.channel("C1", "news", false);
        var stop = new Stop();
        var api =
                new SlackApi(
                        SlackChannel.slack(settings(SlackSettings.Mode.SOCKET), threads),
                        slack.apiUrl().toString(),
                        FakeSlack.BOT_TOKEN,
                        stop);
        assertThat(Conversations.of(api, "public_channel")).hasSize(1);
        stop.now();
        assertThatThrownBy(() -> Conversations.of(api, "public_channel"))
                .isInstanceOf(SlackFailure.class);
    }

    @Test
    void aLimitIsWaitedFor() {
        slack.person("U1", "ada");
        slack.limit("users.info", 2);
        var start = System.nanoTime();
        assertThat(
                        api().call("users.info", java.util.Map.of("user", "U1"))
                                .path("user")
                                .path("name")
                                .asString())
                .isEqualTo("ada");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofSeconds(2));
        assertThat(slack.calls("users.info")).hasSize(3);
    }
}
