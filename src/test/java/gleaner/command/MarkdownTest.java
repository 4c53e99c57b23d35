package gleaner.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If these fail, a page's title can put a link, HTML or a second line into the bot's answers.
class MarkdownTest {

    private static final Parser PARSER = Parser.builder().build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "*bold* _it_ ~~no~~ `code`",
                "[click](https://evil.example)",
                "![x](https://evil.example/x.png)",
                "<script>alert(1)</script>",
                "<https://evil.example>",
                "&lt;b&gt; &#65;",
                "# heading",
                "> quote",
                "- item",
                "+ item",
                "1. item",
                "12) item",
                "===",
                "a | b",
                "\\*not bold\\*",
                "trailing \\",
                "[x]: https://evil.example",
                "***",
                "~~~"
            })
    void whatStrangersWriteStaysText(String text) {
        assertThat(textOf(Markdown.line(text, 200))).isEqualTo(text);
    }

    @Test
    void noMixOfMarkupEscapes() {
        var random = new Random(7);
        var pieces = "\\`*_[]<>&~|#+-.!(): \n\tab1;";
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(30); j >= 0; j--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            var line = Markdown.line(text.toString(), 100);
            assertThat(textOf(line)).as(line).isEqualTo(Markdown.plainLine(text.toString(), 100));
        }
    }

    private static String textOf(String markdown) {
        var text = new StringBuilder();
        PARSER.parse(markdown)
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(Text node) {
                                text.append(node.getLiteral());
                            }

                            @Override
                            protected void visitChildren(Node parent) {
                                for (var child = parent.getFirstChild();
                                        child != null;
                                        child = child.getNext()) {
                                    assertThat(child).isInstanceOfAny(Text.class, Paragraph.class);
                                }
                                super.visitChildren(parent);
                            }
                        });
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://example.com/a_(b)        | [x](https://example.com/a_\\(b\\))
                    https://example.com/a b          | [x](https://example.com/a%20b)
                    https://example.com/<script>     | [x](https://example.com/%3Cscript%3E)
                    https://example.com/?a=1&copy;=2 | [x](https://example.com/?a=1\\&copy;=2)
                    https://example.com/?a=1&b=2     | [x](https://example.com/?a=1&b=2)
                    javascript:alert(1)              | x
                    HTTPS://EXAMPLE.COM              | [x](HTTPS://EXAMPLE.COM)
                    """)
    void onlyWebAddressesAreLinkedAndNeverEndEarly(String url, String markdown) {
        assertThat(Markdown.link("x", url, 100)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a_(b)",
                "https://example.com/?q=)(&amp;x=\\",
                "https://example.com/\u202E\"x`y",
            })
    void aLinkGoesWhereItsUrlSays(String url) {
        var link = (Link) PARSER.parse(Markdown.link("x", url, 9)).getFirstChild().getFirstChild();
        assertThat(link.getNext()).isNull();
        assertThat(
                        link.getDestination()
                                .replace("%22", "\"")
                                .replace("%60", "`")
                                .replace("%E2%80%AE", "\u202E"))
                .isEqualTo(url);
    }

    @Test
    void linesAreOneShortAndWhole() {
        assertThat(Markdown.plainLine("a\r\n\t b\u0000c\u202Ed", 20)).isEqualTo("a b cd");
        assertThat(Markdown.plainLine("x".repeat(50), 10)).isEqualTo("x".repeat(9) + "…");
        assertThat(Markdown.plainLine("😀".repeat(50), 10)).isEqualTo("😀".repeat(4) + "…");
        assertThat(Markdown.plainLine("a\ud83d", 10)).isEqualTo("a\ufffd");
        assertThat(Markdown.plainLine("exactly 10", 10)).isEqualTo("exactly 10");
    }
}
