package gleaner.mastodon;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// A reply's Markdown as the plain text of a post: nobody but the asker is called by it, whatever
/// words of strangers are in it.
final class PostText {

    /// After an `@` it keeps servers from seeing a mention; it has no width.
    private static final char JOINER = '\u2060';

    private PostText() {}

    /// A part of a text that stays together: a paragraph, an item of a list, a heading.
    ///
    /// @param isHeading whether it belongs to what comes after it
    /// @param isItem whether it stands on the line right after another item
    record Block(String text, boolean isHeading, boolean isItem) {}

    /// The words, one or more lines.
    static String of(String markdown) {
        var writer = new Writer();
        Parser.builder().build().parse(markdown).accept(writer);
        return writer.told();
    }

    /// The parts of a document in their order; none is empty. A question of an interview, which is
    /// all strong, belongs to what comes after it as a heading does.
    static List<Block> blocks(String markdown) {
        var blocks = new ArrayList<Block>();
        var notes = new PostNotes(markdown);
        var document = Parser.builder().build().parse(notes.markdown());
        for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
            var isList = node instanceof ListBlock;
            for (var part = isList ? node.getFirstChild() : node; part != null; ) {
                var writer = new Writer();
                if (part instanceof ListItem item) {
                    writer.item(item, mark(item));
                } else {
                    part.accept(writer);
                }
                var text = notes.with(writer.told());
                if (!text.isEmpty()) {
                    var leads = node instanceof Heading || isStrong(node);
                    blocks.add(new Block(text, leads, isList));
                }
                part = isList ? part.getNext() : null;
            }
        }
        notes.rest().forEach(note -> blocks.add(new Block(note, false, false)));
        return blocks;
    }

    /// A document as one text.
    static String document(String markdown) {
        var text = new StringBuilder();
        var wasItem = false;
        for (var block : blocks(markdown)) {
            if (!text.isEmpty()) {
                text.append(wasItem && block.isItem() ? "\n" : "\n\n");
            }
            text.append(block.text());
            wasItem = block.isItem();
        }
        return text.toString();
    }

    private static boolean isStrong(Node node) {
        return node instanceof Paragraph
                && node.getFirstChild() instanceof StrongEmphasis strong
                && strong.getNext() == null;
    }

    /// The paragraphs of plain text.
    static List<Block> paragraphs(String text) {
        return calm(text)
                .lines()
                .collect(
                        ArrayList<StringBuilder>::new,
                        (all, line) -> {
                            if (line.isBlank() || all.isEmpty()) {
                                all.add(new StringBuilder());
                            }
                            all.getLast().append(line).append('\n');
                        },
                        ArrayList::addAll)
                .stream()
                .map(paragraph -> paragraph.toString().strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> new Block(paragraph, false, false))
                .toList();
    }

    private static String mark(ListItem item) {
        if (!(item.getParent() instanceof OrderedList list)) {
            return "• ";
        }
        var number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (var before = item.getPrevious(); before != null; before = before.getPrevious()) {
            number++;
        }
        return number + ". ";
    }

    /// Words in which no `@` calls anybody.
    static String calm(String words) {
        var out = new StringBuilder(words.length() + 4);
        for (int i = 0; i < words.length(); i++) {
            var c = words.charAt(i);
            out.append(Character.isISOControl(c) && c != '\n' ? ' ' : c);
            if (c == '@' || c == '＠') {
                out.append(JOINER);
            }
        }
        return out.toString();
    }

    /// A URL in which no `@` calls anybody: servers look for mentions in URLs too, but not behind a
    /// letter, a digit, a slash or an equals sign.
    private static String quiet(String url) {
        var out = new StringBuilder(url.length() + 4);
        for (int i = 0; i < url.length(); i++) {
            var c = url.charAt(i);
            var before = i == 0 ? ' ' : url.charAt(i - 1);
            var isSafe = before == '/' || before == '=' || Character.isLetterOrDigit(before);
            if (c == '@' && !isSafe) {
                out.append("%40");
            } else {
                out.append(c <= ' ' || c == 0x7f ? "%20" : String.valueOf(c));
            }
        }
        return out.toString();
    }

    private static final class Writer extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();
        private String indent = "";

        String told() {
            return text.toString().replaceAll("\n{3,}", "\n\n").strip();
        }

        private void block(Node node) {
            visitChildren(node);
            end(node);
        }

        private void end(Node node) {
            var isInTightItem = node.getParent() instanceof ListItem;
            text.append(isInTightItem ? "\n" : "\n\n");
        }

        private void line() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
            text.append(indent);
        }

        private void item(ListItem item, String mark) {
            line();
            text.append(mark);
            var before = indent;
            indent = before + "  ";
            visitChildren(item);
            indent = before;
        }

        @Override
        public void visit(Paragraph paragraph) {
            block(paragraph);
        }

        /// The title stands as it is, at the top of the thread; what stands between paragraphs has
        /// to look otherwise than they.
        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() == 1) {
                block(heading);
                return;
            }
            text.append("— ");
            visitChildren(heading);
            text.append(" —");
            end(heading);
        }

        @Override
        public void visit(StrongEmphasis strong) {
            var mark = isStrong(strong.getParent()) ? "*" : "";
            text.append(mark);
            visitChildren(strong);
            text.append(mark);
        }

        @Override
        public void visit(BlockQuote quote) {
            visitChildren(quote);
        }

        @Override
        public void visit(BulletList list) {
            for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                item((ListItem) item, "• ");
            }
            end(list);
        }

        @Override
        public void visit(OrderedList list) {
            var number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
            for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                item((ListItem) item, number++ + ". ");
            }
            end(list);
        }

        @Override
        public void visit(Link link) {
            var start = text.length();
            visitChildren(link);
            var words = text.substring(start).strip();
            var url = link.getDestination();
            if (words.isEmpty() || HtmlMarkdown.bare(words).equals(HtmlMarkdown.bare(calm(url)))) {
                text.setLength(start);
            } else {
                text.append(' ');
            }
            text.append(quiet(url));
        }

        /// What it shows, and where it is to be seen.
        @Override
        public void visit(Image image) {
            text.append("🖼 ");
            var start = text.length();
            visitChildren(image);
            text.append(text.length() == start ? "" : " ").append(quiet(image.getDestination()));
        }

        @Override
        public void visit(Text words) {
            text.append(calm(words.getLiteral()));
        }

        /// Of several words nobody would see where they begin and end.
        @Override
        public void visit(Code code) {
            var words = calm(code.getLiteral());
            text.append(words.indexOf(' ') < 0 ? words : "“" + words + "”");
        }

        @Override
        public void visit(FencedCodeBlock code) {
            text.append(calm(code.getLiteral())).append('\n');
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            text.append(calm(code.getLiteral())).append('\n');
        }

        @Override
        public void visit(HtmlInline html) {
            text.append(calm(html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            text.append(calm(html.getLiteral())).append("\n\n");
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            line();
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            line();
        }
    }
}
