package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Page;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A URL that is believed and wrong makes two pages one, and one of them is lost to the reader.
class SamePageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # asked                               | got                                        | its own                        | same
                    https://a.example/x                   | https://a.example/x                        | -                              | -
                    https://a.example/x                   | https://a.example/x                        | https://a.example/x            | -
                    https://a.example/x?ref=1             | https://a.example/x?ref=1                  | https://a.example/x            | https://a.example/x
                    https://sho.rt/Ab3                    | https://a.example/blog/post                | -                              | https://a.example/blog/post
                    https://sho.rt/Ab3                    | https://a.example/blog                     | -                              | https://a.example/blog
                    https://sho.rt/Ab3                    | https://a.example/p?u=1                    | https://a.example/p            | https://a.example/p?u=1 https://a.example/p
                    https://sho.rt/Ab3                    | https://a.example/                         | https://a.example/             | -
                    https://sho.rt/Ab3                    | https://a.example/en                       | -                              | -
                    https://old.example/2020/a-long-post  | https://new.example/2020/a-long-post       | -                              | https://new.example/2020/a-long-post
                    https://old.example/2020/a-long-post  | https://new.example/blog                   | https://new.example/blog       | -
                    https://a.example/2020/a-long-post    | https://a.example/                         | https://a.example/             | -
                    https://a.example/2020/a-long-post    | https://a.example/blog/                    | -                              | -
                    https://a.example/2020/a-long-post    | https://a.example/a-long-post              | -                              | https://a.example/a-long-post
                    https://a.example/x                   | https://a.example/login?next=/x            | https://a.example/login        | -
                    https://a.example/x                   | https://login.a.example/start              | -                              | -
                    https://a.example/x                   | https://consent.b.example/m?continue=1     | -                              | -
                    https://a.example/x                   | https://b.example/m?back=https://a.example/x | -                            | -
                    https://a.example/x                   | https://a.example/errors/404.html          | -                              | -
                    https://a.example/x                   | https://a.example/error-budgets-explained  | -                              | https://a.example/error-budgets-explained
                    https://a.example/x                   | https://a.example/x                        | https://a.example/signin       | -
                    https://a.example/x                   | https://a.example/x                        | https://b.example/x            | -
                    https://a.example/item?id=7           | https://a.example/item?id=7                | https://a.example/item         | -
                    https://a.example/view?t=7&sid=9      | https://a.example/view?t=7&sid=9           | https://a.example/view?t=7     | https://a.example/view?t=7
                    https://a.example/item?id=7           | https://a.example/item                     | -                              | -
                    https://a.example/list?page=2         | https://a.example/list?page=2              | https://a.example/list         | -
                    https://a.example/                    | https://a.example/welcome                  | -                              | -
                    http://a.example/                     | https://www.a.example/                     | -                              | https://www.a.example/
                    http://a.example/                     | https://b.example/                         | -                              | -
                    https://a.example/x                   | not a url                                  | -                              | -
                    """)
    void onlyWhatIsBeyondDoubtCounts(String asked, String got, String own, String same) {
        assertThat(String.join(" ", SamePage.of(asked, got, page("A title", own))))
                .isEqualTo(same == null ? "" : same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Just a moment...                       | false
                    Log in                                 | false
                    Login - Example                        | false
                    404: Page not found                    | false
                    Page not found - Example               | false
                    Before you continue to Example         | false
                    Error handling in Go                   | true
                    Sign in with anything                  | true
                    Access denied: a history of the ACL    | false
                    Forbidden fruit                        | true
                    """)
    void aPageThatStandsInAnothersPlaceSaysNothing(String title, boolean counts) {
        assertThat(
                        !SamePage.of("https://sho.rt/x", "https://a.example/b/c", page(title, null))
                                .isEmpty())
                .isEqualTo(counts);
    }

    private static Page page(String title, @org.jspecify.annotations.Nullable String canonical) {
        return new Page(
                Optional.of(title),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(canonical),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                java.util.Map.of());
    }
}
