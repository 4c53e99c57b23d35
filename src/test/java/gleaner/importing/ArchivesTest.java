package gleaner.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import gleaner.news.GleanerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, somebody's archive is refused, misread, or fills the memory.
class ArchivesTest {

    private static final String LINE =
            "{\"id\": \"m%d\", \"time\": 1, \"person\": \"ada\", \"text\": \"%s\"}\n";
    private static final String KNOWN =
            "Gleaner reads a Slack export (zip or folder), a transcript (a JSON object a line) or a table (CSV or TSV with"
                    + " a column 'url').";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    notes.csv | {"time": 1}                   | transcript
                    notes.txt | date;url                      | table
                    x         | URL                           | table
                    x.jsonl   | oops                          | transcript
                    x.jsonl   | ^^                            | empty file
                    """)
    void theContentsDecideAndThenTheName(String name, String contents, String form) {
        var bytes = contents.getBytes(StandardCharsets.UTF_8);
        for (var packed : new byte[][] {bytes, Gathered.gzip(bytes)}) {
            try (var archive =
                    Archives.open(
                            new ByteArrayInputStream(packed),
                            name,
                            -1,
                            Gathered.WRITTEN,
                            Gathered.OPTIONS)) {
                assertThat(archive.form()).hasToString(form);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    a.txt | Dear diary       | 'a.txt' begins with 'Dear diary'; KNOWN
                    a.csv | name,link        | 'a.csv' begins with 'name,link': a table's first line names its columns, and one is 'url'.
                    a.txt | [{"a": 1}]       | 'a.txt' begins with '[{"a": 1}]'; KNOWN
                    """)
    void whatIsNoneOfTheFormsIsRefusedInOneSentence(String name, String contents, String sentence) {
        assertThatThrownBy(() -> Gathered.from(name, contents))
                .isInstanceOf(GleanerException.class)
                .hasMessage(sentence.replace("KNOWN", KNOWN));
    }

    @Test
    void whatIsNoTextOrNoExportIsRefusedInOneSentence() {
        assertThatThrownBy(
                        () -> Gathered.from("a.txt", "date,url".getBytes(StandardCharsets.UTF_16)))
                .hasMessage("'a.txt' is no text in UTF-8; " + KNOWN);
        assertThatThrownBy(() -> Gathered.from("a.zip", Gathered.zip(Map.of("a.txt", "x"))))
                .hasMessage("'a.zip' holds neither users.json nor channels.json; " + KNOWN);
        assertThatThrownBy(
                        () -> Gathered.from("a.gz", Gathered.gzip(Gathered.gzip(new byte[] {1}))))
                .hasMessage(
                        "'a.gz' is an archive inside an archive (gzip in gzip); unpack it once.");
        assertThatThrownBy(() ->
                        Gathered.from("a.gz", Arrays.copyOf(Gathered.gzip(new byte[] {1}), 5)))
                .hasMessage("'a.gz' is cut off or damaged where it begins.");
        assertThatThrownBy(() -> Gathered.from(folder.resolve("nowhere")))
                .hasMessage(
                        "There is no file or folder '%s'.".formatted(folder.resolve("nowhere")));
        assertThatThrownBy(() -> Gathered.from(folder))
                .hasMessage(
                        "'%s' holds neither users.json nor channels.json; %s"
                                .formatted(folder, KNOWN));
    }

    @Test
    void anEmptyFileIsWorthAWordAndNoMore() {
        assertThat(Gathered.from("a.csv", "\ufeff \n").problems)
                .containsExactly("a.csv: The file is empty; nothing was imported.");
    }

    @Test
    void aHyphenIsStandardInput() {
        var input =
                new ByteArrayInputStream(
                        "url\nhttps://a.example/\n".getBytes(StandardCharsets.UTF_8));
        var gathered =
                Gathered.from(
                        Archives.open(Path.of("-"), Gathered.OPTIONS.withStandardInput(input)));
        assertThat(gathered.events.getFirst().message().channel())
                .hasToString("import:standard-input");
    }

    @Test
    void aFileIsKnownByItsName() throws IOException {
        var file = folder.resolve("my links.tsv.gz");
        Files.write(
                file, Gathered.gzip("url\nhttps://a.example/\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(Gathered.from(file).events.getFirst().message().channel())
                .hasToString("import:my links");
    }

    @Test
    void gzipThatIsCutOffOrDamagedKeepsWhatCameBefore() {
        var lines = new StringBuilder();
        for (var i = 0; i < 20_000; i++) {
            lines.append(LINE.formatted(i, Integer.toHexString(i * 0x9e3779b9)));
        }
        var whole = Gathered.gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
        var cut = Gathered.from("w.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(cut.events).hasSizeBetween(8_000, 12_000);
        assertThat(cut.problems)
                .containsExactly(
                        "w.jsonl.gz:%d: The file is cut off or damaged here; what came before is kept."
                                .formatted(cut.events.size() + 1));

        whole[whole.length * 3 / 4] ^= 0x55;
        var damaged = Gathered.from("w.jsonl.gz", whole);
        assertThat(damaged.events).hasSizeGreaterThan(12_000);
        assertThat(damaged.problems).isNotEmpty();
    }

    @Test
    void aBombInGzipIsStopped() {
        var limits = new Limits(1 << 20, 1 << 20, 1 << 30, 500_000, 100, 100_000, 5);
        var lines = LINE.formatted(1, "x").repeat(10_000).getBytes(StandardCharsets.UTF_8);
        var gathered =
                Gathered.from("w.gz", Gathered.gzip(lines), Gathered.OPTIONS.withLimits(limits));
        assertThat(gathered.events.size()).isBetween(1_000, 9_999);
        assertThat(gathered.problems).hasSize(1);
        assertThat(gathered.problems.getFirst()).contains(": The file unpacks to more than ");
    }

    @Test
    void aLineThatIsNoTextIsLeftOut() throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        out.write(LINE.formatted(1, "good").getBytes(StandardCharsets.UTF_8));
        out.write(LINE.formatted(2, "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        out.write(LINE.formatted(3, "a\0b").getBytes(StandardCharsets.UTF_8));
        out.write(LINE.formatted(4, "a\ufffdb").getBytes(StandardCharsets.UTF_8));
        var gathered = Gathered.from("w.jsonl", out.toByteArray());
        assertThat(gathered.problems)
                .containsExactly(
                        "w.jsonl:2: The line is no UTF-8 text from its byte 54 on; it is left out.",
                        "w.jsonl:3: The line holds a NUL as its character 52; it is left out.");
        assertThat(gathered.events).hasSize(2);
    }

    @Test
    void problemsOfAKindAreToldTwentyTimesAndThenCounted() {
        var gathered =
                Gathered.from(
                        "w.jsonl", "{\"time\": 1\n".repeat(1_234) + LINE.formatted(1, "good"));
        assertThat(gathered.problems).hasSize(21);
        assertThat(gathered.problems.getLast())
                .isEqualTo(
                        "w.jsonl: There are 1,214 more lines or messages that are no valid JSON; only the first 20 were"
                                + " told.");
        assertThat(gathered.events).hasSize(1);
    }

    /// 200 MB in one line are not held: what is allocated in all stays below a few.
    @Test
    void aLineWithoutEndIsPassedOverWithoutBeingHeld() {
        var stream = new Generated(200L << 20, i -> (byte) 'x', "{\"time\": 1}\n");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        var gathered =
                Gathered.from(
                        Archives.open(stream, "w.jsonl", -1, Gathered.WRITTEN, Gathered.OPTIONS));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(32 << 20);
        assertThat(gathered.problems.getLast())
                .isEqualTo(
                        "w.jsonl:2: The line is 209,715,200 bytes long, more than 1,048,576; it is left out.");
    }

    /// An event is given before much more than its own line has been read, however long the stream
    /// is.
    @Test
    void eventsComeWhileTheArchiveIsStillBeingRead() {
        var line = LINE.formatted(7, "[words](https://a.example/) #tag");
        var lines = 200_000;
        var stream =
                new Generated(
                        (long) lines * line.length(),
                        i -> (byte) line.charAt((int) (i % line.length())),
                        "");
        var ahead = new long[2];
        try (var archive =
                Archives.open(stream, "w.jsonl", -1, Gathered.WRITTEN, Gathered.OPTIONS)) {
            archive.read(
                    new Sink() {
                        @Override
                        public void event(gleaner.news.Event event) {
                            ahead[0]++;
                            ahead[1] =
                                    Math.max(ahead[1], stream.position - ahead[0] * line.length());
                        }

                        @Override
                        public void problem(Problem problem) {
                            throw new AssertionError(problem.toString());
                        }
                    });
        }
        assertThat(ahead[0]).isEqualTo(lines);
        assertThat(ahead[1]).isLessThan(256 << 10);
    }

    private interface Bytes {
        byte at(long position);
    }

    /// A stream that is made while it is read.
    private static final class Generated extends InputStream {

        private final byte[] head;
        private final long length;
        private final Bytes bytes;
        private long position;

        Generated(long length, Bytes bytes, String head) {
            this.head = head.getBytes(StandardCharsets.UTF_8);
            this.length = length + this.head.length;
            this.bytes = bytes;
        }

        @Override
        public int read() {
            if (position >= length) {
                return -1;
            }
            var b =
                    position < head.length
                            ? head[(int) position]
                            : bytes.at(position - head.length);
            position++;
            return b & 0xff;
        }

        @Override
        public int read(byte[] buffer, int from, int count) {
            var n = 0;
            while (n < count && position < length) {
                buffer[from + n++] = (byte) read();
            }
            return n == 0 ? -1 : n;
        }
    }

    @Test
    void aFolderThatMayNotBeReadIsAProblemAndNotTheEnd() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("root may read everything")
                .isNotEqualTo("root");
        Files.writeString(folder.resolve("users.json"), "[]");
        Files.createDirectory(
                folder.resolve("c"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
        assertThat(Gathered.from(folder).problems)
                .contains("c: It may not be read: allow this account to.");
    }
}
