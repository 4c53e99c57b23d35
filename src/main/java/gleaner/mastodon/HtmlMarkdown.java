package gleaner.mastodon;

import gleaner.markdown.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The HTML of a status as Markdown: of a link its address counts and never its text, which servers
/// shorten.
///
/// Whatever server the status came from may have written it, so nothing in it is trusted to be
/// well-formed. Deep nesting of quotes and lists is made flat, so that the result stays in
/// proportion to the HTML.
final class HtmlMarkdown {

    private static final Set<String> SKIPPED =
            Set.of(
                    "script",
                    "style",
                    "head",
                    "title",
                    "template",
                    "iframe",
                    "noscript",
                    "svg",
                    "math",
                    "object",
                    "video",
                    "audio",
                    "form",
                    "select",
                    "textarea",
                    "button");
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "section",
                    "article",
                    "header",
                    "footer",
                    "main",
                    "aside",
                    "figure",
                    "figcaption",
                    "table",
                    "tbody",
                    "thead",
                    "tr",
                    "dl",
                    "dt",
                    "dd",
                    "details",
                    "summary",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "pre",
                    "hr",
                    "body");
    private static final int DEEPEST = 6;

    private final Anchors anchors;
    private boolean linked;

    HtmlMarkdown(Anchors anchors) {
        this.anchors = anchors;
    }

    /// Whether a link to the web was met.
    boolean hasLinks() {
        return linked;
    }

    String of(Element body) {
        return blocks(body, 0);
    }

    private String blocks(Element parent, int depth) {
        var parts = new ArrayList<String>();
        var words = new StringBuilder();
        for (Node child : parent.childNodes()) {
            if (child instanceof Element element && BLOCKS.contains(element.normalName())) {
                flush(words, parts);
                if (!element.hasClass("quote-inline")) {
                    parts.add(block(element, depth));
                }
            } else {
                inline(child, words, depth);
            }
        }
        flush(words, parts);
        return String.join("\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    private String block(Element element, int depth) {
        return switch (element.normalName()) {
            case "blockquote" ->
                    depth >= DEEPEST
                            ? blocks(element, depth)
                            : prefixed(blocks(element, depth + 1), "> ", "> ");
            case "ul", "ol" -> list(element, depth);
            case "pre" -> fenced(element.wholeText());
            case "hr" -> "";
            default -> blocks(element, depth);
        };
    }

    private String list(Element list, int depth) {
        var items = new ArrayList<String>();
        var number = 1;
        for (var item : list.children()) {
            var text = blocks(item, Math.min(depth + 1, DEEPEST));
            if (!text.isBlank()) {
                var mark = list.normalName().equals("ol") ? number++ + ". " : "- ";
                items.add(
                        depth >= DEEPEST ? text : prefixed(text, mark, " ".repeat(mark.length())));
            }
        }
        return String.join("\n", items);
    }

    private static String prefixed(String text, String first, String others) {
        return text.isBlank() ? "" : first + text.replace("\n", "\n" + others);
    }

    private static String fenced(String code) {
        var fence = "`".repeat(Math.max(3, longestRun(code) + 1));
        return code.isBlank() ? "" : fence + "\n" + code.strip() + "\n" + fence;
    }

    private static int longestRun(String text) {
        var longest = 0;
        var run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static void flush(StringBuilder words, List<String> parts) {
        var lines = new ArrayList<String>();
        words.toString().lines().map(String::strip).map(Plain::atLineStart).forEach(lines::add);
        parts.add(String.join("\n", lines).strip());
        words.setLength(0);
    }

    private void inline(Node node, StringBuilder words, int depth) {
        if (node instanceof TextNode text) {
            text(text.getWholeText(), words);
        } else if (node instanceof Element element && !SKIPPED.contains(element.normalName())) {
            element(element, words, depth);
        }
    }

    private void element(Element element, StringBuilder words, int depth) {
        if (element.hasClass("quote-inline") || element.hasClass("invisible")) {
            return;
        }
        switch (element.normalName()) {
            case "br" -> words.append('\n');
            case "a" -> anchor(element, words, depth);
            case "img" -> text(element.attr("alt"), words);
            case "code", "tt", "kbd", "samp" -> code(element.text(), words);
            default -> {
                var isBlock = BLOCKS.contains(element.normalName());
                lineBreak(words, isBlock);
                for (var child : element.childNodes()) {
                    inline(child, words, depth);
                }
                lineBreak(words, isBlock);
            }
        }
    }

    private static void lineBreak(StringBuilder words, boolean wanted) {
        if (wanted && !words.isEmpty() && words.charAt(words.length() - 1) != '\n') {
            words.append('\n');
        }
    }

    private static void code(String code, StringBuilder words) {
        if (!code.isBlank()) {
            var fence = "`".repeat(longestRun(code) + 1);
            var pad = code.startsWith("`") || code.endsWith("`") ? " " : "";
            words.append(fence)
                    .append(pad)
                    .append(code.replace('\n', ' '))
                    .append(pad)
                    .append(fence);
        }
    }

    private void text(String raw, StringBuilder words) {
        var collapsed = collapse(raw, words.isEmpty() || isBlank(words.charAt(words.length() - 1)));
        linked |= collapsed.contains("http://") || collapsed.contains("https://");
        words.append(Plain.words(collapsed));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }

    /// Runs of blanks as one, as a browser shows them.
    private static String collapse(String raw, boolean afterBlank) {
        var out = new StringBuilder(raw.length());
        var blank = afterBlank;
        for (int i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            var now = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            if (!now) {
                out.append(c);
            } else if (!blank) {
                out.append(' ');
            }
            blank = now;
        }
        return out.toString();
    }

    private void anchor(Element anchor, StringBuilder words, int depth) {
        switch (anchors.of(anchor)) {
            case Anchors.Person(var name) -> words.append(Plain.escaped(name));
            case Anchors.Tagged(var name) -> hashtag(name, words);
            case Anchors.Web(var url, var label) -> link(url, label, words);
            case Anchors.Left() -> {}
            case Anchors.Text() ->
                    anchor.childNodes().forEach(child -> inline(child, words, depth));
        }
    }

    /// Friendica leaves the `#` outside of the link.
    private static void hashtag(String name, StringBuilder words) {
        var last = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
        if (last != '#') {
            words.append(
                    Character.isLetterOrDigit(last) || last == '/' || last == '&' ? " #" : "#");
        }
        words.append(Plain.escaped(name));
    }

    private void link(String url, String label, StringBuilder words) {
        linked = true;
        if (label.isBlank()) {
            words.append(Plain.autolink(url));
            return;
        }
        if (!words.isEmpty() && words.charAt(words.length() - 1) == '!') {
            words.insert(words.length() - 1, '\\'); // else it would be a picture
        }
        words.append(Plain.link(url, label));
    }

    /// An address without its scheme and `www.`, in lower case.
    static String bare(String url) {
        var text = url.toLowerCase(Locale.ROOT);
        var start = text.indexOf("://");
        text = start < 0 ? text : text.substring(start + 3);
        return text.startsWith("www.") ? text.substring(4) : text;
    }
}
