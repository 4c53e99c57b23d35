package gleaner.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                "[{\"user\": \"U9\", \"user_profile\": {\"real_name\": \"Eve\"}, \"ts\":"
                        + " \"1794820000.000100\", \"text\": \"early\", \"files\": [{\"url_private\":"
                        + " \"https://f.example/\"}]}]");
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
                "[{\"id\": \"U1\", \"name\": \"ada.l\", \"profile\": {\"display_name\":"
                        + " \"Ada\"}},{\"id\": \"U2\", \"name\": \"ben\", \"profile\":"
                        + " {\"display_name\": \"\", \"real_name\": \"Ben B\"}}]");
        files.put("channels.json", "[{\"id\": \"C1\", \"name\": \"news\"}]");
        files.put("groups.json", "[{\"id\": \"G1\", \"name\": \"desk\"}]");
        files.put("dms.json", "[{\"id\": \"D7\", \"members\": [\"U1\", \"U2\"]}]");
        return files;
    }

    private static final List<String> EXPECTED =
            List.of(
                    "2026-11-17T10:06:41.000100Z slack:D7/1794910001.000100 #direct message"
                            + " slack:U1(Ada) PRIVATE: to you",
                    "2026-11-17T10:06:40.000100Z slack:G1/1794910000.000100 #desk slack:U1(Ada)"
                            + " PRIVATE: secret",
                    "2026-11-16T09:06:40.000100Z slack:C1/1794820000.000100 #news slack:U9(Eve)"
                            + " PUBLIC: early",
                    "2026-11-17T09:50:00.000200Z slack:C1/1794909000.000200 #news slack:U1(Ada)"
                            + " PUBLIC: [A](https://a.example/) for @Ben B",
                    "2026-11-17T09:51:00Z slack:C1/1794909000.000200 edited:"
                            + " [A](https://a.example/) for @Ben B",
                    "2026-11-17T09:50:00.000200Z slack:C1/1794909000.000200 slack:U2(Ben B) +wave",
                    "2026-11-17T09:50:00.000200Z slack:C1/1794909000.000200 slack:U9(U9) +wave",
                    "2026-11-17T09:51:40.000300Z slack:C1/1794909100.000300 #news slack:U2(Ben B)"
                            + " PUBLIC re 1794909000.000200: in \\#news: <https://b.example/>",
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
                        "2026-11-17T09:53:20.000400Z slack:C1/1794909200.000400 #news"
                                + " slack:B1(builder) PUBLIC: <https://bot.example/>");
    }

    @Test
    void aFolderThatNoListNamesIsPrivate() {
        var gathered =
                Gathered.from(
                        "e.zip",
                        Gathered.zip(
                                Map.of(
                                        "channels.json",
                                        "[]",
                                        "odd/2026-11-17.json",
                                        "[{\"user\": \"U1\", \"ts\": \"1794910000.000100\","
                                                + " \"text\": \"x\"}]")));
        assertThat(gathered.lines())
                .containsExactly(
                        "2026-11-17T10:06:40.000100Z slack:odd/1794910000.000100 #odd slack:U1(U1)"
                                + " PRIVATE: x");
        assertThat(gathered.problems)
                .containsExactly(
                        "users.json: The file is missing; people are shown by their ids.",
                        "odd: No list of channels names this folder; its messages are kept as"
                                + " private.");
    }
}
