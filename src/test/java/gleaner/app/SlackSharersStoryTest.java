package gleaner.app;

import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.BEN;
import static gleaner.app.SlackTeam.EVE;
import static gleaner.app.SlackTeam.NEWS;
import static gleaner.app.SlackTeam.SECRET;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.slack.FakeSlack.Call;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// People who are told that their links ran; if these fail, they are told twice, or of what others
/// said in private, or though they did not want to be.
class SlackSharersStoryTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir Path folder;

    private SlackTeam team;

    @BeforeEach
    void gather() {
        team = new SlackTeam(redis, folder, "tell-sharers: true");
    }

    @AfterEach
    void part() throws IOException {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    private List<Call> direct(String user) {
        return team.slack.calls("chat.postMessage").stream()
                .filter(call -> call.get("channel").equals(user))
                .toList();
    }

    private void give(String command) {
        var before = team.slack.responses().size();
        team.slack.slash(NEWS, EVE, command);
        until(() -> team.slack.responses().size() > before);
    }

    @Test
    void whoeverSharedWhatRanIsToldOnceAndOnlyOfTheirOwn() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a|A &lt;piece&gt;> is out");
        team.slack.say(NEWS, ADA, "<https://two.example/b|Another>");
        team.slack.say(SECRET, BEN, "<https://two.example/b|Do not tell>");
        team.slack.say(NEWS, BEN, "<https://three.example/c|Left out>");
        team.settle();
        give("skip https://three.example/c");
        give("publish");
        until(() -> !direct(ADA).isEmpty() && !direct(BEN).isEmpty());
        assertThat(direct(ADA).getFirst().get("text"))
                .startsWith("2 of your links ran in issue 1, “Issue 1: ")
                .contains(
                        "\n• <https://one.example/a|A &lt;piece&gt;>",
                        "\n• <https://two.example/b|Another>")
                .doesNotContain("Do not tell", "Left out");
        assertThat(direct(BEN).getFirst().get("text"))
                .startsWith("Your link ran in issue 1, ")
                .endsWith(": <https://two.example/b|Do not tell>");
        assertThat(direct(EVE)).isEmpty();

        team.stop();
        team.startAndConnect();
        give("unpublish 1 confirm");
        give("publish");
        team.slack.say(NEWS, EVE, "<https://four.example/d|The next one>");
        team.settle();
        give("publish");
        until(() -> !direct(EVE).isEmpty());
        assertThat(direct(EVE).getFirst().get("text")).contains("ran in issue 2");
        assertThat(direct(ADA)).hasSize(1);
        assertThat(direct(BEN)).hasSize(1);
    }

    @Test
    void aNoteThatSlackTookWithoutSayingSoIsNotSentAgain() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a|A piece>");
        team.slack.say(NEWS, BEN, "<https://two.example/b|Another>");
        team.settle();
        team.slack.loseAnswers("chat.postMessage", 1);
        give("publish");
        until(() -> !direct(ADA).isEmpty() && !direct(BEN).isEmpty());
        assertThat(direct(ADA)).hasSize(1);
        assertThat(direct(BEN)).hasSize(1);
    }

    @Test
    void whoCannotBeWrittenToIsToldAsideWhereTheyShared() {
        team.startAndConnect();
        team.slack.closeMessages(ADA);
        team.slack.say(NEWS, ADA, "<https://one.example/a|A piece>");
        team.settle();
        give("publish");
        until(() -> !team.slack.calls("chat.postEphemeral").isEmpty());
        assertThat(team.slack.calls("chat.postEphemeral"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.get("channel")).isEqualTo(NEWS);
                    assertThat(call.get("user")).isEqualTo(ADA);
                    assertThat(call.get("text")).endsWith(": <https://one.example/a|A piece>");
                });
    }

    @Test
    void nobodyIsToldOfWhatWasPublishedBeforeThatWasWanted() throws IOException {
        team.close();
        team = new SlackTeam(redis, folder);
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a|A piece>");
        team.settle();
        give("publish");
        team.stop();
        Files.writeString(
                folder.resolve("config/gleaner.yaml"),
                "  tell-sharers: true\n",
                StandardOpenOption.APPEND);
        team.startAndConnect();
        team.slack.say(NEWS, BEN, "<https://two.example/b|Another>");
        team.settle();
        give("publish");
        until(() -> !direct(BEN).isEmpty());
        assertThat(direct(ADA)).isEmpty();
    }
}
