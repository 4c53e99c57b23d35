package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a server sends, reading it ends soon and breaks nothing.
class HostilePageTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static String many(String piece, int bytes) {
        return piece.repeat(bytes / piece.length());
    }

    static Stream<Arguments> pages() {
        int size = 4_000_000;
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("deep elements", many("<div class='byline author'>By ", size)),
                Arguments.of("deep spans with text", many("<span>By Ada Winter ", size)),
                Arguments.of("many headings", many("<h1>Bells</h1>", size)),
                Arguments.of(
                        "many metas",
                        many("<meta property=og:title content='Bells | Ropes'>", size)),
                Arguments.of(
                        "many scripts",
                        many(
                                "<script type=application/ld+json>{\"@type\":\"Article\"}</script>",
                                size)),
                Arguments.of(
                        "deep JSON",
                        "<script type=application/ld+json>" + many("{\"@graph\":[", size)),
                Arguments.of(
                        "JSON that names itself",
                        "<script"
                                + " type=application/ld+json>{\"@id\":\"a\",\"author\":{\"@id\":\"a\"},\"@type\":\"Article\"}</script>"),
                Arguments.of("long title", "<title>" + many("a | ", size)),
                Arguments.of("long title of joints", "<title>" + many(": - | ", size)),
                Arguments.of(
                        "long name", "<meta name=author content='" + many("Ada and ", size) + "'>"),
                Arguments.of(
                        "long class",
                        "<p class='" + many("by-line author ", size) + "'>By Ada Winter"),
                Arguments.of(
                        "long address",
                        "<link rel=canonical href='https://" + many("a.", size) + "example'>"),
                Arguments.of("many bylines", many("<p class=author>Ada Winter</p>", size)),
                Arguments.of("many links", many("<a href=/>Bells</a>", size)),
                Arguments.of(
                        "open brackets", "<meta name=author content='" + many("(", size) + "'>"),
                Arguments.of("open tags", many("<", size)),
                Arguments.of("open comment", "<!--" + many("-", size)),
                Arguments.of("entities", "<title>" + many("&amp;", size)),
                Arguments.of("one long word", "<p>" + many("a", size)),
                Arguments.of("half surrogates", "<title>\uD800 bells \uDC00</title>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void readingEnds(String name, String html) {
        var page = assertTimeoutPreemptively(SOON, () -> Html.read(html));
        assertThat(page.title().orElse("")).as(name).hasSizeLessThanOrEqualTo(300);
        assertThat(page.authors())
                .allSatisfy(author -> assertThat(author).hasSizeLessThanOrEqualTo(100));
        assertThat(page.summary().orElse("")).hasSizeLessThanOrEqualTo(400);
    }

    /// What a few letters open again and again would fill the memory.
    @Test
    void noMoreElementsAreMadeThanAnyPageHas() {
        var open = new StringBuilder("<title>Bells</title><p>");
        for (int i = 0; i < 100; i++) {
            open.append("<b id=").append(i).append('>');
        }
        var html = open + many("</p><p>x", 4_000_000);
        assertThat(HtmlPage.document(html, Web.of(Html.URL)).getAllElements())
                .hasSizeLessThan(260_000);
        assertThat(Html.read(html).title()).contains("Bells");
    }

    @Test
    void randomBytesAreNoPage() {
        var bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        for (var type :
                new String[] {
                    "text/html",
                    "application/pdf",
                    "application/octet-stream",
                    "",
                    ";;",
                    "text/html; charset=\"",
                    "TEXT/HTML;charset=utf-7"
                }) {
            assertThat(
                            PageReader.builtIn()
                                    .read(bytes, Optional.of(type), "https://a.example/x.bin"))
                    .isNotNull();
        }
    }

    @Test
    void moreThanTheLimitIsNotLookedAt() {
        var body = new byte[10_000_000];
        Arrays.fill(body, (byte) ' ');
        var title = "<title>Bells</title>".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(title, 0, body, 0, title.length);
        assertThat(PageReader.builtIn().read(body, Optional.of("text/html"), Html.URL).title())
                .contains("Bells");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "",
                "x",
                "https://",
                "https://[::1",
                "mailto:a@b.example",
                "https://a.example/%zz",
                "https://127.0.0.1/x",
                "https://ёж.рф/я"
            })
    void anyAddressWillDo(String url) {
        assertThat(
                        Html.read(
                                        "<title>Bells</title><link rel=canonical href=/y><a"
                                                + " href=/>x</a>",
                                        url)
                                .title())
                .contains("Bells");
    }

    @Test
    void aCutOffPdfGoesByItsName() {
        var page =
                PageReader.builtIn()
                        .read(
                                "%PDF-1.7 and then nothing".getBytes(StandardCharsets.UTF_8),
                                Optional.empty(),
                                "https://a.example/paper.pdf");
        assertThat(page.title()).contains("paper.pdf");
    }
}
