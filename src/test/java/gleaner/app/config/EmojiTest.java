package gleaner.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.State;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    heavy_check_mark,   PICKED
                    :white_check_mark:, PICKED
                    White_Check_Mark,   PICKED
                    ✅,                 PICKED
                    ✔,                  PICKED
                    ✔️,                 PICKED
                    x,                  SKIPPED
                    ❌,                 SKIPPED
                    ⏳,                 HELD
                    hourglass,          HELD
                    ⭐️,                 LEAD
                    star2,              LEAD
                    tada,
                    👍🏽,
                    '',
                    ::,
                    """)
    void anEmojiIsAVerbHoweverItIsWritten(String emoji, State state) {
        assertThat(Emoji.standard().verb(emoji)).isEqualTo(Optional.ofNullable(state));
    }

    @ParameterizedTest
    @CsvSource({"+1", ":+1:", "+1::skin-tone-4", ":+1::skin-tone-4:", "👍", "👍🏿", "👍🏻"})
    void skinTonesAreFolded(String emoji) {
        var emojis = new Emoji(Map.of("+1", State.PICKED, "👍", State.PICKED));

        assertThat(emojis.verb(emoji)).contains(State.PICKED);
    }
}
