package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A canonical URL that is believed and wrong merges links that are different.
class CanonicalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    https://a.example/x?utm_source=b | https://a.example/x          | https://a.example/x
                    https://m.a.example/x            | https://www.a.example/x      | https://www.a.example/x
                    https://a.example/x              | /y                           | https://a.example/y
                    https://a.example/p/x/amp        | https://a.example/p/x        | https://a.example/p/x
                    https://a.example/q/123/slug     | https://a.example/q/123      | https://a.example/q/123
                    https://a.example/x              | https://b.example/x          | -
                    https://a.example/x              | https://a.example/           | -
                    https://a.example/x              | https://a.example/index.html | -
                    https://a.example/x              | https://a.example/en         | -
                    https://a.example/blog/a-post    | https://a.example/blog       | -
                    https://a.example/list?page=2    | https://a.example/list       | -
                    https://a.example/list/page/3    | https://a.example/list       | -
                    https://a.github.io/x            | https://b.github.io/x        | -
                    https://a.example/x              | javascript:alert(1)          | -
                    https://a.example/x              | ftp://a.example/x            | -
                    https://a.example/x              | https://a.example:bad/[x     | -
                    """)
    void onlyAPlausibleUrlIsBelieved(String url, String href, String wanted) {
        var page = Html.read("<link rel=canonical href='" + href + "'>", url);
        assertThat(page.canonical().orElse(null)).isEqualTo(wanted);
    }

    @Test
    void ogUrlIsSecond() {
        var page =
                Html.read(
                        "<link rel=canonical href='/'><meta property=og:url content='https://a.example/y'>",
                        "https://a.example/x");
        assertThat(page.canonical()).contains("https://a.example/y");
        assertThat(page.sources()).containsEntry("canonical", "og:url");
    }
}
