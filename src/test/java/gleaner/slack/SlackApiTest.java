package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// If these fail, half an answer of Slack's is taken for the whole, or its limits are not kept.
class SlackApiTest {

    private final FakeSlack slack = new FakeSlack();
    private final OwnThreads threads = new OwnThreads();

    @AfterEach
    void close() throws IOException, InterruptedException {
        slack.close();
        threads.close(Duration.ofSeconds(2));
    }

    private SlackApi api(Stop stop) {
        return new SlackApi(
                SlackClient.of(EmptyHouse.settings(slack, SlackSettings.Mode.SOCKET), threads),
                slack.apiUrl().toString(),
                FakeSlack.BOT_TOKEN,
                stop);
    }

    @Test
    void aListThatIsBrokenOffIsNotTakenForTheWhole() {
        slack.channel("C1", "news", false);
        var stop = new Stop();
        var api = api(stop);
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
                        api(new Stop())
                                .call("users.info", java.util.Map.of("user", "U1"))
                                .path("user")
                                .path("name")
                                .asString())
                .isEqualTo("ada");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofSeconds(2));
        assertThat(slack.calls("users.info")).hasSize(3);
    }
}
