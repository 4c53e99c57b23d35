package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.news.GleanerException;
import gleaner.news.PageKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, what is known of a site is not used, or used elsewhere.
class SiteRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '"',
            textBlock =
                    """
                    https://github.com/ada/bells                        | ada/bells        | ada      | GitHub      | repository
                    https://github.com/ada/bells/releases/tag/v1.2      | ada/bells v1.2   | ada      | GitHub      | release
                    https://www.youtube.com/watch?v=x                   | Bells            | -        | YouTube     | video
                    https://arxiv.org/abs/2601.00001                    | Bells            | -        | arXiv       | paper
                    https://en.wikipedia.org/wiki/Bells                 | Bells            | -        | Wikipedia   | -
                    """)
    void wellKnownSitesAreReadByTheirRules(
            String url, String title, String author, String publisher, String kind) {
        var page = Html.read("<title>Bells</title>", url);
        assertThat(page.title()).contains(title);
        assertThat(page.authors()).isEqualTo(author == null ? List.of() : List.of(author));
        assertThat(page.publisher()).contains(publisher);
        assertThat(page.kind().map(PageKind::word).orElse(null)).isEqualTo(kind);
    }

    @Test
    void aPostOfALinkPointsElsewhere() {
        var page =
                Html.read(
                        "<span class=titleline><a href='https://a.example/bells'>Bells</a></span>",
                        "https://news.ycombinator.com/item?id=1");
        assertThat(page.pointsTo()).contains("https://a.example/bells");
        assertThat(page.title()).contains("Bells");
        assertThat(page.authors()).isEmpty();
    }

    @Test
    void aFilesRulesStandInThePlaceOfThoseBuiltIn() {
        var reader =
                PageReader.with(
                        List.of(
                                "# ours",
                                "",
                                "github.com /{owner}/{repo} title = The {repo} of {owner}"),
                        "site.rules");
        var page =
                reader.read(
                        "<title>x</title>".getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        "https://github.com/ada/bells");
        assertThat(page.title()).contains("The bells of ada");
        assertThat(page.authors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    bells.example      | https://bells.example/a      | true
                    bells.example      | https://news.bells.example/a | true
                    =bells.example     | https://bells.example/a      | true
                    =bells.example     | https://www.bells.example/a  | true
                    =bells.example     | https://news.bells.example/a | false
                    *.bells.example    | https://bells.example/a      | false
                    *.bells.example    | https://news.bells.example/a | true
                    """)
    void aRuleIsForTheHostsThatItNames(String host, String url, boolean isMeant) {
        var reader = PageReader.with(List.of(host + " /** title = Bells"), "site.rules");
        var page =
                reader.read(
                        "<title>x</title>".getBytes(StandardCharsets.UTF_8), Optional.empty(), url);
        assertThat(page.title().equals(Optional.of("Bells"))).isEqualTo(isMeant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    github.com title                 | should be a rule 'HOST /PATH FIELD = HOW'; found 'github.com title'.
                    github.com title = x             | should be a rule 'HOST /PATH FIELD = HOW'; found 'github.com title = x'.
                    github.com / titel = x           | knows no field 'titel'; known: author, kind, oembed, points-to, publisher, title.
                    github.com / kind = blog         | knows no kind 'blog'; known: article, event, paper, release, repository, video.
                    github.com / title = text a[     | should have a CSS selector at its end; found 'a['.
                    github.com / title = text        | should have a CSS selector at its end; found ''.
                    github.com / title = attr href   | should have an attribute and a selector after 'attr'.
                    github.com / title = meta        | lacks the name of the meta element after 'meta'.
                    github.com / oembed = embed      | should give an address such as https://a.example/oembed?url={url}; found 'embed'.
                    """)
    void aLineThatIsNoRuleIsToldWithItsNumberAndWhatIsKnown(String line, String told) {
        assertThatThrownBy(() -> PageReader.with(List.of("# ours", line), "config/site.rules"))
                .isInstanceOf(GleanerException.class)
                .hasMessage("config/site.rules:2 " + told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://www.youtube.com/watch?v=a%26b | https://consent.youtube.com/m      | https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3Da%2526b
                    https://youtu.be/abc                  | https://www.youtube.com/watch?v=abc | https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fyoutu.be%2Fabc
                    https://vimeo.com/76979871            | https://vimeo.com/76979871          | https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F76979871
                    https://www.youtube.com/@ada          | https://www.youtube.com/@ada        |
                    https://a.example/x                   | https://a.example/x                 |
                    """)
    void oembedIsAskedOnlyWhereARuleSaysSo(String asked, String url, @Nullable String service) {
        assertThat(PageReader.builtIn().oembed(new byte[0], "text/html", url, asked))
                .isEqualTo(Optional.ofNullable(service));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /oembed?x=1                    | https://v.example/oembed?x=1
                    https://api.v.example/oembed   | https://api.v.example/oembed
                    https://evil.example/oembed    |
                    file:///oembed                 |
                    http://169.254.169.254/oembed  |
                    """)
    void aServiceThatThePageNamesIsOnItsOwnSite(String href, @Nullable String service) {
        var reader =
                PageReader.with(
                        List.of("v.example /** oembed = link link[type=application/json+oembed]"),
                        "site.rules");
        var html = "<link rel=alternate type=application/json+oembed href='%s'>".formatted(href);
        assertThat(
                        reader.oembed(
                                html.getBytes(StandardCharsets.UTF_8),
                                "text/html",
                                "https://v.example/1",
                                "https://v.example/1"))
                .isEqualTo(Optional.ofNullable(service));
    }
}
