package gleaner.app;

import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.BEN;
import static gleaner.app.SlackTeam.EDITORS;
import static gleaner.app.SlackTeam.EVE;
import static gleaner.app.SlackTeam.NEWS;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Link;
import gleaner.news.State;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.StreamEntryID;

/// What happens when the line, Slack or a process fails; if these fail, links get lost, or doubled.
class SlackTroubleStoryTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir Path folder;

    private SlackTeam team;

    @BeforeEach
    void gather() {
        team = new SlackTeam(redis, folder);
    }

    @AfterEach
    void part() throws IOException {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    @Test
    void whatIsSentTwiceHasNoEffectTheSecondTime() {
        team.startAndConnect();
        var ts = team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.slack.mention(NEWS, BEN, "add https://two.example/b");
        var sent = team.slack.unacked();
        team.settle();
        var before = team.links();
        team.slack.redeliver(sent);
        team.slack.say(NEWS, ADA, "<https://three.example/c>");
        team.settle();
        assertThat(team.links()).hasSize(before.size() + 1);
        assertThat(team.link("https://one.example/a").shares()).hasSize(1);
        assertThat(team.slack.ownReactions(ts)).hasSize(1);
        assertThat(team.slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void whatWasSaidWhileGleanerWasAwayIsReadAfterwardsAndTheEditorsAreToldOnce() {
        team.startAndConnect();
        var first = team.slack.say(NEWS, ADA, "<https://one.example/a>");
        var second = team.slack.say(NEWS, ADA, "<https://two.example/b>");
        team.settle();
        team.stop();
        team.slack.say(NEWS, BEN, "<https://three.example/c>");
        team.slack.reply(NEWS, BEN, first, "and <https://four.example/d>");
        team.slack.edit(NEWS, second, "<https://five.example/e>");
        team.slack.react(NEWS, first, EVE, "white_check_mark");
        team.slack.giveUp();
        team.slack.limit("conversations.history", 1);
        team.startAndConnect();
        until(() -> team.slack.calls("chat.postMessage").size() == 1);
        team.settle();
        assertThat(team.links())
                .filteredOn(link -> !link.isWithdrawn())
                .extracting(Link::url)
                .containsExactlyInAnyOrder(
                        "https://one.example/a",
                        "https://three.example/c",
                        "https://four.example/d",
                        "https://five.example/e");
        assertThat(team.link("https://one.example/a").curation().state()).isEqualTo(State.PICKED);
        assertThat(team.slack.calls("chat.postMessage"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.get("channel")).isEqualTo(EDITORS);
                    assertThat(call.get("text"))
                            .matches("Away .*-.*: 2 links, 1 edit, 1 reaction recovered");
                });
        team.stop();
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://six.example/f>");
        team.settle();
        assertThat(team.slack.calls("chat.postMessage"))
                .as("nothing was missed the second time")
                .hasSize(1);
    }

    @Test
    void aSocketThatIsDroppedOrGoesDeafIsOpenedAgainAndNothingIsLost() {
        var channel = team.startAndConnect();
        team.slack.dropSockets();
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        until(() -> !team.links().isEmpty());
        until(() -> channel.readiness().ready());
        team.slack.deafenSockets();
        team.slack.say(NEWS, ADA, "<https://two.example/b>");
        until(() -> team.links().size() == 2);
    }

    @Test
    void theLineIsWatchedWhileSlackMakesTheLookBackWait() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.settle();
        team.stop();
        team.slack.limit("conversations.history", 1, Duration.ofMinutes(5));
        var channel = team.startAndConnect();
        until(() -> !team.slack.calls("conversations.history").isEmpty());
        team.slack.deafenSockets();
        until(() -> !channel.readiness().ready());
        until(() -> channel.readiness().ready());
    }

    /// Slack lets an app open few sockets a minute.
    @Test
    void aSocketThatSlackDoesNotOpenAtOnceIsWaitedForAsLongAsSlackSays() {
        team.slack.limit("apps.connections.open", 1);
        team.startAndConnect();
        assertThat(team.slack.calls("apps.connections.open")).hasSize(2);
    }

    @Test
    void aSocketThatSlackCannotOpenForAMomentIsAskedForSoonAgain() {
        team.slack.loseAnswers("apps.connections.open", 2);
        team.startAndConnect();
        assertThat(team.slack.calls("apps.connections.open")).hasSize(3);
    }

    @Test
    void whenSlackAsksForAnotherConnectionItGetsOne() {
        team.startAndConnect();
        team.slack.disconnect();
        until(
                () -> team.slack.connectionCount() == 2,
                () -> team.slack.connectionCount() + " connections");
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        until(() -> team.links().size() == 1);
    }

    @Test
    void troubleIsToldOnceWithItsRemedyAndStopsNothing() {
        team.startAndConnect();
        team.slack.withoutScope("reactions:write");
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.slack.say(NEWS, ADA, "<https://two.example/b>");
        team.settle();
        assertThat(team.links()).hasSize(2);
        assertThat(team.slack.calls("chat.postMessage"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.get("channel")).isEqualTo(EDITORS);
                    assertThat(call.get("text"))
                            .contains("lacks the scope reactions:write")
                            .contains("reinstall");
                });
    }

    @Test
    void whileSlackIsDownNothingIsLostAndAnswersWait() {
        team.startAndConnect();
        var ts = team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.settle();
        team.slack.down(true);
        team.slack.say(NEWS, BEN, "<https://two.example/b>");
        team.slack.down(false);
        until(() -> team.links().size() == 2);
        team.settle();
        assertThat(team.slack.ownReactions(ts)).containsExactly("bookmark");
    }

    @Test
    void anAnswerThatCannotBeReadStandsBeforeNoOther() {
        team.startAndConnect();
        var ts = team.slack.say(NEWS, ADA, "nothing to keep");
        team.settle();
        for (var text : List.of("", "DONE 5", "NONE 1 1\nab", "DONE 99 1\nab")) {
            redis.client()
                    .xadd(
                            "gleaner:{test}:outbox:slack",
                            StreamEntryID.NEW_ENTRY,
                            Map.of("to", "slack:" + NEWS + "/" + ts, "answer", text));
        }
        var link = team.slack.say(NEWS, BEN, "<https://one.example/a>");
        team.settle();
        assertThat(team.slack.ownReactions(link)).containsExactly("bookmark");
        assertThat(redis.client().xlen("gleaner:{test}:outbox:slack:aside")).isEqualTo(4);
    }

    @Test
    void twoGleanersOnOneWorkspaceDoEverythingOnce() {
        team.startAndConnect();
        team.startAndConnect();
        var first = team.slack.say(NEWS, ADA, "<https://one.example/a>");
        for (int i = 0; i < 20; i++) {
            team.slack.say(NEWS, BEN, "<https://many.example/%d>".formatted(i));
        }
        team.slack.mention(NEWS, BEN, "list");
        team.settle();
        assertThat(team.links()).hasSize(21);
        assertThat(team.slack.ownReactions(first)).containsExactly("bookmark");
        assertThat(team.slack.calls("reactions.add")).hasSize(21);
        assertThat(team.slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void closingWhileSlackIsGoneOpensNoSocketAgain() {
        team.startAndConnect();
        team.slack.down(true);
        team.stop();
        team.slack.down(false);
        var connections = team.slack.connectionCount();
        until(() -> SlackTeam.threads().isEmpty(), () -> SlackTeam.threads().toString());
        assertThat(team.slack.connectionCount()).isEqualTo(connections);
        assertThat(team.slack.isConnected()).isFalse();
    }

    @Test
    void aRevokedTokenIsToldAndAnswersWaitForTheNextOne() {
        team.slack.revoke();
        var channel = team.start();
        until(() -> channel.readiness().sentence().contains("install it again"));
        assertThat(channel.readiness().ready()).isFalse();
        assertThat(channel.readiness().sentence()).doesNotContain("xoxb", "xapp");
    }

    @Test
    void closingLeavesNoThreadBehind() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.settle();
        team.stop();
        until(() -> SlackTeam.threads().isEmpty(), () -> SlackTeam.threads().toString());
        var connections = team.slack.connectionCount();
        assertThat(team.slack.isConnected()).isFalse();
        assertThat(team.slack.connectionCount()).isEqualTo(connections);
    }
}
