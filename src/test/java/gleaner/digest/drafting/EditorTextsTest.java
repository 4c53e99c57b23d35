package gleaner.digest.drafting;

import static gleaner.digest.Shared.link;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Footnotes;
import gleaner.digest.Format;
import gleaner.digest.Item;
import gleaner.digest.Listing;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.Shared;
import gleaner.digest.Talk;
import gleaner.digest.prose.MarkdownWriter;
import gleaner.digest.prose.Prose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If one of these fails, a word that an editor wrote is lost or stands in the wrong place.
class EditorTextsTest {

    private static EditorTexts texts() {
        return new EditorTexts(
                List.of(link("k3f9", "https://one.example/a?b=(c)&d").build()), Map.of());
    }

    /// Marks as `^1`, footnotes behind, a bar between paragraphs.
    private static String read(String markdown) {
        var pieces = texts().pieces("x", markdown);
        var notes = Footnotes.of(pieces.stream().flatMap(EditorTextsTest::prose));
        var text =
                pieces.stream()
                        .map(piece ->
                                switch (piece) {
                                    case Paragraph(var words) ->
                                            MarkdownWriter.inline(
                                                    words, note -> "^" + notes.number(note));
                                    case Picture picture -> picture.toString();
                                    case Item _, Listing _, Talk _ -> throw new AssertionError();
                                })
                        .collect(Collectors.joining(" | "));
        var all =
                notes.inOrder().stream()
                        .map(note -> " {%d %s}".formatted(notes.number(note), note.words()))
                        .collect(Collectors.joining());
        return text + all;
    }

    private static java.util.stream.Stream<Prose> prose(Piece piece) {
        return piece instanceof Paragraph(var words)
                ? java.util.stream.Stream.of(words)
                : java.util.stream.Stream.empty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    A word((so it is)) here.                 | A word^1 here. {1 so it is}
                    A word ((so *it* is)).                   | A word^1. {1 so *it* is}
                    A word^[so [it](https://a.example) is].  | A word^1. {1 so [it](https://a.example) is}
                    A word((with (some) brackets)).          | A word^1. {1 with (some) brackets}
                    Not ((one) here).                        | Not (\\(one) here).
                    Not \\((one)) and \\^[one].              | Not (\\(one)) and ^\\[one\\].
                    `x((y))` and `a^[b]` and `[^1]`          | `x((y))` and `a^[b]` and `[^1]`
                    See https://a.example/w_((x)) there.     | See [https\\://a.example/w\\_(\\(x))](https://a.example/w_\\(\\(x\\)\\)) there.
                    A[^1] mark.                              | A\\[^1\\] mark.
                    A [link^[a note]](k3f9) here.            | A [link](https://one.example/a?b=\\(c\\)&d)^1 here. {1 a note}
                    A [link](K3F9) and [none](zzzz).         | A [link](https://one.example/a?b=\\(c\\)&d) and none.
                    *So ((or not)) it* is.                   | *So^1 it* is. {1 or not}
                    **Bold((x))**, _so_^[y].                 | **Bold^1**, *so*^2. {1 x} {2 y}
                    Empty (()) ^[] [^].                      | Empty (\\()) ^\\[\\] \\[^\\].
                    ((Only a note))                          | ^1 {1 Only a note}
                    """)
    void footnotesAndIdsAreTakenOut(String written, String expected) {
        assertThat(read(written.replace("\\\\", "\\"))).isEqualTo(expected.replace("\\\\", "\\"));
    }

    @Test
    void aDefinitionMayStandAnywhereInTheText() {
        assertThat(
                        read(
                                """
                                One[^a], two[^b] and [^a] again.
                                [^a]: The first
                                goes on.

                                [^b]: The *second*.
                                [^c]: Nobody calls.

                                More.
                                """))
                .isEqualTo(
                        "One^1, two^2 and^1 again. | More. {1 The first goes on.} {2 The *second*.}");
    }

    /// What a draft shows, put in the place of what was written, changes nothing.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A word((so *it* is)), and^[Twice.] more.",
                "One[^a] and[^a].\n\n[^a]: Both (really)\n\n![a *cat*](https://a.example/(p).png \"Ada (she)\")",
                "**Bold((x))** of f(\\(x)) and \\[^1] `[^1]`.\n\n![](https://a.example/q.png)"
            })
    void theDraftsMarkdownReadsAsTheSameAgain(String written) {
        var first = page(written);
        assertThat(page(first)).isEqualTo(first);
        assertThat(first).contains("[^1]:");
    }

    private static String page(String intro) {
        var style = Shared.STYLE;
        var words =
                new EditorWords(
                        java.util.Optional.empty(),
                        java.util.Optional.of(intro),
                        java.util.Optional.empty());
        var markdown =
                new Drafter(style)
                        .draft(7, java.util.Optional.empty(), words, List.of(), false)
                        .render(Format.MARKDOWN, false);
        var from = markdown.indexOf("\n\n") + 2;
        var to = markdown.indexOf("## ");
        var notes = markdown.indexOf("\n\n[^1]: ", to);
        return markdown.substring(from, to) + markdown.substring(notes + 2);
    }

    @Test
    void whatIsMissingIsNamed() {
        var texts = texts();
        texts.pieces(
                "x", "A[^a] b[^b] [c](zzzz).\n\n[^b]: B\n[^d]: D\n\n![x](http://a.example/p.png)");
        assertThat(texts.problems().toString())
                .isEqualTo(
                        "{x=Problems[unknown=[zzzz], missing=[a], unused=[d], refused=[![x](http://a.example/p.png)]]}");
    }

    @Test
    void aPictureIsAParagraphOfItsOwn() {
        assertThat(
                        read(
                                """
                                One.

                                ![a *cat*](https://a.example/p.png "Ada")

                                ![](https://a.example/q.png) *(Ben)*

                                ![no](http://a.example/p.png)

                                Words ![in](https://a.example/r.png) words.
                                """))
                .isEqualTo(
                        "One. | Picture[url=https://a.example/p.png, alt=a cat, credit=Ada]"
                                + " | Picture[url=https://a.example/q.png, alt=, credit=Ben] | no | Words in words.");
    }

    @Test
    void everyWordIsKeptWhateverStandsAround() {
        var parts =
                List.of(
                        "word ", "((", "))", "^[", "]", "[^1]", "\n\n", "[^1]: ", "`", "\\", "](",
                        ")", "k3f9", "*", "![", "<", "\ufffc", "\ue000");
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            var text =
                    random.ints(12, 0, parts.size())
                            .mapToObj(parts::get)
                            .collect(Collectors.joining());
            var count = text.split("word", -1).length;
            var read = read(text);
            if (!text.replace("\ufffc", "").contains("](") && !text.contains("[^1]: ")) {
                assertThat(read.split("word", -1).length).as(text).isEqualTo(count);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"((", "^[", "[^", "](", "`", "[^a]: x\n", "![", "(((", "``` ", "\\", "[^1]"})
    void hostileTextIsReadInLinearTime(String part) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> read(part.repeat(20_000 / part.length())));
    }
}
