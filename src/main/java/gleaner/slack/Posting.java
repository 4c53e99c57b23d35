package gleaner.slack;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Posts a message in the plainest form that Slack takes: it fetches pictures and refuses the whole
/// message where it cannot, and what it makes of blocks may change; better the words alone than no
/// answer.
final class Posting {

    private static final String BLOCKS = "blocks";

    private Posting() {}

    /// Slack's answer.
    ///
    /// @param method `chat.postMessage` or `chat.postEphemeral`
    /// @throws SlackFailure where Slack does not take the words either
    static JsonNode of(SlackApi api, String method, Map<String, String> parameters) {
        try {
            return api.call(method, parameters);
        } catch (SlackFailure e) {
            var blocks = parameters.getOrDefault(BLOCKS, "");
            if (blocks.isEmpty() || !isAboutBlocks(e)) {
                throw e;
            }
            var plainer = new TreeMap<>(parameters);
            var rest = Blocks.withoutPictures(blocks);
            if (rest.equals(blocks)) {
                plainer.remove(BLOCKS);
            } else {
                plainer.put(BLOCKS, rest);
            }
            return of(api, method, plainer);
        }
    }

    private static boolean isAboutBlocks(SlackFailure failure) {
        return switch (failure.code()) {
            case "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long" -> true;
            default -> false;
        };
    }
}
