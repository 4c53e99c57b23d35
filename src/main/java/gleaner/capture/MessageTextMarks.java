package gleaner.capture;

import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/// Marks where URLs may begin, so that a parser of inlines need not stop at every `h`.
///
/// The first letter of `http` before `://` becomes a soft hyphen, of the same length and as little
/// markup as the letter, and is one again in everything that was read.
final class MessageTextMarks {

    static final char MARK = '\u00ad';

    private MessageTextMarks() {}

    /// @param markdown without [#MARK]
    static String mark(String markdown) {
        var marked = new StringBuilder(markdown);
        for (int i = markdown.indexOf("://"); i >= 0; i = markdown.indexOf("://", i + 3)) {
            int scheme = MessageTextUrl.schemeStart(markdown, i);
            if (scheme >= 0 && markdown.charAt(scheme) == 'h') {
                marked.setCharAt(scheme, MARK);
            }
        }
        return marked.toString();
    }

    static String unmark(String text) {
        return text.replace(MARK, 'h');
    }

    /// What stands below the node as it was before.
    static void unmark(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> text.setLiteral(unmark(text.getLiteral()));
                case Code code -> code.setLiteral(unmark(code.getLiteral()));
                case Link link -> {
                    link.setDestination(unmark(link.getDestination()));
                    unmark(link);
                }
                case LinkReferenceDefinition definition -> {
                    definition.setDestination(unmark(definition.getDestination()));
                    definition.setLabel(unmark(definition.getLabel()));
                }
                default -> unmark(node);
            }
        }
    }
}
