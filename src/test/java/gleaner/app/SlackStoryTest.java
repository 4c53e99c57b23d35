package gleaner.app;

import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.BEN;
import static gleaner.app.SlackTeam.EDITORS;
import static gleaner.app.SlackTeam.EVE;
import static gleaner.app.SlackTeam.NEWS;
import static gleaner.app.SlackTeam.OTHER;
import static gleaner.app.SlackTeam.SECRET;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Link;
import gleaner.news.State;
import gleaner.news.Visibility;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.StreamEntryID;

/// What a team does in Slack, as it would see it; if these fail, links get lost, or people are
/// disturbed.
class SlackStoryTest {

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
    void aLinkIsKeptWithItsSharerAndAcknowledgedByAReaction() {
        team.startAndConnect();
        var ts =
                team.slack.say(
                        NEWS, ADA, "worth reading: <https://one.example/a|this piece> #security");
        team.settle();
        var link = team.link("https://one.example/a");
        assertThat(link.shares())
                .singleElement()
                .satisfies(share -> {
                    assertThat(share.person().name()).isEqualTo("ada");
                    assertThat(share.channel().name()).isEqualTo("news");
                    assertThat(share.permalink())
                            .contains(
                                    "https://team.slack.com/archives/C0NEWS/p"
                                            + ts.replace(".", ""));
                    assertThat(share.tags())
                            .extracting(tag -> tag.shown())
                            .containsExactly("security");
                });
        assertThat(team.slack.ownReactions(ts)).containsExactly("bookmark");
        assertThat(team.slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void aLinkThatWasSharedBeforeGetsAnotherReactionAndAWordToItsSharerAlone() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.settle();
        var again = team.slack.say(OTHER, BEN, "<https://one.example/a?utm_source=x>");
        team.settle();
        assertThat(team.slack.ownReactions(again)).containsExactly("repeat");
        assertThat(team.slack.calls("chat.postEphemeral"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.get("user")).isEqualTo(BEN);
                    assertThat(call.get("channel")).isEqualTo(OTHER);
                    assertThat(call.get("text")).contains("was first shared by ada in #news on");
                });
    }

    @Test
    void editsAreFollowedAndPreviewsAreNoEdits() {
        team.startAndConnect();
        var ts = team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.slack.unfurl(NEWS, ts, "https://one.example/a");
        team.settle();
        assertThat(team.links()).extracting(Link::url).containsExactly("https://one.example/a");
        team.slack.edit(NEWS, ts, "<https://two.example/b>");
        team.settle();
        assertThat(team.links())
                .filteredOn(link -> !link.isWithdrawn())
                .extracting(Link::url)
                .containsExactly("https://two.example/b");
        team.slack.delete(NEWS, ts);
        team.settle();
        assertThat(team.links()).allMatch(Link::isWithdrawn);
    }

    @Test
    void whatIsSaidInPrivateIsMarkedAsSuchAndWhatLeadsIntoSlackIsNotKept() {
        team.startAndConnect();
        team.slack.say(SECRET, ADA, "<https://one.example/a>");
        team.slack.say(
                NEWS,
                ADA,
                "see <https://team.slack.com/archives/C0NEWS/p1763373600000200> and"
                        + " <https://slack.com/blog/x>");
        team.settle();
        assertThat(team.links())
                .extracting(Link::url)
                .containsExactlyInAnyOrder("https://one.example/a", "https://slack.com/blog/x");
        assertThat(team.link("https://one.example/a").shares().getFirst().visibility())
                .isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void anEditorsReactionDecidesAndTakingItBackUndoesIt() {
        team.startAndConnect();
        var ts = team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.slack.react(NEWS, ts, BEN, "eyes");
        team.slack.react(NEWS, ts, EVE, "white_check_mark::skin-tone-3");
        team.settle();
        assertThat(team.link("https://one.example/a").curation().state()).isEqualTo(State.PICKED);
        assertThat(team.link("https://one.example/a").voteCount()).isEqualTo(1);
        team.slack.unreact(NEWS, ts, EVE, "white_check_mark::skin-tone-3");
        team.settle();
        assertThat(team.link("https://one.example/a").curation().state()).isEqualTo(State.NEW);
    }

    @Test
    void anEditorWhoseReactionDidNothingIsToldWhyAndNobodyElseIs() {
        team.startAndConnect();
        var root = team.slack.say(NEWS, ADA, "Look here");
        var ts = team.slack.reply(NEWS, ADA, root, "<https://one.example/a>");
        team.settle();
        var id = team.link("https://one.example/a").id();
        redis.client().keys("*link:" + id).forEach(key -> redis.client().del(key));
        team.slack.react(NEWS, ts, BEN, "white_check_mark");
        team.slack.react(NEWS, ts, EVE, "white_check_mark");
        until(() -> !team.slack.calls("chat.postEphemeral").isEmpty());
        team.settle();
        assertThat(team.slack.calls("chat.postEphemeral"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.get("user")).isEqualTo(EVE);
                    assertThat(call.get("channel")).isEqualTo(NEWS);
                    assertThat(call.get("thread_ts")).isEqualTo(root);
                    assertThat(call.get("text"))
                            .isEqualTo(
                                    "Your reaction did nothing. No link `%s`; `list` shows what there is."
                                            .formatted(id));
                });
        assertThat(team.slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void aSlashCommandIsAnsweredToItsGiverAloneAndAMentionInItsThread() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a|A piece> #go");
        team.settle();
        team.slack.slash(NEWS, BEN, "list #go");
        team.settle();
        assertThat(team.slack.responses())
                .singleElement()
                .satisfies(response -> {
                    assertThat(response.path("response_type").asString()).isEqualTo("ephemeral");
                    assertThat(response.path("text").asString())
                            .contains("1 link")
                            .contains("<https://one.example/a|");
                });
        var ts = team.slack.mention(NEWS, BEN, "list #go");
        team.settle();
        assertThat(team.slack.calls("chat.postMessage"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.get("thread_ts")).isEqualTo(ts);
                    assertThat(call.get("text")).contains("1 link");
                });
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
