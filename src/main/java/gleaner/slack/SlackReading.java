package gleaner.slack;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is read out of something that Slack sent, without asking Slack: for operators and scores.
///
/// @param kind what it is: `posted`, `edited`, `unchanged` (a preview was added), `deleted`,
///   `mention`, `bot`, `reaction_added`, `reaction_removed`, `command`, or `ignored`
/// @param markdown its words; empty where it has none
public record SlackReading(String kind, String markdown) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SlackWords WORDS = new SlackWords(SlackNames.NONE);

    /// Reads an Events API envelope, a Socket Mode envelope, an event or a message; empty where it
    /// is no JSON object.
    public static Optional<SlackReading> of(String line) {
        try {
            var node = JSON.readTree(line);
            return node.isObject() ? Optional.of(of(node)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static SlackReading of(JsonNode node) {
        var event = node.path("payload").isObject() ? node.path("payload") : node;
        event = event.path("event").isObject() ? event.path("event") : event;
        if (event.has("command") && event.has("text")) {
            return new SlackReading(
                    "command", CommandWords.of(event.path("text").asString(""), SlackNames.NONE));
        }
        return switch (event.path("type").asString("message")) {
            case "message" -> message(event);
            case "app_mention" -> new SlackReading("mention", WORDS.markdown(event));
            case "reaction_added" -> new SlackReading("reaction_added", "");
            case "reaction_removed" -> new SlackReading("reaction_removed", "");
            default -> new SlackReading("ignored", "");
        };
    }

    private static SlackReading message(JsonNode event) {
        return switch (event.path("subtype").asString("")) {
            case "", "me_message", "file_share", "thread_broadcast" ->
                    new SlackReading(
                            event.path("bot_id").isString() ? "bot" : "posted",
                            WORDS.markdown(event));
            case "bot_message" -> new SlackReading("bot", WORDS.markdown(event));
            case "message_changed" -> changed(event);
            case "message_deleted" -> new SlackReading("deleted", "");
            default -> new SlackReading("ignored", "");
        };
    }

    private static SlackReading changed(JsonNode event) {
        var message = event.path("message");
        if (message.path("subtype").asString("").equals("tombstone")) {
            return new SlackReading("deleted", "");
        }
        var text = WORDS.markdown(message);
        var before = event.path("previous_message");
        var same =
                before.isObject()
                        ? WORDS.markdown(before).equals(text)
                        : !Ts.is(message.path("edited").path("ts").asString(""));
        return new SlackReading(same ? "unchanged" : "edited", text);
    }
}
