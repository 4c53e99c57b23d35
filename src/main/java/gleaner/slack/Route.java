package gleaner.slack;

import gleaner.news.MessageId;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Where the answer to a command goes, and what is done after it.
///
/// @param responseUrl of a slash command or a button; empty for others
/// @param thread of a mention: the message that its answers hang on
/// @param place how it is answered
/// @param then a command that is given after this one if it went well; empty for none
/// @param notice what is said above the answer, in Slack's markup
record Route(
        String channel,
        String user,
        String responseUrl,
        String thread,
        Instant time,
        Place place,
        String then,
        String notice) {

    /// How an answer is given.
    enum Place {
        /// As a new message: to the giver alone, or in the thread where there is one.
        NEW,
        /// In place of the message whose button was pressed.
        REPLACE,
        /// By Gleaner's own tab, which is shown anew.
        HOME
    }

    Route(String channel, String user, String responseUrl, String thread, Instant time) {
        this(channel, user, responseUrl, thread, time, Place.NEW, "", "");
    }

    /// The name under which it is remembered.
    static String name(MessageId command) {
        return "route:" + command;
    }

    boolean isSlash() {
        return thread.isEmpty();
    }

    /// The way of the command that comes after this one.
    Route following(String said) {
        return new Route(channel, user, responseUrl, thread, time, place, "", said);
    }

    String write() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("channel", channel)
                .put("user", user)
                .put("url", responseUrl)
                .put("thread", thread)
                .put("at", time.toEpochMilli())
                .put("place", place.name())
                .put("then", then)
                .put("notice", notice)
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
                            Instant.ofEpochMilli(node.path("at").asLong(0)),
                            Place.valueOf(node.path("place").asString("NEW")),
                            node.path("then").asString(""),
                            node.path("notice").asString("")));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
