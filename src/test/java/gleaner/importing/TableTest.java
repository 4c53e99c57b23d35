package gleaner.importing;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Event.MessagePosted;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a spreadsheet of links is imported wrongly, twice or not at all.
class TableTest {

    @Test
    void aRowIsAMessageThatReadsAsOneFromAChat() {
        var gathered =
                Gathered.from(
                        "in/spring links.csv",
                        """
                        \ufeffDate,URL,Text,Tags,Section,Person\r
                        2026-11-17,https://a.example/,A page,"cloud-native, machine learning",Releases,ada\r
                        ,https://b.example/,"Say ""hi"", they said",#one #two,,\r
                        2026-11-18 09:30,www.c.example/d,,,,\r
                        1795000000,https://d.example/,see https://d.example/ *now*,,,\r
                        2026-11-19T09:30:00Z,https://e.example/,[Markdown](https://e.example/) here,,,\r
                        """);
        assertThat(
                        gathered.lines().stream()
                                .map(line -> line.replaceFirst("/[0-9a-f]{24} ", "/ID ")))
                .containsExactly(
                        "2026-11-16T23:00:00Z import:spring links/ID #spring links import:ada(ada) PUBLIC in Releases:"
                                + " [A page](https://a.example/) #cloudNative #machineLearning",
                        "2026-11-16T23:00:00Z import:spring links/ID #spring links import:spring links(spring links)"
                                + " PUBLIC: [Say \"hi\", they said](https://b.example/) #one #two",
                        "2026-11-18T08:30:00Z import:spring links/ID #spring links import:spring links(spring links)"
                                + " PUBLIC: <https://www.c.example/d>",
                        "2026-11-18T11:06:40Z import:spring links/ID #spring links import:spring links(spring links)"
                                + " PUBLIC: see <https://d.example/> \\*now\\*",
                        "2026-11-19T09:30:00Z import:spring links/ID #spring links import:spring links(spring links)"
                                + " PUBLIC: [Markdown](https://e.example/) here");
        assertThat(gathered.problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            textBlock =
                    """
                    url;text                                   ¦ https://a.example/,b;x;
                    URL                                        ¦ https://a.example/,b
                    "text","url"                               ¦ "x","https://a.example/,b"
                    """,
            quoteCharacter = '^')
    void commaSemicolonAndNoneAreRecognised(String header, String row) {
        var gathered = Gathered.from("t.txt", header + "\n" + row + "\n");
        assertThat(gathered.events).hasSize(1);
        assertThat(((MessagePosted) gathered.events.getFirst()).text())
                .contains("https://a.example/,b");
    }

    @Test
    void theSameRowIsTheSameMessageHoweverTheColumnsStand() {
        var one = Gathered.from("t.csv", "date,url,text\n2026-11-17,https://a.example/,x\n");
        var twice =
                Gathered.from(
                        "t.tsv",
                        "text\turl\tdate\nx\thttps://a.example/\t2026-11-17\nx\thttps://a.example/\t\n");
        assertThat(twice.events).containsExactly(one.events.getFirst(), one.events.getFirst());
        assertThat(one.lines())
                .containsExactly(
                        "2026-11-16T23:00:00Z import:t/95a3f9758c2f5045ba181095 #t import:t(t) PUBLIC: [x](https://a.example/)");
    }

    @Test
    void withoutAnyDateTheFilesOwnIsTakenAndDoesNotChangeTheId() {
        var row = "url\nhttps://a.example/\n".getBytes(StandardCharsets.UTF_8);
        var now = Gathered.from("t.csv", row).events.getFirst();
        var later =
                Gathered.from(
                                Archives.open(
                                        new ByteArrayInputStream(row),
                                        "t.csv",
                                        -1,
                                        Gathered.WRITTEN.plusSeconds(9),
                                        Gathered.OPTIONS))
                        .events
                        .getFirst();
        assertThat(now.time()).isEqualTo(Gathered.WRITTEN);
        assertThat(later.time()).isEqualTo(Gathered.WRITTEN.plusSeconds(9));
        assertThat(later.message()).isEqualTo(now.message());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    ,x,2026-11-17                        | The row has no URL; the row is left out.
                    https://a.example/ b,x,              | The URL 'https://a.example/ b' has a space in it; the row is left out.
                    mailto:ada@a.example,x,              | 'mailto:ada@a.example' is no URL that begins with https:// or http://; the row is left out.
                    nowhere,x,                           | 'nowhere' is no URL that begins with https:// or http://; the row is left out.
                    https://a.example/,x,2026-02-30      | There is no date '2026-02-30': write 2026-11-17, 2026-11-17T09:30:00+01:00 or seconds since 1970; the row is left out.
                    https://a.example/,x,11/17/2026      | There is no date '11/17/2026': write 2026-11-17, 2026-11-17T09:30:00+01:00 or seconds since 1970; the row is left out.
                    https://a.example/,x,,y              | The row has 4 cells and the first line 3 (a cell with the delimiter in it needs quotes); the row is left out.
                    """)
    void aBadRowGetsItsSentenceAndTheRestIsRead(String row, String sentence) {
        var gathered =
                Gathered.from(
                        "t.csv",
                        "url,text,date\nhttps://b.example/,b,\n" + row + "\nhttps://c.example/\n");
        assertThat(gathered.problems).containsExactly("t.csv:3: " + sentence);
        assertThat(gathered.events).hasSize(2);
    }

    @Test
    void columnsThatAreNotKnownAreToldInOneSentence() {
        var gathered = Gathered.from("t.csv", "id,url,stars,url\n1,https://a.example/,5,\n");
        assertThat(gathered.problems)
                .containsExactly(
                        "t.csv:1: Columns that are not known, or twice there, are passed over: 'id', 'stars',"
                                + " 'url'; known: date, url, text, tags, section, person.");
        assertThat(gathered.events).hasSize(1);
    }

    @Test
    void aStrayQuoteSwallowsNothing() {
        var gathered =
                Gathered.from(
                        "t.tsv",
                        """
                        text\turl
                        "Foo" and bar\thttps://a.example/
                        "never closed\thttps://b.example/
                        5" disk\thttps://c.example/
                        "over
                        two lines"\thttps://d.example/
                        """);
        assertThat(gathered.events.stream().map(event -> ((MessagePosted) event).text()))
                .containsExactly(
                        "[\"Foo\" and bar](https://a.example/)",
                        "[\"never closed](https://b.example/)",
                        "[5\" disk](https://c.example/)",
                        "over\ntwo lines <https://d.example/>");
        assertThat(gathered.problems).isEmpty();
    }

    @Test
    void aQuoteThatIsNeverClosedDoesNotTakeTheFileWithIt() {
        var rows = "\"open,https://a.example/\n".repeat(1) + "x,https://b.example/\n".repeat(5_000);
        var gathered = Gathered.from("t.csv", "text,url\n" + rows);
        assertThat(gathered.events).hasSize(5_001);
    }

    /// Cells with quotes, delimiters and line breaks in them, quoted as RFC 4180 has it, are read
    /// as they were.
    @Test
    void whatASpreadsheetWritesIsReadAsItWas() {
        var random = new Random(7);
        var out = new StringBuilder();
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < 2_000; i++) {
            var row = List.of(cell(random), cell(random), cell(random));
            rows.add(row);
            out.append(String.join(",", row.stream().map(cell -> quoted(cell, random)).toList()))
                    .append("\r\n");
        }
        var in = new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8));
        var gathered = new Gathered();
        var lines =
                new Lines(
                        Source.open("t.csv", in, -1, Limits.STANDARD),
                        1 << 20,
                        new Problems("t.csv", gathered),
                        gathered);
        var read = new ArrayList<List<String>>();
        for (var table = new Rows(lines, ','); table.next(); ) {
            read.add(table.cells());
        }
        assertThat(read).isEqualTo(rows);
    }

    private static String quoted(String cell, Random random) {
        var needed = cell.contains(",") || cell.contains("\n");
        return needed || random.nextBoolean() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static String cell(Random random) {
        var cell = new StringBuilder("x");
        for (var length = random.nextInt(8); length > 0; length--) {
            cell.append("ab ,\"\n;".charAt(random.nextInt(7)));
        }
        return cell.append('x').toString();
    }

    @ParameterizedTest
    @CsvSource({
        "go, go",
        "machine learning, machineLearning",
        "Cloud-Native, CloudNative",
        "#security, security",
        "snake_case, snake_case",
        "café crème, caféCrème",
        "C++, C",
        "2026,",
        "?!,"
    })
    void aTagBecomesOneWord(String written, String tag) {
        assertThat(RowWords.tag(written).orElse(null)).isEqualTo(tag);
    }
}
