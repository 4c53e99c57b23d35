package gleaner.slack;

import java.util.ArrayDeque;
import java.util.Deque;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
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
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Markdown in Slack's own markup; nothing in it can mention anybody, since every `<` that is not
/// ours is escaped.
///
/// See <https://docs.slack.dev/messaging/formatting-message-text>.
final class MrkdwnWriter extends AbstractVisitor {

    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(50).build();

    private static final char APART = '\u200b';

    private final StringBuilder out = new StringBuilder();
    private final Deque<Integer> numbers = new ArrayDeque<>();
    private boolean isInLink;
    private String openMarks = "";
    private int closed = -1;

    private MrkdwnWriter() {}

    static String of(String markdown) {
        return of(PARSER.parse(markdown));
    }

    static String of(Node node) {
        var writer = new MrkdwnWriter();
        node.accept(writer);
        return writer.out.toString().strip();
    }

    /// The words within, all of them bold.
    static String bold(Node node) {
        var writer = new MrkdwnWriter();
        writer.marked("*", node);
        return writer.out.toString();
    }

    /// The three characters that Slack wants escaped.
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void block() {
        if (!out.isEmpty()) {
            out.append(out.charAt(out.length() - 1) == '\n' ? "\n" : "\n\n");
        }
    }

    private void line() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (!(paragraph.getParent() instanceof ListItem)) {
            block();
        } else if (paragraph.getPrevious() != null) {
            line();
        }
        visitChildren(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        block();
        marked("*", heading);
    }

    @Override
    public void visit(BulletList list) {
        list(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        var first = list.getMarkerStartNumber();
        list(list, first == null ? 1 : Math.max(1, first));
    }

    private void list(Node list, int first) {
        if (numbers.isEmpty()) {
            block();
        }
        numbers.push(first);
        visitChildren(list);
        numbers.pop();
    }

    @Override
    public void visit(ListItem item) {
        line();
        int number = numbers.isEmpty() ? 0 : numbers.pop();
        out.append("    ".repeat(Math.clamp(numbers.size(), 0, 8)))
                .append(number == 0 ? "• " : number + ". ");
        numbers.push(number == 0 ? 0 : number + 1);
        visitChildren(item);
    }

    @Override
    public void visit(BlockQuote quote) {
        block();
        var inner = new MrkdwnWriter();
        inner.visitChildren(quote);
        out.append("> ").append(inner.out.toString().strip().replace("\n", "\n> "));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    private void code(String text) {
        block();
        out.append("```\n")
                .append(escaped(text.stripTrailing()).replace("```", "`\u200b``"))
                .append("\n```");
    }

    @Override
    public void visit(Code code) {
        out.append('`').append(escaped(code.getLiteral()).replace('`', 'ˋ')).append('`');
    }

    @Override
    public void visit(Emphasis emphasis) {
        marked("_", emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        marked("*", emphasis);
    }

    /// Within itself a mark would end it. In the middle of a word Slack takes it for a character,
    /// unless one of no width stands between.
    private void marked(String mark, Node node) {
        if (openMarks.contains(mark)) {
            visitChildren(node);
            return;
        }
        if (!out.isEmpty() && Character.isLetterOrDigit(out.codePointBefore(out.length()))) {
            out.append(APART);
        }
        var before = openMarks;
        openMarks += mark;
        out.append(mark);
        visitChildren(node);
        out.append(mark);
        openMarks = before;
        closed = out.length();
    }

    @Override
    public void visit(Link link) {
        link(link, link.getDestination(), "");
    }

    private void link(Node link, String url, String sign) {
        if (isInLink || !(url.startsWith("https://") || url.startsWith("http://"))) {
            visitChildren(link);
            return;
        }
        out.append('<').append(escaped(url.replace("|", "%7C"))).append('|').append(sign);
        var start = out.length();
        isInLink = true;
        visitChildren(link);
        isInLink = false;
        var label = out.substring(start).replace('|', '¦').replace('\n', ' ').strip();
        out.setLength(start);
        out.append(label.isEmpty() ? escaped(url) : label).append('>');
    }

    /// A picture among words, as a link to it.
    @Override
    public void visit(Image image) {
        link(image, image.getDestination(), "🖼 ");
    }

    @Override
    public void visit(Text text) {
        if (out.length() == closed
                && !text.getLiteral().isEmpty()
                && Character.isLetterOrDigit(text.getLiteral().codePointAt(0))) {
            out.append(APART);
        }
        out.append(escaped(text.getLiteral()));
    }

    @Override
    public void visit(SoftLineBreak end) {
        out.append('\n');
    }

    @Override
    public void visit(HardLineBreak end) {
        out.append('\n');
    }

    @Override
    public void visit(ThematicBreak line) {
        block();
        out.append("———");
    }

    @Override
    public void visit(HtmlInline html) {
        out.append(escaped(html.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
        block();
        out.append(escaped(html.getLiteral()));
    }

    @Override
    public void visit(CustomBlock block) {
        visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
    }
}
