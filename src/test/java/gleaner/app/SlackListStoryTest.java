package gleaner.app;

import static gleaner.app.SlackBlocks.block;
import static gleaner.app.SlackBlocks.element;
import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.BEN;
import static gleaner.app.SlackTeam.EVE;
import static gleaner.app.SlackTeam.NEWS;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.State;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists and Gleaner's tab with their buttons; if these fail, buttons do nothing, or the wrong
/// thing.
class SlackListStoryTest {

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
    void anEditorDecidesByTheButtonsOfAListWhichIsShownAnew() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a|A &lt;piece&gt;> #go");
        team.slack.say(NEWS, ADA, "<https://two.example/b|Another> #go");
        team.settle();
        team.slack.slash(NEWS, EVE, "list #go");
        until(() -> team.slack.responses().size() == 1);
        var row = block(team.slack.responses().getFirst().path("blocks"), "actions", 0);
        team.slack.press(NEWS, EVE, row.path("block_id").asString(), element(row, "do:pick"));
        until(() -> team.slack.responses().size() == 2, () -> team.slack.responses().toString());
        assertThat(team.link("https://two.example/b").curation().state()).isEqualTo(State.PICKED);
        var shown = team.slack.responses().getLast();
        assertThat(shown.path("replace_original").asBoolean()).isTrue();
        assertThat(shown.path("blocks").toString())
                .contains("Picked")
                .contains("2 links")
                .contains("\"style\":\"primary\"");

        var menu =
                (ObjectNode)
                        element(block(shown.path("blocks"), "actions", 1), "do:section").deepCopy();
        menu.set("selected_option", menu.path("options").path(1));
        var name = menu.path("selected_option").path("value").asString();
        team.slack.press(
                NEWS,
                EVE,
                block(shown.path("blocks"), "actions", 1).path("block_id").asString(),
                menu);
        until(() -> team.slack.responses().size() == 3);
        assertThat(team.link("https://one.example/a").curation().section().orElseThrow().value())
                .isEqualTo(name);
    }

    @Test
    void whoIsNoEditorHasNoButtonsAndMayNotPressThoseOfOthers() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.settle();
        team.slack.slash(NEWS, BEN, "list");
        until(() -> team.slack.responses().size() == 1);
        assertThat(team.slack.responses().getFirst().path("blocks").toString())
                .doesNotContain("do:pick");
        team.slack.slash(NEWS, EVE, "list");
        until(() -> team.slack.responses().size() == 2);
        var row = block(team.slack.responses().getLast().path("blocks"), "actions", 0);
        team.slack.press(NEWS, BEN, row.path("block_id").asString(), element(row, "do:pick"));
        until(() -> team.slack.responses().size() == 3);
        assertThat(team.slack.responses().getLast().path("text").asString())
                .contains("Only an editor can pick");
        assertThat(team.slack.responses().getLast().path("replace_original").asBoolean()).isFalse();
        assertThat(team.link("https://one.example/a").curation().state()).isEqualTo(State.NEW);
    }

    @Test
    void aLongListIsTurnedPageByPage() {
        team.startAndConnect();
        for (int i = 0; i < 45; i++) {
            team.slack.say(
                    NEWS, ADA, "<https://one.example/%d|Piece %d> <!channel> #go".formatted(i, i));
        }
        team.settle();
        team.slack.slash(NEWS, EVE, "list #go");
        until(() -> team.slack.responses().size() == 1);
        var first = team.slack.responses().getFirst().path("blocks");
        var row = block(first, "actions", 20);
        assertThat(first.toString()).contains("Page 1 of 3");
        assertThat(pieces(first)).hasSize(20);
        team.slack.press(NEWS, EVE, row.path("block_id").asString(), element(row, "run:next"));
        until(() -> team.slack.responses().size() == 2);
        var second = team.slack.responses().getLast().path("blocks");
        assertThat(second.toString()).contains("Page 2 of 3", "run:previous", "run:next");
        assertThat(pieces(second)).hasSize(20).doesNotContainAnyElementsOf(pieces(first));
    }

    private static Set<String> pieces(JsonNode blocks) {
        return Pattern.compile("Piece \\d+")
                .matcher(blocks.toString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void theTabShowsAnEditorTheIssueAndOthersTheirOwnLinks() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a|A piece> #security");
        team.slack.say(NEWS, BEN, "<https://two.example/b|Another>");
        team.settle();
        team.slack.openHome(EVE);
        until(() -> team.slack.home(EVE).isObject());
        var blocks = team.slack.home(EVE).path("blocks");
        assertThat(blocks.toString())
                .contains("A piece", "Another", "Draft the issue", "do:lead", "Not ready");
        var row = block(blocks, "actions", 1);
        team.slack.pressAtHome(EVE, row.path("block_id").asString(), element(row, "do:pick"));
        until(() -> team.slack.home(EVE).toString().contains("Picked"));
        assertThat(team.link("https://two.example/b").curation().state()).isEqualTo(State.PICKED);
        team.slack.openHome(BEN);
        until(() -> team.slack.home(BEN).isObject());
        assertThat(team.slack.home(BEN).toString())
                .contains("Another", "picked")
                .doesNotContain("A piece", "do:pick");
        team.slack.pressAtHome(EVE, "issue", element(block(blocks, "actions", 0), "run:digest"));
        until(() -> team.slack.files().size() == 1);
        assertThat(team.slack.calls("chat.postMessage").getFirst().get("channel")).isEqualTo(EVE);
    }
}
