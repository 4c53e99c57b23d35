package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A document as people read it in posts, which show no markup. If these fail, a footnote is lost,
/// or a question looks like its answer.
class PostTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    # Issue 3                              ~ Issue 3
                    ## Releases                            ~ — Releases —
                    **Why *hats*?**                        ~ *Why hats?*
                    **Ben**: Because.                      ~ Ben: Because.
                    ![A cat](https://x.example/c) *(Ada)*  ~ 🖼 A cat https://x.example/c (Ada)
                    ![](https://x.example/c)               ~ 🖼 https://x.example/c
                    [words](https://x.example/a_b) `id`    ~ words https://x.example/a_b id
                    `pick k3f9` takes it                   ~ “pick k3f9” takes it
                    by @ada@far.example                    ~ by @\u2060ada@\u2060far.example
                    """)
    void markupBecomesWords(String markdown, String text) {
        assertThat(PostText.document(markdown)).isEqualTo(text.translateEscapes());
    }

    @Test
    void aFootnoteStandsBehindTheWordsThatCallIt() {
        assertThat(
                        PostText.document(
                                """
                                A long week[^1].

                                Then nothing.

                                - One[^2], two[^3]
                                - Three, see [^1] and [^9]

                                ## That is all

                                [^1]: word &#8203;

                                [^2]: see [the FAQ](https://x.example/faq)

                                [^3]: red

                                [^4]: never called
                                """))
                .isEqualTo(
                        """
                        A long week[1].

                        [1] word

                        Then nothing.

                        • One[2], two[3]

                        [2] see the FAQ https://x.example/faq

                        [3] red
                        • Three, see [1] and [9]

                        — That is all —

                        [4] never called\
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[^",
                "[^1",
                "[^1]",
                "[^1]:",
                "[^1]: ",
                "[^99999999]: x",
                "[^]: x",
                "```\n[^1]: x\n```"
            })
    void whatOnlyLooksLikeAFootnoteBreaksNothing(String markdown) {
        assertThatCode(() -> PostText.document(markdown)).doesNotThrowAnyException();
        assertThatCode(() -> PostText.document("x" + markdown.repeat(500)))
                .doesNotThrowAnyException();
    }

    @Test
    void aQuestionGoesWithItsAnswer() {
        var size = new PostSize(100, 23);
        var posts =
                NumberedPosts.of(
                        PostText.blocks("x".repeat(70) + "\n\n**Why?**\n\nBecause it is so.\n"),
                        size,
                        "",
                        "");
        assertThat(posts)
                .containsExactly("x".repeat(70) + "\n\n1/2", "*Why?*\n\nBecause it is so.\n\n2/2");
    }

    @Test
    void whatIsTooLongIsCutBetweenSentencesWherePossible() {
        var size = new PostSize(500, 23);
        var text = "Some words that end. ".repeat(3) + "And some that go on without";
        assertThat(size.beginning(text, 80)).isEqualTo("Some words that end. ".repeat(3).strip());
        assertThat(size.beginning("one. two three four five six seven eight", 30))
                .isEqualTo("one. two three four five six");
        assertThat(size.beginning("一二三。四五六七八九十", 6)).isEqualTo("一二三。");
    }
}
