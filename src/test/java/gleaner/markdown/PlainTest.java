package gleaner.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, what somebody typed as plain characters turns into emphasis, lists or headings in
/// the newsletter.
class PlainTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    an ordinary sentence, 5 < 6 & so on   | an ordinary sentence, 5 < 6 & so on
                    2 * 3 * 4                             | 2 \\* 3 \\* 4
                    snake_case and _private               | snake_case and \\_private
                    see [1]                               | see \\[1\\]
                    a <b> tag                             | a \\<b> tag
                    &copy; is an entity, AT&T is none     | \\&copy; is an entity, AT&T is none
                    # a heading                           | \\# a heading
                    #security is a hashtag                | #security is a hashtag
                    - a dash                              | \\- a dash
                    -5 degrees                            | -5 degrees
                    12. of May                            | 12\\. of May
                    2026 was a year                       | 2026 was a year
                    ===                                   | \\===
                    C:\\*                                 | C:\\\\\\*
                    > quoted                              | \\> quoted
                    see https://a.example/x_y_z*.         | see <https://a.example/x_y_z*>.
                    """)
    void plainCharactersStandForThemselves(String plain, String markdown) {
        assertThat(Plain.markdown(plain)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://a.example/b         | Words        | [Words](https://a.example/b)
                    https://a.example/b_(c)     | Words        | [Words](https://a.example/b_(c))
                    https://a.example/b)        | Words        | [Words](<https://a.example/b)>)
                    https://a.example/b c       | Words        | [Words](https://a.example/b%20c)
                    https://a.example/?a&lt;b   | Words        | [Words](https://a.example/?a&amp;lt;b)
                    https://a.example/b         | a [b] *c*    | [a \\[b\\] \\*c\\*](https://a.example/b)
                    """)
    void aLinkKeepsItsUrlAndItsWords(String url, String label, String markdown) {
        assertThat(Plain.link(url, label)).isEqualTo(markdown);
    }

    /// Whatever is typed, a Markdown parser finds the same characters in it, and nothing but
    /// paragraphs.
    @Test
    void everyCombinationOfMarkupCharactersMeansItself() {
        var alphabet = "ab1 *_`[]()<>#+-=~!|\\&;.:\n";
        var random = new Random(20261122);
        for (var i = 0; i < 20_000; i++) {
            var typed = new StringBuilder();
            for (var length = 1 + random.nextInt(24); length > 0; length--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var markdown = Plain.markdown(typed.toString());
            assertThat(shown(markdown))
                    .as("%s as %s", typed, markdown)
                    .isEqualTo(normal(typed.toString()));
        }
    }

    private static String normal(String typed) {
        return String.join(
                "\n", typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    private static String shown(String markdown) {
        var out = new StringBuilder();
        Parser.builder()
                .build()
                .parse(markdown)
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(Text text) {
                                out.append(text.getLiteral());
                            }

                            @Override
                            public void visit(SoftLineBreak lineBreak) {
                                out.append('\n');
                            }

                            @Override
                            public void visit(HardLineBreak lineBreak) {
                                out.append("<hard break>");
                            }

                            @Override
                            protected void visitChildren(Node parent) {
                                if (parent instanceof Paragraph && parent.getPrevious() != null) {
                                    out.append('\n');
                                } else if (parent instanceof Block
                                        && !(parent instanceof Document)
                                        && !(parent instanceof Paragraph)) {
                                    out.append("<")
                                            .append(parent.getClass().getSimpleName())
                                            .append(">");
                                }
                                super.visitChildren(parent);
                            }
                        });
        return normal(out.toString());
    }
}
