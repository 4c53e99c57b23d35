package gleaner.page;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The text of an element that has only a little of it.
final class Shortly {

    private static final int MOST_NODES = 120;

    private Shortly() {}

    /// The text, with a bar where a block, an item or a line ends; empty if it is longer than asked
    /// for.
    static String text(Element root, int longest) {
        var out = new StringBuilder();
        Node at = root;
        int nodes = 0;
        int links = 0;
        while (true) {
            if (++nodes > MOST_NODES || out.length() > longest) {
                return "";
            }
            if (at instanceof Element link && link != root && link.normalName().equals("a")) {
                if (links++ > 0 && isOpen(out)) {
                    out.append(", ");
                }
            }
            if (at instanceof TextNode words) {
                if (touches(out, words.getWholeText())) {
                    out.append(" | ");
                }
                append(out, words.getWholeText());
            } else if (at instanceof Element element
                    && (element.isBlock()
                            || element.normalName().equals("br")
                            || element.normalName().equals("time"))
                    && element != root) {
                append(out, " | ");
            }
            boolean hidden =
                    at instanceof Element element
                            && (element.normalName().equals("script")
                                    || element.normalName().equals("style")
                                    || element.normalName().equals("svg")
                                    || element.normalName().equals("button"));
            if (at.childNodeSize() > 0 && !hidden) {
                at = at.childNode(0);
                continue;
            }
            while (at != root) {
                var next = at.nextSibling();
                if (at instanceof Element element && element.isBlock()) {
                    append(out, " | ");
                }
                if (next != null) {
                    at = next;
                    break;
                }
                var parent = at.parent();
                if (parent == null) {
                    return out.toString();
                }
                at = parent;
            }
            if (at == root) {
                return tidy(out);
            }
        }
    }

    /// Whether the text ends with a word, so that another link's words need something between.
    private static boolean isOpen(StringBuilder out) {
        int end = out.length();
        while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        if (end == 0 || !Character.isLetter(out.charAt(end - 1))) {
            return false;
        }
        int start = end;
        while (start > 0 && Character.isLetter(out.charAt(start - 1))) {
            start--;
        }
        // After "and" nothing is missing.
        return Character.isUpperCase(out.charAt(start));
    }

    /// Whether two elements' words would run into one: "Ann ExampleBob Example".
    private static boolean touches(StringBuilder out, String next) {
        return !out.isEmpty()
                && !next.isEmpty()
                && Character.isLowerCase(out.charAt(out.length() - 1))
                && Character.isUpperCase(next.charAt(0));
    }

    private static void append(StringBuilder out, String text) {
        // Several spaces that must not break are somebody's way to set two things apart.
        out.append(
                (text.length() > 1000 ? text.substring(0, 1000) : text)
                        .replace("\u00a0\u00a0", " | "));
    }

    /// Without bars at the ends and in a row.
    private static String tidy(StringBuilder out) {
        var text = out.toString().strip();
        var tidy = new StringBuilder(text.length());
        for (var part : text.split("\\|")) {
            var plain = part.strip();
            if (!plain.isEmpty()) {
                tidy.append(tidy.isEmpty() ? "" : " | ").append(plain);
            }
        }
        return tidy.toString();
    }
}
