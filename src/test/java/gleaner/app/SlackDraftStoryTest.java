package gleaner.app;

import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.EDITORS;
import static gleaner.app.SlackTeam.EVE;
import static gleaner.app.SlackTeam.NEWS;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Drafts and other documents that Slack is handed; if these fail, an editor does not see the
/// issue.
class SlackDraftStoryTest {

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
    void aDraftIsPostedInItsPlaceWithTheRestInTheThreadAndTheWholeAsAFile() {
        team.startAndConnect();
        for (int i = 0; i < 60; i++) {
            team.slack.say(
                    NEWS,
                    ADA,
                    "<https://one.example/%d|Piece %d> %s"
                            .formatted(i, i, "and so on ".repeat(25)));
        }
        team.settle();
        team.slack.slash(NEWS, EVE, "digest");
        until(() -> team.slack.files().size() == 1);
        var posted = team.slack.calls("chat.postMessage");
        assertThat(posted).hasSizeGreaterThan(1);
        assertThat(posted.getFirst().form()).doesNotContainKey("thread_ts");
        assertThat(posted.stream().skip(1)).allMatch(call -> !call.get("thread_ts").isEmpty());
        assertThat(posted).allMatch(call -> call.get("channel").equals(NEWS));
        for (int i = 0; i < 60; i++) {
            var words = "|Piece %d>".formatted(i);
            assertThat(posted.stream().filter(call -> call.get("blocks").contains(words)).count())
                    .as(words)
                    .isEqualTo(1);
        }
        assertThat(team.slack.files().values().iterator().next())
                .startsWith("# ")
                .contains("[Piece 59](");
        assertThat(team.slack.calls("canvases.create")).isEmpty();
    }

    @Test
    void aDraftWhosePicturesSlackCannotFetchComesWithoutThem() {
        team.startAndConnect();
        team.slack.refusePictures();
        team.slack.slash(
                NEWS, EVE, "intro Words.\n\n![A ferry](https://pictures.example/ferry.jpg)");
        team.settle();
        team.slack.slash(NEWS, EVE, "digest");
        until(() -> team.slack.files().size() == 1);
        var posted = team.slack.calls("chat.postMessage");
        assertThat(posted).hasSize(2);
        assertThat(posted.getFirst().get("blocks")).contains("\"image\"");
        assertThat(posted.getLast().get("blocks"))
                .doesNotContain("\"image\"")
                .contains("<https://pictures.example/ferry.jpg|🖼 A ferry>");
        assertThat(team.slack.fileNames()).containsExactly("draft.md");
    }

    @Test
    void whereNoBlocksAreTakenTheWordsComeAlone() {
        team.startAndConnect();
        team.slack.refuseBlocks();
        team.slack.say(NEWS, ADA, "<https://one.example/a|A piece>");
        team.settle();
        team.slack.slash(NEWS, EVE, "list");
        team.slack.mention(NEWS, EVE, "list");
        team.settle();
        for (var method : List.of("chat.postEphemeral", "chat.postMessage")) {
            assertThat(team.slack.calls(method).getLast().form())
                    .doesNotContainKey("blocks")
                    .hasEntrySatisfying("text", text -> assertThat(text).contains("|A piece>"));
        }
        team.slack.slash(NEWS, EVE, "digest");
        until(() -> team.slack.files().size() == 1);
        assertThat(team.slack.calls("chat.postMessage").getLast().get("text"))
                .contains("|A piece>");
    }

    @Test
    void aFeedAndAPageComeAsTheFilesThatTheyAre() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a|A piece>");
        team.settle();
        team.slack.slash(NEWS, EVE, "digest as html");
        team.slack.slash(NEWS, EVE, "feed atom");
        until(() -> team.slack.files().size() == 2);
        assertThat(team.slack.fileNames()).containsExactlyInAnyOrder("draft.html", "atom.xml");
        assertThat(team.slack.calls("chat.postMessage"))
                .extracting(call -> call.get("text"))
                .containsExactlyInAnyOrder("The draft is in the file.", "The feed is in the file.");
    }

    @Test
    void aWorkspaceWithoutCanvasesIsToldOnceAndHasTheDraftAllTheSame() throws IOException {
        team.close();
        team = new SlackTeam(redis, folder, "canvas: true");
        team.slack.withoutCanvases();
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a>");
        team.settle();
        team.slack.mention(NEWS, EVE, "digest");
        team.slack.mention(NEWS, EVE, "digest");
        until(() -> team.slack.calls("canvases.create").size() == 2);
        team.settle();
        assertThat(
                        team.slack.calls("chat.postMessage").stream()
                                .filter(call -> call.get("channel").equals(EDITORS)))
                .singleElement()
                .satisfies(
                        call -> assertThat(call.get("text")).contains("no canvas for the draft"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 501, 503})
    void aServerWithoutFilesHasTheDraftAllTheSame(int status) {
        team.slack.without("files.getUploadURLExternal", status);
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a|A piece>");
        team.settle();
        team.slack.slash(NEWS, EVE, "digest");
        team.slack.slash(NEWS, EVE, "list");
        team.settle();
        assertThat(team.slack.calls("chat.postMessage"))
                .filteredOn(call -> call.get("channel").equals(NEWS))
                .singleElement()
                .satisfies(call -> assertThat(call.get("blocks")).contains("|A piece>"));
        assertThat(team.slack.calls("chat.postMessage"))
                .filteredOn(call -> call.get("channel").equals(EDITORS))
                .singleElement()
                .satisfies(call ->
                        assertThat(call.get("text")).contains("files.getUploadURLExternal"));
        assertThat(team.slack.responses()).hasSize(1);
    }

    @Test
    void aCommandThatDraftsIsAnsweredAtOnce() {
        team.startAndConnect();
        team.slack.slash(NEWS, EVE, "digest");
        until(() -> team.slack.files().size() == 1);
        assertThat(team.slack.ackTexts()).containsExactly("Drafting…");
    }
}
