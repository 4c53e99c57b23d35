package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A week of the invented team in `examples/`, from its messages to the whole draft, compared byte
/// for byte.
///
/// After a wanted change of the draft, `-Dgolden=write` writes the files anew: read them before
/// they are committed.
class WeekStoryTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Path GOLDEN = Path.of("src/test/resources/gleaner/app");

    private final Shell shell = new Shell(redis);

    @ParameterizedTest
    @CsvSource({"markdown, week.md", "html, week.html", "text, week.txt", "json, week.json"})
    void theWeekBecomesTheDraft(String format, String file) throws IOException {
        importWeek();
        assertSame(shell.run("digest", "as", format).out(), GOLDEN.resolve(file));
    }

    @Test
    void makingItAgainChangesNothingAndKeepsEveryWordOfTheEditor() throws IOException {
        importWeek();
        var before = shell.run("digest").out();
        importWeek();
        assertThat(shell.run("digest").out()).isEqualTo(before);

        shell.run(
                "blurb",
                "https://openssf.org/blog/2026/11/18/a-baseline-for-small-projects/",
                "Words of the editor.");
        var edited = shell.run("digest").out();
        assertThat(edited).contains("of the editor.").isNotEqualTo(before);
        importWeek();
        assertThat(shell.run("digest").out()).isEqualTo(edited);

        assertThat(shell.run("undo").code()).isZero();
        assertThat(shell.run("digest").out()).isEqualTo(before);
    }

    @Test
    void whoIsNoEditorGetsTheDraftWithoutTheNotes() throws IOException {
        importWeek();
        var strict =
                Files.writeString(
                        Files.createTempFile("strict", ".yaml"), "editors:\n  terminal: [mira]\n");
        assertThat(shell.run("--config", strict.toString(), "digest").out())
                .startsWith("# Issue 1:")
                .doesNotContain("Notes for the editor");
        assertThat(shell.run("--config", strict.toString(), "--as", "mira", "digest").out())
                .contains("Notes for the editor");
        Files.delete(strict);
    }

    @Test
    void theSlackExportOfTheSameTeamJoinsTheSameLinks() throws IOException {
        importWeek();
        var imported = shell.run("import", "examples/slack-export");
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err()).isEmpty();
        assertThat(shell.run("import", "examples/slack-export").out()).contains("nothing new");
    }

    private void importWeek() {
        var imported = shell.run("import", "examples/week.jsonl");
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err()).isEmpty();
    }

    private static void assertSame(String actual, Path golden) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
