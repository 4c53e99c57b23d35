package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What somebody does in a shell; if these fail, the README's commands do not do what they say.
class CommandLineStoryTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private final Shell shell = new Shell(redis);

    @Test
    void aLinkIsAddedTaggedListedAndTakenBack() {
        var added =
                shell.run(
                        "add",
                        "https://example.org/a?utm_source=x",
                        "words",
                        "that",
                        "matter",
                        "#security");
        assertThat(added.code()).isZero();
        var id =
                added.out().substring("Kept ".length(), added.out().indexOf(' ', "Kept ".length()));
        assertThat(shell.run("tag", id, "#k8s").code()).isZero();
        var listed = new JsonMapper().readTree(shell.run("list", "#K8S", "--json").out());
        assertThat(listed.at("/total").asInt()).isEqualTo(1);
        assertThat(listed.at("/links/0/id").asString()).isEqualTo(id);
        assertThat(shell.run("undo").code()).isZero();
        assertThat(
                        new JsonMapper()
                                .readTree(shell.run("list", "#k8s", "--json").out())
                                .at("/total")
                                .asInt())
                .isZero();
    }

    @Test
    void aWrongCommandGetsTheNearestRightOneOnStandardError() {
        var wrong = shell.run("lsit", "#security");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).contains("list");
    }

    @Test
    void wordsInQuotesAreToldApartAsInTheChat() {
        shell.run("add", "https://cats.example/a", "A cat");
        var url = "https://cats.example/cat.png";
        var set = shell.run("picture", "https://cats.example/a", url, "a grey cat", "Ada Moss");
        assertThat(set.code()).isZero();
        assertThat(shell.run("digest").out())
                .contains("![a grey cat](https://cats.example/cat.png) *(Ada Moss)*");
        assertThat(shell.run("history", "1").out())
                .contains("picture https://cats.example/a " + url + " \"a grey cat\" \"Ada Moss\"");
    }

    @Test
    void aChatThatIsPipedInIsAnsweredLineByLine() {
        var chat =
                shell.piped(
                        """
                        look at https://one.example/a #go
                        no link in here
                        /glean list #go
                        https://www.one.example/a?utm_source=mail
                        """,
                        "chat",
                        "--as",
                        "ben");
        assertThat(chat.code()).isZero();
        assertThat(chat.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).matches("Kept \\S+ .*https://one.example/a.* #go"),
                        line -> assertThat(line).isEqualTo("1 link"),
                        line -> assertThat(line).isEmpty(),
                        line -> assertThat(line).contains("ben in #general"),
                        line -> assertThat(line).contains("was first shared by ben in #general"));
    }

    @Test
    void aFileImportedTwiceChangesNothingTheSecondTime(@TempDir Path folder) throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("links.csv"),
                        """
                        date,url,text,tags,section,person
                        2026-11-17,https://one.example/a,A fine page,go;security,,ada
                        2026-11-18,https://two.example/b,Another,,,ben
                        """);
        var first = shell.run("import", file.toString());
        assertThat(first.err()).isEmpty();
        assertThat(first.out()).contains("2 new links");
        var before = shell.run("list", "--json").out();
        var second = shell.run("import", file.toString());
        assertThat(second.out()).contains("nothing new");
        assertThat(shell.run("list", "--json").out()).isEqualTo(before);
    }

    @Test
    void aUrlThatIsTooLongIsOneSentenceWhereverItIsShared(@TempDir Path folder) throws IOException {
        var url = "https://long.example/" + "a".repeat(100_000);
        var sentence =
                "A URL of more than 4,096 characters is not kept; share a shorter one that leads to the same page.";
        assertThat(shell.piped("look at " + url + "\n", "chat").out().strip()).isEqualTo(sentence);
        var transcript =
                Files.writeString(
                        folder.resolve("week.jsonl"),
                        """
                        {"id": "m1", "time": "2026-11-17T08:00:00Z", "person": "ada", "channel": "c", "text": "see %s"}
                        """
                                .formatted(url));
        assertThat(shell.run("import", transcript.toString()).err())
                .contains("message m1: " + sentence);
        var table =
                Files.writeString(
                        folder.resolve("links.csv"), "url\n" + url + "\nhttps://one.example/a\n");
        var imported = shell.run("import", table.toString());
        assertThat(imported.err())
                .contains(
                        "links.csv:2: The URL has 100,021 characters, more than the 4,096 that are kept; the row is left out.");
        assertThat(imported.out()).contains("1 new link");
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        var missing = shell.run("import", "nowhere.csv");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).isEqualTo("gleaner: There is no file or folder 'nowhere.csv'.\n");
    }

    @Test
    void inspectTellsALineForEachLine() {
        assertThat(
                        shell.piped(
                                        "HTTPS://WWW.Example.org:443/a/?utm_source=x#top\njavascript:alert(1)\n",
                                        "inspect",
                                        "urls")
                                .out()
                                .lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("example.org/a"),
                        line -> assertThat(line).startsWith("error: "));
        assertThat(
                        shell.piped(
                                        "\"see [this](https://a.example/) #Go\"\nnot json\n",
                                        "inspect",
                                        "text")
                                .out()
                                .lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "{\"links\":[{\"url\":\"https://a.example/\",\"words\":\"this\"}],\"hashtags\":[\"Go\"]}"),
                        line -> assertThat(line).contains("\"error\""));
    }

    @Test
    void theDoctorSaysWhatItFound() {
        var doctor = shell.run("doctor");
        assertThat(doctor.code()).isZero();
        assertThat(doctor.out()).contains("Java 25", "Newsroom 'team': 0 links", "issue 1 is open");
    }

    @Test
    void whoIsNoEditorIsToldWhoMayPick(@TempDir Path folder) throws IOException {
        var config =
                Files.writeString(folder.resolve("strict.yaml"), "editors:\n  terminal: [eve]\n");
        shell.run("add", "https://one.example/a");
        var refused =
                shell.run(
                        "--config",
                        config.toString(),
                        "--as",
                        "mallory",
                        "pick",
                        "https://one.example/a");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).startsWith("Only an editor can pick");
        assertThat(shell.run("--config", config.toString(), "pick", "https://one.example/a").code())
                .isZero();
    }
}
