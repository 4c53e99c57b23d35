package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A Slack as strict as its own pages; if these fail, Gleaner asks faster than it may, gives up too
/// early, or lets one missing scope stand for all.
class SlackLimitsTest {

    private final FakeSlack slack = new FakeSlack();
    private final OwnThreads threads = new OwnThreads();
    private final FakeTime time = new FakeTime();
    private final SlackApi api =
            new SlackApi(
                    SlackClient.of(
                            new SlackSettings(
                                    slack.apiUrl(),
                                    java.util.Optional.empty(),
                                    List.of(),
                                    "bookmark",
                                    "repeat",
                                    SlackSettings.Mode.SOCKET,
                                    0,
                                    false,
                                    false),
                            threads),
                    slack.apiUrl().toString(),
                    FakeSlack.BOT_TOKEN,
                    time);

    @BeforeEach
    void gather() {
        slack.limitByTiers(time::nanos);
        slack.person("U1", "ada");
        slack.channel("C1", "news", false);
        slack.channel("C2", "closed", true);
        slack.group("G3");
        slack.channel("D4", "", true);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        assertThat(slack.violations()).isEmpty();
        slack.close();
        threads.close(Duration.ofSeconds(2));
    }

    private void post(String channel) {
        api.call("chat.postMessage", Map.of("channel", channel, "text", "words"));
    }

    @Test
    void messagesKeepSlacksPaceInEachChannel() {
        var pace = new Pace(SlackChannel.Tempo.STANDARD.message(), time);
        for (int i = 0; i < 30; i++) {
            for (var channel : List.of("C1", "C2")) {
                pace.await(channel);
                post(channel);
            }
        }
        assertThat(slack.refused()).isEmpty();
        assertThat(time.passed()).isBetween(Duration.ofSeconds(28), Duration.ofSeconds(31));
    }

    @Test
    void whatIsPostedTooFastIsPostedLater() {
        IntStream.range(0, 10).forEach(_ -> post("C1"));
        assertThat(slack.calls("chat.postMessage")).hasSize(10 + slack.refused().size());
        assertThat(slack.refused()).hasSize(7);
        assertThat(time.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void moreReactionsThanAMinuteAllowsAreAllGivenInTheEnd() {
        var ts = slack.history("C1", "U1", "words", Instant.EPOCH.plusSeconds(1_763_373_600));
        for (int i = 0; i < 200; i++) {
            api.call(
                    "reactions.add",
                    Map.of("channel", "C1", "timestamp", ts, "name", "emoji-" + i));
        }
        assertThat(slack.ownReactions(ts)).hasSize(200 + slack.refused().size());
        assertThat(slack.refused()).hasSizeLessThan(151);
        assertThat(time.passed()).isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void aLongHistoryIsReadToItsEnd() {
        for (int i = 0; i < 300; i++) {
            slack.history("C1", "U1", "words", Instant.EPOCH.plusSeconds(1_763_373_600 + i));
        }
        assertThat(api.pages("conversations.history", Map.of("channel", "C1"), "messages"))
                .hasSize(300);
        assertThat(slack.refused()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "C1, channels:history",
        "C2, groups:history",
        "G3, mpim:history",
        "D4, im:history",
    })
    void eachKindOfConversationHasItsOwnScope(String channel, String scope) {
        slack.withoutScope(scope);
        assertThatThrownBy(() -> api.call("conversations.history", Map.of("channel", channel)))
                .isInstanceOfSatisfying(
                        SlackFailure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo("missing_scope");
                            assertThat(failure.needed()).isEqualTo(scope);
                        });
        for (var other : List.of("C1", "C2", "G3", "D4")) {
            if (!other.equals(channel)) {
                api.call("conversations.history", Map.of("channel", other));
            }
        }
    }

    @Test
    void theConversationsOfOneKindAreListedWithoutTheScopeOfAnother() {
        slack.withoutScope("mpim:read");
        slack.withoutScope("groups:read");
        var troubles = new ArrayList<String>();
        assertThat(
                        Conversations.of(
                                api,
                                "public_channel,private_channel,im,mpim",
                                failure -> troubles.add(failure.needed())))
                .extracting(channel -> channel.path("id").asString(""))
                .containsExactlyInAnyOrder("C1", "D4");
        assertThat(troubles).containsExactly("groups:read", "mpim:read");
        assertThatThrownBy(() -> Conversations.of(api, "mpim", _ -> {}))
                .isInstanceOf(SlackFailure.class);
    }
}
