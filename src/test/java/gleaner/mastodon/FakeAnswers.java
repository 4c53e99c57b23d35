package gleaner.mastodon;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the made-up server answers; asked under its lock.
final class FakeAnswers {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 40;

    private final FakeMastodon server;

    FakeAnswers(FakeMastodon server) {
        this.server = server;
    }

    record Answer(int code, String body, Map<String, String> headers) {

        static Answer of(JsonNode body) {
            return new Answer(200, body.toString(), Map.of());
        }

        static Answer missing() {
            return new Answer(404, "{\"error\":\"Record not found\"}", Map.of());
        }
    }

    Answer to(FakeFront.Request request) {
        var path = request.path();
        var query = request.query();
        var body = request.body();
        var parts = path.split("/", -1);
        var isStatus = path.startsWith("/api/v1/statuses/") && parts.length >= 5;
        return switch (request.method()
                + " "
                + (path.startsWith("/api/v1/timelines/tag/")
                        ? "timelines/tag"
                        : isStatus ? "status" + (parts.length > 5 ? "/" + parts[5] : "") : path)) {
            case "GET /api/v2/instance" ->
                    server.isGoToSocial
                            ? Answer.of(FakeEntities.goToSocial())
                            : server.knowsVersion2
                                    ? Answer.of(FakeEntities.instance())
                                    : Answer.missing();
            case "GET /api/v1/instance" ->
                    Answer.of(
                            JSON.createObjectNode()
                                    .put("uri", "here.example")
                                    .put("title", "Old")
                                    .put("version", "3.5.0")
                                    .put("max_toot_chars", 600));
            case "GET /api/v1/accounts/verify_credentials" ->
                    Answer.of(FakeEntities.account("gleaner"));
            case "GET /api/v1/notifications" -> notifications(query);
            case "GET /api/v1/accounts/BOT/statuses" -> {
                var own = JSON.createArrayNode();
                server.posts.reversed().stream()
                        .filter(post -> server.statuses.containsValue(post))
                        .forEach(own::add);
                yield Answer.of(own);
            }
            case "GET timelines/tag" -> tagged(parts[5], query);
            case "GET /api/v1/statuses" -> several(query.getOrDefault("id[]", List.of()));
            case "GET status" ->
                    Optional.ofNullable(server.statuses.get(parts[4]))
                            .map(Answer::of)
                            .orElseGet(Answer::missing);
            case "GET status/context" -> context(parts[4]);
            case "POST /api/v1/statuses" -> post(body, request.key());
            case "DELETE status" ->
                    Optional.ofNullable(server.statuses.remove(parts[4]))
                            .map(Answer::of)
                            .orElseGet(Answer::missing);
            case "POST status/favourite" -> favourite(parts[4]);
            case "PATCH /api/v2/notifications/policy",
                    "PATCH /api/v1/accounts/update_credentials" ->
                    server.knowsVersion2 && (!server.isGoToSocial || path.startsWith("/api/v1"))
                            ? Answer.of(JSON.createObjectNode())
                            : new Answer(404, "<!DOCTYPE html><html>404", Map.of());
            case "POST /api/v1/apps" ->
                    !body.startsWith("{") && body.contains("urn%3Aietf")
                            ? Answer.of(
                                    JSON.createObjectNode()
                                            .put("client_id", "id")
                                            .put("client_secret", "s"))
                            : new Answer(400, "{\"error\":\"no form\"}", Map.of());
            case "POST /oauth/token" ->
                    body.contains("&code=right-code") || body.startsWith("code=right-code")
                            ? Answer.of(
                                    JSON.createObjectNode()
                                            .put("access_token", FakeMastodon.TOKEN)
                                            .put("scope", "read write"))
                            : new Answer(400, "{\"error\":\"invalid_grant\"}", Map.of());
            default -> Answer.missing();
        };
    }

    private Answer notifications(Map<String, List<String>> query) {
        var limit =
                Math.min(
                        80,
                        Integer.parseInt(
                                query.getOrDefault("limit", List.of("" + PAGE)).getFirst()));
        var from = 0;
        if (query.containsKey("since_id")) {
            throw new IllegalStateException("since_id gives the newest page and leaves gaps.");
        }
        var after = query.getOrDefault("min_id", List.of("")).getFirst();
        for (int i = 0; i < server.notifications.size(); i++) {
            from = server.notifications.get(i).path("id").asString("").equals(after) ? i + 1 : from;
        }
        var end = server.notifications.size();
        var before = query.getOrDefault("max_id", List.of("")).getFirst();
        for (int i = 0; i < server.notifications.size() && !before.isEmpty(); i++) {
            end = server.notifications.get(i).path("id").asString("").equals(before) ? i : end;
        }
        var start = after.isEmpty() ? Math.max(0, end - limit) : from;
        var page = server.notifications.subList(start, Math.min(end, start + limit)).reversed();
        var array = JSON.createArrayNode();
        page.forEach(array::add);
        var headers = new HashMap<String, String>();
        if (!page.isEmpty()) {
            headers.put(
                    "Link",
                    "<https://elsewhere.example/api/v1/notifications?limit=%d&max_id=%s>; rel=\"next\", <https://elsewhere.example/api/v1/notifications?limit=%d&min_id=%s>; rel=\"prev\""
                            .replace("min_id", server.isGoToSocial ? "since_id" : "min_id")
                            .formatted(
                                    limit,
                                    page.getLast().path("id").asString(),
                                    limit,
                                    page.getFirst().path("id").asString()));
        }
        return new Answer(200, array.toString(), headers);
    }

    private Answer several(List<String> ids) {
        if (!server.knowsSeveral) {
            return Answer.missing();
        }
        if (ids.size() > 20) {
            return new Answer(422, "{\"error\":\"too many\"}", Map.of());
        }
        var array = JSON.createArrayNode();
        ids.stream()
                .flatMap(id -> Optional.ofNullable(server.statuses.get(id)).stream())
                .forEach(array::add);
        return Answer.of(array);
    }

    private Answer tagged(String hashtag, Map<String, List<String>> query) {
        var tagged =
                server.statuses.values().stream()
                        .filter(status -> isTagged(status, hashtag))
                        .toList();
        var after = query.getOrDefault("min_id", List.of("")).getFirst();
        var from = 0;
        for (int i = 0; i < tagged.size(); i++) {
            from = tagged.get(i).path("id").asString("").equals(after) ? i + 1 : from;
        }
        var start = after.isEmpty() ? Math.max(0, tagged.size() - PAGE) : from;
        var array = JSON.createArrayNode();
        tagged.subList(start, Math.min(tagged.size(), start + PAGE)).reversed().forEach(array::add);
        return Answer.of(array);
    }

    private static boolean isTagged(JsonNode status, String hashtag) {
        for (var tag : status.path("tags")) {
            if (tag.path("name").asString("").equalsIgnoreCase(hashtag)) {
                return true;
            }
        }
        return false;
    }

    private Answer context(String id) {
        if (!server.statuses.containsKey(id)) {
            return Answer.missing();
        }
        var context = JSON.createObjectNode();
        var before = new ArrayDeque<ObjectNode>();
        for (var at = parent(server.statuses.get(id)); at.isPresent(); at = parent(at.get())) {
            before.addFirst(at.get());
        }
        before.forEach(context.putArray("ancestors")::add);
        var known = new ArrayList<String>(List.of(id));
        var after = context.putArray("descendants");
        for (var status : server.statuses.values()) {
            if (known.contains(status.path("in_reply_to_id").asString(""))) {
                known.add(status.path("id").asString());
                after.add(status);
            }
        }
        return Answer.of(context);
    }

    private Optional<ObjectNode> parent(ObjectNode status) {
        return Optional.ofNullable(server.statuses.get(status.path("in_reply_to_id").asString("")));
    }

    private Answer post(String body, String key) {
        if (server.heedsKeys && server.byKey.containsKey(key)) {
            return Answer.of(Objects.requireNonNull(server.statuses.get(server.byKey.get(key))));
        }
        var json = (ObjectNode) JSON.readTree(body);
        var words = json.path("status").asString();
        if (server.isGoToSocial
                && words.codePointCount(0, words.length())
                                + json.path("spoiler_text").asString("").length()
                        > FakeEntities.MOST) {
            return new Answer(400, "{\"error\":\"status too long\"}", Map.of());
        }
        var replyTo =
                Optional.of(json.path("in_reply_to_id").asString("")).filter(id -> !id.isEmpty());
        if (replyTo.isPresent() && !server.statuses.containsKey(replyTo.get())) {
            return Answer.missing();
        }
        var status =
                server.status(
                        "gleaner",
                        "<p>" + json.path("status").asString() + "</p>",
                        json.path("visibility").asString(),
                        replyTo);
        status.put("text", json.path("status").asString());
        status.put("spoiler_text", json.path("spoiler_text").asString(""));
        server.byKey.put(key, status.path("id").asString());
        server.posts.add(status);
        server.afterPost.run();
        return Answer.of(status);
    }

    private Answer favourite(String id) {
        if (!server.statuses.containsKey(id)) {
            return Answer.missing();
        }
        server.favourites.add(id);
        return Answer.of(server.statuses.get(id));
    }
}
