package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If this fails, Slack refuses long answers, or shows half a link.
class MrkdwnPartsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    one two three four five six             ~ 20 ~ one two|three four five six
                    one <https://a.example|two words> three ~ 42 ~ one <https://a.example|two words> three
                    one <https://a.example|two words> three ~ 38 ~ one|<https://a.example|two words> three
                    aaaaaaaaaaaaaaaaaaaaaaaaaaa             ~ 20 ~ aaaaaaaaaaaa|aaaaaaaaaaaaaaa
                    aaaaaaaaaa&amp;bbbbbbbb                 ~ 20 ~ aaaaaaaaaa|&amp;bbbbbbbb
                    aaaaaaaaaaa😀bbbbbbbbb                  ~ 20 ~ aaaaaaaaaaa|😀bbbbbbbbb
                    """)
    void textIsCutBetweenWordsAndNeverWithinALinkOrACharacter(String text, int most, String parts) {
        assertThat(String.join("|", MrkdwnParts.of(text, most))).isEqualTo(parts);
    }

    @Test
    void aCodeBlockThatIsCutIsClosedAndOpenedAgain() {
        assertThat(MrkdwnParts.of("```\none two three four\nfive six seven\n```", 32))
                .containsExactly("```\none two three four\n```", "```\nfive six seven\n```");
    }

    @Test
    void aLinkLongerThanAPartLosesItsAddress() {
        assertThat(MrkdwnParts.of("<https://a.example/" + "x".repeat(100) + "|words> and more", 50))
                .containsExactly("words and more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ",
                "<https://a.example|b>",
                "&amp;",
                "😀",
                "\n\n",
                "``` ",
                "<",
                "&",
                "<https://a.example/xxxxxxxxxxxxxxxxxxxxxxxxxxxxx>"
            })
    void noPartIsEverTooLongAndItEnds(String piece) {
        var text = piece.repeat(20_000);
        assertThat(MrkdwnParts.of(text, 3_000))
                .allMatch(part -> part.length() <= 3_000 && !part.isBlank());
    }
}
