package gleaner.slack;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The conversations that Gleaner is in.
final class Conversations {

    private static final String PAGE = "200";

    private Conversations() {}

    /// Those that are not archived.
    ///
    /// @param types as Slack calls them, with commas
    static List<JsonNode> of(SlackApi api, String types) {
        var parameters = Map.of("types", types, "exclude_archived", "true", "limit", PAGE);
        try {
            return api.pages("users.conversations", parameters, "channels");
        } catch (SlackFailure e) {
            if (!e.isUnknownMethod()) {
                throw e;
            }
            return api.pages("conversations.list", parameters, "channels").stream()
                    .filter(channel ->
                            channel.path("is_member").asBoolean(false)
                                    || channel.path("is_im").asBoolean(false))
                    .toList();
        }
    }
}
