package gleaner.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A tag that is missed puts its link into the wrong section.
class MessageTextHashtagsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            commentCharacter = '\1',
            delimiter = '→',
            quoteCharacter = '\0',
            textBlock =
                    """
                    #one two #three                         → one three
                    (#one) [#two] “#three” ,#four           → one two three four
                    #one, #two. #three! #four's             → one two three four
                    #k8s #web3 #2fast #v1_2                 → k8s web3 2fast v1_2
                    #_private and #snake_case               → _private snake_case
                    #straße #日本語 #Привет #हिन्दी            → straße 日本語 Привет हिन्दी
                    ＃全角 #サッカー                          → 全角 サッカー
                    #نرم‌افزار now                           → نرم‌افزار
                    #one·two #ぼっち・ざ・ろっく               → one·two ぼっち・ざ・ろっく
                    #one·two· #three・                      → one·two three
                    👍#one ✌️#two                           → one two
                    **#one** _#two_ ~~#three~~              → one two three
                    # Heading with #one                     → one
                    [all about #one](https://a.example)     → one
                    #newshttps://a.example                  → news
                    #Rust #rust #RUST #ＲＵＳＴ               → Rust
                    #café #Cafe #CAFÉ                       → café
                    #か #が                                  → か が
                    """)
    void tagsAreFoundAsFirstWritten(String message, String tags) {
        assertThat(MessageText.of(message).hashtags()).containsExactly(tags.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            commentCharacter = '\1',
            delimiter = '→',
            quoteCharacter = '\0',
            textBlock =
                    """
                    # Heading
                    #1 #123 #1_2 #_ #· #!
                    \\#escaped and &#x23;
                    word#tag 1#tag _#tag &#tag /#tag 語#tag
                    https://a.example/#part www.a.example/x#part
                    [text](https://a.example/#part) <https://a.example/#part>
                    `#code` and ``#more``
                    #https://a.example/x
                    """)
    void whatIsNoTagIsLeftAlone(String message) {
        assertThat(MessageText.of(message).hashtags()).isEmpty();
    }

    @Test
    void theOrderIsThatOfTheMessage() {
        assertThat(MessageText.of("#b\n\n> #a\n\n- #c #B").hashtags())
                .containsExactly("b", "a", "c");
    }
}
