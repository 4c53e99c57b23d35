package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.format.Look;
import gleaner.template.TemplateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If one of these fails, a team that saves a template has to restart Gleaner, or loses its look
/// while it writes.
class LooksTest {

    @TempDir Path folder;

    private int second;

    private Looks looks(String name) {
        return new Looks(name, new TemplateFolder(folder, "config/templates", name));
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setLastModifiedTime(
                path, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + second++)));
    }

    @Test
    void withoutAFolderTheShippedOnesAreUsed() {
        assertThat(looks("house").now().problems()).isEmpty();
        assertThat(looks("by-tag").now().problems()).isEmpty();
    }

    @Test
    void aNameThatNobodyHasIsToldForEachFormatAndTheHouseStyleStandsIn() {
        assertThat(looks("mine").now().problems())
                .containsExactly(
                        "config/templates/mine/issue.md: the file 'issue.md' is missing.",
                        "config/templates/mine/issue.html: the file 'issue.html' is missing.",
                        "config/templates/mine/issue.txt: the file 'issue.txt' is missing.");
    }

    @Test
    void aChangedFileIsReadAgainAndABrokenOneLeavesTheLastGoodOne() throws IOException {
        var looks = looks("house");
        write("house/issue.md", "One {{ title }}\n");
        var first = looks.now();
        assertThat(first.problems()).isEmpty();
        assertThat(looks.now()).isSameAs(first);

        write("house/issue.md", "Two {{ title\n");
        assertThat(looks.now().problems())
                .containsExactly(
                        "config/templates/house/issue.md, line 2: a '{{' or '{%' is not closed in its line.");

        write("house/issue.md", "Three {{ title }}\n");
        assertThat(looks.now().problems()).isEmpty();

        Files.delete(folder.resolve("house/issue.md"));
        assertThat(looks.now().problems()).isEmpty();
    }

    @Test
    void whatIsNoTextIsToldAndAsMuchOfTheRestAsCanBeStays() throws IOException {
        var looks = looks("house");
        Files.createDirectories(folder.resolve("house"));
        Files.write(folder.resolve("house/issue.md"), new byte[] {(byte) 0xff, 0});

        assertThat(looks.now().problems())
                .containsExactly("config/templates/house/issue.md: it is not text in UTF-8.");
    }

    @Test
    void theFilesOfTheConfigFolderAreThoseThatShip() {
        for (var name : Look.SHIPPED) {
            assertThat(
                            new TemplateFolder(
                                            Path.of("config/templates"), "config/templates", name)
                                    .isAsShipped())
                    .isTrue();
        }
    }
}
