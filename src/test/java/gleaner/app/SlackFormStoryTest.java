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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Forms that people fill in; if these fail, a link that somebody entered is lost, or a wrong one
/// kept.
class SlackFormStoryTest {

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
    void aLinkIsCollectedByAFormThatChecksWhatIsHandedIn() {
        team.startAndConnect();
        var ts = team.slack.say(NEWS, ADA, "`https://one.example/a` and words");
        team.settle();
        team.slack.messageShortcut(NEWS, EVE, ts, "collect_link");
        until(() -> team.slack.forms().size() == 1);
        team.slack.has(EVE);
        var wrong =
                team.slack.submit(
                        EVE,
                        Map.of(
                                "url",
                                "one.example",
                                "tags",
                                "#a b/c",
                                "blurb",
                                "# A [link](javascript:alert(1))"));
        until(() -> team.slack.isAcked(wrong));
        assertThat(team.slack.answerTo(wrong).path("response_action").asString())
                .isEqualTo("errors");
        assertThat(team.slack.answerTo(wrong).path("errors").propertyNames())
                .containsExactlyInAnyOrder("url", "tags", "blurb");
        var right =
                team.slack.submit(
                        EVE,
                        Map.of(
                                "url", "https://one.example/a",
                                "tags", "security, #Go",
                                "blurb", "How **not** to [do it](https://one.example/a)"));
        until(() -> team.slack.calls("chat.postEphemeral").size() == 1);
        assertThat(
                        team.slack.answerTo(right).isMissingNode()
                                || team.slack.answerTo(right).isEmpty())
                .isTrue();
        var link = team.link("https://one.example/a");
        assertThat(link.curation().blurb())
                .contains("How **not** to [do it](https://one.example/a)");
        assertThat(link.tags()).extracting(tag -> tag.shown()).containsExactly("security", "Go");
        assertThat(team.slack.calls("chat.postEphemeral").getFirst().get("user")).isEqualTo(EVE);
    }

    @Test
    void anybodyAddsALinkFromAnywhereAndIsAnsweredDirectly() {
        team.startAndConnect();
        team.slack.shortcut(BEN, "add_link");
        until(() -> team.slack.forms().size() == 1);
        team.slack.has(BEN);
        assertThat(team.slack.formOf(BEN).toString())
                .doesNotContain("\"blurb\"")
                .contains("\"words\"");
        team.slack.submit(
                BEN,
                Map.of(
                        "url",
                        "https://one.example/a",
                        "words",
                        "Well worth it",
                        "section",
                        "releases"));
        until(() -> team.slack.calls("chat.postMessage").size() == 1);
        assertThat(team.slack.calls("chat.postMessage").getFirst().get("channel")).isEqualTo(BEN);
        assertThat(team.link("https://one.example/a").shares())
                .singleElement()
                .satisfies(share -> {
                    assertThat(share.person().name()).isEqualTo("ben");
                    assertThat(share.section()).contains("releases");
                });
    }

    @Test
    void aFormThatCannotBeOpenedInTimeStopsNothing() {
        team.startAndConnect();
        team.slack.expireTriggers();
        team.slack.shortcut(BEN, "add_link");
        until(() -> team.slack.calls("views.open").size() == 1);
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.settle();
        assertThat(team.links()).hasSize(1);
        assertThat(team.slack.calls("chat.postMessage")).isEmpty();
    }
}
