package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitlesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Harbour bells ring again | Lantern Post",
                        "Harbour bells ring again - The Lantern Post",
                        "Lantern Post: Harbour bells ring again",
                "Harbour bells ring again – LanternPost.example",
                        "Harbour bells ring again :: lanternpost", "Harbour bells ring again"
            })
    void theSitesNameIsNoPartOfTheTitle(String title) {
        assertThat(
                        Html.read(
                                        "<title>"
                                                + title
                                                + "</title><meta property=og:site_name content='Lantern Post'>")
                                .title())
                .contains("Harbour bells ring again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Rust: a love story           | Rust: a love story
                    Bells - and what they say    | Bells - and what they say
                    Either/or in C++             | Either/or in C++
                    """)
    void joinedWordsThatAreNoSiteStay(String title, String wanted) {
        assertThat(Html.read("<title>" + title + "</title>").title()).contains(wanted);
    }

    @Test
    void sourcesThatAgreeWinOverAHeadingThatIsTheSections() {
        var page =
                Html.article(
                        "<meta property=og:title content='Harbour bells ring again'>",
                        "<h1>Culture and Leisure</h1><h2>Harbour bells ring again</h2>");
        assertThat(page.title()).contains("Harbour bells ring again");
    }

    @Test
    void aHeadingThatLeadsHomeIsTheSitesName() {
        var page =
                Html.read(
                        "<title>Odd Bells: On ropes</title><h1><a href='/'>Odd Bells</a></h1><h3 class=post-title>On ropes</h3>");
        assertThat(page.title()).contains("On ropes");
        assertThat(page.publisher()).contains("Odd Bells");
    }

    @Test
    void theFullHeadingWinsOverTheTitleCutOff() {
        var page =
                Html.read(
                        "<title>Harbour bells ring again after the longest...</title><meta property=og:title content='Harbour bells ring again after the longest winter'>"
                                + "<h1>Harbour bells ring again after the longest winter</h1>");
        assertThat(page.title()).contains("Harbour bells ring again after the longest winter");
    }

    @Test
    void entitiesTagsAndHiddenCharactersAreGone() {
        var page =
                Html.read(
                        "<meta property=og:title content='Bells &amp;amp; &amp;quot;ropes&amp;quot; &lt;b&gt;now&lt;/b&gt;\u202E\u200B\u0007'>");
        assertThat(page.title()).contains("Bells & \"ropes\" now");
    }

    @Test
    void longTitlesAreCut() {
        assertThat(Html.read("<title>" + "bell ".repeat(500) + "</title>").title().orElseThrow())
                .hasSizeLessThanOrEqualTo(300)
                .endsWith("bell…");
    }

    @Test
    void anApplicationNamedLikeThePageIsNotItsSite() {
        var page =
                Html.read(
                        "<title>Harbour bells ring again</title><meta name=application-name content='Harbour bells ring again'><meta property=og:site_name content=Lantern>");
        assertThat(page.title()).contains("Harbour bells ring again");
        assertThat(page.publisher()).contains("Lantern");
    }
}
