package gleaner.app;

import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.BEN;
import static gleaner.app.SlackTeam.EVE;
import static gleaner.app.SlackTeam.NEWS;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The draft's file, edited and posted back in Slack. If this fails, what an editor changed in it
/// is ignored, or anybody may change the draft.
class SlackEditStoryTest {

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

    private int posts() {
        return team.slack.calls("chat.postMessage").size();
    }

    @Test
    void anEditorPostsTheEditedDraftAndIsAnsweredInItsThread() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "Rust is <https://one.example/a|twenty years old> today");
        team.settle();
        var asked = team.slack.mention(NEWS, EVE, "digest");
        until(() -> !team.slack.files().isEmpty());
        var draft = team.slack.files().values().iterator().next();
        assertThat(team.slack.calls("chat.postMessage").toString())
                .doesNotContain("gleaner draft 1-");
        var before = posts();
        team.slack.postFile(NEWS, EVE, asked, "draft.md", draft.replace("Rust is", "Rust will be"));
        until(() -> posts() > before);
        var answer = team.slack.calls("chat.postMessage").getLast();
        assertThat(answer.get("text")).contains("Wrote");
        assertThat(answer.get("thread_ts")).isEqualTo(asked);
        assertThat(team.link("https://one.example/a").curation().blurb().orElseThrow())
                .startsWith("Rust will be");

        var then = posts();
        team.slack.postFile(NEWS, BEN, asked, "draft.md", draft.replace("Rust is", "Go is"));
        until(() -> posts() > then);
        assertThat(team.slack.calls("chat.postMessage").getLast().get("text"))
                .contains("Only an editor can change the draft");

        team.slack.postFile(NEWS, EVE, asked, "draft.md", "# Some plan\n\nOf our own.\n");
        team.settle();
        assertThat(posts()).isEqualTo(then + 1);
    }
}
