package gleaner.store;

import gleaner.news.Health;
import gleaner.news.Health.Found;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// How a page was found, as JSON in its link's hash; beside it a field that stands while a look is
/// asked for.
final class HealthCodec {

    static final String LOOK = "look";
    static final String ASKED = "asked";

    private HealthCodec() {}

    static String write(Health health) {
        var node = Json.object();
        Json.putTime(node, "at", health.at());
        switch (health.found()) {
            case Found.Fine _ -> node.put("found", "fine");
            case Found.Gone(var why, var isSure) -> {
                node.put("found", "gone").put("told", why);
                if (isSure) {
                    node.put("sure", true);
                }
            }
            case Found.Moved(var to) -> node.put("found", "moved").put("told", to);
            case Found.Replaced(var title) -> node.put("found", "replaced").put("told", title);
            case Found.Silent(var why) -> node.put("found", "silent").put("told", why);
        }
        node.put("times", health.times());
        Json.put(node, "archive", health.archive());
        Json.put(node, "mark", health.mark());
        return node.toString();
    }

    /// @param hash a link's
    static Health read(Map<String, String> hash) {
        var isAsked = hash.containsKey(ASKED);
        var json = hash.get(LOOK);
        if (json == null) {
            return new Health(
                    Health.NONE.at(),
                    Health.NONE.found(),
                    Health.NONE.times(),
                    Health.NONE.archive(),
                    Health.NONE.mark(),
                    isAsked);
        }
        var node = Json.read(json);
        return new Health(
                Json.time(node, "at"),
                found(node),
                node.path("times").asInt(1),
                Json.text(node, "archive"),
                Json.text(node, "mark"),
                isAsked);
    }

    /// What a newer Gleaner found in a way that is not known here counts as nothing found.
    private static Found found(JsonNode node) {
        var told = Json.text(node, "told").orElse("");
        return switch (Json.text(node, "found").orElse("")) {
            case "fine" -> new Found.Fine();
            case "gone" -> new Found.Gone(told, node.path("sure").asBoolean(false));
            case "moved" -> new Found.Moved(told);
            case "replaced" -> new Found.Replaced(told);
            default -> new Found.Silent(told);
        };
    }
}
