package gleaner.slack;

import gleaner.slack.Route.Place;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Somebody pressed a button or chose from a menu: a command, and what is shown after it.
///
/// See <https://docs.slack.dev/reference/interaction-payloads/block_actions-payload>.
///
/// @param id Slack's own name for this one press
/// @param channel where; the person's own id in Gleaner's tab
/// @param words the command
/// @param then what is shown afterwards in the place of the message; empty for the answer itself
record Press(
        String id,
        String user,
        String channel,
        String responseUrl,
        Place place,
        String words,
        String then) {

    /// From the payload; empty where it is no command.
    static Optional<Press> of(JsonNode payload) {
        var action = payload.path("actions").path(0);
        var user = payload.path("user").path("id").asString("");
        var container = payload.path("container");
        var isHome = container.path("type").asString("").equals("view");
        var channel =
                isHome
                        ? user
                        : payload.path("channel")
                                .path("id")
                                .asString(container.path("channel_id").asString(""));
        var words = words(action);
        if (user.isBlank() || channel.isBlank() || channel.indexOf('/') >= 0 || words.isBlank()) {
            return Optional.empty();
        }
        var block = action.path("block_id").asString("");
        var bar = block.indexOf('|');
        var isDeed = action.path("action_id").asString("").startsWith(LinkButtons.DO);
        var then = isDeed && !isHome && bar >= 0 ? block.substring(bar + 1) : "";
        return Optional.of(
                new Press(
                        payload.path("trigger_id").asString("")
                                + " "
                                + action.path("action_ts").asString("")
                                + " "
                                + action.path("action_id").asString("")
                                + " "
                                + block,
                        user,
                        channel,
                        payload.path("response_url").asString(""),
                        isHome ? Place.HOME : isDeed && then.isEmpty() ? Place.NEW : Place.REPLACE,
                        words,
                        then));
    }

    private static String words(JsonNode action) {
        var id = action.path("action_id").asString("");
        var value = action.path("value").asString("");
        if (id.startsWith(BlockReplies.RUN)) {
            return value;
        }
        if (!id.startsWith(LinkButtons.DO)) {
            return "";
        }
        var verb = id.substring(LinkButtons.DO.length());
        if (!verb.equals("section")) {
            return verb + " " + value;
        }
        var block = action.path("block_id").asString("");
        var link = block.substring(0, Math.max(0, block.indexOf('|')));
        var section = action.path("selected_option").path("value").asString("");
        return link.isEmpty() || section.isEmpty() ? "" : "section " + link + " " + section;
    }
}
