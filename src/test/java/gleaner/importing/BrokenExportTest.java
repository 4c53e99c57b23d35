package gleaner.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// If these fail, an export that is broken or made to harm stops an import, or leads it where it
/// must not go.
class BrokenExportTest {

    @TempDir Path folder;

    @Test
    void aBadMessageIsLeftOutAndTheRestIsRead() {
        var gathered =
                day(
                        """
                        [
                          {"user": "U1", "ts": "1794910000.000100", "text": "one"},
                          {"user": "U1", "ts": "yesterday", "text": "x"},
                          {"user": "U1", "user": "U2", "ts": "1794910000.000101", "text": "x", "blocks": [{"a": [1]}]},
                          "words", null, [[1]],
                          {"ts": "1794910000.000102", "text": "x"},
                          {"user": "U1", "ts": "1794910000.000103", "text": "two"}
                        ]\
                        """);
        assertThat(gathered.problems)
                .containsExactly(
                        "c/2026-11-17.json:3: The 'ts' of a message is to be like"
                                + " 1763373600.000200, not '\"yesterday\"'; it is left out.",
                        "c/2026-11-17.json:4: The message names something twice, or goes on after"
                                + " its end; it is left out.",
                        "c/2026-11-17.json:5: The message is a string, not an object; it is left"
                                + " out.",
                        "c/2026-11-17.json:5: The message is a null, not an object; it is left"
                                + " out.",
                        "c/2026-11-17.json:5: The message is an array, not an object; it is left"
                                + " out.",
                        "c/2026-11-17.json:6: The message names no 'user'; it is left out.");
        assertThat(gathered.lines()).hasSize(2);
    }

    @Test
    void whatStandsBeforeDamageIsKept() {
        var good = "[{\"user\": \"U1\", \"ts\": \"1794910000.000100\", \"text\": \"one\"},\n";
        assertThat(day(good + "{\"user\": \"U1\", \"ts\"").problems)
                .containsExactly(
                        "c/2026-11-17.json:2: The file is cut off here; the rest of it is left"
                                + " out.");
        assertThat(day(good + "[".repeat(10_000)).problems)
                .containsExactly(
                        "c/2026-11-17.json:2: The file is nested deeper than 200, or a name or"
                                + " number in it is too long here; the rest of it is left out.");
        assertThat(day(good + "{]").lines()).hasSize(1);
        assertThat(day("{\"messages\": []}").problems)
                .containsExactly(
                        "c/2026-11-17.json:1: The file is to be an array of objects; it is left"
                                + " out.");
        assertThat(day("").problems)
                .containsExactly(
                        "c/2026-11-17.json:1: The file is to be an array of objects; it is left"
                                + " out.");
    }

    private static Gathered day(String json) {
        return Gathered.from(
                "e.zip",
                Gathered.zip(
                        Map.of(
                                "users.json",
                                "[]",
                                "channels.json",
                                "[{\"id\": \"C1\", \"name\": \"c\"}]",
                                "c/2026-11-17.json",
                                json)));
    }

    @Test
    void aZipThatIsCutOffKeepsWhatCameBefore() throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put("users.json", "[]");
        files.put("channels.json", "[{\"id\": \"C1\", \"name\": \"c\"}]");
        for (var day = 10; day < 30; day++) {
            files.put(
                    "c/2026-11-" + day + ".json",
                    "[{\"user\": \"U1\", \"ts\": \"1794910000.0001%d\", \"text\": \"x\"}]"
                            .formatted(day));
        }
        var whole = Gathered.zip(files);
        var zip = folder.resolve("cut.zip");
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
        var gathered = Gathered.from(zip);
        assertThat(gathered.lines()).hasSizeBetween(5, 15);
        assertThat(gathered.problems.getFirst())
                .isEqualTo("cut.zip: The zip is cut off or damaged; what came before is kept.");
    }

    @Test
    void pathsThatLeadOutAndArchivesInsideAreNotOpened() {
        var files = new LinkedHashMap<String, String>();
        files.put("users.json", "[]");
        files.put("channels.json", "[{\"id\": \"C1\", \"name\": \"c\"}]");
        for (var path :
                List.of(
                        "../c/2026-11-17.json",
                        "/c/2026-11-17.json",
                        "c/../../2026-11-17.json",
                        "C:\\2026-11-17.json")) {
            files.put(path, "[{\"user\": \"U1\", \"ts\": \"1794910000.000100\", \"text\": \"x\"}]");
        }
        files.put("c/more.zip", "PK");
        var gathered = Gathered.from("e.zip", Gathered.zip(files));
        assertThat(gathered.events).isEmpty();
        assertThat(gathered.problems)
                .containsExactly(
                        "../c/2026-11-17.json: The path leads out of the archive or is malformed;"
                                + " the file is left out.",
                        "/c/2026-11-17.json: The path leads out of the archive or is malformed; the"
                                + " file is left out.",
                        "c/../../2026-11-17.json: The path leads out of the archive or is"
                                + " malformed; the file is left out.",
                        "C:\\2026-11-17.json: The path leads out of the archive or is malformed;"
                                + " the file is left out.",
                        "c/more.zip: An archive inside the archive is not opened; import it by"
                                + " itself.");
    }

    @Test
    void linksOutOfAFolderAreNotFollowed() throws IOException {
        Files.writeString(
                folder.resolve("secret.json"),
                "[{\"user\": \"U1\", \"ts\": \"1794910000.000100\", \"text\": \"x\"}]");
        var export = folder.resolve("e");
        Files.createDirectories(export.resolve("c"));
        Files.writeString(export.resolve("users.json"), "[]");
        Files.writeString(export.resolve("channels.json"), "[{\"id\": \"C1\", \"name\": \"c\"}]");
        Files.createSymbolicLink(
                export.resolve("c/2026-11-17.json"), folder.resolve("secret.json"));
        var gathered = Gathered.from(export);
        assertThat(gathered.events).isEmpty();
        assertThat(gathered.problems)
                .containsExactly(
                        "c/2026-11-17.json: It is a link to somewhere else, which is not"
                                + " followed.");
    }

    @Test
    void aBombIsStoppedByItsRatioItsSizeAndItsEntries() {
        var small = new Limits(1 << 20, 1 << 20, 200_000, 300_000, 20, 10_000, 5);
        var files = new LinkedHashMap<String, String>();
        files.put("users.json", "[]");
        files.put("channels.json", "[{\"id\": \"C1\", \"name\": \"c\"}]");
        files.put("c/2026-11-17.json", "[" + " ".repeat(100_000));
        assertThat(
                        Gathered.from(
                                        "e.zip",
                                        Gathered.zip(files),
                                        Gathered.OPTIONS.withLimits(small))
                                .problems)
                .containsExactly(
                        "c/2026-11-17.json:1: The file unpacks to more than 20 times its size, as a"
                                + " bomb does; the rest is left out.");

        var wide = new Limits(1 << 20, 1 << 20, 200_000, 300_000, 1_000_000, 10_000, 5);
        files.put("c/2026-11-17.json", "[" + " ".repeat(250_000));
        files.put("c/2026-11-18.json", "[" + " ".repeat(150_000));
        files.put("c/2026-11-19.json", "[]");
        files.put("c/2026-11-20.json", "[]");
        assertThat(
                        Gathered.from(
                                        "e.zip",
                                        Gathered.zip(files),
                                        Gathered.OPTIONS.withLimits(wide))
                                .problems
                                .stream()
                                .map(problem ->
                                        problem.replaceFirst(
                                                "than \\d{2},\\d{3} bytes", "than what is left")))
                .containsExactly(
                        "c/2026-11-20.json: There are more than 5 files; this and the rest are left"
                                + " out.",
                        "c/2026-11-17.json:1: The file unpacks to more than 200,000 bytes; the rest"
                                + " is left out.",
                        "c/2026-11-18.json:1: The file unpacks to more than what is left; the rest"
                                + " is left out.",
                        "c/2026-11-19.json: The archive unpacks to more than 300,000 bytes; this"
                                + " file and the rest are left out.");
    }

    @Test
    void aMessageWithoutEndIsNotHeld() {
        var small = new Limits(1 << 20, 1_000, 1 << 30, 1 << 30, 1_000_000, 10_000, 5);
        var gathered =
                Gathered.from(
                        "e.zip",
                        Gathered.zip(
                                Map.of(
                                        "users.json", "[]",
                                        "channels.json", "[{\"id\": \"C1\", \"name\": \"c\"}]",
                                        "c/2026-11-17.json",
                                                "[{\"user\": \"U1\", \"blocks\": ["
                                                        + "1,".repeat(200_000)
                                                        + "1]}]")),
                        Gathered.OPTIONS.withLimits(small));
        assertThat(gathered.problems)
                .containsExactly(
                        "c/2026-11-17.json:1: A message is longer than 1,000 bytes; it and the rest"
                                + " of the file are left out.");
    }
}
