package gleaner.slack;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The words of a Slack message, given as JSON, in Markdown that means the same.
///
/// The rich text in `blocks` is preferred to the `text`, which is only a fallback where both exist
/// (<https://docs.slack.dev/reference/block-kit/blocks>); the raw tree is walked, so that kinds of
/// block that are not known here keep their words and links. What a person typed as plain
/// characters is escaped, but a `#word` stays as it is, a hashtag; a mention of a channel is not
/// one: its `#` is escaped. Every line break is kept.
///
/// Deterministic, without state, and linear in the size of the message.
public final class SlackWords {

    private final Inline inline;
    private final Mrkdwn mrkdwn;
    private final RichText richText;

    public SlackWords(SlackNames names) {
        this.inline = new Inline(names);
        this.mrkdwn = new Mrkdwn(inline);
        this.richText = new RichText(inline, mrkdwn);
    }

    /// The message's own words, then what it forwards, quoted, then what an app attached; empty
    /// where it has none.
    public String markdown(JsonNode message) {
        var parts = new ArrayList<String>();
        var blocks = richText.blocks(message.path("blocks"));
        var own = blocks.isBlank() ? mrkdwn.markdown(message.path("text").asString("")) : blocks;
        parts.add(own);
        for (var attachment : message.path("attachments")) {
            parts.add(attachment(attachment));
        }
        return join(parts);
    }

    /// The Markdown of text in Slack's own markup, as in `text` without `blocks`.
    ///
    /// See <https://docs.slack.dev/messaging/formatting-message-text>.
    public String mrkdwn(String text) {
        return mrkdwn.markdown(text);
    }

    /// A reaction's name without its skin tone: `wave` for `wave::skin-tone-2`.
    public static String emoji(String name) {
        var tone = name.indexOf("::");
        return tone > 0 ? name.substring(0, tone) : name;
    }

    private String attachment(JsonNode attachment) {
        if (attachment.path("is_share").asBoolean(false)
                || attachment.path("is_msg_unfurl").asBoolean(false)) {
            return quoted(forwarded(attachment));
        }
        if (attachment.has("from_url") || attachment.has("original_url")) {
            return "";
        }
        return fromApp(attachment);
    }

    private String forwarded(JsonNode attachment) {
        var parts = new ArrayList<String>();
        for (var message : attachment.path("message_blocks")) {
            parts.add(richText.blocks(message.path("message").path("blocks")));
        }
        var body = join(parts);
        if (body.isBlank()) {
            body = richText.blocks(attachment.path("blocks"));
        }
        return body.isBlank() ? mrkdwn.markdown(attachment.path("text").asString("")) : body;
    }

    private String fromApp(JsonNode attachment) {
        var parts = new ArrayList<String>();
        parts.add(mrkdwn.markdown(attachment.path("pretext").asString("")));
        var title = attachment.path("title").asString("");
        var url = attachment.path("title_link").asString("");
        parts.add(url.isBlank() ? mrkdwn.markdown(title) : inline.link(url, title));
        parts.add(mrkdwn.markdown(attachment.path("text").asString("")));
        for (var field : attachment.path("fields")) {
            parts.add(mrkdwn.markdown(field.path("value").asString("")));
        }
        parts.add(richText.blocks(attachment.path("blocks")));
        return join(parts);
    }

    static String quoted(String markdown) {
        return markdown.isBlank()
                ? ""
                : "> " + markdown.replace("\n", "\n> ").replace("> \n", ">\n");
    }

    /// Blocks one below the other, an empty line between them.
    static String join(List<String> parts) {
        return String.join("\n\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }
}
