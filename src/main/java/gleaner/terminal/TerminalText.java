package gleaner.terminal;

import gleaner.news.LinkId;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// Markdown as a terminal shows it: colour and weight instead of marks where it can, plain words
/// where it cannot. There, what is to be typed stands in quotes, so that it is told from the words
/// around it.
///
/// Control characters of strangers are left out, so that no title moves the cursor.
public final class TerminalText {

    private static final Pattern ACT = Pattern.compile("a[0-9]{1,12}");

    private static final String BOLD = "\u001b[1m";
    private static final String ITALIC = "\u001b[3m";
    private static final String CYAN = "\u001b[36m";
    private static final String DIM = "\u001b[2m";
    private static final String RESET = "\u001b[0m";

    private TerminalText() {}

    /// The words as lines, without a line break at the end.
    public static String of(String markdown, boolean colour) {
        var writer = new Writer(colour);
        Parser.builder().build().parse(markdown).accept(writer);
        return writer.text.toString().strip();
    }

    private static final class Writer extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();
        private final boolean colour;
        private String indent = "";

        Writer(boolean colour) {
            this.colour = colour;
        }

        private void styled(String style, Node node) {
            if (colour) {
                text.append(style);
            }
            visitChildren(node);
            if (colour) {
                text.append(RESET);
            }
        }

        private void plain(String words) {
            words.codePoints()
                    .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                    .forEach(text::appendCodePoint);
        }

        private void newBlock() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (!(paragraph.getParent() instanceof ListItem) && paragraph.getPrevious() != null) {
                newBlock();
                text.append('\n');
            } else if (!(paragraph.getParent() instanceof ListItem)) {
                newBlock();
            }
            visitChildren(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            newBlock();
            if (heading.getPrevious() != null) {
                text.append('\n');
            }
            styled(BOLD, heading);
        }

        @Override
        public void visit(BulletList list) {
            items(list);
        }

        @Override
        public void visit(OrderedList list) {
            items(list);
        }

        private void items(Node list) {
            newBlock();
            if (list.getPrevious() != null && !(list.getParent() instanceof ListItem)) {
                text.append('\n');
            }
            visitChildren(list);
        }

        @Override
        public void visit(ListItem item) {
            newBlock();
            text.append(indent).append("- ");
            var outer = indent;
            indent = outer + "  ";
            visitChildren(item);
            indent = outer;
        }

        @Override
        public void visit(BlockQuote quote) {
            newBlock();
            text.append("> ");
            visitChildren(quote);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            newBlock();
            plain(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            newBlock();
            plain(code.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            newBlock();
            plain(html.getLiteral());
        }

        @Override
        public void visit(CustomBlock block) {
            newBlock();
            visitChildren(block);
        }

        @Override
        public void visit(HtmlInline html) {
            plain(html.getLiteral());
        }

        @Override
        public void visit(Text node) {
            plain(node.getLiteral());
        }

        @Override
        public void visit(Code code) {
            var quote = code.getLiteral().contains("'") ? "\"" : "'";
            var mark = colour || isPlain(code.getLiteral()) ? "" : quote;
            text.append(colour ? CYAN : mark);
            plain(code.getLiteral());
            text.append(colour ? RESET : mark);
        }

        /// Whether it is told from the words around it by itself: an id, an act, a tag, a URL.
        private static boolean isPlain(String code) {
            return LinkId.parse(code).isPresent()
                    || code.startsWith("#")
                    || code.chars().allMatch(c -> c >= '0' && c <= '9')
                    || ACT.matcher(code).matches()
                    || (code.contains("://") && code.indexOf(' ') < 0);
        }

        @Override
        public void visit(Emphasis emphasis) {
            styled(ITALIC, emphasis);
        }

        @Override
        public void visit(StrongEmphasis strong) {
            styled(BOLD, strong);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
        }

        @Override
        public void visit(Link link) {
            var start = text.length();
            styled(BOLD, link);
            var words = text.substring(start).replace(BOLD, "").replace(RESET, "");
            if (!words.equals(link.getDestination())) {
                text.append(' ').append(colour ? DIM : "");
                text.append('<');
                plain(link.getDestination());
                text.append('>').append(colour ? RESET : "");
            }
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append('\n').append(indent);
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append('\n').append(indent);
        }
    }
}
