package gleaner.capture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One message must not stop the others from being read.
class MessageTextHostileTest {

    /// Hundreds of times what is measured: only growth with the square of the length comes near.
    private static final Duration AGES = Duration.ofSeconds(30);

    private static final String[] PIECES = {
        "https://a.example/x",
        "http://b.example",
        "www.c.example/y",
        "[",
        "]",
        "(",
        ")",
        "](",
        "*",
        "**",
        "_",
        "`",
        "```",
        "\n",
        "\n\n",
        " ",
        ". ",
        "! ",
        "#tag",
        "#",
        "\\",
        "<",
        ">",
        "> ",
        "- ",
        "1. ",
        "word",
        "中文",
        "。",
        "&amp;",
        "&gt;",
        "\ud83c",
        "\udf89",
        "\0",
        "\u200d",
        ":",
        "~~",
        "![",
        "[a]: https://d.example/z\n",
        "[a]",
        "    ",
        "\t",
        "\r\n",
        "'s",
        "’",
        "…",
        "|",
        "://",
        "[w](https://e.example/a_(b))",
        "<https://f.example/q>",
        "\u2028"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">",
                "[",
                "(",
                "*",
                "_",
                "`",
                "<",
                "![",
                "**a ",
                "*a_ ",
                "](",
                "[a](",
                "[a](<b",
                "a*b_",
                "`a``",
                "<a ",
                "<https://",
                "http://",
                "https://a.bc",
                "https://a.bc/",
                "http://a.-b/",
                "http://a.bc(",
                "www.",
                "h",
                "\n",
                "a\n\n",
                "- ",
                "[a]: x\n",
                "#",
                "#a",
                "#a ",
                "#·",
                "&",
                "&amp;",
                "\\",
                "\0",
                "\ud800",
                "\udc00",
                "\u200d",
                ". ",
                "https://a.bc/'s ",
                "https://a.bc/\\",
                "[[[https://a.bc]]] ",
                "https://a.bc\n",
                "x\nhttps://a.bc\n",
                "https://a.bc、"
            })
    void repetitionIsReadInTime(String unit) {
        String message = unit.repeat(60_000 / unit.length());

        Assertions.assertTimeoutPreemptively(AGES, () -> MessageText.of(message));
    }

    @Test
    void tenThousandLinksAreAllFound() {
        String line =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "https://a.example/" + i)
                        .collect(joining(" "));

        for (String message :
                new String[] {
                    line,
                    line.replace(" ", "\n"),
                    line.replace(" ", ", "),
                    line.replace(" ", "! A ")
                }) {
            var links = MessageText.of("Links: " + message).links();
            assertThat(links)
                    .hasSize(10_000)
                    .allSatisfy(link ->
                            assertThat(link.sentence())
                                    .hasSizeLessThanOrEqualTo(MessageText.MAX_SENTENCE)
                                    .contains(link.url()));
            assertThat(links.getLast().url()).isEqualTo("https://a.example/9999");
        }
    }

    @Test
    void whatLiesBeyondTheLimitIsNotReadAndNothingIsCutInTwo() {
        String message =
                "https://a.example/x "
                        + "x".repeat(MessageText.MAX_CHARS - 30)
                        + " https://b.example/y #tag";

        assertThat(MessageText.of(message).links())
                .extracting(FoundLink::url)
                .containsExactly("https://a.example/x");
        assertThat(MessageText.of("x".repeat(10_000_000)).links()).isEmpty();
    }

    @Test
    void deepNestingIsText() {
        String deep =
                "> ".repeat(5_000)
                        + "https://a.example/x "
                        + "[".repeat(5_000)
                        + "**".repeat(999)
                        + "https://b.example";

        assertThat(MessageText.of(deep).links())
                .extracting(FoundLink::url)
                .containsExactly("https://a.example/x", "https://b.example");
    }

    @Test
    void anyMessageIsReadAndEverySentenceHoldsItsLink() {
        var random = new Random(20_260_101);
        for (int i = 0; i < 20_000; i++) {
            String message =
                    random.ints(1 + random.nextInt(14), 0, PIECES.length)
                            .mapToObj(piece -> PIECES[piece])
                            .collect(joining());
            for (FoundLink link : MessageText.of(message).links()) {
                assertThat(link.sentence())
                        .as(message)
                        .contains(link.url())
                        .doesNotContain("\n")
                        .isEqualTo(link.sentence().strip());
            }
        }
    }
}
