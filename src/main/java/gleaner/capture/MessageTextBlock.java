package gleaner.capture;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Delimited;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The words of one paragraph or heading on one line, twice and place by place the same.
///
/// Once as Markdown that stands for itself (`markdown`), once as what a reader of tags and
/// sentences must see (`plain`): markup and escaped characters are word joiners there, URLs and
/// code are numerals that are no letters.
final class MessageTextBlock {

    /// What must not be cut: a link, or code, whose URL is empty.
    record Mark(int start, int end, String url, String words) {

        boolean isLink() {
            return !url.isEmpty();
        }
    }

    /// A run of emphasis markers, and where the run that belongs to it is.
    private record Marker(int start, int end, int partner) {}

    /// Unseen by the rules for sentences, and no part of a tag.
    private static final char MARKUP = '\u2060';

    /// An upper-case character to the rules for sentences, but no letter or digit.
    private static final char SOLID = '\u2169';

    /// The same for code, which counts as a word.
    static final char CODE = '\u216c';

    private final String source;
    private final StringBuilder markdown = new StringBuilder();
    private final StringBuilder seen = new StringBuilder();
    private final String plain;
    private final String line;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>(List.of(0));
    private int links;

    MessageTextBlock(String source, Node container) {
        this.source = source;
        addChildren(container, false);
        plain = seen.toString();
        line = markdown.toString();
    }

    String plain() {
        return plain;
    }

    String markdown() {
        return line;
    }

    List<Mark> marks() {
        return marks;
    }

    /// Where the lines of the message begin, the first being 0.
    List<Integer> lines() {
        return lines;
    }

    boolean hasLinks() {
        return links > 0;
    }

    /// The Markdown of a range, without emphasis that is only begun or only ended in it.
    String markdown(int from, int to) {
        int first = firstMarker(from);
        if (first == markers.size() || markers.get(first).start() >= to) {
            return line.substring(from, to);
        }
        var cut = new StringBuilder(to - from);
        int at = from;
        for (int i = first; i < markers.size() && markers.get(i).start() < to; i++) {
            Marker marker = markers.get(i);
            if (marker.partner() < from || marker.partner() >= to) {
                cut.append(line, at, marker.start());
                at = Math.min(marker.end(), to);
            }
        }
        return cut.append(line, at, to).toString().strip();
    }

    /// The index of the first mark that ends after this place.
    int firstEndingAfter(int place) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (marks.get(middle).end() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstMarker(int from) {
        int low = 0;
        int high = markers.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (markers.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void addChildren(Node parent, boolean inLabel) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            add(child, inLabel);
        }
    }

    /// @param inLabel whether the node is in a link's label, where links and emphasis are only
    ///   their text
    private void add(Node node, boolean inLabel) {
        switch (node) {
            case Text text when text.getSourceSpans().isEmpty() ->
                    addText(text.getLiteral(), text.getLiteral());
            case Text text -> addText(typed(text), text.getLiteral());
            case SoftLineBreak _, HardLineBreak _ -> addBreak();
            case Code code -> addCode(code, inLabel);
            case MessageTextMarkdown.BareUrl bare when inLabel -> append(bare.url(), SOLID);
            case MessageTextMarkdown.BareUrl bare -> addBare(bare.url());
            case Image image -> addChildren(image, true);
            case Link link
                    when !inLabel && !MessageTextUrl.target(link.getDestination()).isEmpty() ->
                    addLink(link);
            case Delimited emphasis when !inLabel -> addEmphasis(node, emphasis);
            default -> addChildren(node, inLabel);
        }
    }

    private void addBreak() {
        space();
        lines.add(markdown.length());
    }

    private void addCode(Code code, boolean inLabel) {
        int start = markdown.length();
        append(typed(code).replace('\n', ' '), CODE);
        if (!inLabel) {
            marks.add(new Mark(start, markdown.length(), "", ""));
        }
    }

    private void addBare(String url) {
        int start = markdown.length();
        append(url, SOLID);
        addLinkMark(start, url, "");
    }

    private void addLink(Link link) {
        int start = markdown.length();
        String url = MessageTextUrl.target(link.getDestination());
        String words = MessageTextWords.of(link);
        if (MessageTextWords.repeat(words, url)) {
            String written =
                    standsBare(url, start == 0 ? ' ' : markdown.charAt(start - 1), link.getNext())
                            ? url
                            : "<" + url + ">";
            append(written, SOLID);
            addLinkMark(start, url, "");
            return;
        }
        append("[", MARKUP);
        addChildren(link, true);
        append("](" + target(url) + ")", MARKUP);
        addLinkMark(start, url, words);
    }

    private void addLinkMark(int start, String url, String words) {
        marks.add(new Mark(start, markdown.length(), url, words));
        links++;
    }

    /// Whether a reader of the words would find the same URL without pointed brackets.
    private static boolean standsBare(String url, char before, @Nullable Node next) {
        if (MessageTextUrl.length(url, ' ') != url.length()) {
            return false;
        }
        String after = next instanceof Text text ? text.getLiteral() : next == null ? "" : " ";
        int i = 0;
        while (i < after.length() && ".,;:!?".indexOf(after.charAt(i)) >= 0) {
            i++;
        }
        boolean begins = before == ' ' || before == '(';
        boolean ends = i == after.length() || Character.isWhitespace(after.charAt(i));
        return begins
                && ends
                && (next == null
                        || next instanceof Text
                        || next instanceof SoftLineBreak
                        || next instanceof HardLineBreak);
    }

    /// The URL as a link's target, in pointed brackets where it needs them.
    static String target(String url) {
        return isPlainTarget(url) ? url : "<" + url + ">";
    }

    private static boolean isPlainTarget(String url) {
        int open = 0;
        for (int i = 0; i < url.length() && open >= 0; i++) {
            char c = url.charAt(i);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '\\' || c == '&') {
                open = url.indexOf(';', i) > 0 || c == '\\' ? -1 : open;
            }
        }
        return open == 0;
    }

    private void addEmphasis(Node node, Delimited emphasis) {
        int index = markers.size();
        int start = markdown.length();
        append(emphasis.getOpeningDelimiter(), MARKUP);
        int opened = markdown.length();
        markers.add(new Marker(start, opened, -1));
        addChildren(node, false);
        int closing = markdown.length();
        append(emphasis.getClosingDelimiter(), MARKUP);
        markers.set(index, new Marker(start, opened, closing));
        markers.add(new Marker(closing, markdown.length(), start));
    }

    /// What the message has in place of this node, its escapes included.
    private String typed(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.size() == 1) {
            SourceSpan span = spans.getFirst();
            return source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
        }
        var typed = new StringBuilder();
        for (SourceSpan span : spans) {
            typed.append(typed.isEmpty() || node instanceof Text ? "" : "\n");
            typed.append(source, span.getInputIndex(), span.getInputIndex() + span.getLength());
        }
        return typed.toString();
    }

    private void addText(String typed, String literal) {
        boolean same = typed.length() == literal.length();
        int from = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c > '<' && c < 0x80 && c != '\\') {
                continue;
            }
            char after = i + 1 < typed.length() ? typed.charAt(i + 1) : ' ';
            if (c == ' ' && after > ' ' && after < 0x80 && i > from) {
                continue;
            }
            boolean blank = Character.isWhitespace(c);
            boolean escape = !same && c == '\\' && isPunctuation(after);
            if (blank || escape || (c == '<' && opensTag(after))) {
                addAsTyped(typed, from, i);
                if (blank) {
                    space();
                } else {
                    append(escape ? typed.substring(i, i + 2) : "\\<", MARKUP);
                }
                i += escape ? 1 : 0;
                from = i + 1;
            }
        }
        addAsTyped(typed, from, typed.length());
    }

    private void addAsTyped(String typed, int from, int to) {
        markdown.append(typed, from, to);
        seen.append(typed, from, to);
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7F && !MessageTextUrl.isAsciiAlnum(c);
    }

    private static boolean opensTag(char c) {
        return c > ' ' && c < 0x7F && (Character.isLetter(c) || c == '/' || c == '!' || c == '?');
    }

    private void space() {
        if (!markdown.isEmpty() && markdown.charAt(markdown.length() - 1) != ' ') {
            markdown.append(' ');
            seen.append(' ');
        }
    }

    private void append(String written, char seenAs) {
        markdown.append(written);
        seen.repeat(seenAs, written.length());
    }
}
