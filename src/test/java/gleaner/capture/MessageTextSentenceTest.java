package gleaner.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sentence around a link is the first draft of its blurb: an editor reads it before anything
/// else.
class MessageTextSentenceTest {

    /// `⏎` stands for a line break.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            commentCharacter = '\1',
            delimiter = '→',
            quoteCharacter = '\0',
            textBlock =
                    """
                    Hello. Read https://a.example now! Bye.              → Read https://a.example now!
                    A talk by Dr. Who, e.g. on [time](https://a.example). → A talk by Dr. Who, e.g. on [time](https://a.example).
                    Nice read. https://a.example                         → Nice read. https://a.example
                    https://a.example. Nice read.                        → https://a.example. Nice read.
                    First part⏎second https://a.example⏎third. Other.    → First part second https://a.example third.
                    Too   many    blanks https://a.example               → Too many blanks https://a.example
                    News: https://a.example #k8s #security               → News: https://a.example
                    News, #k8s for all: https://a.example #security      → News, #k8s for all: https://a.example
                    A https://a.example about #k8s                       → A https://a.example about #k8s
                    #k8s https://a.example                               → https://a.example
                    Big news⏎https://a.example                           → Big news https://a.example
                    Well. Look:⏎https://a.example #tag                   → Look: https://a.example
                    Old news.⏎⏎https://a.example                         → Old news. https://a.example
                    Old news.⏎⏎- https://a.example                       → https://a.example
                    These:⏎⏎- https://a.example                          → These: https://a.example
                    https://a.example⏎About it. More.                    → https://a.example About it.
                    # Title⏎text https://a.example                       → text https://a.example
                    - item one⏎- item https://a.example                  → item https://a.example
                    > quoted⏎> https://a.example                         → quoted https://a.example
                    **Bold. More https://a.example** end.                → More https://a.example end.
                    So *very* good: https://a.example                    → So *very* good: https://a.example
                    [**Bold** words](https://a.example) here             → [Bold words](https://a.example) here
                    [Stop. Go on](https://a.example) here                → [Stop. Go on](https://a.example) here
                    <https://a.example>: good                            → https://a.example: good
                    x<https://a.example>y                                → x<https://a.example>y
                    see www.a.example there                              → see https://www.a.example there
                    <b>Big</b> 2 < 3 https://a.example                   → \\<b>Big\\</b> 2 < 3 https://a.example
                    ![pic](https://b.example/i.png) by https://a.example → pic by https://a.example
                    [bad](javascript:x) but https://a.example            → bad but https://a.example
                    Done! 2. next is https://a.example                   → 2\\. next is https://a.example
                    [w](<https://a.example/a(b>)                         → [w](<https://a.example/a(b>)
                    """)
    void theSentenceAroundTheLink(String message, String sentence) {
        assertThat(MessageText.of(message.replace('⏎', '\n')).links())
                .singleElement()
                .extracting(FoundLink::sentence)
                .isEqualTo(sentence.replace("\\\\", "\\"));
    }

    @Test
    void everyLoneUrlGoesWithTheLineAboveIt() {
        assertThat(
                        sentences(
                                "One thing\nhttps://a.example\nOther thing\nhttps://b.example\nhttps://c.example"))
                .isEqualTo(
                        """
                        One thing https://a.example
                        Other thing https://b.example
                        Other thing https://c.example\
                        """);
    }

    @Test
    void whereTheUrlsComeFirstTheWordsAreBelow() {
        assertThat(sentences("https://a.example\nOne thing\nhttps://b.example\nOther thing"))
                .isEqualTo(
                        """
                        https://a.example One thing
                        https://b.example Other thing\
                        """);
    }

    @Test
    void aLongSentenceIsCutAtAWordAndKeepsItsLink() {
        String atTheBeginning = "https://a.example " + "word ".repeat(400);
        String atTheEnd = "word ".repeat(400) + "https://a.example";

        assertThat(sentences(atTheBeginning))
                .hasSize(998)
                .startsWith("https://a.example word")
                .endsWith(" word…");
        assertThat(sentences(atTheEnd))
                .hasSizeBetween(490, 1000)
                .startsWith("…word word")
                .endsWith(" word https://a.example");
        assertThat(sentences("word ".repeat(400) + atTheBeginning))
                .hasSizeBetween(900, 1000)
                .contains("https://a.example");
    }

    @Test
    void aLinkLongerThanASentenceHasNone() {
        String url = "https://a.example/" + "x".repeat(2000);

        assertThat(MessageText.of("Read " + url).links())
                .containsExactly(new FoundLink(url, "", "", false));
    }

    private static String sentences(String message) {
        return MessageText.of(message).links().stream()
                .map(FoundLink::sentence)
                .collect(Collectors.joining("\n"));
    }
}
