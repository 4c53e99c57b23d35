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

/// If these fail, a team that moves to Gleaner loses links of its Slack past, or shows what was
/// private.
class SlackExportTest {

    @TempDir Path folder;

    private static Map<String, String> export() {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "news/2026-11-17.json",
                """
                [
                  {"type": "message", "subtype": "channel_join", "user": "U1", "ts": "1794900000.000100", "text": "joined"},
                  {"type": "message", "user": "U1", "ts": "1794909000.000200", "text": "<https://a.example/|A> for <@U2>",
                   "thread_ts": "1794909000.000200", "edited": {"user": "U1", "ts": "1794909060.000000"},
                   "reactions": [{"name": "wave::skin-tone-2", "users": ["U2", "U9"], "count": 2}]},
                  {"type": "message", "user": "U2", "ts": "1794909100.000300", "text": "in <#C1>: <https://b.example/>",
                   "thread_ts": "1794909000.000200"},
                  {"type": "message", "subtype": "bot_message", "bot_id": "B1", "username": "builder",
                   "ts": "1794909200.000400", "text": "<https://bot.example/>"},
                  {"type": "message", "subtype": "message_changed", "hidden": true, "ts": "1794909300.000500",
                   "message": {"user": "U2", "ts": "1794909100.000300", "text": "<https://c.example/>",
                               "edited": {"user": "U2", "ts": "1794909300.000000"}}},
                  {"type": "message", "subtype": "message_changed", "hidden": true, "ts": "1794909301.000500",
                   "message": {"user": "U2", "ts": "1794909100.000300", "text": "<https://c.example/>", "attachments": []}},
                  {"type": "message", "subtype": "message_deleted", "ts": "1794909400.000600", "deleted_ts": "1794909100.000300"},
                  {"type": "message", "subtype": "tombstone", "user": "USLACKBOT", "ts": "1794909500.000700", "text": "gone"}
                ]\
                """);
        files.put(
                "news/2026-11-16.json",
                "[{\"user\": \"U9\", \"user_profile\": {\"real_name\": \"Eve\"},"
                        + " \"ts\": \"1794820000.000100\", \"text\": \"early\", \"files\": [{\"url_private\": \"https://f.example/\"}]}]");
        files.put(
                "desk/2026-11-17.json",
                "[{\"user\": \"U1\", \"ts\": \"1794910000.000100\", \"text\": \"secret\"}]");
        files.put(
                "D7/2026-11-17.json",
                "[{\"user\": \"U1\", \"ts\": \"1794910001.000100\", \"text\": \"to you\"}]");
        files.put("news/canvas.json", "{}");
        files.put("integration_logs.json", "[]");
        files.put(
                "users.json",
                "[{\"id\": \"U1\", \"name\": \"ada.l\", \"profile\": {\"display_name\": \"Ada\"}},"
                        + "{\"id\": \"U2\", \"name\": \"ben\", \"profile\": {\"display_name\": \"\", \"real_name\": \"Ben B\"}}]");
        files.put("channels.json", "[{\"id\": \"C1\", \"name\": \"news\"}]");
        files.put("groups.json", "[{\"id\": \"G1\", \"name\": \"desk\"}]");
        files.put("dms.json", "[{\"id\": \"D7\", \"members\": [\"U1\", \"U2\"]}]");
        return files;
    }

    private static final List<String> EXPECTED =
            List.of(
                    "2026-11-17T10:06:41.000100Z slack:D7/1794910001.000100 #direct message slack:U1(Ada) PRIVATE: to you",
                    "2026-11-17T10:06:40.000100Z slack:G1/1794910000.000100 #desk slack:U1(Ada) PRIVATE: secret",
                    "2026-11-16T09:06:40.000100Z slack:C1/1794820000.000100 #news slack:U9(Eve) PUBLIC: early",
                    "2026-11-17T09:50:00.000200Z slack:C1/1794909000.000200 #news slack:U1(Ada) PUBLIC:"
                            + " [A](https://a.example/) for @Ben B",
                    "2026-11-17T09:51:00Z slack:C1/1794909000.000200 edited: [A](https://a.example/) for @Ben B",
                    "2026-11-17T09:50:00.000200Z slack:C1/1794909000.000200 slack:U2(Ben B) +wave",
                    "2026-11-17T09:50:00.000200Z slack:C1/1794909000.000200 slack:U9(U9) +wave",
                    "2026-11-17T09:51:40.000300Z slack:C1/1794909100.000300 #news slack:U2(Ben B) PUBLIC re"
                            + " 1794909000.000200: in \\#news: <https://b.example/>",
                    "2026-11-17T09:55:00Z slack:C1/1794909100.000300 edited: <https://c.example/>",
                    "2026-11-17T09:56:40.000600Z slack:C1/1794909100.000300 deleted",
                    "2026-11-17T09:58:20.000700Z slack:C1/1794909500.000700 deleted");

    @Test
    void aZipGivesWhatABotWouldHaveHeard() throws IOException {
        var zip = folder.resolve("export.zip");
        Files.write(zip, Gathered.zip(export()));
        var gathered = Gathered.from(zip);
        assertThat(gathered.lines()).isEqualTo(EXPECTED);
        assertThat(gathered.problems).isEmpty();
        try (var archive = Archives.open(zip, Gathered.OPTIONS)) {
            assertThat(archive.form()).isEqualTo(Form.SLACK_EXPORT);
        }
    }

    @Test
    void aFolderAndAPackedStreamAndAZipWithAFolderGiveTheSame() throws IOException {
        for (var file : export().entrySet()) {
            var path = folder.resolve("unpacked").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        var below = new LinkedHashMap<String, String>();
        export().forEach((path, text) -> below.put("Our Slack export/" + path, text));
        below.put("__MACOSX/Our Slack export/._users.json", "\0\0");

        assertThat(Gathered.from(folder.resolve("unpacked")).lines()).isEqualTo(EXPECTED);
        assertThat(Gathered.from("e.zip.gz", Gathered.gzip(Gathered.zip(export()))).lines())
                .isEqualTo(EXPECTED);
        assertThat(Gathered.from("e", Gathered.zip(below)).lines()).isEqualTo(EXPECTED);
    }

    @Test
    void botsAreTakenWhereTheyAreWanted() {
        var gathered =
                Gathered.from("e.zip", Gathered.zip(export()), Gathered.OPTIONS.withBots(true));
        assertThat(gathered.lines())
                .contains(
                        "2026-11-17T09:53:20.000400Z slack:C1/1794909200.000400 #news slack:B1(builder) PUBLIC:"
                                + " <https://bot.example/>");
    }

    @Test
    void aFolderThatNoListNamesIsPrivate() {
        var gathered =
                Gathered.from(
                        "e.zip",
                        Gathered.zip(
                                Map.of(
                                        "channels.json", "[]",
                                        "odd/2026-11-17.json",
                                                "[{\"user\": \"U1\", \"ts\": \"1794910000.000100\", \"text\": \"x\"}]")));
        assertThat(gathered.lines())
                .containsExactly(
                        "2026-11-17T10:06:40.000100Z slack:odd/1794910000.000100 #odd slack:U1(U1) PRIVATE: x");
        assertThat(gathered.problems)
                .containsExactly(
                        "users.json: The file is missing; people are shown by their ids.",
                        "odd: No list of channels names this folder; its messages are kept as private.");
    }

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
                        "c/2026-11-17.json:3: The 'ts' of a message is to be like 1763373600.000200, not '\"yesterday\"';"
                                + " it is left out.",
                        "c/2026-11-17.json:4: The message names something twice, or goes on after its end; it is left out.",
                        "c/2026-11-17.json:5: The message is a string, not an object; it is left out.",
                        "c/2026-11-17.json:5: The message is a null, not an object; it is left out.",
                        "c/2026-11-17.json:5: The message is an array, not an object; it is left out.",
                        "c/2026-11-17.json:6: The message names no 'user'; it is left out.");
        assertThat(gathered.lines()).hasSize(2);
    }

    @Test
    void whatStandsBeforeDamageIsKept() {
        var good = "[{\"user\": \"U1\", \"ts\": \"1794910000.000100\", \"text\": \"one\"},\n";
        assertThat(day(good + "{\"user\": \"U1\", \"ts\"").problems)
                .containsExactly(
                        "c/2026-11-17.json:2: The file is cut off here; the rest of it is left out.");
        assertThat(day(good + "[".repeat(10_000)).problems)
                .containsExactly(
                        "c/2026-11-17.json:2: The file is nested deeper than 200, or a name or number in it is"
                                + " too long here; the rest of it is left out.");
        assertThat(day(good + "{]").lines()).hasSize(1);
        assertThat(day("{\"messages\": []}").problems)
                .containsExactly(
                        "c/2026-11-17.json:1: The file is to be an array of objects; it is left out.");
        assertThat(day("").problems)
                .containsExactly(
                        "c/2026-11-17.json:1: The file is to be an array of objects; it is left out.");
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
                        "../c/2026-11-17.json: The path leads out of the archive or is malformed; the file is left out.",
                        "/c/2026-11-17.json: The path leads out of the archive or is malformed; the file is left out.",
                        "c/../../2026-11-17.json: The path leads out of the archive or is malformed; the file is left out.",
                        "C:\\2026-11-17.json: The path leads out of the archive or is malformed; the file is left out.",
                        "c/more.zip: An archive inside the archive is not opened; import it by itself.");
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
                        "c/2026-11-17.json: It is a link to somewhere else, which is not followed.");
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
                        "c/2026-11-17.json:1: The file unpacks to more than 20 times its size, as a bomb does;"
                                + " the rest is left out.");

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
                        "c/2026-11-20.json: There are more than 5 files; this and the rest are left out.",
                        "c/2026-11-17.json:1: The file unpacks to more than 200,000 bytes; the rest is left out.",
                        "c/2026-11-18.json:1: The file unpacks to more than what is left; the rest is left out.",
                        "c/2026-11-19.json: The archive unpacks to more than 300,000 bytes; this file and the rest are"
                                + " left out.");
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
                        "c/2026-11-17.json:1: A message is longer than 1,000 bytes; it and the rest of the file"
                                + " are left out.");
    }
}
