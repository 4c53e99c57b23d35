package gleaner.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkResult;

/// A draft's Markdown read as a tree, the marks of its footnotes (`[^12]`) as raised digits: what
/// Slack has for small numbers.
final class DraftMarkdown {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int LONGEST_MARK = 6;

    private static final Parser PARSER =
            Parser.builder()
                    .maxOpenBlockParsers(50)
                    .linkProcessor((link, scanner, _) -> {
                        var mark = link.text(scanner);
                        return link.destination() == null && isMark(mark)
                                ? LinkResult.replaceWith(
                                        new Text(raised(mark.substring(1))), scanner.position())
                                : LinkResult.none();
                    })
                    .build();

    private DraftMarkdown() {}

    static Node parsed(String markdown) {
        return PARSER.parse(markdown);
    }

    static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }

    /// The first heading of the first level; the words of every other draft are "The draft".
    static String title(Node document) {
        return children(document).stream()
                .filter(node -> node instanceof Heading heading && heading.getLevel() == 1)
                .findFirst()
                .map(DraftMarkdown::plain)
                .filter(words -> !words.isBlank())
                .orElse("The draft");
    }

    /// The words alone.
    static String plain(Node node) {
        var words = new StringBuilder();
        node.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        words.append(text.getLiteral());
                    }

                    @Override
                    public void visit(Code code) {
                        words.append(code.getLiteral());
                    }

                    @Override
                    public void visit(SoftLineBreak end) {
                        words.append(' ');
                    }

                    @Override
                    public void visit(HardLineBreak end) {
                        words.append(' ');
                    }
                });
        return words.toString().strip();
    }

    private static boolean isMark(String text) {
        return text.length() > 1
                && text.length() <= LONGEST_MARK
                && text.charAt(0) == '^'
                && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    private static String raised(String digits) {
        var raised = new StringBuilder();
        digits.chars().forEach(c -> raised.append(RAISED.charAt(c - '0')));
        return raised.toString();
    }

    /// The words of a paragraph that is a footnote, its number before them: `[^1]: words` reads `¹:
    /// words` here.
    static Optional<String> footnote(String words) {
        int end = 0;
        while (end < words.length() && RAISED.indexOf(words.charAt(end)) >= 0) {
            end++;
        }
        return end > 0 && words.startsWith(": ", end)
                ? Optional.of(words.substring(0, end) + " " + words.substring(end + 2))
                : Optional.empty();
    }
}
