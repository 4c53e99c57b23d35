package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, strangers are believed to be Slack, or what Slack sends over HTTP is lost.
class SlackHttpTest {

    private static final String EVENT =
            "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\",\"channel\":\"C1\",\"user\":\"U1\",\"ts\":\"1763373600.000200\",\"text\":\"a\"}}";

    private final FakeSlack slack = new FakeSlack();
    private final EmptyHouse.Kept queue = new EmptyHouse.Kept();

    @AfterEach
    void close() throws IOException {
        slack.close();
    }

    private SlackChannel http() {
        var channel =
                new SlackChannel(
                        EmptyHouse.settings(slack, SlackSettings.Mode.HTTP),
                        new SlackTokens("xoxb-wrong", Optional.empty(), Optional.of("signed")),
                        new SlackChannel.Ports(
                                queue,
                                new EmptyHouse.Nothing(),
                                new EmptyHouse.Nothing(),
                                new Remembered(),
                                new EmptyHouse.Nothing(),
                                new EmptyHouse.NoDesk(),
                                new EmptyHouse.NoInterviews(),
                                new EmptyHouse.NoIssues()),
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
    @CsvSource({
        "signed, 0, 200, 1",
        "stolen, 0, 401, 0",
        "signed, 600, 401, 0",
        "signed, -600, 401, 0"
    })
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

    /// Slack leaves out what it has not, and now and then says `null` instead; a library that
    /// stumbles over that must cost no event.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'event_callback','event_id':'Ev1','event':{'type':'message','subtype':'message_changed','channel':'C1','ts':'1763373601.000100','message':{'type':'message','user':'U1','ts':'1763373600.000200','text':'b'},'previous_message':null}}",
                "{'type':'event_callback','event_id':'Ev1','event':{'type':'message','subtype':'message_changed','channel':'C1','ts':'1763373601.000100','message':null,'previous_message':null}}",
                "{'type':'event_callback','event_id':'Ev1','event':{'type':'message','channel':'C1','user':null,'bot_profile':null,'subtype':null,'ts':'1763373600.000200','text':null,'blocks':null,'attachments':null,'files':null,'edited':null,'root':null}}",
                "{'type':'event_callback','event_id':'Ev1','authorizations':null,'team_id':null,'enterprise_id':null,'event':{'type':'reaction_added','user':'U1','reaction':'eyes','item_user':null,'item':{'type':'message','channel':'C1','ts':'1763373600.000200'}}}",
                "{'type':'event_callback','event_id':'Ev1','authorizations':[null],'event':{'type':'channel_rename','channel':{'id':'C1','name':'x'}}}",
                "{'type':'event_callback','event_id':'Ev1','authorizations':[{'enterprise_id':null,'team_id':null,'user_id':'U1'}],'event':{'type':'team_join','user':{'id':'U1'}}}",
                "{'type':'event_callback','event_id':'Ev1','event':{'type':'message','channel':{'id':'C1'},'user':{'id':'U1'},'item':null,'message':'words','previous_message':'words','subtype':['a'],'ts':1763373600.0002}}",
                "{'type':'event_callback','event_id':'Ev1','event':{'type':'something_new','channel':7}}",
                "{'type':'event_callback','event_id':'Ev1','event':{}}",
                "{'type':'event_callback','event_id':'Ev1','event':null}",
                "{'type':'event_callback','event_id':'Ev1'}",
            })
    void anEventOfAnyShapeIsKeptAndAcknowledged(String event) throws Exception {
        try (var channel = http()) {
            var response =
                    send(
                            channel.port(),
                            "signed",
                            Instant.now(),
                            "application/json",
                            event.replace('\'', '"'));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(queue.texts)
                    .singleElement()
                    .asString()
                    .contains("\"event\":{")
                    .contains("\"event_id\":\"Ev1\"");
            assertThat(
                            send(
                                            channel.port(),
                                            "stolen",
                                            Instant.now(),
                                            "application/json",
                                            event.replace('\'', '"'))
                                    .statusCode())
                    .isEqualTo(401);
            assertThat(queue.texts).hasSize(1);
        }
    }

    /// <https://docs.slack.dev/reference/events/app_rate_limited> is no event in an envelope; of
    /// kinds that are yet to come Slack is told that they came.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'app_rate_limited','token':'t','team_id':'T1','minute_rate_limited':1518467820,'api_app_id':'A1'}",
                "{'type':'something_new'}",
                "{}",
                "[]",
                "payload={'type':'something_new','user':{'id':'U1'}}",
                "payload={'type':'block_suggestion','user':{'id':'U1'},'team':{'id':'T1'},'action_id':'a','block_id':'b','value':'c'}",
                "payload={'type':'interactive_message','user':{'id':'U1'},'callback_id':'a','actions':[]}",
                "payload={'type':'view_closed','user':{'id':'U1'},'team':null,'view':{'id':'V1','type':'modal','callback_id':'collect'}}",
                "payload={'type':'block_actions','user':null,'team':null,'channel':null,'message':null,'actions':null}",
                "payload={'type':'message_action','user':{'id':'U1'},'team':null,'channel':null,'message':null,'callback_id':'other'}",
            })
    void whatGleanerHasNoUseForIsAcknowledged(String sent) throws Exception {
        try (var channel = http()) {
            var json = sent.replace('\'', '"');
            var isForm = json.startsWith("payload=");
            var type = isForm ? "application/x-www-form-urlencoded" : "application/json";
            var body = isForm ? payload(json.substring("payload=".length())) : json;
            assertThat(send(channel.port(), "signed", Instant.now(), type, body).statusCode())
                    .isEqualTo(200);
            assertThat(send(channel.port(), "stolen", Instant.now(), type, body).statusCode())
                    .isEqualTo(401);
        }
    }
}
