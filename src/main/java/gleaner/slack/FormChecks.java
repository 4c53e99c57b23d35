package gleaner.slack;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.Tag;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;

/// What is wrong with what somebody filled in, told while they can still put it right.
final class FormChecks {

    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(50).build();
    private static final int LONGEST_URL = 2_000;

    private FormChecks() {}

    /// What is wrong with a link's address.
    static Optional<String> url(String text) {
        var expected =
                "A link begins with https:// and leads to a public page, not '%s'."
                        .formatted(Excerpt.of(text));
        if (text.length() > LONGEST_URL) {
            return Optional.of(
                    "A link has at most %d characters; this one has %d."
                            .formatted(LONGEST_URL, text.length()));
        }
        if (text.indexOf(' ') >= 0) {
            return Optional.of("One link at a time, without spaces.");
        }
        var lower = text.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
            return Optional.of(expected);
        }
        if (SlackUrls.isWithin(lower)) {
            return Optional.of(
                    "That leads into Slack, where the newsletter's readers cannot follow.");
        }
        var host = host(text);
        return host.isEmpty() || host.indexOf('.') < 0 ? Optional.of(expected) : Optional.empty();
    }

    private static String host(String text) {
        try {
            var start = text.indexOf("://") + 3;
            int end = start;
            while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            var host = new URI("https://" + text.substring(start, end)).getAuthority();
            return host == null ? "" : host;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /// The tag that a word stands for.
    ///
    /// @throws GleanerException USAGE where it stands for none
    static Tag tag(String word) {
        var tag = Tag.of(word);
        if (!tag.shown()
                .codePoints()
                .allMatch(c ->
                        Character.isLetterOrDigit(c)
                                || "-_.+".indexOf(c) >= 0
                                || Character.getType(c) == Character.NON_SPACING_MARK)) {
            throw GleanerException.usage(
                    "A tag is one word of letters and digits, not '%s'."
                            .formatted(Excerpt.of(word)));
        }
        return tag;
    }

    /// What is wrong with an item's sentence: it is one paragraph of Markdown whose links lead to
    /// the web.
    static Optional<String> sentence(String markdown) {
        var document = PARSER.parse(markdown);
        var first = document.getFirstChild();
        if (first == null) {
            return Optional.empty();
        }
        if (!(first instanceof Paragraph) || first.getNext() != null) {
            return Optional.of(
                    "This is one paragraph, without headings, lists, quotes or code blocks.");
        }
        var found = new Found();
        document.accept(found);
        return found.wrong.or(() -> unfinished(document, markdown));
    }

    /// A link that was begun and not ended is text to Markdown, but never what its writer meant.
    private static Optional<String> unfinished(Node document, String markdown) {
        var links = new Found();
        document.accept(links);
        var begun = 0;
        for (var at = markdown.indexOf("]("); at >= 0; at = markdown.indexOf("](", at + 2)) {
            begun++;
        }
        return begun > links.count
                ? Optional.of(
                        "A link is not complete; it is written [words](https://example.com/page).")
                : Optional.empty();
    }

    private static final class Found extends AbstractVisitor {

        private Optional<String> wrong = Optional.empty();
        private int count;

        private void wrong(String sentence) {
            wrong = wrong.or(() -> Optional.of(sentence));
        }

        @Override
        public void visit(Link link) {
            count++;
            var url = link.getDestination();
            if (!url.startsWith("https://") && !url.startsWith("http://")) {
                wrong("A link leads to https://…, not to '%s'.".formatted(Excerpt.of(url)));
            }
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            wrong("Pictures have no place here; link to the page that has them.");
        }

        @Override
        public void visit(HtmlInline html) {
            wrong(
                    "This is Markdown, without HTML such as '%s'."
                            .formatted(Excerpt.of(html.getLiteral())));
        }

        @Override
        public void visit(HtmlBlock html) {
            wrong("This is Markdown, without HTML.");
        }
    }
}
