package gleaner.publishing;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Words that are code to a publisher's template engine, written so that readers see the same words
/// and the engine finds nothing.
///
/// In Markdown a backslash goes between the two characters; in code, where a backslash would be
/// shown, the code becomes HTML with the characters as references.
final class Harmless {

    /// What opens Django's and Go's tags.
    private static final Pattern TAG = Pattern.compile("\\{(?=[{%#])");

    /// What Ghost fills in when it mails a post: `%%{name}%%`.
    private static final Pattern FILLED = Pattern.compile("%%(?=\\\\?\\{)");

    private static final String GAP = "%<!-- -->%";

    private Harmless() {}

    /// Markdown for Django's template language.
    static String django(String markdown) {
        if (!TAG.matcher(markdown).find()) {
            return markdown;
        }
        return TAG.matcher(withoutCode(markdown, TAG, "{")).replaceAll("{\\\\");
    }

    /// Markdown for a Ghost post.
    static String ghost(String markdown) {
        if (!FILLED.matcher(markdown).find()) {
            return markdown;
        }
        return FILLED.matcher(withoutCode(markdown, FILLED, GAP)).replaceAll(GAP);
    }

    /// HTML for Go's template language.
    static String go(String html) {
        return TAG.matcher(html).replaceAll("&#123;");
    }

    /// A style sheet for it.
    static String goStyle(String css) {
        return TAG.matcher(css).replaceAll("{ ");
    }

    /// Plain text on one line, for either.
    static String line(String text) {
        return TAG.matcher(text).replaceAll("{ ");
    }

    private record Part(int from, int to, String html) {}

    private static String withoutCode(String markdown, Pattern trigger, String written) {
        var parts = new ArrayList<Part>();
        var parser =
                Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
        parser.parse(markdown)
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(Code code) {
                                note(code, code.getLiteral(), "<code>", "</code>");
                            }

                            @Override
                            public void visit(FencedCodeBlock block) {
                                note(block, block.getLiteral(), "<pre><code>", "</code></pre>");
                            }

                            @Override
                            public void visit(IndentedCodeBlock block) {
                                note(block, block.getLiteral(), "<pre><code>", "</code></pre>");
                            }

                            private void note(Node node, String code, String open, String close) {
                                var spans = node.getSourceSpans();
                                if (spans.isEmpty() || !trigger.matcher(code).find()) {
                                    return;
                                }
                                var last = spans.getLast();
                                parts.add(
                                        new Part(
                                                spans.getFirst().getInputIndex(),
                                                last.getInputIndex() + last.getLength(),
                                                open + references(code, trigger, written) + close));
                            }
                        });
        var out = new StringBuilder(markdown.length() + 64);
        int at = 0;
        for (var part : parts) {
            out.append(markdown, at, part.from()).append(part.html());
            at = part.to();
        }
        return out.append(markdown, at, markdown.length()).toString();
    }

    /// The code with every character but letters, digits and spaces as a reference; what the
    /// trigger finds is written so if it is more than one character.
    private static String references(String code, Pattern trigger, String written) {
        var out = new StringBuilder(code.length() * 3);
        var found = trigger.matcher(code);
        int next = found.find() ? found.start() : -1;
        for (int i = 0; i < code.length(); ) {
            if (i == next && written.length() > 1) {
                out.append(written);
                i = found.end();
                next = found.find() ? found.start() : -1;
                continue;
            }
            var c = code.codePointAt(i);
            if (Character.isLetterOrDigit(c) || c == ' ') {
                out.appendCodePoint(c);
            } else {
                out.append("&#").append(c).append(';');
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }
}
