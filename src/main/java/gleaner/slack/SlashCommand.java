package gleaner.slack;

import gleaner.news.ChannelId;
import gleaner.news.Excerpt;
import gleaner.news.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Somebody typed `/glean …`.
///
/// @param trigger Slack's own name for this one use of the command
record SlashCommand(
        String channel,
        String user,
        String userName,
        String text,
        String responseUrl,
        String trigger,
        Instant time) {

    /// From the JSON that Socket Mode sends, or that an HTTP form was made into.
    static Optional<SlashCommand> of(JsonNode node, Instant time) {
        var channel = node.path("channel_id").asString("");
        var user = node.path("user_id").asString("");
        return channel.isBlank() || user.isBlank() || channel.indexOf('/') >= 0
                ? Optional.empty()
                : Optional.of(
                        new SlashCommand(
                                channel,
                                user,
                                Excerpt.of(node.path("user_name").asString(""), 80),
                                node.path("text").asString(""),
                                node.path("response_url").asString(""),
                                node.path("trigger_id").asString(""),
                                time));
    }

    /// The command's id: the same however often Slack sends it.
    MessageId id() {
        var name = trigger.isEmpty() ? user + time.toEpochMilli() + text : trigger;
        try {
            var digest =
                    java.security.MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return new MessageId(
                    ChannelId.of(SlackDirectory.KIND, channel),
                    "slash-" + HexFormat.of().formatHex(digest, 0, 12));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
