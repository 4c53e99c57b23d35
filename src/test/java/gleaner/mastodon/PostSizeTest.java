package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A post that is too long by the server's count is refused, and its asker waits for ever.
class PostSizeTest {

    private static final PostSize SIZE = new PostSize(500, 23);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    plain words                                  | 11
                    Ça va: 日本                                   | 9
                    👩‍👩‍👧🇪🇺é                                        | 3
                    see https://x.example/a/very/long/path?with=query#and-more now | 31
                    https://x.example                            | 23
                    (https://x.example/a).                       | 26
                    http://localhost/not/a/link/to/a/server      | 39
                    @ada@social.example                          | 19
                    ''                                           | 0
                    """)
    void countsAsServersDo(String text, int size) {
        assertThat(SIZE.of(text)).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    see https://x.example/a/very/long/path?with=query#and-more now | 62
                    https://x.example                                             | 25
                    👩‍👩‍👧🇪🇺                                                     | 7
                    """)
    void whereTheLimitIsNotMastodonsWholeUrlsAndCodePointsCountToo(String text, int size) {
        assertThat(new PostSize(5000, 25).of(text)).isEqualTo(size);
    }

    @Test
    void whatFitsIsOnePost() {
        assertThat(SIZE.cut("@ada", " short ", 3)).containsExactly("@ada short");
    }

    @Test
    void cutsBetweenLinesThenBetweenWordsAndNeverWithinAUrlOrACharacter() {
        var small = new PostSize(45, 23);
        assertThat(
                        small.cut(
                                "@ada",
                                "one https://x.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nand the second line\nthird",
                                3))
                .containsExactly(
                        "@ada one https://x.example/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                        "@ada and the second line\nthird");
        var families = "👩‍👩‍👧".repeat(200);
        var posts = small.cut("@ada", families, 3);
        assertThat(posts).hasSize(3).allMatch(post -> small.of(post) <= 45);
        assertThat(posts.get(0)).isEqualTo("@ada " + "👩‍👩‍👧".repeat(40));
        assertThat(posts.get(2)).endsWith("👩‍👩‍👧\n…");
    }

    @Test
    void everyPostFitsWhateverTheWords() {
        var random = new java.util.Random(5);
        var pieces =
                new String[] {
                    "word ",
                    "日本",
                    "\n",
                    "https://x.example/p ",
                    "é",
                    "👩‍👩‍👧",
                    " ",
                    "@ben ",
                    "x".repeat(70)
                };
        for (int i = 0; i < 500; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(200); j > 0; j--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            var size = new PostSize(100 + random.nextInt(300), 23);
            assertThat(size.cut("@ada@far.example", text.toString(), 3))
                    .hasSizeLessThanOrEqualTo(3)
                    .allMatch(post -> size.of(post) <= size.most());
        }
    }

    @Test
    void aReplysMarkdownIsPlainAndCallsNobody() {
        assertThat(
                        PostText.of(
                                """
                                **2 links** for [you](https://x.example/a), `k3f9`:

                                1. [https://x.example/b](https://x.example/b) by @ben@near.example
                                2. <https://x.example/@cy/9> \\*
                                   more

                                - nested
                                """))
                .isEqualTo(
                        """
                        2 links for you https://x.example/a, k3f9:

                        1. https://x.example/b by @\u2060ben@\u2060near.example
                        2. https://x.example/@cy/9 *
                          more

                        • nested\
                        """);
    }
}
