package gleaner.slack;

import gleaner.markdown.Plain;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Block Kit blocks as Markdown; what is not known is walked for the words and links in it.
///
/// Recursion is as deep as the JSON is nested, which whoever parses it has bounded.
final class RichText {

    private final Inline inline;
    private final Mrkdwn mrkdwn;

    RichText(Inline inline, Mrkdwn mrkdwn) {
        this.inline = inline;
        this.mrkdwn = mrkdwn;
    }

    String blocks(JsonNode blocks) {
        var parts = new ArrayList<String>();
        for (var block : blocks) {
            parts.add(block(block));
        }
        return SlackWords.join(parts);
    }

    private String block(JsonNode node) {
        return switch (type(node)) {
            case "rich_text" -> richText(node.path("elements"));
            case "rich_text_section" -> section(node);
            case "rich_text_list", "rich_text_quote", "rich_text_preformatted" ->
                    richText(List.of(node));
            case "mrkdwn" -> mrkdwn.markdown(text(node));
            case "plain_text", "raw_text" -> Plain.markdown(text(node));
            case "markdown" -> text(node).strip();
            case "header" -> Inline.marked(Plain.markdown(text(node.path("text"))), "**");
            case "button" -> inline.link(node.path("url").asString(""), text(node.path("text")));
            case "table" -> table(node.path("rows"));
            case "link", "text", "emoji", "user", "channel", "usergroup", "broadcast", "date" ->
                    lines(element(node));
            case "image", "divider" -> "";
            default -> unknown(node);
        };
    }

    private String unknown(JsonNode node) {
        if (!node.isContainer()) {
            return "";
        }
        var parts = new ArrayList<String>();
        for (var url : List.of("title_url", "url")) {
            if (Plain.isWeb(node.path(url).asString(""))) {
                parts.add(inline.link(node.path(url).asString(""), text(node.path("title"))));
            }
        }
        for (var child : node.values()) {
            parts.add(block(child));
        }
        return SlackWords.join(parts);
    }

    /// Each row on a line of its own.
    private String table(JsonNode rows) {
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (var cell : row) {
                cells.add(block(cell).replace('\n', ' ').strip());
            }
            lines.add(String.join(" · ", cells.stream().filter(cell -> !cell.isEmpty()).toList()));
        }
        return String.join("\n", lines);
    }

    private String richText(Iterable<JsonNode> elements) {
        var out = new StringBuilder();
        var depth = -1;
        for (var node : elements) {
            var isList = type(node).equals("rich_text_list");
            var indent = isList ? Math.clamp(node.path("indent").asInt(0), 0, depth + 1) : -1;
            var part =
                    switch (type(node)) {
                        case "rich_text_list" -> list(node, indent);
                        case "rich_text_quote" -> SlackWords.quoted(section(node));
                        case "rich_text_preformatted" -> Inline.fenced(raw(node));
                        default -> block(node);
                    };
            if (!part.isBlank()) {
                out.append(out.isEmpty() ? "" : isList && depth >= 0 ? "\n" : "\n\n").append(part);
                depth = indent;
            }
        }
        return out.toString();
    }

    private String list(JsonNode list, int indent) {
        var ordered = list.path("style").asString("").equals("ordered");
        var number = Math.max(0, list.path("offset").asInt(0)) + 1L;
        var items = new ArrayList<String>();
        for (var item : list.path("elements")) {
            var mark = ordered ? number++ + ". " : "- ";
            var rest = "\n" + " ".repeat(4 * indent + mark.length());
            items.add(" ".repeat(4 * indent) + mark + block(item).replace("\n", rest));
        }
        return String.join("\n", items);
    }

    private String section(JsonNode section) {
        var words = new StringBuilder();
        for (var element : section.path("elements")) {
            words.append(element(element));
        }
        return lines(words.toString());
    }

    private static String lines(String words) {
        return Inline.eachLine(words, line -> Plain.atLineStart(line.strip())).strip();
    }

    private String element(JsonNode node) {
        var style = node.path("style");
        var label = text(node);
        var code = style.path("code").asBoolean(false);
        var words =
                switch (type(node)) {
                    case "text" -> code ? Inline.code(label) : Inline.eachLine(label, Plain::words);
                    case "link" ->
                            code
                                    ? Inline.code(
                                            label.isBlank() ? node.path("url").asString("") : label)
                                    : inline.link(node.path("url").asString(""), label);
                    case "user" -> inline.person(node.path("user_id").asString(""), "");
                    case "channel" -> inline.channel(node.path("channel_id").asString(""), "");
                    case "usergroup" -> Inline.group(node.path("usergroup_id").asString(""), "");
                    case "broadcast" -> "@" + Plain.escaped(node.path("range").asString("here"));
                    case "emoji" -> emoji(node);
                    case "date" -> date(node);
                    default -> label.isEmpty() ? block(node) : Inline.eachLine(label, Plain::words);
                };
        return code ? words : styled(words, style);
    }

    private static String styled(String words, JsonNode style) {
        var out = style.path("strike").asBoolean(false) ? Inline.marked(words, "~~") : words;
        out = style.path("italic").asBoolean(false) ? Inline.marked(out, "_") : out;
        return style.path("bold").asBoolean(false) ? Inline.marked(out, "**") : out;
    }

    private String date(JsonNode node) {
        var shown = node.path("fallback").asString(node.path("timestamp").asString(""));
        var url = node.path("url").asString("");
        return url.isBlank() ? Plain.words(shown) : inline.link(url, shown);
    }

    /// The character where Slack names its code points (`1f44d-1f3fb`), else `:name:`.
    private static String emoji(JsonNode node) {
        var out = new StringBuilder();
        for (var point : node.path("unicode").asString("").split("-", 10)) {
            if (!point.matches("[0-9a-fA-F]{2,5}") || isSurrogate(point)) {
                return ":" + Plain.escaped(node.path("name").asString("")) + ":";
            }
            out.appendCodePoint(Integer.parseInt(point, 16));
        }
        return out.toString();
    }

    private static boolean isSurrogate(String point) {
        var code = Integer.parseInt(point, 16);
        return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    }

    private static String raw(JsonNode preformatted) {
        var out = new StringBuilder();
        for (var element : preformatted.path("elements")) {
            out.append(element.has("text") ? text(element) : element.path("url").asString(""));
        }
        return out.toString();
    }

    private static String type(JsonNode node) {
        return node.path("type").asString("");
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.asString() : node.path("text").asString("");
    }
}
