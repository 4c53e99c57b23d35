package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If this fails, a form is taken that cannot be carried out, or one is refused that can.
class FormChecksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    https://one.example/a?b=c#d         ~
                    HTTP://one.example                  ~
                    https://bücher.example/ä            ~
                    one.example                         ~ A link begins with https:// and leads to a public page, not 'one.example'.
                    https://localhost/x                 ~ A link begins with https:// and leads to a public page, not 'https://localhost/x'.
                    javascript:alert(1)                 ~ A link begins with https:// and leads to a public page, not 'javascript:alert(1)'.
                    https://a.example https://b.example ~ One link at a time, without spaces.
                    https://team.slack.com/archives/C1  ~ That leads into Slack, where the newsletter's readers cannot follow.
                    """)
    void anAddressIsOneOfTheWebs(String url, String sentence) {
        assertThat(FormChecks.url(url).orElse(null)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    ''                                  ~
                    How **not** to [do](https://a.example) it & more ~
                    2 < 3 and array[0](x)               ~ A link leads to https://…, not to 'x'.
                    # A heading                         ~ This is one paragraph, without headings, lists, quotes or code blocks.
                    - a list                            ~ This is one paragraph, without headings, lists, quotes or code blocks.
                    a [link](javascript:alert(1))       ~ A link leads to https://…, not to 'javascript:alert(1)'.
                    a [link](https://a.example          ~ A link is not complete; it is written [words](https://example.com/page).
                    a <b>bold</b> word                  ~ This is Markdown, without HTML such as '<b>'.
                    ![a picture](https://a.example/x)   ~ Pictures have no place here; link to the page that has them.
                    """)
    void aSentenceIsOneParagraphOfMarkdown(String markdown, String sentence) {
        assertThat(FormChecks.sentence(markdown).orElse(null)).isEqualTo(sentence);
    }

    @Test
    void hostileWordsAreCheckedInTime() {
        for (var piece : new String[] {"[", "](", "*_", "<a ", "`", "![", "> ", "\ud800"}) {
            FormChecks.sentence(piece.repeat(3_000 / piece.length()));
        }
    }
}
