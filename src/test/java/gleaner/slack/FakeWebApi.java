package gleaner.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The Web API of the made-up workspace, over HTTP: strict about parameters and scopes, with rate
/// limits.
final class FakeWebApi implements AutoCloseable {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FakeWorkspace workspace;
    private final String socketUrl;
    private final JsonMapper json = new JsonMapper();
    private final HttpServer http;
    private final List<FakeSlack.Call> calls = new CopyOnWriteArrayList<>();
    private final List<JsonNode> responses = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final FakeScreens screens;
    private final Map<String, AtomicInteger> limits = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> lost = new ConcurrentHashMap<>();
    private final Set<String> missingScopes = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> unknown = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private volatile String botToken = FakeSlack.BOT_TOKEN;
    private final List<FakeSlack.Call> refused = new CopyOnWriteArrayList<>();
    private volatile Optional<FakeLimits> limited = Optional.empty();
    private volatile UnaryOperator<JsonNode> sparse = UnaryOperator.identity();
    private volatile boolean isPaged = true;
    private volatile boolean down;

    FakeWebApi(FakeWorkspace workspace, String socketUrl) {
        this.workspace = workspace;
        this.screens = new FakeScreens(workspace, violations);
        this.socketUrl = socketUrl;
        try {
            http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/api/");
    }

    @Override
    public void close() {
        http.stop(0);
    }

    void limit(String method, int times) {
        limits.put(method, new AtomicInteger(times));
    }

    /// From now on methods may be called only as often as Slack says, by this clock.
    void limitByTiers(LongSupplier nanos) {
        limited = Optional.of(new FakeLimits(nanos));
    }

    /// The calls that were too many by that.
    List<FakeSlack.Call> refused() {
        return refused;
    }

    void leaveOut(Set<String> fields, UnaryOperator<JsonNode> without) {
        isPaged = !fields.contains("response_metadata");
        sparse = without;
    }

    /// Makes of JSON what it is without these fields, wherever they stand.
    static UnaryOperator<JsonNode> without(Set<String> fields, boolean asNull) {
        return node -> {
            strip(node, fields, asNull);
            return node;
        };
    }

    private static void strip(JsonNode node, Set<String> fields, boolean asNull) {
        if (node instanceof ObjectNode object) {
            for (var field : fields) {
                if (asNull && object.has(field)) {
                    object.putNull(field);
                } else {
                    object.remove(field);
                }
            }
        }
        node.forEach(each -> strip(each, fields, asNull));
    }

    void loseAnswers(String method, int times) {
        lost.put(method, new AtomicInteger(times));
    }

    void closeMessages(String user) {
        closed.add(user);
    }

    void without(String method, int status) {
        unknown.put(method, status);
    }

    void revoke() {
        botToken = "revoked";
    }

    void withoutScope(String scope) {
        missingScopes.add(scope);
    }

    void down(boolean isDown) {
        down = isDown;
    }

    List<FakeSlack.Call> calls() {
        return calls;
    }

    List<JsonNode> responses() {
        return responses;
    }

    List<String> violations() {
        return violations;
    }

    FakeScreens screens() {
        return screens;
    }

    private static String need(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            if (down) {
                send(exchange, 503, "upstream is gone");
            } else if (path.startsWith("/respond/")) {
                var response = json.readTree(body);
                var isTaken = !response.has("blocks") || screens.takes(response.path("blocks"));
                if (isTaken) {
                    responses.add(response);
                }
                send(exchange, isTaken ? 200 : 400, isTaken ? "ok" : "invalid_blocks");
            } else if (path.startsWith("/upload/")) {
                var isTaken =
                        screens.upload(
                                path.substring("/upload/".length()),
                                body,
                                body.getBytes(StandardCharsets.UTF_8).length);
                send(exchange, isTaken ? 200 : 400, isTaken ? "OK" : "wrong length");
            } else if (path.startsWith("/files/")) {
                file(exchange, path);
            } else {
                api(exchange, path.substring("/api/".length()), form(body));
            }
        }
    }

    /// What people posted, by path.
    final Map<String, String> posted = new java.util.concurrent.ConcurrentHashMap<>();

    private void file(HttpExchange exchange, String path) throws IOException {
        var isAllowed =
                ("Bearer " + FakeSlack.BOT_TOKEN)
                        .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        var text = posted.get(path);
        send(exchange, !isAllowed ? 403 : text == null ? 404 : 200, text == null ? "" : text);
    }

    private void api(HttpExchange exchange, String method, Map<String, String> form)
            throws IOException {
        calls.add(new FakeSlack.Call(method, form));
        if (unknown.containsKey(method)) {
            var status = unknown.getOrDefault(method, 200);
            send(
                    exchange,
                    status,
                    status == 200
                            ? "{\"ok\":false,\"error\":\"unknown_method\"}"
                            : "<!DOCTYPE html><title>Not here</title>");
            return;
        }
        var limit = limits.get(method);
        if (limit != null && limit.getAndDecrement() > 0) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            send(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
            return;
        }
        var wait =
                limited.map(each -> each.secondsUntil(method, form.getOrDefault("channel", "")))
                        .orElse(0L);
        if (wait > 0) {
            refused.add(new FakeSlack.Call(method, form));
            exchange.getResponseHeaders().add("Retry-After", Long.toString(wait));
            send(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
            return;
        }
        exchange.getResponseHeaders().add("x-oauth-scopes", String.join(",", scopes()));
        var token =
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                        .replace("Bearer ", "");
        var answer = sparse.apply(answer(method, form, token)).toString();
        var isLost = lost.get(method);
        if (isLost != null && isLost.getAndDecrement() > 0) {
            send(exchange, 503, "lost on its way");
            return;
        }
        send(exchange, 200, answer);
    }

    private List<String> scopes() {
        var scopes = new ArrayList<>(SlackManifest.scopes(true));
        scopes.removeAll(missingScopes);
        return scopes;
    }

    private ObjectNode answer(String method, Map<String, String> form, String token) {
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
            case "files.getUploadURLExternal" ->
                    screens.announce(form, url().resolve("/upload/").toString());
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

    private static Map<String, String> form(String body) {
        var form = new HashMap<String, String>();
        Arrays.stream(body.split("&"))
                .filter(part -> part.contains("="))
                .forEach(part -> {
                    var parts = part.split("=", 2);
                    form.put(
                            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
                });
        return form;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
