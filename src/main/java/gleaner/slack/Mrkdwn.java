package gleaner.slack;

import gleaner.markdown.Plain;
import java.util.ArrayList;
import java.util.List;

/// Slack's markup as Markdown: code apart, then line by line quotes and lists, then [MrkdwnLine].
final class Mrkdwn {

    private static final String FENCE = "```";

    private enum Kind {
        WORDS,
        QUOTE,
        LIST,
        CODE
    }

    /// Lines of one kind that follow one another.
    private record Block(Kind kind, List<String> lines) {

        String markdown() {
            var text = String.join("\n", lines);
            return kind == Kind.QUOTE ? SlackWords.quoted(text) : text;
        }
    }

    private final Inline inline;

    Mrkdwn(Inline inline) {
        this.inline = inline;
    }

    String markdown(String text) {
        var blocks = new ArrayList<Block>();
        var start = 0;
        var open = text.indexOf(FENCE);
        while (open >= 0) {
            var close = text.indexOf(FENCE, open + FENCE.length());
            if (close < 0) {
                break;
            }
            prose(text.substring(start, open), blocks);
            var code = unwrapped(text.substring(open + FENCE.length(), close));
            blocks.add(new Block(Kind.CODE, List.of(Inline.fenced(code))));
            start = close + FENCE.length();
            open = text.indexOf(FENCE, start);
        }
        prose(text.substring(start), blocks);
        return SlackWords.join(blocks.stream().map(Block::markdown).map(String::strip).toList());
    }

    private void prose(String text, List<Block> blocks) {
        var quotedToTheEnd = false;
        for (var line : text.split("\n", -1)) {
            var rest = line.strip();
            var quoted = quotedToTheEnd || rest.startsWith("&gt;");
            if (rest.startsWith("&gt;&gt;&gt;")) {
                quotedToTheEnd = true;
                rest = rest.substring("&gt;&gt;&gt;".length()).strip();
            } else if (rest.startsWith("&gt;")) {
                rest = rest.substring("&gt;".length()).strip();
            }
            var item = !rest.isEmpty() && "•◦▪".indexOf(rest.charAt(0)) >= 0;
            var words =
                    Plain.atLineStart(
                            new MrkdwnLine(item ? rest.substring(1).strip() : rest, inline)
                                    .markdown()
                                    .strip());
            add(
                    quoted ? Kind.QUOTE : item ? Kind.LIST : Kind.WORDS,
                    item ? "- " + words : words,
                    blocks);
        }
    }

    private static void add(Kind kind, String line, List<Block> blocks) {
        if (blocks.isEmpty() || blocks.getLast().kind() != kind) {
            blocks.add(new Block(kind, new ArrayList<>()));
        }
        blocks.getLast().lines().add(line);
    }

    /// What a reader of Slack sees in code: `<https://a.example|b>` is its words, entities are
    /// characters.
    static String unwrapped(String code) {
        var out = new StringBuilder(code.length());
        for (var i = 0; i < code.length(); i++) {
            var end = code.charAt(i) == '<' ? MrkdwnLine.tokenEnd(code, i) : -1;
            if (end < 0) {
                out.append(code.charAt(i));
            } else {
                out.append(
                        code,
                        code.substring(i, end).indexOf('|') < 0 ? i + 1 : code.indexOf('|', i) + 1,
                        end);
                i = end;
            }
        }
        return unescaped(out.toString());
    }

    /// Slack escapes three characters only.
    static String unescaped(String text) {
        return text.indexOf('&') < 0
                ? text
                : text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
