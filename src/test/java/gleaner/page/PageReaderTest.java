package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.PageKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    <meta property=article:published_time content=2026-03-05T23:30:00-08:00>         | meta
                    <meta name=date content='March 5, 2026'>                                         | meta
                    <meta name=parsely-pub-date content='2026-03-05'>                                | meta
                    <script type=application/ld+json>{"@type":"Article","datePublished":"2026-03-05T10:00Z"}</script> | json-ld
                    <time datetime='2026-03-05T10:00'>Thursday</time>                                | time
                    <time>5 March 2026</time>                                                        | time
                    <span itemprop=datePublished content='2026-03-05'></span>                        | microdata
                    """)
    void theDayOfPublicationIsFound(String html, String source) {
        var page = Html.read(html);
        assertThat(page.date()).contains(LocalDate.of(2026, 3, 5));
        assertThat(page.sources()).containsEntry("date", source);
    }

    @Test
    void theDayMayStandInTheAddress() {
        assertThat(Html.read("<p>x", "https://a.example/2026/03/05/bells").date())
                .contains(LocalDate.of(2026, 3, 5));
        assertThat(Html.read("<p>x", "https://a.example/2026/13/45/bells").date()).isEmpty();
    }

    @Test
    void theSummaryIsTwoSentencesAtMost() {
        var page =
                Html.read(
                        "<meta name=description content='The harbour rings. Dr. Winter pulled the"
                                + " longest rope of all. Nobody slept. Nobody minded.'>");
        assertThat(page.summary())
                .contains("The harbour rings. Dr. Winter pulled the longest rope of all.");
    }

    @Test
    void aPageWithoutADescriptionIsSummedUpByItsFirstParagraph() {
        var page =
                Html.read(
                        "<p>Menu</p><p>The bells of the harbour had been silent for as long as"
                                + " anybody could remember, until today.</p>");
        assertThat(page.summary())
                .contains(
                        "The bells of the harbour had been silent for as long as anybody could"
                                + " remember, until today.");
        assertThat(page.sources()).containsEntry("summary", "paragraph");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    <html lang=en>                            | en
                    <html lang=en_us>                         | en-US
                    <html lang='de-DE, en'>                   | de-DE
                    <meta property=og:locale content=pt_BR>   | pt-BR
                    <html lang='{{ lang }}'>                  | -
                    <p>                                       | -
                    """)
    void theLanguageIsATag(String html, String wanted) {
        assertThat(Html.read(html).language().orElse(null)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '"',
            textBlock =
                    """
                    <meta property=og:image content=/bells.png>           | https://www.lanternpost.example/bells.png
                    <meta name=twitter:image content=//img.example/b.png> | https://img.example/b.png
                    <meta property=og:image content=data:image/png;base64,AA> | -
                    <script type=application/ld+json>{"@type":"Article","image":[{"url":"https://img.example/b.png"}]}</script> | https://img.example/b.png
                    """)
    void thePictureIsAWebAddress(String html, String wanted) {
        assertThat(Html.read(html).image().orElse(null)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    <meta property=og:type content=article>                       | ARTICLE
                    <meta property=og:type content=video.other>                   | VIDEO
                    <script type=application/ld+json>{"@type":"VideoObject","name":"Bells"}</script> | VIDEO
                    <script type=application/ld+json>{"@type":"Event","name":"Bells"}</script>       | EVENT
                    <script type=application/ld+json>{"@type":"NewsArticle","headline":"Bells"}</script> | ARTICLE
                    <meta name=citation_title content=Bells><meta name=citation_author content='Ada Winter'> | PAPER
                    """)
    void theKindIsTold(String html, PageKind kind) {
        assertThat(Html.read(html).kind()).contains(kind);
    }

    @Test
    void theReadingTimeIsCountedInWords() {
        assertThat(Html.read("<p>" + "bell ".repeat(460) + "</p>").minutes()).contains(2);
        assertThat(Html.read("<p>bell</p>").minutes()).isEmpty();
    }

    private static byte[] pdf(String title, String author) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setAuthor(author);
            document.save(out);
            return out.toByteArray();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    On Bells and Ropes         | Ada Winter, Bo Summer | On Bells and Ropes | Ada Winter; Bo Summer
                    Microsoft Word - bells.doc | awinter               | bells.pdf          | -
                    untitled                   | Lantern Media Inc.    | bells.pdf          | -
                    """)
    void aPdfTellsItsTitleAndAuthors(String title, String author, String wanted, String names)
            throws IOException {
        var page =
                PageReader.builtIn()
                        .read(
                                pdf(title, author),
                                Optional.of("application/pdf"),
                                "https://a.example/bells.pdf");
        assertThat(page.title()).contains(wanted);
        assertThat(page.authors())
                .isEqualTo(names == null ? List.of() : List.of(names.split("; ")));
        assertThat(page.publisher()).contains("a.example");
    }

    @Test
    void aPapersPdfIsAPaper() throws IOException {
        var page =
                PageReader.builtIn()
                        .read(
                                pdf("On Bells and Ropes", "Ada Winter"),
                                Optional.empty(),
                                "https://arxiv.org/pdf/2601.00001");
        assertThat(page.kind()).contains(PageKind.PAPER);
        assertThat(page.publisher()).contains("arXiv");
        assertThat(page.sources()).containsEntry("publisher", "site").containsEntry("title", "pdf");
    }

    @Test
    void otherFilesGoByTheirNames() {
        var page =
                PageReader.builtIn()
                        .read(
                                new byte[] {1, 2, 3},
                                Optional.of("image/png"),
                                "https://a.example/up/bell%20tower.png?x=1");
        assertThat(page.title()).contains("bell tower.png");
        assertThat(page.sources()).containsEntry("title", "file name");
    }
}
