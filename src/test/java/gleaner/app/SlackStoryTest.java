package gleaner.app;

import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.BEN;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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
}
