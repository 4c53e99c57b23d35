package gleaner.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// The conversations that Gleaner is in.
final class Conversations {

    private static final String PAGE = "200";

    private Conversations() {}

    /// Those that are not archived.
    ///
    /// @param types as Slack calls them, with commas
    /// @throws SlackFailure also where the scope of one of them is missing
    static List<JsonNode> of(SlackApi api, String types) {
        return of(
                api,
                types,
                missing -> {
                    throw missing;
                });
    }

    /// The same; where the scope of some is missing, the others.
    ///
    /// @param missing told of each scope that is missing
    /// @throws SlackFailure where Slack refuses them for another reason
    static List<JsonNode> of(SlackApi api, String types, Consumer<SlackFailure> missing) {
        try {
            return all(api, types);
        } catch (SlackFailure e) {
            if (!e.code().equals("missing_scope") || types.indexOf(',') < 0) {
                throw e;
            }
        }
        var found = new ArrayList<JsonNode>();
        for (var type : types.split(",", -1)) {
            try {
                found.addAll(all(api, type));
            } catch (SlackFailure e) {
                if (!e.code().equals("missing_scope")) {
                    throw e;
                }
                missing.accept(e);
            }
        }
        return found;
    }

    /// Of a server that does not say whether Gleaner is in a channel it may not be: there nothing
    /// can be read.
    private static List<JsonNode> all(SlackApi api, String types) {
        var parameters = Map.of("types", types, "exclude_archived", "true", "limit", PAGE);
        try {
            return api.pages("users.conversations", parameters, "channels");
        } catch (SlackFailure e) {
            if (!e.isUnknownMethod()) {
                throw e;
            }
            return api.pages("conversations.list", parameters, "channels").stream()
                    .filter(channel ->
                            channel.path("is_member").asBoolean(true)
                                    || channel.path("is_im").asBoolean(false))
                    .toList();
        }
    }
}
