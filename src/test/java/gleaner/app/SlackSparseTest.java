package gleaner.app;

import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.BEN;
import static gleaner.app.SlackTeam.EVE;
import static gleaner.app.SlackTeam.NEWS;
import static gleaner.app.SlackTeam.SECRET;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Link;
import gleaner.news.State;
import gleaner.news.Visibility;
import gleaner.slack.SlackChannel;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server that speaks Slack's protocols and leaves out what Slack mostly sends and does not
/// promise; if these fail, Gleaner works with Slack itself at best.
class SlackSparseTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Set<String> OPTIONAL =
            Set.of(
                    "accepts_response_payload",
                    "action_ts",
                    "api_app_id",
                    "authorizations",
                    "bot_id",
                    "channel_name",
                    "client_msg_id",
                    "connection_info",
                    "count",
                    "debug_info",
                    "event_id",
                    "event_time",
                    "event_ts",
                    "has_more",
                    "hash",
                    "is_archived",
                    "is_bot",
                    "is_channel",
                    "num_connections",
                    "previous_message",
                    "profile",
                    "response_metadata",
                    "tab",
                    "team",
                    "team_id",
                    "token",
                    "user_name",
                    "username");

    @TempDir Path folder;

    private SlackTeam team;

    @AfterEach
    void part() throws IOException {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    @BeforeEach
    void gather() {
        team = new SlackTeam(redis, folder);
    }

    private void gather(String mode, String... more) throws IOException {
        gather(mode, false, more);
    }

    private void gather(String mode, boolean asNull, String... more) throws IOException {
        team.close();
        team = new SlackTeam(redis, folder, "mode: %s\nport: 0\n".formatted(mode));
        var left = new java.util.HashSet<>(OPTIONAL);
        left.addAll(Arrays.asList(more));
        team.slack.leaveOut(left, asNull);
        var channel = team.startAndConnect();
        if (mode.equals("http")) {
            team.slack.by(envelope -> post(channel, new JsonMapper().readTree(envelope)));
        }
    }

    private void settle(String mode) {
        if (mode.equals("http")) {
            team.slack.giveUp();
        }
        team.settle();
    }

    /// What came by an envelope, as a request that is signed.
    private static void post(SlackChannel channel, JsonNode envelope) {
        var payload = envelope.path("payload");
        var isEvent = envelope.path("type").asString("").equals("events_api");
        var body =
                switch (envelope.path("type").asString("")) {
                    case "events_api" -> payload.toString();
                    case "slash_commands" ->
                            payload.properties().stream()
                                    .map(field ->
                                            field.getKey()
                                                    + "="
                                                    + encoded(field.getValue().asString("")))
                                    .collect(Collectors.joining("&"));
                    default -> "payload=" + encoded(payload.toString());
                };
        var stamp = Long.toString(Instant.now().getEpochSecond());
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + channel.port() + "/slack/events"))
                        .header("X-Slack-Request-Timestamp", stamp)
                        .header("X-Slack-Signature", "v0=" + signature("v0:" + stamp + ":" + body))
                        .header(
                                "Content-Type",
                                isEvent ? "application/json" : "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .as(body)
                    .isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("signed".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"socket, false", "http, false", "socket, true", "http, true"})
    void everythingWorksWithoutWhatSlackDoesNotPromise(String mode, boolean asNull)
            throws IOException {
        gather(mode, asNull);
        var ts = team.slack.say(NEWS, ADA, "<https://one.example/a|A piece> #go");
        var other = team.slack.say(NEWS, BEN, "<https://two.example/b>");
        settle(mode);
        team.slack.edit(NEWS, other, "<https://three.example/c>");
        team.slack.react(NEWS, ts, EVE, "white_check_mark");
        settle(mode);
        assertThat(team.link("https://one.example/a").curation().state()).isEqualTo(State.PICKED);
        assertThat(team.link("https://one.example/a").shares())
                .singleElement()
                .satisfies(share -> {
                    assertThat(share.person().name()).isEqualTo("ada");
                    assertThat(share.visibility()).isEqualTo(Visibility.PUBLIC);
                });
        assertThat(team.links())
                .filteredOn(link -> !link.isWithdrawn())
                .extracting(Link::url)
                .containsExactlyInAnyOrder("https://one.example/a", "https://three.example/c");
        team.slack.delete(NEWS, other);
        settle(mode);
        assertThat(team.link("https://three.example/c").isWithdrawn()).isTrue();

        team.slack.slash(NEWS, EVE, "list #go");
        until(() -> team.slack.responses().size() == 1);
        var row = team.slack.responses().getFirst().path("blocks");
        for (var block : row) {
            for (var element : block.path("elements")) {
                if (element.path("action_id").asString("").equals("do:lead")) {
                    team.slack.press(NEWS, EVE, block.path("block_id").asString(""), element);
                }
            }
        }
        until(() -> team.slack.responses().size() == 2);
        assertThat(team.link("https://one.example/a").curation().state()).isEqualTo(State.LEAD);
        team.slack.mention(NEWS, BEN, "list #go");
        until(() -> team.slack.calls("chat.postMessage").size() == 1);
        team.slack.openHome(BEN);
        until(() -> team.slack.home(BEN).isObject());
        team.slack.shortcut(BEN, "add_link");
        until(() -> team.slack.forms().size() == 1);
        team.slack.has(BEN);
        team.slack.submit(BEN, java.util.Map.of("url", "https://four.example/d"));
        until(() -> team.links().size() == 4);
    }

    @Test
    void aCommandNeedsNoMoreThanWhoAndWhere() throws IOException {
        gather("socket", "response_url", "trigger_id", "text", "channel_type");
        team.slack.slash(NEWS, EVE, "");
        until(() -> team.slack.calls("chat.postEphemeral").size() == 1);
        assertThat(team.slack.calls("chat.postEphemeral").getFirst().get("user")).isEqualTo(EVE);
    }

    /// Slack documents the kind of the channel with a message, and `is_private` with a channel. An
    /// id says too little: private channels may begin with C as well.
    @ParameterizedTest
    @CsvSource({
        "channel_type, PUBLIC, PRIVATE",
        "is_private, PUBLIC, PRIVATE",
        "channel_type+is_private, PRIVATE, PRIVATE",
    })
    void aChannelOfWhichNothingIsKnownIsPrivate(String unknown, Visibility news, Visibility secret)
            throws IOException {
        gather("socket", unknown.split("\\+"));
        team.slack.channel("C0CLOSED", "closed", true);
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.slack.say(SECRET, ADA, "<https://two.example/b>");
        team.slack.say("C0CLOSED", ADA, "<https://three.example/c>");
        team.settle();
        assertThat(visibility("https://one.example/a")).isEqualTo(news);
        assertThat(visibility("https://two.example/b")).isEqualTo(secret);
        assertThat(visibility("https://three.example/c")).isEqualTo(secret);
    }

    private Visibility visibility(String url) {
        return team.link(url).shares().getFirst().visibility();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "is_member"})
    void whatWasMissedIsReadFromAServerThatKnowsNoUsersConversations(String left)
            throws IOException {
        gather("socket", left);
        team.slack.without("users.conversations", 404);
        team.slack.channel("C0OTHERS", "others", false);
        team.slack.leave("C0OTHERS");
        team.stop();
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.slack.giveUp();
        team.startAndConnect();
        until(() -> team.links().size() == 1);
        team.settle();
        assertThat(team.slack.calls("chat.postMessage"))
                .allMatch(call -> call.get("text").startsWith("Away "));
    }

    @Test
    void aSocketThatIsToBeChangedNeedNoReason() throws IOException {
        gather("socket", "reason");
        team.slack.disconnect();
        until(() -> team.slack.connectionCount() == 2);
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        until(() -> team.links().size() == 1);
    }
}
