package gleaner.slack;

import gleaner.markdown.Plain;
import java.util.function.UnaryOperator;

/// What stands within a line, in Markdown: links, mentions, emphasis, code.
final class Inline {

    private final SlackNames names;

    Inline(SlackNames names) {
        this.names = names;
    }

    /// A link with its words; bare where Slack's words for it are only the URL again. What is no
    /// web address is words, and so is what leads into Slack itself: nobody outside could follow
    /// it.
    String link(String url, String label) {
        var words = label.strip();
        if (!Plain.isWeb(url)) {
            return Plain.words(words.isEmpty() ? withoutScheme(url) : words);
        }
        var isBare = words.isEmpty() || words.equals(url) || words.equals(afterSlashes(url));
        if (SlackUrls.isWithin(url)) {
            return isBare ? code(url) : Plain.escaped(words);
        }
        if (isBare) {
            return Plain.autolink(url);
        }
        return Plain.link(url, words);
    }

    private static String withoutScheme(String url) {
        return url.startsWith("mailto:") ? url.substring("mailto:".length()) : url;
    }

    /// What people type of an address: `example.com` of `http://example.com/`.
    private static String afterSlashes(String url) {
        var host = url.substring(url.indexOf("//") + 2);
        return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    }

    String person(String id, String label) {
        var name = names.person(id).orElse(label.isBlank() ? id : label);
        return Plain.escaped(name.startsWith("@") ? name : "@" + name);
    }

    /// `\#name`: a channel is no hashtag.
    String channel(String id, String label) {
        return "\\#" + Plain.escaped(names.channel(id).orElse(label.isBlank() ? id : label));
    }

    static String group(String id, String label) {
        return Plain.escaped(
                label.isBlank() ? "@" + id : label.startsWith("@") ? label : "@" + label);
    }

    /// Code within a line, between more backticks than it holds.
    static String code(String text) {
        var line = text.replace('\n', ' ');
        if (line.isBlank()) {
            return line;
        }
        var ticks = "`".repeat(longestRun(line) + 1);
        var pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return ticks + pad + line + pad + ticks;
    }

    /// Lines of code between fences that are longer than any within.
    static String fenced(String text) {
        var fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        var start = text.startsWith("\n") ? 1 : 0;
        var end = text.endsWith("\n") && text.length() > start ? text.length() - 1 : text.length();
        return fence + "\n" + text.substring(start, Math.max(start, end)) + "\n" + fence;
    }

    /// The text between two marks, line by line; space at its ends stays outside of them.
    static String marked(String text, String mark) {
        return eachLine(
                text,
                line -> {
                    var words = line.strip();
                    if (words.isEmpty()) {
                        return line;
                    }
                    var start = line.indexOf(words);
                    return line.substring(0, start)
                            + mark
                            + words
                            + mark
                            + line.substring(start + words.length());
                });
    }

    static String eachLine(String text, UnaryOperator<String> change) {
        var out = new StringBuilder(text.length() + 8);
        var start = 0;
        for (var end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            out.append(change.apply(text.substring(start, end))).append('\n');
            start = end + 1;
        }
        return out.append(change.apply(text.substring(start))).toString();
    }

    private static int longestRun(String text) {
        var longest = 0;
        var run = 0;
        for (var i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
