package gleaner.app;

import tools.jackson.databind.JsonNode;

/// Finds what people press among blocks.
final class SlackBlocks {

    private SlackBlocks() {}

    static JsonNode block(JsonNode blocks, String type, int which) {
        var found = 0;
        for (var block : blocks) {
            if (block.path("type").asString().equals(type) && found++ == which) {
                return block;
            }
        }
        throw new AssertionError("No %s %d in %s".formatted(type, which, blocks));
    }

    static JsonNode element(JsonNode row, String action) {
        for (var element : row.path("elements")) {
            if (element.path("action_id").asString().equals(action)) {
                return element;
            }
        }
        throw new AssertionError("No %s in %s".formatted(action, row));
    }
}
