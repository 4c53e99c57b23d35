package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A draft as its editor reads it in Slack; if these fail, something of the issue cannot be seen
/// there, or looks like something else.
class DraftBlocksTest {

    private static final JsonMapper JSON = new JsonMapper();

    /// Each block on one line: what it is, and its words.
    private static List<String> shown(String markdown) {
        var said = DraftBlocks.of(markdown);
        assertThat(said).hasSize(1);
        var blocks = JSON.readTree(said.getFirst().blocks().orElseThrow());
        assertThat(BlockRules.message(blocks)).isEmpty();
        var lines = new ArrayList<String>();
        blocks.forEach(block -> lines.add(line(block)));
        return lines;
    }

    private static String line(JsonNode block) {
        var type = block.path("type").asString();
        return switch (type) {
            case "header", "section" -> type + ": " + block.path("text").path("text").asString();
            case "context" -> type + ": " + block.path("elements").path(0).path("text").asString();
            case "image" ->
                    "image: "
                            + block.path("image_url").asString()
                            + " "
                            + block.path("alt_text").asString();
            default -> type;
        };
    }

    @Test
    void anIssueIsShownAsItsReadersWillSeeIt() {
        assertThat(
                        shown(
                                """
                                # Gateway to *Haven*

                                A storm without a name[^1].

                                ![A red ferry](https://pictures.example/ferry.jpg) *(Photo: Mira)*

                                It arrived, [late](https://late.example/).

                                ## In depth

                                Two links in [one](https://one.example/a) paragraph, [this](https://two.example/b?x=1&y=2) one.

                                And a second paragraph.

                                ## A chat

                                **Did you get a *cake*?**

                                No[^12].

                                ## Releases

                                - One is [out](https://one.example/1). (Ada/One)
                                - Two has a picture.

                                  ![Racks](https://pictures.example/racks.png)

                                - Three follows.

                                ## Steps

                                3. third
                                4. fourth

                                [^1]: It ran out.

                                [^12]: Nobody &amp; nothing.

                                ---

                                ## Notes for the editor

                                - `k3f9` has no words: `blurb k3f9 …`.

                                [//]: # (gleaner draft 1-aec026cf7772)
                                """))
                .containsExactly(
                        "header: Gateway to Haven",
                        "section: A storm without a name¹.",
                        "image: https://pictures.example/ferry.jpg A red ferry",
                        "context: <https://pictures.example/ferry.jpg|🖼 A red ferry> _(Photo: Mira)_",
                        "section: It arrived, <https://late.example/|late>.",
                        "header: In depth",
                        "section: Two links in <https://one.example/a|one> paragraph,"
                                + " <https://two.example/b?x=1&amp;y=2|this> one.\n\n"
                                + "And a second paragraph.",
                        "header: A chat",
                        "section: *Did you get a _cake_?*\n\nNo¹².",
                        "header: Releases",
                        "section: • One is <https://one.example/1|out>. (Ada/One)\n"
                                + "• Two has a picture.",
                        "image: https://pictures.example/racks.png Racks",
                        "context: <https://pictures.example/racks.png|🖼 Racks>",
                        "section: • Three follows.",
                        "header: Steps",
                        "section: 3. third\n4. fourth",
                        "context: ¹ It ran out.\n¹² Nobody &amp; nothing.",
                        "divider",
                        "header: Notes for the editor",
                        "section: • `k3f9` has no words: `blurb k3f9 …`.");
    }

    @Test
    void aTemplatesOwnMarkdownIsReadAsAWhole() {
        assertThat(
                        shown(
                                """
                                Title
                                =====

                                A paragraph
                                on two lines.

                                > quoted
                                > on two

                                ```
                                code  *as it is*

                                - no list
                                ```

                                - one
                                  - below
                                    - further below
                                - two

                                  with a second paragraph

                                ### Small heading with a [link](https://a.example/*b*)

                                Words.
                                """))
                .containsExactly(
                        "header: Title",
                        """
                        section: A paragraph
                        on two lines.

                        > quoted
                        > on two

                        ```
                        code  *as it is*

                        - no list
                        ```
                        • one
                            • below
                                • further below
                        • two
                        with a second paragraph\
                        """,
                        "section: *Small heading with a <https://a.example/*b*|link>*\n\nWords.");
    }

    @Test
    void whatAStrangerWroteIsNeitherAFootnoteNorAPictureNorAMention() {
        assertThat(
                        shown(
                                """
                                - \\[^1] \\!\\[x](y) \\<!channel> @here &lt;@U1&gt; `[^1]` [^x] [^1](https://a.example/)
                                """))
                .containsExactly(
                        "section: • [^1] ![x](y) &lt;!channel&gt; @here &lt;@U1&gt; `[^1]` [^x]"
                                + " <https://a.example/|^1>");
    }

    @Test
    void emphasisWithinAWordOrWithinItselfShowsNoMarks() {
        assertThat(shown("un*bel*ievable and **a *b* **c** d** 京都の**石灯籠**が"))
                .containsExactly(
                        "section: un\u200b_bel_\u200bievable and *a _b_ c d* 京都の\u200b*石灯籠*\u200bが");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/local.png", "data:image/png;base64,AAAA"})
    void aPictureFromNowhereIsItsWords(String url) {
        assertThat(shown("![What it shows](" + url + ") *(Somebody)*"))
                .containsExactly("section: What it shows _(Somebody)_");
    }

    @Test
    void aPictureWithoutWordsHasSome() {
        assertThat(shown("![](https://a.example/p.png)"))
                .containsExactly(
                        "image: https://a.example/p.png –",
                        "context: <https://a.example/p.png|🖼 https://a.example/p.png>");
    }

    @Test
    void whereSlackTakesNoPicturesTheWordsBelowThemLeadThere() {
        var blocks = DraftBlocks.of("![A](https://a.example/p.png)\n\nWords.").getFirst().blocks();
        assertThat(Blocks.withoutPictures(blocks.orElseThrow()))
                .doesNotContain("\"image\"")
                .contains("<https://a.example/p.png|🖼 A>", "Words.");
    }

    @Test
    void aHeadingStandsWhereWhatFollowsItStands() {
        var markdown =
                "# Weekly\n\n" + "words ".repeat(1_630) + "\n\n## Next\n\n" + "x".repeat(900);
        var said = DraftBlocks.of(markdown);
        assertThat(said).hasSize(2);
        assertThat(said.getFirst().blocks().orElseThrow()).doesNotContain("Next");
        assertThat(said.getLast().blocks().orElseThrow()).contains("Next", "xxx");
    }

    @Test
    void aTitleThatIsTooLongForAHeaderIsWhole() {
        var title = "A very long title ".repeat(12).strip();
        assertThat(shown("# " + title + "\n\nWords."))
                .containsExactly("section: *" + title + "*\n\nWords.");
    }

    @Test
    void aDraftIsCutBetweenItsItems() {
        var markdown =
                "# Weekly *No. 7*\n\n"
                        + IntStream.range(0, 40)
                                .mapToObj(i ->
                                        "## Section %d\n\n- [Item %d](https://a.example/%d) %s\n"
                                                .formatted(i, i, i, "<!channel> words ".repeat(40)))
                                .collect(Collectors.joining("\n"))
                        + "\n---\n\nThe end.\n";
        var said = DraftBlocks.of(markdown);
        assertThat(said).hasSizeGreaterThan(2);
        said.forEach(each ->
                assertThat(BlockRules.message(JSON.readTree(each.blocks().orElseThrow())))
                        .isEmpty());
        for (int i = 0; i < 40; i++) {
            var item = "|Item %d>".formatted(i);
            assertThat(said)
                    .filteredOn(each -> each.blocks().orElseThrow().contains(item))
                    .hasSize(1);
        }
        assertThat(said.getFirst().text()).startsWith("Weekly No. 7\n*Section 0*\n• <");
        assertThat(said.getLast().text()).startsWith("Weekly No. 7 (continued)\n");
    }

    @Test
    void aDraftOfHostileWordsKeepsSlacksLimits() {
        for (var words :
                List.of(
                        "",
                        "\n",
                        "# " + "x".repeat(9_000),
                        "&".repeat(50_000),
                        "- a\n".repeat(5_000),
                        "---\n".repeat(200),
                        "# a\n".repeat(200),
                        "![a](https://a.example/p.png)\n\n".repeat(200),
                        "[^1]: " + "note ".repeat(3_000),
                        "[^1]: a\n\n".repeat(2_000),
                        "## " + "*a* ".repeat(900) + "\n\n" + "b".repeat(2_999),
                        "- a\n\n  ![a](https://a.example/" + "p".repeat(2_900) + ")\n",
                        "> ".repeat(5_000) + "a",
                        "## a\n---\n".repeat(80))) {
            for (var each : DraftBlocks.of(words)) {
                assertThat(BlockRules.message(JSON.readTree(each.blocks().orElseThrow())))
                        .isEmpty();
            }
        }
    }
}
