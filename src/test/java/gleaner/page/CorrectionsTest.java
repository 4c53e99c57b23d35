package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Byline;
import gleaner.news.Correction;
import gleaner.news.LinkId;
import gleaner.news.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A name that is remembered and wrong stands in a draft as if somebody had checked it.
class CorrectionsTest {

    /// What a page said and an editor made of it; then what another page says, and what is made of
    /// that.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # corrected                  | said       | byline   | other                       | says       | becomes
                    https://a.example/x          | Ada        | Ada/Mill | https://a.example/y         | Ada        | Ada/Mill
                    https://a.example/x          | Ada        | Ada/Mill | https://a.example/y         | ADA        | ADA/Mill
                    https://a.example/x          | Ada        | Ada/Mill | https://a.example/y         | Ben        | Ben
                    https://a.example/x          | Ada        | Ada/Mill | https://a.example/y         | Ada/Yard   | Ada/Yard
                    https://a.example/x          | Ada/A Inc  | Ada/Mill | https://a.example/y         | Ben/A Inc  | Ben/Mill
                    https://a.example/x          | Ada/A Inc  | Ada/Mill | https://a.example/y         | Ada/A Inc  | Ada/Mill
                    https://a.example/x          | -          | Ada/Mill | https://a.example/y         | -          | -
                    https://a.example/blog/x     | -          | Ada/Mill | https://a.example/blog/y    | -          | /Mill
                    https://a.example/blog/x     | -          | Ada/Mill | https://a.example/news/y    | -          | -
                    https://a.example/2026/x     | -          | Ada/Mill | https://a.example/2026/y    | -          | -
                    https://a.example/@ada/x     | -          | Ada/Mill | https://a.example/@ada/y    | -          | Ada/Mill
                    https://a.example/@ada/x     | /Place     | Ada/Mill | https://a.example/@ada/y    | /Place     | Ada/Mill
                    https://a.example/@ada/x     | /Place     | Ada/Mill | https://a.example/@ben/y    | /Place     | /Place
                    https://a.example/blog/x     | admin      | Ada/Mill | https://a.example/blog/y    | admin      | Ada/Mill
                    https://a.example/x          | admin      | Ada      | https://a.example/y         | admin/Yard | Ada/Yard
                    https://a.example/x          | Ada        | Ada/Mill | https://a.example/x         | Ada        | Ada
                    """)
    void onlyWhatWasCorrectedOrIsMissingIsFilled(
            String url,
            @Nullable String said,
            String byline,
            String other,
            @Nullable String says,
            @Nullable String becomes) {
        var page =
                Corrections.applied(
                        page(says), other, List.of(correction("k3f9", url, said, byline, 1)));
        assertThat(named(page)).isEqualTo(becomes == null ? "" : becomes);
        if (!named(page).equals(says == null ? "" : says)) {
            assertThat(page.sources()).containsValue("byline of k3f9");
        }
    }

    @Test
    void theNewestCountsAndAFolderOfSeveralSaysNothing() {
        var corrections =
                List.of(
                        correction("k3f9", "https://a.example/blog/1", "Ada", "Ada/Mill", 1),
                        correction("x2b4", "https://a.example/blog/2", "Ada", "Ada/Yard", 2));
        assertThat(named(Corrections.applied(page("Ada"), "https://a.example/blog/3", corrections)))
                .isEqualTo("Ada/Yard");
        assertThat(named(Corrections.applied(page("Ben"), "https://a.example/blog/3", corrections)))
                .isEqualTo("Ben");
    }

    private static String named(Page page) {
        return String.join(",", page.authors())
                + page.publisher().map(name -> "/" + name).orElse("");
    }

    private static Correction correction(
            String id, String url, @Nullable String said, String byline, int at) {
        var page = page(said);
        return new Correction(
                new LinkId(id),
                url,
                Byline.parse(byline),
                page.authors(),
                page.publisher(),
                Instant.ofEpochSecond(at));
    }

    private static Page page(@Nullable String said) {
        var byline = Byline.parse(said == null ? "-" : said);
        return new Page(
                Optional.of("A title"),
                byline.author().stream().toList(),
                byline.publisher(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
