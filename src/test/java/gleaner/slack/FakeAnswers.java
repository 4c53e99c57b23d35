package gleaner.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What each method of the made-up workspace's Web API does and answers: strict about tokens,
/// scopes and parameters.
final class FakeAnswers {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FakeWorkspace workspace;
    private final FakeScreens screens;
    private final String socketUrl;
    private final String uploads;
    private final List<String> violations;
    private final JsonMapper json = new JsonMapper();
    private final Set<String> missingScopes = ConcurrentHashMap.newKeySet();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private volatile String botToken = FakeSlack.BOT_TOKEN;
    private volatile boolean isPaged = true;

    /// @param uploads where files are to be sent
    FakeAnswers(
            FakeWorkspace workspace,
            FakeScreens screens,
            String socketUrl,
            String uploads,
            List<String> violations) {
        this.workspace = workspace;
        this.screens = screens;
        this.socketUrl = socketUrl;
        this.uploads = uploads;
        this.violations = violations;
    }

    void withoutScope(String scope) {
        missingScopes.add(scope);
    }

    /// Nobody can write to this person directly.
    void closeMessages(String user) {
        closed.add(user);
    }

    /// From now on another token is good.
    void token(String token) {
        botToken = token;
    }

    void withoutPages() {
        isPaged = false;
    }

    List<String> scopes() {
        var scopes = new ArrayList<>(SlackManifest.scopes(true));
        scopes.removeAll(missingScopes);
        return scopes;
    }

    ObjectNode answer(String method, Map<String, String> form, String token) {
        if (!FakeMethods.has(method)) {
            violations.add("no method " + method);
            return error("unknown_method");
        }
        if (!token.equals(method.startsWith("apps.") ? FakeSlack.APP_TOKEN : botToken)) {
            return error(
                    botToken.equals("revoked") && token.equals(FakeSlack.BOT_TOKEN)
                            ? "token_revoked"
                            : "invalid_auth");
        }
        var lacking = new TreeSet<>(FakeMethods.scopes(method, form, workspace));
        lacking.retainAll(missingScopes);
        if (!lacking.isEmpty()) {
            return error("missing_scope")
                    .put("needed", String.join(",", lacking))
                    .put("provided", String.join(",", scopes()));
        }
        var wrong = FakeMethods.wrong(method, form);
        wrong.forEach(each -> violations.add(method + " " + each));
        if (wrong.stream().anyMatch(each -> each.startsWith("without"))) {
            return error("invalid_arguments");
        }
        return switch (method) {
            case "auth.test" ->
                    ok().put("url", "https://team.slack.com/")
                            .put("team", "The Team")
                            .put("user", "gleaner")
                            .put("team_id", "T1")
                            .put("user_id", FakeSlack.SELF)
                            .put("bot_id", "B0BOT");
            case "apps.connections.open" -> ok().put("url", socketUrl);
            case "users.info" ->
                    found("user", workspace.users.get(need(form, "user")), "user_not_found");
            case "conversations.info" ->
                    found(
                            "channel",
                            workspace.channels.get(need(form, "channel")),
                            "channel_not_found");
            case "users.conversations", "conversations.list" -> listed(method, form);
            case "conversations.history" -> history(form);
            case "conversations.replies" -> replies(form);
            case "reactions.add" -> reacted(form);
            case "views.open" -> screens.open(form);
            case "views.publish" -> screens.publish(form);
            case "files.getUploadURLExternal" -> screens.announce(form, uploads);
            case "files.completeUploadExternal" -> completed(form);
            case "canvases.create" -> screens.canvas();
            case "canvases.access.set" -> ok();
            default -> posted(form);
        };
    }

    private static ObjectNode ok() {
        return NODES.objectNode().put("ok", true);
    }

    private static ObjectNode error(String code) {
        return NODES.objectNode().put("ok", false).put("error", code);
    }

    private static ObjectNode found(String field, @Nullable ObjectNode node, String error) {
        if (node == null) {
            return error(error);
        }
        var answer = ok();
        answer.set(field, node.deepCopy());
        return answer;
    }

    /// `conversations.list` has those too that Gleaner is not in.
    private ObjectNode listed(String method, Map<String, String> form) {
        var isAll = method.equals("conversations.list");
        var answer = ok();
        var list = answer.putArray("channels");
        var types = List.of(form.getOrDefault("types", "public_channel").split(","));
        workspace.channels.values().stream()
                .filter(channel -> types.contains(FakeWorkspace.type(channel)))
                .filter(channel -> isAll || workspace.isMember(channel))
                .filter(channel ->
                        !channel.path("is_archived").asBoolean(false)
                                || !form.getOrDefault("exclude_archived", "").equals("true"))
                .map(ObjectNode::deepCopy)
                .forEach(channel ->
                        list.add(
                                isAll
                                        ? channel.put("is_member", workspace.isMember(channel))
                                        : channel));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode history(Map<String, String> form) {
        var refusal = refusal(need(form, "channel"));
        if (refusal != null) {
            return refusal;
        }
        var all = new ArrayList<ObjectNode>();
        workspace
                .messages(need(form, "channel"))
                .descendingMap()
                .forEach((ts, message) -> {
                    var thread = message.path("thread_ts").asString(ts);
                    var isRoot =
                            thread.equals(ts)
                                    || message.path("subtype")
                                            .asString("")
                                            .equals("thread_broadcast");
                    if (isRoot && ts.compareTo(form.getOrDefault("oldest", "0")) >= 0) {
                        all.add(message);
                    }
                });
        return page(all, form);
    }

    private ObjectNode replies(Map<String, String> form) {
        var refusal = refusal(need(form, "channel"));
        if (refusal != null) {
            return refusal;
        }
        var all = new ArrayList<ObjectNode>();
        workspace
                .messages(need(form, "channel"))
                .forEach((ts, message) -> {
                    if (ts.equals(form.get("ts"))
                            || message.path("thread_ts").asString("").equals(form.get("ts"))) {
                        all.add(message);
                    }
                });
        return all.isEmpty() ? error("thread_not_found") : page(all, form);
    }

    /// Pages are of three messages, however many are asked for; a server that knows no pages gives
    /// all at once.
    private ObjectNode page(List<ObjectNode> all, Map<String, String> form) {
        var from = Integer.parseInt(form.getOrDefault("cursor", "0"));
        var to = isPaged ? Math.min(all.size(), from + 3) : all.size();
        var answer = ok();
        var list = answer.putArray("messages");
        all.subList(from, to).forEach(message -> list.add(message.deepCopy()));
        answer.put("has_more", to < all.size());
        answer.putObject("response_metadata")
                .put("next_cursor", to < all.size() ? Integer.toString(to) : "");
        return answer;
    }

    private @Nullable ObjectNode refusal(String channel) {
        if (!workspace.channels.containsKey(channel)) {
            return error("channel_not_found");
        }
        return workspace.members.contains(channel) ? null : error("not_in_channel");
    }

    private ObjectNode reacted(Map<String, String> form) {
        var refusal = refusal(need(form, "channel"));
        if (refusal != null) {
            return refusal;
        }
        if (workspace.isArchived(need(form, "channel"))) {
            return error("is_archived");
        }
        var message = workspace.messages(need(form, "channel")).get(need(form, "timestamp"));
        if (message == null) {
            return error("message_not_found");
        }
        var own = message.has("own") ? (ArrayNode) message.get("own") : message.putArray("own");
        for (var name : own) {
            if (name.asString("").equals(form.get("name"))) {
                return error("already_reacted");
            }
        }
        own.add(form.get("name"));
        return ok();
    }

    private ObjectNode completed(Map<String, String> form) {
        var channel = need(form, "channel_id");
        var refusal = channel.startsWith("D") ? null : refusal(channel);
        return refusal == null ? screens.complete(form) : refusal;
    }

    private ObjectNode posted(Map<String, String> form) {
        var channel = need(form, "channel");
        if (form.containsKey("blocks") && !screens.takes(json.readTree(need(form, "blocks")))) {
            return error("invalid_blocks");
        }
        if (channel.startsWith("U")) {
            if (form.containsKey("user") || !workspace.users.containsKey(channel)) {
                return error("channel_not_found");
            }
            if (closed.contains(channel)) {
                return error("messages_tab_disabled");
            }
            channel = workspace.direct(channel);
        }
        var refusal = refusal(channel);
        if (refusal != null) {
            return refusal;
        }
        if (workspace.isArchived(channel)) {
            return error("is_archived");
        }
        if (form.containsKey("user") && !workspace.users.containsKey(need(form, "user"))) {
            return error("user_not_in_channel");
        }
        var ts = workspace.nextTs();
        if (!form.containsKey("user")) {
            var message =
                    NODES.objectNode()
                            .put("type", "message")
                            .put("user", FakeSlack.SELF)
                            .put("bot_id", "B0BOT")
                            .put("ts", ts)
                            .put("text", form.getOrDefault("text", ""));
            if (form.containsKey("thread_ts")) {
                message.put("thread_ts", form.get("thread_ts"));
            }
            if (form.containsKey("metadata")) {
                message.set("metadata", json.readTree(form.get("metadata")));
            }
            workspace.messages(channel).put(ts, message);
        }
        return ok().put("ts", ts).put("channel", channel);
    }

    private static String need(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }
}
