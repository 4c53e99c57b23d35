package gleaner.capture;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// A link's label as plain text.
final class MessageTextWords {

    private MessageTextWords() {}

    /// The text in the link on one line, without markup.
    static String of(Link link) {
        var words = new StringBuilder();
        add(link, words);
        return words.toString().strip();
    }

    /// Whether the words only say the URL again, as it is or as chat programs shorten it.
    static boolean repeat(String words, String url) {
        String said = bare(words);
        String meant = bare(url);
        if (said.endsWith("…") || said.endsWith("...")) {
            String begun = said.substring(0, said.length() - (said.endsWith("…") ? 1 : 3));
            return begun.indexOf('.') > 0 && meant.startsWith(begun);
        }
        return said.isEmpty() || said.equals(meant);
    }

    private static String bare(String url) {
        String rest = url.substring(Math.max(0, MessageTextUrl.schemeEnd(url)));
        rest = rest.regionMatches(true, 0, "www.", 0, 4) ? rest.substring(4) : rest;
        return rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static void add(Node parent, StringBuilder words) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text text -> addCollapsed(text.getLiteral(), words);
                case Code code -> addCollapsed(code.getLiteral(), words);
                case MessageTextMarkdown.BareUrl bare -> words.append(bare.url());
                case SoftLineBreak _, HardLineBreak _ -> addCollapsed(" ", words);
                default -> add(child, words);
            }
        }
    }

    private static void addCollapsed(String text, StringBuilder words) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
    }
}
