package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// From the week of the examples to two published issues and back; if it fails, an editor cannot
/// trust what was published.
class IssueStoryTest {

    private static final String BASELINE =
            "https://openssf.org/blog/2026/11/18/a-baseline-for-small-projects/";

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private final Shell shell = new Shell(redis);

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "html", "text", "json"})
    void whatIsPublishedIsWhatReadersOfTheDraftSaw(String form) {
        shell.run("import", "examples/week.jsonl");
        var reader =
                shell.run(
                                "--config",
                                "src/test/resources/gleaner/app/mira.yaml",
                                "digest",
                                "as",
                                form)
                        .out();
        assertThat(shell.run("publish").code()).isZero();
        assertThat(shell.run("issue", "1", "as", form).out())
                .isEqualTo(reader)
                .doesNotContain("Notes for the editor");
        shell.run("blurb", BASELINE, "Written too late.");
        shell.run("import", "examples/week.jsonl");
        assertThat(shell.run("issue", "1", "as", form).out()).isEqualTo(reader);
    }

    @Test
    void twoIssuesArePublishedAndTheSecondIsTakenBack() {
        shell.run("import", "examples/week.jsonl");
        shell.run("blurb", BASELINE, "Words of the editor.");
        var before = shell.run("digest").out();

        var published = json("publish");
        assertThat(published.at("/done").asString()).isEqualTo("publish");
        assertThat(published.at("/links").size()).isGreaterThan(10);
        assertThat(json("digest").at("/number").asInt()).isEqualTo(2);
        assertThat(json("digest").at("/sections").size()).isZero();

        assertThat(shell.run("add", BASELINE).out()).contains("and ran in issue 1");
        assertThat(json("digest").at("/sections").size()).isZero();
        assertThat(shell.run("publish").code()).isEqualTo(1);

        assertThat(shell.run("pick", BASELINE).out()).contains("ran in issue 1");
        shell.run("add", "https://new.example/page", "Something", "new");
        assertThat(shell.run("digest").out()).contains("new.example/page", "of the editor.");
        assertThat(shell.run("publish").out()).contains("Published issue 2");
        assertThat(json("issues").at("/issues").size()).isEqualTo(2);
        assertThat(json("show", BASELINE).at("/link/ran").asInt()).isEqualTo(2);

        assertThat(shell.run("unpublish", "2").out())
                .contains("`unpublish 2 confirm`".replace("`", ""));
        assertThat(json("issues").at("/open").asInt()).isEqualTo(3);
        assertThat(shell.run("unpublish", "2", "confirm").code()).isZero();
        assertThat(shell.run("digest").out()).contains("new.example/page", "of the editor.");
        assertThat(shell.run("unpublish", "1", "confirm").code()).isZero();
        assertThat(json("issues").at("/open").asInt()).isEqualTo(1);
        shell.run("skip", "https://new.example/page");
        shell.run("withdraw", "https://new.example/page");
        var again = json("digest");
        assertThat(again.at("/number").asInt()).isEqualTo(1);
        assertThat(shell.run("digest").out().lines().filter(line -> line.startsWith("- ")))
                .containsExactlyInAnyOrderElementsOf(
                        before.lines().filter(line -> line.startsWith("- ")).toList());
    }

    @Test
    void whatTheEditorWroteForTheIssueIsInEveryDraftUntilItIsPublished() {
        shell.run("import", "examples/week.jsonl");
        shell.run("add", "https://one.example/a");
        shell.run("add", "https://two.example/b");
        assertThat(
                        shell.run(
                                        "new",
                                        "section",
                                        "Post-invent",
                                        "with",
                                        "https://two.example/b",
                                        "https://one.example/a")
                                .err())
                .isEmpty();
        shell.run("title", "Much *ado* about nodes");
        shell.run("intro", "It was a long week.\n\nIt is over.");
        shell.run("intro", "+", "Nearly.");
        shell.run("closing", "Thanks to Ada.");
        shell.run("heading", "news-in-brief", "All the rest");
        shell.run("import", "examples/week.jsonl");
        var draft = shell.run("digest").out();
        assertThat(draft)
                .startsWith(
                        "# Much *ado* about nodes\n\nIt was a long week.\n\nIt is over.\n\nNearly.\n")
                .containsSubsequence(
                        "## Post-invent",
                        "two.example/b",
                        "one.example/a",
                        "## All the rest",
                        "Thanks to Ada.");
        assertThat(shell.run("check").out())
                .startsWith("Issue 1 is not ready:")
                .doesNotContain("intro");
        assertThat(shell.run("check").code()).isZero();
        shell.run("publish");
        assertThat(shell.run("issues").out()).contains("1: Much ado about nodes, Sun 22 Nov");
        assertThat(shell.run("digest").out())
                .startsWith("# Issue 2")
                .doesNotContain("All the rest");
        assertThat(shell.run("issue", "1").out())
                .startsWith("# Much *ado*")
                .contains("## Post-invent");
        shell.run("title", "The next one");
        shell.run("unpublish", "1", "confirm");
        assertThat(shell.run("digest").out()).isEqualTo(draft);
        shell.run("publish");
        assertThat(shell.run("digest").out()).startsWith("# The next one");
    }

    private JsonNode json(String... words) {
        var args = new String[words.length + 1];
        System.arraycopy(words, 0, args, 0, words.length);
        args[words.length] = "--json";
        var result = shell.run(args);
        assertThat(result.code()).as(result.err()).isZero();
        return new JsonMapper().readTree(result.out());
    }
}
