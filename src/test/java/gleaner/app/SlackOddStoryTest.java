package gleaner.app;

import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.NEWS;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a workspace sends that is seldom, odd or yet to come; if these fail, Gleaner stumbles over
/// it, or Slack sends it again and again.
class SlackOddStoryTest {

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    events_api  | {"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820,"api_app_id":"A1"}
                    events_api  | {"type":"event_callback","event_id":"E1","event":{"type":"something_new","channel":7}}
                    events_api  | {"type":"event_callback","event_id":"E1","event":{"type":"message","channel":"C0NEWS"}}
                    events_api  | {"type":"event_callback","event_id":"E1","event":{"type":"message","subtype":"something_new","channel":"C0NEWS","ts":"1.000001"}}
                    events_api  | {"type":"event_callback","event_id":"E1","event":{"type":"channel_rename","channel":{"id":"C0NEWS","name":"x"}}}
                    events_api  | {"type":"event_callback","event_id":"E1","event":{"type":"team_join","user":{"id":"U1"}}}
                    events_api  | {"type":"event_callback","event_id":"E1","authorizations":[null],"event":{"type":"message"}}
                    events_api  | {"type":"event_callback","event_id":"E1"}
                    events_api  | {"type":"something_new"}
                    interactive | {"type":"something_new","user":{"id":"U1"}}
                    interactive | {"type":"block_suggestion","user":{"id":"U1"},"team":{"id":"T1"},"action_id":"a","block_id":"b","value":"c"}
                    interactive | {"type":"interactive_message","user":{"id":"U1"},"callback_id":"a","actions":[]}
                    interactive | {"type":"view_closed","user":{"id":"U1"},"view":{"id":"V1","type":"modal","callback_id":"collect"}}
                    interactive | {"type":"block_actions"}
                    interactive | {"type":"block_actions","user":{"id":"U0ADA"},"actions":[{"action_id":"of-another-version","value":"x"}]}
                    """)
    void whatGleanerHasNoUseForIsAcknowledgedAndStopsNothing(String type, String payload) {
        team.startAndConnect();
        var id = team.slack.envelope(type, (ObjectNode) new JsonMapper().readTree(payload));
        until(() -> team.slack.isAcked(id));
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        until(() -> team.links().size() == 1);
    }
}
