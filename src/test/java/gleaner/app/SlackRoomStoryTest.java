package gleaner.app;

import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.BEN;
import static gleaner.app.SlackTeam.EDITORS;
import static gleaner.app.SlackTeam.EVE;
import static gleaner.app.SlackTeam.NEWS;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Interview;
import gleaner.news.State;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What people press, fill in and read in Slack; if these fail, buttons do nothing, or the wrong
/// thing.
class SlackRoomStoryTest {

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

    private static JsonNode block(JsonNode blocks, String type, int which) {
        var found = 0;
        for (var block : blocks) {
            if (block.path("type").asString().equals(type) && found++ == which) {
                return block;
            }
        }
        throw new AssertionError("No %s %d in %s".formatted(type, which, blocks));
    }

    private static JsonNode element(JsonNode row, String action) {
        for (var element : row.path("elements")) {
            if (element.path("action_id").asString().equals(action)) {
                return element;
            }
        }
        throw new AssertionError("No %s in %s".formatted(action, row));
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

    @Test
    void aThreadBecomesAnInterviewAndFollowsItsEdits() {
        team.startAndConnect();
        var root = team.slack.say(NEWS, ADA, "Hello Ben! How did it begin?");
        team.slack.reply(NEWS, BEN, root, "With a *bang*.");
        var second = team.slack.reply(NEWS, BEN, root, "And a whimper.");
        team.slack.reply(NEWS, ADA, root, "And what is next?");
        team.slack.reply(NEWS, BEN, root, "Lunch. Is it late?");
        team.settle();
        team.slack.messageShortcut(NEWS, EVE, root, "use_interview");
        until(() -> team.slack.calls("chat.postEphemeral").size() == 1);
        assertThat(team.slack.calls("chat.postEphemeral").getFirst().get("text"))
                .startsWith("Kept as an interview: 2 questions by ada, 2 answers by ben.");
        var interview = redis.store().interviews().all().getFirst();
        assertThat(interview.turns())
                .extracting(turn -> turn.kind() + " " + turn.speaker().name() + ": " + turn.text())
                .containsExactly(
                        "QUESTION ada: Hello Ben! How did it begin?",
                        "ANSWER ben: With a **bang**.\n\nAnd a whimper.",
                        "QUESTION ada: And what is next?",
                        "ANSWER ben: Lunch. Is it late?");
        assertThat(interview.count(Interview.Kind.ANSWER)).isEqualTo(2);
        team.slack.edit(NEWS, root, "Hello Ben! How did it all begin?");
        until(() ->
                redis.store()
                        .interviews()
                        .all()
                        .getFirst()
                        .turns()
                        .getFirst()
                        .text()
                        .endsWith("all begin?"));
        team.slack.edit(NEWS, second, "And a sigh.");
        until(() ->
                redis.store()
                        .interviews()
                        .all()
                        .getFirst()
                        .turns()
                        .get(1)
                        .text()
                        .endsWith("And a sigh."));
    }

    /// A question, an answer and a kept interview of them.
    ///
    /// @return the ts of both
    private List<String> talk() {
        var root = team.slack.say(NEWS, ADA, "Hello Ben! How did it begin?");
        var answer = team.slack.reply(NEWS, BEN, root, "With a bang.");
        team.settle();
        team.slack.messageShortcut(NEWS, EVE, root, "use_interview");
        until(() -> redis.store().interviews().all().size() == 1);
        return List.of(root, answer);
    }

    private static List<String> turns() {
        return redis.store().interviews().all().stream()
                .flatMap(interview -> interview.turns().stream())
                .map(turn -> turn.kind() + " " + turn.speaker().name() + ": " + turn.text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterviewKeepsNoWordsThatWereDeleted(boolean isTold) {
        team.startAndConnect();
        var talk = talk();
        team.slack.delete(NEWS, talk.getLast(), isTold);
        until(() -> turns().equals(List.of("QUESTION ada: Hello Ben! How did it begin?")));
        team.slack.delete(NEWS, talk.getFirst(), isTold);
        until(() -> redis.store().interviews().all().isEmpty());
    }

    @Test
    void whatBecameOfAnInterviewWhileGleanerWasAwayIsFollowed() {
        team.startAndConnect();
        var talk = talk();
        team.settle();
        team.stop();
        team.slack.edit(NEWS, talk.getFirst(), "Hello Ben! How did it all begin?");
        team.slack.delete(NEWS, talk.getLast(), true);
        team.slack.giveUp();
        team.startAndConnect();
        until(() -> turns().equals(List.of("QUESTION ada: Hello Ben! How did it all begin?")));
    }

    @Test
    void anEditOfAnInterviewIsFollowedThoughSlackCouldNotBeAskedThen() {
        team.startAndConnect();
        var talk = talk();
        team.slack.loseAnswers("conversations.replies", 1);
        team.slack.edit(NEWS, talk.getLast(), "With a whimper.");
        until(() -> turns().contains("ANSWER ben: With a whimper."));
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
    void aFeedAndAPageComeAsTheFilesThatTheyAre() {
        team.startAndConnect();
        team.slack.say(NEWS, ADA, "<https://one.example/a|A piece>");
        team.settle();
        team.slack.slash(NEWS, EVE, "digest as html");
        team.slack.slash(NEWS, EVE, "feed atom");
        until(() -> team.slack.files().size() == 2);
        assertThat(team.slack.fileNames()).containsExactly("draft.html", "atom.xml");
        assertThat(team.slack.calls("chat.postMessage"))
                .extracting(call -> call.get("text"))
                .containsExactly("The draft is in the file.", "The feed is in the file.");
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
