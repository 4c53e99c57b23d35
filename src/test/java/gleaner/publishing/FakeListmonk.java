package gleaner.publishing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// listmonk's campaigns: every POST makes one, and every text is a Go template.
public final class FakeListmonk extends FakePublisher {

    public static final String USER = "gleaner";
    public static final String TOKEN = "lm-secret-0123456789";

    private static final String CAMPAIGNS = "/api/campaigns";
    private static final Set<String> TYPES =
            Set.of("richtext", "html", "markdown", "plain", "visual");

    /// By id.
    final Map<Integer, ObjectNode> campaigns = new LinkedHashMap<>();

    @Override
    Answer answer(Request request) {
        if (!request.header("Authorization").equals("token " + USER + ":" + TOKEN)) {
            return message(403, "invalid API credentials");
        }
        if (request.path().equals(CAMPAIGNS)) {
            return request.method().equals("POST") ? made(request.json()) : listed(request);
        }
        var id = Integer.parseInt(request.path().substring(CAMPAIGNS.length() + 1));
        var campaign = campaigns.get(id);
        if (campaign == null) {
            return message(400, "Campaign not found");
        }
        return request.method().equals("PUT") ? edited(request.json(), campaign) : data(campaign);
    }

    private Answer made(JsonNode given) {
        var fault = fault(given);
        if (fault != null) {
            return fault;
        }
        var id = campaigns.size() + 1;
        var campaign = object().put("id", id).put("status", "draft").put("template_id", 1);
        fill(campaign, given);
        campaigns.put(id, campaign);
        return data(campaign);
    }

    private Answer edited(JsonNode given, ObjectNode campaign) {
        if (!Set.of("draft", "paused", "scheduled").contains(campaign.path("status").asString())) {
            return message(400, "Cannot update a running or a finished campaign.");
        }
        var fault = fault(given);
        if (fault != null) {
            return fault;
        }
        fill(campaign, given);
        return data(campaign);
    }

    private static void fill(ObjectNode campaign, JsonNode given) {
        for (var name : Set.of("name", "subject", "type", "content_type", "body", "tags")) {
            campaign.set(name, given.path(name));
        }
        var lists = campaign.putArray("lists");
        given.path("lists").forEach(list -> lists.addObject().put("id", list.asInt()));
        if (given.has("template_id")) {
            campaign.set("template_id", given.path("template_id"));
        }
    }

    private static @Nullable Answer fault(JsonNode given) {
        if (given.path("name").asString("").isEmpty()
                || given.path("subject").asString("").isEmpty()
                || given.path("subject").asString("").length() > 500) {
            return message(400, "Invalid length for name or subject.");
        }
        if (given.path("lists").isEmpty()
                || given.path("lists").valueStream().anyMatch(list -> !list.isInt())) {
            return message(400, "No lists selected.");
        }
        if (!given.path("type").asString("").equals("regular")
                || !TYPES.contains(given.path("content_type").asString(""))) {
            return message(400, "Unknown content type.");
        }
        for (var text : new String[] {"subject", "body"}) {
            if (given.path(text).asString("").contains("{{")) {
                return message(400, "Error compiling template: unexpected \"{\" in command");
            }
        }
        return null;
    }

    private Answer listed(Request request) {
        var tag = request.query().getOrDefault("tags", "");
        var answer = object();
        var results = answer.putObject("data").putArray("results");
        campaigns.values().stream()
                .filter(campaign ->
                        tag.isEmpty()
                                || campaign.path("tags")
                                        .valueStream()
                                        .anyMatch(each -> each.asString("").equals(tag)))
                .forEach(results::add);
        return Answer.json(200, answer);
    }

    private static Answer data(ObjectNode campaign) {
        var answer = object();
        answer.set("data", campaign);
        return Answer.json(200, answer);
    }

    private static Answer message(int status, String message) {
        return Answer.json(status, object().put("message", message));
    }
}
