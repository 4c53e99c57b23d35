package gleaner.digest.prose;

import static gleaner.digest.Shared.draft;
import static gleaner.digest.Shared.said;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Format;
import gleaner.digest.Shared;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If one of these fails, a stranger writes something into a team's newsletter that runs, tracks or
/// deceives.
class HostileTest {

    private static final Parser COMMONMARK = Parser.builder().build();
    private static final Pattern TAG = Pattern.compile("<[^>]*+>?");
    private static final Pattern ALLOWED =
            Pattern.compile("</?(?:em|strong|code|a)>|<a href=\"https?://[^\"<>{}\\\\ ]*+\">");

    /// What somebody writes, and how it stands as Markdown and as HTML.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    <b>bold</b> & <script>x</script>  | \\<b>bold\\</b> & \\<script>x\\</script>  | &lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;x&lt;/script&gt;
                    [go](javascript:alert(1))         | go                                        | go
                    [go](data:text/html,x)            | go                                        | go
                    [go](HTTPS://a.example/{{x}})     | [go](HTTPS://a.example/%7B%7Bx%7D%7D)     | <a href="HTTPS://a.example/%7B%7Bx%7D%7D">go</a>
                    [a](https://a.example/?a=1&copy;) | [a](https://a.example/?a=1©)              | <a href="https://a.example/?a=1©">a</a>
                    ![a cat](https://a.example/p.png) | a cat                                     | a cat
                    # Heading                         | Heading                                   | Heading
                    - a dash                          | a dash                                    | a dash
                    > said he                         | said he                                   | said he
                    2026. A year                      | 2026\\. A year                            | 2026. A year
                    {{ 7*7 }} {% x %} {# y #}         | \\{\\{ 7\\*7 }} \\{\\% x %} \\{\\# y #}   | &#123;&#123; 7*7 &#125;&#125; &#123;% x %&#125; &#123;# y #&#125;
                    `{{ x }}` and `y`                 | \\{\\{ x }} and `y`                       | &#123;&#123; x &#125;&#125; and <code>y</code>
                    ``a`b``                           | ``a`b``                                   | <code>a`b</code>
                    &lt;i&gt; &amp;amp; &#x202e;x     | \\<i> \\&amp; x                           | &lt;i&gt; &amp;amp; x
                    snake_case _and_ *that*           | snake_case *and* *that*                   | snake_case <em>and</em> <em>that</em>
                    \\*no\\* \\[no\\](x)              | \\*no\\* \\[no\\](x)                      | *no* [no](x)
                    1 < 2 & AT&T; ~50 $5              | 1 \\< 2 & AT\\&T; \\~50 $5                | 1 &lt; 2 &amp; AT&amp;T; ~50 $5
                    a **b *c* d** e                   | a **b *c* d** e                           | a <strong>b <em>c</em> d</strong> e
                    """)
    void onlyWordsAndLinksAreLeft(String written, String markdown, String html) {
        var prose = ProseReader.read(written);

        assertThat(MarkdownWriter.inline(prose)).isEqualTo(markdown.replace("\\\\", "\\"));
        assertThat(HtmlWriter.inline(prose)).isEqualTo(html);
    }

    @Test
    void whatIsWrittenReadsAsTheSameAgain() {
        var parts =
                new String[] {
                    "*",
                    "**",
                    "_",
                    "`",
                    "``",
                    "[",
                    "]",
                    "](https://a.example/x)",
                    "](javascript:x)",
                    "<",
                    ">",
                    "<b>",
                    "&",
                    "&lt;",
                    "&#123;",
                    "{",
                    "{{",
                    "{%",
                    "}}",
                    "!",
                    "![",
                    "#",
                    "# ",
                    "- ",
                    "+ ",
                    "1. ",
                    "1) ",
                    "> ",
                    "~",
                    "~~",
                    "|",
                    "\\",
                    "\n",
                    "\n\n",
                    "    ",
                    "===",
                    "---",
                    "word",
                    "é",
                    "京",
                    "🎉",
                    "\ud83c",
                    "\u202e",
                    "\u0000",
                    "\t",
                    "https://b.example/(y)",
                    "\"",
                    "'",
                    ".",
                    "a",
                    "0",
                    " ",
                    " ",
                    " ",
                    "(",
                    ")",
                    "```\n",
                    "<!--",
                    "-->",
                    "<https://c.example/{z}>",
                    "%",
                    ":",
                    "://",
                    "=",
                    "[^1]",
                    "[x]: y"
                };
        var random = new Random(20261116);
        for (int round = 0; round < 20_000; round++) {
            var written = new StringBuilder();
            for (int i = random.nextInt(14); i >= 0; i--) {
                written.append(parts[random.nextInt(parts.length)]);
            }
            var prose = ProseReader.read(written.toString());
            var markdown = MarkdownWriter.inline(prose);
            var again = ProseReader.read(markdown);
            assertThat(again.text()).as(written.toString()).isEqualTo(prose.text());
            assertThat(again.anchors()).as(written.toString()).isEqualTo(prose.anchors());
            var document = COMMONMARK.parse(markdown);
            if (!prose.isEmpty()) {
                assertThat(document.getFirstChild()).as(markdown).isInstanceOf(Paragraph.class);
                assertThat(document.getFirstChild().getNext()).as(markdown).isNull();
            }
            assertThat(markdown).doesNotContain("{{", "{%", "{#", "<%", "\n", "\u202e", "\u0000");
            onlyAllowedTags(HtmlWriter.inline(prose));
        }
    }

    private static void onlyAllowedTags(String html) {
        assertThat(html).doesNotContain("{", "\u202e");
        var tags = TAG.matcher(html);
        while (tags.find()) {
            assertThat(tags.group()).matches(ALLOWED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "*a ",
                "`",
                "> ",
                "![",
                "<",
                "https://a.example/ ",
                "@a ",
                ":x: ",
                "#a",
                " cc @a",
                "*",
                "_a",
                "]("
            })
    void lengthCostsNoTime(String piece) {
        var written = piece.repeat(200_000 / piece.length());
        var before = System.nanoTime();

        draft(said(written).page(written, written, written)).render(Format.MARKDOWN, true);

        assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
    }

    @Test
    void anEmptyWeekIsADraftToo() {
        assertThat(draft().render(Format.MARKDOWN, false))
                .isEqualTo(
                        """
                        # Issue 7

                        ## That is all for this week

                        Until the next one.
                        """);
    }

    @Test
    void sixtyItemsFitIntoAMailThatNoProgramCutsOff() {
        var links =
                IntStream.range(0, 60)
                        .mapToObj(i ->
                                Shared.link(
                                                id(i),
                                                "https://acme.example/posts/2026/11/a-post-of-some-length-"
                                                        + i)
                                        .said(
                                                i,
                                                "Somebody at the lamp works wrote sentence number "
                                                        + i
                                                        + " of a week full of sentences, and"
                                                        + " it is rather longer than most: https://acme.example/posts/2026/11/a-post-of-some-length-"
                                                        + i)
                                        .page(
                                                "A post of some length " + i,
                                                "The Lamp Works",
                                                "An Author"))
                        .toArray(Shared[]::new);

        assertThat(draft(links).render(Format.HTML, true)).hasSizeLessThan(60_000);
    }

    private static String id(int i) {
        var letters = "23456789bcdfghjkmnpqrstvwxyz";
        return "zz" + letters.charAt(i / 28) + letters.charAt(i % 28);
    }
}
