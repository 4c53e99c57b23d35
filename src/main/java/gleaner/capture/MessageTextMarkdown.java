package gleaner.capture;

import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/// Markdown as people type it in chat: CommonMark with bare URLs and without HTML, nested no deeper
/// than people nest.
///
/// Bare URLs are recognised while inlines are parsed, so that an underscore or asterisk in one is
/// never emphasis. HTML is plain text, URLs in it included. What is nested deeper than
/// [#MAX_NESTING] is text.
final class MessageTextMarkdown {

    static final int MAX_NESTING = 32;

    private static final char MARK = MessageTextMarks.MARK;
    private static final Parser PLAIN = parser(Set.of(), false, IncludeSourceSpans.NONE);
    private static final Parser MARKED = parser(Set.of(MARK, 'H'), true, IncludeSourceSpans.NONE);
    private static final Parser TYPED_MARKED =
            parser(Set.of(MARK, 'H'), true, IncludeSourceSpans.BLOCKS_AND_INLINES);
    private static final Parser WITH_ALL =
            parser(Set.of('h', 'H', 'w', 'W'), false, IncludeSourceSpans.BLOCKS_AND_INLINES);

    private MessageTextMarkdown() {}

    static Node parse(String markdown) {
        if (hasWww(markdown) || markdown.indexOf(MARK) >= 0) {
            return WITH_ALL.parse(markdown);
        }
        boolean typed = isReadOtherwiseThanTyped(markdown);
        if (!typed && !markdown.contains("://")) {
            return PLAIN.parse(markdown);
        }
        var root = (typed ? TYPED_MARKED : MARKED).parse(MessageTextMarks.mark(markdown));
        MessageTextMarks.unmark(root);
        return root;
    }

    /// Whether there may be escapes, entities or code, for which one must know what was typed
    /// where.
    private static boolean isReadOtherwiseThanTyped(String markdown) {
        return markdown.indexOf('\\') >= 0
                || markdown.indexOf('&') >= 0
                || markdown.indexOf('`') >= 0;
    }

    private static boolean hasWww(String markdown) {
        for (int i = markdown.indexOf('.', 3); i >= 0; i = markdown.indexOf('.', i + 1)) {
            if (markdown.regionMatches(true, i - 3, "www", 0, 3)) {
                return true;
            }
        }
        return false;
    }

    /// @param marked whether the beginnings of URLs are marked: see [MessageTextMarks]
    private static Parser parser(Set<Character> bare, boolean marked, IncludeSourceSpans spans) {
        return Parser.builder()
                .enabledBlockTypes(blocks())
                .includeSourceSpans(spans)
                .maxOpenBlockParsers(MAX_NESTING)
                .maxInlineNesting(MAX_NESTING)
                .customInlineContentParserFactory(new Factory(bare, state -> bare(state, marked)))
                .customInlineContentParserFactory(
                        new Factory(Set.of('<'), state -> pointed(state, marked)))
                .build();
    }

    /// A URL that stands in the text without any markup.
    static final class BareUrl extends CustomNode {

        private final String url;

        BareUrl(String url) {
            this.url = url;
        }

        String url() {
            return url;
        }
    }

    private record Factory(Set<Character> triggers, InlineContentParser parser)
            implements InlineContentParserFactory {

        @Override
        public Set<Character> getTriggerCharacters() {
            return triggers;
        }

        @Override
        public InlineContentParser create() {
            return parser;
        }
    }

    private static Set<Class<? extends Block>> blocks() {
        return Set.of(
                Heading.class,
                FencedCodeBlock.class,
                IndentedCodeBlock.class,
                ThematicBreak.class,
                ListBlock.class,
                BlockQuote.class);
    }

    private static ParsedInline bare(InlineParserState state, boolean marked) {
        Scanner scanner = state.scanner();
        int before = scanner.peekPreviousCodePoint();
        if (before < 0x530 && Character.isLetterOrDigit(before)) {
            return ParsedInline.none();
        }
        var start = scanner.position();
        int scheme = scheme(scanner, before, marked);
        if (scheme == 0) {
            return ParsedInline.none();
        }
        scanner.setPosition(start);
        var run = new MessageTextRun(marked);
        run.takeHost(scanner, scheme);
        if (MessageTextUrl.hostLength(run.text()) < 0) {
            return ParsedInline.none();
        }
        run.takeRest(scanner);
        if (run.isTooLong()) {
            return ParsedInline.of(new Text(run.raw()), scanner.position());
        }
        int length = MessageTextUrl.length(run.text(), before);
        if (length < 0) {
            return ParsedInline.none();
        }
        scanner.setPosition(start);
        for (int i = run.rawLength(length); i > 0; i--) {
            scanner.next();
        }
        return ParsedInline.of(
                new BareUrl(MessageTextUrl.withScheme(run.text().substring(0, length))),
                scanner.position());
    }

    /// The length of the scheme or `www.` that begins here, where one may begin, else 0.
    private static int scheme(Scanner scanner, int before, boolean marked) {
        boolean www = scanner.peek() == 'w' || scanner.peek() == 'W';
        String refused = www ? "+@$/-." : "+@$";
        if (refused.indexOf(before) >= 0) {
            return 0;
        }
        if (www) {
            return next(scanner, "www.") ? 4 : 0;
        }
        boolean begins = (marked && scanner.next(MARK)) || next(scanner, "h");
        if (!begins || !next(scanner, "ttp")) {
            return 0;
        }
        boolean secure = next(scanner, "s");
        return !next(scanner, "://") ? 0 : secure ? 8 : 7;
    }

    private static boolean next(Scanner scanner, String lower) {
        for (int i = 0; i < lower.length(); i++) {
            if ((scanner.peek() | (lower.charAt(i) >= 'a' ? 0x20 : 0)) != lower.charAt(i)) {
                return false;
            }
            scanner.next();
        }
        return true;
    }

    /// `<https://…>` is a link; any other `<` is text.
    private static ParsedInline pointed(InlineParserState state, boolean marked) {
        Scanner scanner = state.scanner();
        scanner.next();
        var afterPoint = scanner.position();
        if ("hHwW".indexOf(scanner.peek()) >= 0 || (marked && scanner.peek() == MARK)) {
            var url = new StringBuilder();
            while (scanner.hasNext()
                    && url.length() <= MessageTextUrl.MAX
                    && " <>\n\t".indexOf(scanner.peek()) < 0) {
                url.append(scanner.peek());
                scanner.next();
            }
            String written = marked ? MessageTextMarks.unmark(url.toString()) : url.toString();
            String target = scanner.next('>') ? MessageTextUrl.target(written) : "";
            if (!target.isEmpty()) {
                var link = new Link(target, null);
                link.appendChild(new BareUrl(target));
                return ParsedInline.of(link, scanner.position());
            }
        }
        return ParsedInline.of(new Text("<"), afterPoint);
    }
}
