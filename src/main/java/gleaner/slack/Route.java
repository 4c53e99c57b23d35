package gleaner.slack;

import gleaner.news.MessageId;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where the answer to a command goes.
///
/// @param responseUrl of a slash command; empty for a mention
/// @param thread of a mention: the message that its answers hang on
record Route(String channel, String user, String responseUrl, String thread, Instant time) {

    /// The name under which it is remembered.
    static String name(MessageId command) {
        return "route:" + command;
    }

    boolean isSlash() {
        return thread.isEmpty();
    }

    String write() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("channel", channel)
                .put("user", user)
                .put("url", responseUrl)
                .put("thread", thread)
                .put("at", time.toEpochMilli())
                .toString();
    }

    static Optional<Route> read(String text) {
        try {
            var node = new JsonMapper().readTree(text);
            return Optional.of(
                    new Route(
                            node.path("channel").asString(""),
                            node.path("user").asString(""),
                            node.path("url").asString(""),
                            node.path("thread").asString(""),
                            Instant.ofEpochMilli(node.path("at").asLong(0))));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
