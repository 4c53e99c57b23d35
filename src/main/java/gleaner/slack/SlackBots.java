package gleaner.slack;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Which bots are listened to: their messages are read like people's. A bot may post without a
/// subtype.
final class SlackBots {

    private final Set<String> named;

    /// @param named ids of bots (`B…`) or apps (`A…`), names without regard to case, `*` for all
    SlackBots(List<String> named) {
        this.named = new HashSet<>();
        named.forEach(name -> this.named.add(name.toLowerCase(Locale.ROOT)));
    }

    /// Whether a message is a person's, or of a bot that is listened to.
    boolean isHeard(JsonNode message) {
        var bot = message.path("bot_id").asString("");
        if (bot.isEmpty() && !message.path("subtype").asString("").equals("bot_message")) {
            return true;
        }
        var profile = message.path("bot_profile");
        return named.contains("*")
                || Stream.of(
                                bot,
                                message.path("app_id").asString(""),
                                profile.path("app_id").asString(""),
                                profile.path("name").asString(""),
                                message.path("username").asString(""))
                        .anyMatch(name ->
                                !name.isEmpty() && named.contains(name.toLowerCase(Locale.ROOT)));
    }
}
