package gleaner.digest.prose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/// Reads a stranger's Markdown as [Prose]: nothing it holds can become more than words and links.
///
/// Headings, lists, quotes and code blocks become words on one line, raw HTML the text that it is
/// written in, an image its description, a link that is not `http` or `https` its words. Code that
/// a template engine could run stands as text, where it can be escaped. It is iterative: depth
/// costs no stack.
public final class ProseReader {

    /// How much of a text is read, in UTF-16 units; the rest is cut.
    static final int LONGEST = 4000;

    private static final Parser PARSER =
            Parser.builder()
                    .enabledBlockTypes(
                            Set.of(
                                    BlockQuote.class,
                                    Heading.class,
                                    ListBlock.class,
                                    FencedCodeBlock.class))
                    .maxOpenBlockParsers(20)
                    .maxInlineNesting(20)
                    .build();
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final LinkExtractor URLS =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

    private final List<Run> runs = new ArrayList<>();
    private int emphasis;
    private int strong;
    private Optional<String> href = Optional.empty();
    private final List<Footnote> notes;

    private ProseReader(List<Footnote> notes) {
        this.notes = notes;
    }

    public static Prose read(String markdown) {
        var reader = new ProseReader(List.of());
        reader.walk(PARSER.parse(Characters.cut(markdown.strip(), LONGEST)));
        return withUrls(Prose.of(reader.runs));
    }

    /// An editor's paragraph, nothing of which is cut.
    ///
    /// @param notes those whose marks stand in it as [Marks] writes them
    public static Prose readWhole(String markdown, List<Footnote> notes) {
        var reader = new ProseReader(notes);
        reader.walk(parsed(markdown));
        return withUrls(Prose.of(reader.runs));
    }

    public static Node parsed(String markdown) {
        return PARSER.parse(markdown.strip());
    }

    /// One prose a paragraph, heading, list item or other block; none empty.
    public static List<Prose> paragraphs(String markdown) {
        var blocks = new ArrayList<Prose>();
        for (var part : Characters.cut(markdown.strip(), LONGEST).split("\\n[ \\t\\r]*\\n", -1)) {
            var prose = read(part);
            if (!prose.isEmpty()) {
                blocks.add(prose);
            }
        }
        return List.copyOf(blocks);
    }

    private void walk(Node root) {
        var node = root;
        while (node != null) {
            enter(node);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            leave(node);
            while (!node.equals(root) && node.getNext() == null) {
                node = node.getParent();
                leave(node);
            }
            node = node.equals(root) ? null : node.getNext();
        }
    }

    private void enter(Node node) {
        switch (node) {
            case Text words -> add(words.getLiteral());
            case HtmlInline html -> add(html.getLiteral());
            case Code code -> addCode(code.getLiteral());
            case FencedCodeBlock code -> addCode(code.getLiteral());
            case SoftLineBreak _, HardLineBreak _ -> add(" ");
            case Emphasis _ -> emphasis++;
            case StrongEmphasis _ -> strong++;
            case Link link -> {
                href = SafeUrl.of(link.getDestination());
                if (link.getFirstChild() == null) {
                    href.ifPresent(this::add);
                }
            }
            case ListItem item -> number(item);
            default -> {}
        }
    }

    private void leave(Node node) {
        switch (node) {
            case Emphasis _ -> emphasis--;
            case StrongEmphasis _ -> strong--;
            case Link _ -> href = Optional.empty();
            case Block _ -> add(" ");
            default -> {}
        }
    }

    /// A sentence that begins with a year and a full stop is no list: only a list from 1 loses its
    /// numbers.
    private void number(ListItem item) {
        if (item.getParent() instanceof OrderedList list && item.getPrevious() == null) {
            var start = list.getMarkerStartNumber();
            if (start != null && start != 1) {
                add(start + ". ");
            }
        }
    }

    private void add(String words) {
        if (!notes.isEmpty() && words.indexOf(Run.MARK) >= 0) {
            Marks.parts(words, notes)
                    .forEach(part ->
                            part.note()
                                    .ifPresentOrElse(
                                            note ->
                                                    runs.add(
                                                            Run.mark(
                                                                    note,
                                                                    emphasis > 0,
                                                                    strong > 0)),
                                            () -> add(part.words())));
            return;
        }
        runs.add(new Run(Characters.clean(words), emphasis > 0, strong > 0, false, href));
    }

    private void addCode(String literal) {
        var words = SPACES.matcher(Characters.clean(literal).strip()).replaceAll(" ");
        var isCode = !words.isEmpty() && !isTemplate(words);
        runs.add(new Run(words, emphasis > 0, strong > 0, isCode, href));
    }

    private static boolean isTemplate(String code) {
        return code.contains("{{")
                || code.contains("{%")
                || code.contains("{#")
                || code.contains("<%");
    }

    /// URLs that stand bare are links too.
    private static Prose withUrls(Prose prose) {
        if (!prose.text().contains("://")) {
            return prose;
        }
        var runs = new ArrayList<Run>();
        for (var run : prose.runs()) {
            if (run.href().isPresent() || run.code() || !run.text().contains("://")) {
                runs.add(run);
                continue;
            }
            URLS.extractSpans(run.text())
                    .forEach(span -> {
                        var part =
                                run.withText(
                                        run.text()
                                                .substring(
                                                        span.getBeginIndex(), span.getEndIndex()));
                        runs.add(
                                span instanceof LinkSpan
                                        ? part.withHref(SafeUrl.of(part.text()))
                                        : part);
                    });
        }
        return Prose.of(runs);
    }
}
