package gleaner.slack;

import gleaner.news.Excerpt;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Blocks of one message, view or tab, each within Slack's limits:
/// <https://docs.slack.dev/reference/block-kit/blocks>.
///
/// What is `mrkdwn` has to be escaped already; plain text is cut, not escaped, as Slack shows it as
/// it is.
final class Blocks {

    /// So many a message may have.
    static final int MOST_IN_MESSAGE = 50;

    /// So many characters a message's blocks hold at most, well below where Slack says
    /// `msg_blocks_too_long`.
    static final int MOST_TEXT = 10_000;

    static final int SECTION = 3_000;
    static final int CONTEXT = 2_000;
    static final int HEADER = 150;
    private static final int BUTTON = 75;

    private final ArrayNode all = JsonNodeFactory.instance.arrayNode();
    private int length;

    /// Slack makes nothing of it but what is marked: no mention of `@channel`, no link of a name.
    /// See <https://docs.slack.dev/reference/block-kit/composition-objects/text-object>.
    static ObjectNode mrkdwn(String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "mrkdwn")
                .put("text", text)
                .put("verbatim", true);
    }

    static ObjectNode plain(String text, int most) {
        var shown = Excerpt.of(text, most).strip();
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "plain_text")
                .put("text", shown.isEmpty() ? "–" : shown)
                .put("emoji", false);
    }

    /// @param value what comes back when somebody presses it
    static ObjectNode button(String action, String label, String value) {
        var button =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "button")
                        .put("action_id", action);
        button.set("text", plain(label, BUTTON));
        return button.put("value", value);
    }

    /// The same blocks, but no pictures.
    static String withoutPictures(String blocks) {
        if (blocks.isEmpty()) {
            return blocks;
        }
        var rest = JsonNodeFactory.instance.arrayNode();
        for (var block : new JsonMapper().readTree(blocks)) {
            if (!block.path("type").asString("").equals("image")) {
                rest.add(block);
            }
        }
        return rest.toString();
    }

    int size() {
        return all.size();
    }

    /// The characters of all texts so far.
    int length() {
        return length;
    }

    Blocks header(String text) {
        length += Math.min(text.length(), HEADER);
        all.addObject().put("type", "header").set("text", plain(text, HEADER));
        return this;
    }

    /// As many sections as the text needs.
    Blocks section(String mrkdwn) {
        for (var part : MrkdwnParts.of(mrkdwn, SECTION)) {
            length += part.length();
            all.addObject().put("type", "section").set("text", mrkdwn(part));
        }
        return this;
    }

    /// A section that is shown whole, however long it is: Slack folds others after a few lines.
    Blocks expanded(String mrkdwn) {
        length += mrkdwn.length();
        all.addObject().put("type", "section").put("expand", true).set("text", mrkdwn(mrkdwn));
        return this;
    }

    /// A picture that Slack fetches.
    Blocks image(String url, String alt) {
        var shown = plain(alt, CONTEXT).path("text").asString();
        length += url.length() + shown.length();
        all.addObject().put("type", "image").put("image_url", url).put("alt_text", shown);
        return this;
    }

    /// Small print; nothing where the text is blank.
    Blocks context(String mrkdwn) {
        if (!mrkdwn.isBlank()) {
            var text = MrkdwnParts.first(mrkdwn, CONTEXT);
            length += text.length();
            all.addObject().put("type", "context").putArray("elements").add(mrkdwn(text));
        }
        return this;
    }

    Blocks divider() {
        all.addObject().put("type", "divider");
        return this;
    }

    /// A row of buttons and menus; empty ones are none.
    Blocks actions(String blockId, ArrayNode elements) {
        if (!elements.isEmpty()) {
            all.addObject()
                    .put("type", "actions")
                    .put("block_id", blockId)
                    .set("elements", elements);
        }
        return this;
    }

    Blocks add(ObjectNode block) {
        all.add(block);
        return this;
    }

    ArrayNode json() {
        return all;
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
