package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, an owner is not told what is wrong.
class SlackProbeTest {

    private final FakeSlack slack = new FakeSlack();

    @AfterEach
    void close() throws IOException {
        slack.close();
    }

    @Test
    void theDoctorNamesTheScopeThatIsMissing() throws InterruptedException {
        slack.channel("C1", "news", false);
        slack.withoutScope("users:read");
        assertThat(probe(FakeSlack.BOT_TOKEN, Optional.of(FakeSlack.APP_TOKEN)))
                .containsExactly(
                        "OK Slack knows Gleaner as @gleaner in the workspace 'The Team'. ",
                        "FAIL The bot token lacks users:read. In Slack: 'OAuth & Permissions', 'Bot"
                                + " Token Scopes', 'Add an OAuth Scope'; then 'Reinstall to"
                                + " Workspace'.",
                        "OK Gleaner listens in 1 channel. ",
                        "OK Slack opens a socket for the app-level token. ");
    }

    @Test
    void theDoctorTellsTheTokensApart() throws InterruptedException {
        assertThat(probe("xoxb-wrong", Optional.of("xapp-wrong")))
                .satisfiesExactly(
                        bot ->
                                assertThat(bot)
                                        .startsWith(
                                                "FAIL Slack does not know the token in"
                                                        + " SLACK_BOT_TOKEN"),
                        app ->
                                assertThat(app)
                                        .startsWith(
                                                "FAIL Slack does not take the token in"
                                                        + " SLACK_APP_TOKEN"));
        slack.down(true);
        assertThat(probe(FakeSlack.BOT_TOKEN, Optional.empty()))
                .satisfiesExactly(
                        bot -> assertThat(bot).startsWith("FAIL Slack cannot be reached"),
                        app -> assertThat(app).startsWith("FAIL SLACK_APP_TOKEN is not set"));
    }

    private List<String> probe(String bot, Optional<String> app) throws InterruptedException {
        var told = new ArrayList<String>();
        for (var finding :
                SlackProbe.examine(
                        EmptyHouse.settings(slack, SlackSettings.Mode.SOCKET),
                        new SlackTokens(bot, app, Optional.empty()))) {
            told.add(finding.level() + " " + finding.sentence() + " " + finding.remedy());
        }
        return told;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void theAddressOfTheApiMayEndInASlash(String end) throws InterruptedException {
        var root = slack.apiUrl().toString();
        var settings =
                new SlackSettings(
                        URI.create(root.substring(0, root.length() - 1) + end),
                        Optional.empty(),
                        List.of(),
                        "bookmark",
                        "repeat",
                        SlackSettings.Mode.SOCKET,
                        0,
                        false,
                        false);
        assertThat(
                        SlackProbe.examine(
                                settings,
                                new SlackTokens(
                                        FakeSlack.BOT_TOKEN,
                                        Optional.of(FakeSlack.APP_TOKEN),
                                        Optional.empty())))
                .noneMatch(finding -> finding.level() == SlackProbe.Level.FAIL);
    }
}
