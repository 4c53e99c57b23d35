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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A workspace that speaks Slack's protocols over real sockets: the Web API with its scopes, its
/// parameters and its rate limits, Socket Mode with envelopes that are sent again until they are
/// acknowledged.
///
/// Made after Slack's documentation (<https://docs.slack.dev/reference/methods>); the people and
/// words are made up.
public final class FakeSlack implements AutoCloseable {

    public static final String BOT_TOKEN = "xoxb-fake-bot";
    public static final String APP_TOKEN = "xapp-fake-app";
    public static final String SELF = "U0BOT";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Which parameters each method takes, those that it needs with `!`, and the scope that it
    /// wants.
    private static final Map<String, String> METHODS =
            Map.ofEntries(
                    Map.entry("auth.test", ""),
                    Map.entry("apps.connections.open", "@connections:write"),
                    Map.entry("users.info", "user! include_locale @users:read"),
                    Map.entry(
                            "conversations.info",
                            "channel! include_locale include_num_members @channels:read"),
                    Map.entry(
                            "users.conversations",
                            "cursor exclude_archived limit team_id types user @channels:read"),
                    Map.entry(
                            "conversations.history",
                            "channel! cursor include_all_metadata inclusive latest limit oldest @channels:history"),
                    Map.entry(
                            "conversations.replies",
                            "channel! ts! cursor include_all_metadata inclusive latest limit oldest @channels:history"),
                    Map.entry("reactions.add", "channel! name! timestamp! @reactions:write"),
                    Map.entry(
                            "chat.postMessage",
                            "channel! text blocks attachments thread_ts unfurl_links unfurl_media metadata mrkdwn reply_broadcast @chat:write"),
                    Map.entry(
                            "chat.postEphemeral",
                            "channel! user! text blocks attachments thread_ts @chat:write"),
                    Map.entry("views.open", "trigger_id! view!"),
                    Map.entry("views.publish", "user_id! view! hash"),
                    Map.entry(
                            "files.getUploadURLExternal",
                            "filename! length! alt_text snippet_type @files:write"),
                    Map.entry(
                            "files.completeUploadExternal",
                            "files! channel_id channels thread_ts initial_comment @files:write"),
                    Map.entry(
                            "canvases.create", "title document_content channel_id @canvases:write"),
                    Map.entry(
                            "canvases.access.set",
                            "canvas_id! access_level! channel_ids user_ids @canvases:write"));

    /// A call that Gleaner made.
    ///
    /// @param form what it sent
    public record Call(String method, Map<String, String> form) {

        public String get(String name) {
            return form.getOrDefault(name, "");
        }
    }

    private final JsonMapper json = new JsonMapper();
    private final HttpServer http;
    private final FakeSocket socket;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<JsonNode> responses = new CopyOnWriteArrayList<>();
    private final Map<String, Long> triggers = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> views = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> homes = new ConcurrentHashMap<>();
    private final Map<String, Integer> announced = new ConcurrentHashMap<>();
    private final Map<String, String> uploads = new ConcurrentHashMap<>();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> ackPayloads = new ConcurrentHashMap<>();
    private volatile boolean canvases = true;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> channels = new ConcurrentHashMap<>();
    private final Map<String, TreeMap<String, ObjectNode>> messages = new ConcurrentHashMap<>();
    private final Set<String> members = ConcurrentHashMap.newKeySet();
    private final Set<String> acked = ConcurrentHashMap.newKeySet();
    private final Map<String, String> unacked = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final List<Long> ackNanos = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicInteger> limits = new ConcurrentHashMap<>();
    private final Set<String> missingScopes = ConcurrentHashMap.newKeySet();
    private final AtomicInteger serial = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile String botToken = BOT_TOKEN;
    private volatile boolean down;
    private volatile Consumer<String> sender = this::sendBySocket;

    public FakeSlack() {
        socket = new FakeSocket(this::opened, this::heard);
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
        person(SELF, "gleaner");
    }

    public URI apiUrl() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/api/");
    }

    @Override
    public void close() throws IOException {
        socket.close();
        http.stop(0);
    }

    // What the workspace is.

    public void person(String id, String name) {
        var user = NODES.objectNode().put("id", id).put("name", name);
        user.putObject("profile").put("display_name", name).put("real_name", name + " Somebody");
        users.put(id, user);
    }

    public void channel(String id, String name, boolean isPrivate) {
        channels.put(
                id,
                NODES.objectNode()
                        .put("id", id)
                        .put("name", name)
                        .put("is_channel", !id.startsWith("D"))
                        .put("is_im", id.startsWith("D"))
                        .put("is_private", isPrivate)
                        .put("is_archived", false));
        members.add(id);
        messages.put(id, new TreeMap<>());
    }

    public void leave(String channel) {
        members.remove(channel);
    }

    public void archive(String channel) {
        channels.get(channel).put("is_archived", true);
    }

    /// The next so many calls of a method are too many.
    public void limit(String method, int times) {
        limits.put(method, new AtomicInteger(times));
    }

    public void revoke() {
        botToken = "revoked";
    }

    public void withoutScope(String scope) {
        missingScopes.add(scope);
    }

    /// Nothing answers any more, or everything again.
    public void down(boolean isDown) {
        down = isDown;
        if (isDown) {
            socket.lines().forEach(FakeSocket.Line::drop);
        }
    }

    // What people do. Each returns the message's ts.

    public String say(String channel, String user, String text) {
        return post(
                channel,
                NODES.objectNode().put("type", "message").put("user", user).put("text", text));
    }

    public String reply(String channel, String user, String root, String text) {
        var message = NODES.objectNode().put("type", "message").put("user", user).put("text", text);
        var parent = messages.get(channel).get(root);
        var ts = post(channel, message.put("thread_ts", root));
        parent.put("thread_ts", root)
                .put("reply_count", parent.path("reply_count").asInt(0) + 1)
                .put("latest_reply", ts);
        return ts;
    }

    /// Posts a message of any shape; its ts is filled in.
    public String post(String channel, ObjectNode message) {
        var ts = nextTs();
        message.put("ts", ts);
        messages.get(channel).put(ts, message);
        event(inChannel(message.deepCopy(), channel));
        return ts;
    }

    /// A message that was said at that time, of which nobody was told.
    public String history(String channel, String user, String text, Instant time) {
        var ts = "%d.%06d".formatted(time.getEpochSecond(), serial.incrementAndGet());
        messages.get(channel)
                .put(
                        ts,
                        NODES.objectNode()
                                .put("type", "message")
                                .put("user", user)
                                .put("text", text)
                                .put("ts", ts));
        return ts;
    }

    public void edit(String channel, String ts, String text) {
        var message = messages.get(channel).get(ts);
        var before = message.deepCopy();
        message.put("text", text).remove("blocks");
        message.putObject("edited")
                .put("user", message.path("user").asString(""))
                .put("ts", nextTs());
        changed(channel, before, message);
    }

    /// Slack adds the preview of a link.
    public void unfurl(String channel, String ts, String url) {
        var message = messages.get(channel).get(ts);
        var before = message.deepCopy();
        message.putArray("attachments")
                .addObject()
                .put("from_url", url)
                .put("original_url", url)
                .put("title", "A preview")
                .put("title_link", url + "?preview=1")
                .put("text", "Words of the page, with <https://elsewhere.example/|a link>");
        changed(channel, before, message);
    }

    private void changed(String channel, ObjectNode before, ObjectNode message) {
        var event =
                NODES.objectNode()
                        .put("type", "message")
                        .put("subtype", "message_changed")
                        .put("hidden", true);
        event.set("message", message.deepCopy());
        event.set("previous_message", before);
        event.put("ts", nextTs());
        event(inChannel(event, channel));
    }

    public void delete(String channel, String ts) {
        var before = messages.get(channel).remove(ts);
        var event =
                NODES.objectNode()
                        .put("type", "message")
                        .put("subtype", "message_deleted")
                        .put("hidden", true)
                        .put("deleted_ts", ts);
        event.set("previous_message", before);
        event(inChannel(event.put("ts", nextTs()), channel));
    }

    public void react(String channel, String ts, String user, String emoji) {
        var message = messages.get(channel).get(ts);
        var reactions =
                message.has("reactions")
                        ? (ArrayNode) message.get("reactions")
                        : message.putArray("reactions");
        for (var each : reactions) {
            if (each.path("name").asString("").equals(emoji)) {
                ((ArrayNode) each.get("users")).add(user);
                ((ObjectNode) each).put("count", each.get("users").size());
                reaction("reaction_added", channel, ts, user, emoji);
                return;
            }
        }
        reactions.addObject().put("name", emoji).put("count", 1).putArray("users").add(user);
        reaction("reaction_added", channel, ts, user, emoji);
    }

    public void unreact(String channel, String ts, String user, String emoji) {
        messages.get(channel).get(ts).remove("reactions");
        reaction("reaction_removed", channel, ts, user, emoji);
    }

    private void reaction(String type, String channel, String ts, String user, String emoji) {
        var event = NODES.objectNode().put("type", type).put("user", user).put("reaction", emoji);
        event.putObject("item").put("type", "message").put("channel", channel).put("ts", ts);
        event(event.put("event_ts", nextTs()));
    }

    /// Somebody types `/glean` with these words.
    public void slash(String channel, String user, String text) {
        var payload =
                NODES.objectNode()
                        .put("command", "/glean")
                        .put("text", text)
                        .put("channel_id", channel)
                        .put("channel_name", "general")
                        .put("user_id", user)
                        .put("user_name", "somebody")
                        .put("team_id", "T1")
                        .put("token", "verification")
                        .put("api_app_id", "A1")
                        .put("trigger_id", "tr." + serial.incrementAndGet())
                        .put(
                                "response_url",
                                apiUrl().resolve("/respond/" + serial.get()).toString());
        envelope("slash_commands", payload);
    }

    /// A mention comes twice: as a message, and as a mention.
    public String mention(String channel, String user, String text) {
        var ts = say(channel, user, "<@" + SELF + "> " + text);
        var event = messages.get(channel).get(ts).deepCopy().put("type", "app_mention");
        event(event.put("channel", channel).put("event_ts", ts));
        return ts;
    }

    // What people press and fill in.

    /// Somebody presses a button or chooses from a menu of a message that was posted to a
    /// `response_url` or a channel.
    ///
    /// @param element the button, or the menu with `selected_option` set
    /// @return the `response_url` that goes with it
    public String press(String channel, String user, String blockId, JsonNode element) {
        var payload = interaction("block_actions", user);
        payload.putObject("channel").put("id", channel).put("name", "somewhere");
        payload.putObject("container")
                .put("type", "message")
                .put("channel_id", channel)
                .put("message_ts", nextTs())
                .put("is_ephemeral", true);
        var url = apiUrl().resolve("/respond/" + serial.incrementAndGet()).toString();
        payload.put("response_url", url);
        action(payload, blockId, element);
        envelope("interactive", payload);
        return url;
    }

    /// Somebody presses something in Gleaner's tab.
    public void pressAtHome(String user, String blockId, JsonNode element) {
        var payload = interaction("block_actions", user);
        payload.putObject("container").put("type", "view").put("view_id", "V" + user);
        payload.putObject("view").put("id", "V" + user).put("type", "home");
        action(payload, blockId, element);
        envelope("interactive", payload);
    }

    private void action(ObjectNode payload, String blockId, JsonNode element) {
        var action =
                ((ObjectNode) element.deepCopy())
                        .put("block_id", blockId)
                        .put("action_ts", nextTs());
        action.remove("options");
        payload.putArray("actions").add(action);
    }

    /// Somebody opens Gleaner's tab.
    public void openHome(String user) {
        event(
                NODES.objectNode()
                        .put("type", "app_home_opened")
                        .put("user", user)
                        .put("channel", "D" + user)
                        .put("tab", "home")
                        .put("event_ts", nextTs()));
    }

    /// What stands in somebody's tab.
    public JsonNode home(String user) {
        return homes.getOrDefault(user, NODES.missingNode());
    }

    public void shortcut(String user, String callback) {
        envelope("interactive", interaction("shortcut", user).put("callback_id", callback));
    }

    public void messageShortcut(String channel, String user, String ts, String callback) {
        var payload =
                interaction("message_action", user)
                        .put("callback_id", callback)
                        .put("message_ts", ts);
        payload.putObject("channel").put("id", channel).put("name", "somewhere");
        payload.put(
                "response_url",
                apiUrl().resolve("/respond/" + serial.incrementAndGet()).toString());
        payload.set("message", messages.get(channel).get(ts).deepCopy());
        envelope("interactive", payload);
    }

    /// Triggers are too old from now on, as after 3 seconds.
    public void expireTriggers() {
        triggers.replaceAll((_, _) -> System.nanoTime() - 1);
        expired = true;
    }

    private volatile boolean expired;

    /// The form that somebody has open.
    public JsonNode formOf(String user) {
        return views.getOrDefault(user, NODES.missingNode());
    }

    /// Somebody hands the form in with these fields.
    ///
    /// @return the envelope's id, for [#answerTo]
    public String submit(String user, Map<String, String> fields) {
        var payload = interaction("view_submission", user);
        var view = (ObjectNode) formOf(user).deepCopy();
        view.put("id", "V" + serial.incrementAndGet()).put("hash", "h" + serial.get());
        var values = view.putObject("state").putObject("values");
        for (var block : view.path("blocks")) {
            var id = block.path("block_id").asString("");
            var value = values.putObject(id).putObject(id);
            if (block.path("element").path("type").asString("").equals("static_select")) {
                value.put("type", "static_select");
                if (fields.containsKey(id)) {
                    value.putObject("selected_option").put("value", fields.get(id));
                } else {
                    value.putNull("selected_option");
                }
            } else {
                value.put("type", "plain_text_input").put("value", fields.get(id));
            }
        }
        payload.set("view", view);
        return envelope("interactive", payload);
    }

    /// What an envelope was acknowledged with.
    public JsonNode answerTo(String envelope) {
        return ackPayloads.getOrDefault(envelope, NODES.missingNode());
    }

    /// The texts that slash commands were acknowledged with.
    public List<String> ackTexts() {
        return ackPayloads.values().stream()
                .map(payload -> payload.path("text").asString(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public boolean isAcked(String envelope) {
        return acked.contains(envelope);
    }

    /// What was shared as files: their titles and contents.
    public Map<String, String> files() {
        return files;
    }

    /// The workspace's plan has no canvases.
    public void withoutCanvases() {
        canvases = false;
    }

    private ObjectNode interaction(String type, String user) {
        var trigger = "tr." + serial.incrementAndGet();
        triggers.put(trigger, System.nanoTime() + (expired ? -1 : 3_000_000_000L));
        var payload =
                NODES.objectNode()
                        .put("type", type)
                        .put("trigger_id", trigger)
                        .put("token", "verification");
        payload.put("api_app_id", "A1").putObject("team").put("id", "T1").put("domain", "team");
        payload.putObject("user").put("id", user).put("username", "somebody").put("team_id", "T1");
        return payload.put("action_ts", nextTs());
    }

    // How it tells of that.

    private static ObjectNode inChannel(ObjectNode event, String channel) {
        return event.put("channel", channel)
                .put(
                        "channel_type",
                        channel.startsWith("D")
                                ? "im"
                                : channel.startsWith("G") ? "group" : "channel")
                .put("event_ts", event.path("ts").asString(""));
    }

    private void event(ObjectNode event) {
        envelope("events_api", callback(event));
    }

    private ObjectNode callback(ObjectNode event) {
        var callback =
                NODES.objectNode()
                        .put("type", "event_callback")
                        .put("team_id", "T1")
                        .put("api_app_id", "A1")
                        .put("event_id", "Ev" + serial.incrementAndGet())
                        .put("event_time", Instant.now().getEpochSecond());
        callback.set("event", event);
        return callback;
    }

    private String envelope(String type, ObjectNode payload) {
        var id = "envelope-" + serial.incrementAndGet();
        var envelope =
                NODES.objectNode()
                        .put("envelope_id", id)
                        .put("type", type)
                        .put("accepts_response_payload", !type.equals("events_api"));
        envelope.set("payload", payload);
        var text = envelope.toString();
        unacked.put(id, text);
        sentAt.put(id, System.nanoTime());
        sender.accept(text);
        return id;
    }

    /// From now on what happens is handed to this one instead of the socket.
    public void by(Consumer<String> other) {
        sender = other;
    }

    /// Forgets what was not acknowledged: Slack gives up after some minutes.
    public void giveUp() {
        unacked.clear();
    }

    /// Sends everything that happened and was not acknowledged again, and the last one that was,
    /// too.
    public void redeliver(List<String> envelopes) {
        envelopes.forEach(this::sendBySocket);
    }

    public List<String> unacked() {
        synchronized (unacked) {
            return List.copyOf(unacked.values());
        }
    }

    private void sendBySocket(String text) {
        for (var line : socket.lines()) {
            try {
                line.send(text);
                return;
            } catch (IOException e) {
                line.drop();
            }
        }
    }

    private void opened(FakeSocket.Line line) {
        connections.incrementAndGet();
        try {
            line.send(
                    "{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{\"app_id\":\"A1\"}}");
            for (var text : unacked()) {
                line.send(text);
            }
        } catch (IOException e) {
            line.drop();
        }
    }

    private void heard(String text) {
        var ack = json.readTree(text);
        var id = ack.path("envelope_id").asString("");
        if (ack.has("payload")) {
            ackPayloads.put(id, ack.path("payload"));
        }
        if (!acked.add(id)) {
            return;
        }
        var sent = sentAt.remove(id);
        if (sent != null) {
            ackNanos.add(System.nanoTime() - sent);
        }
        unacked.remove(id);
    }

    /// How long each acknowledgement took, in nanoseconds, the quickest first.
    public List<Long> ackNanos() {
        synchronized (ackNanos) {
            return ackNanos.stream().sorted().toList();
        }
    }

    public void forgetAckTimes() {
        ackNanos.clear();
    }

    public int ackedCount() {
        return acked.size();
    }

    public int connectionCount() {
        return connections.get();
    }

    public boolean isConnected() {
        return !socket.lines().isEmpty();
    }

    public void dropSockets() {
        socket.lines().forEach(FakeSocket.Line::drop);
    }

    public void deafenSockets() {
        socket.lines().forEach(FakeSocket.Line::goDeaf);
    }

    /// Slack asks for another connection, as it does every few hours.
    public void disconnect() {
        socket.lines()
                .forEach(line -> {
                    try {
                        line.send(
                                "{\"type\":\"disconnect\",\"reason\":\"refresh_requested\",\"debug_info\":{\"host\":\"h\"}}");
                    } catch (IOException e) {
                        line.drop();
                    }
                });
    }

    // What Gleaner did.

    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /// What was posted to a `response_url`.
    public List<JsonNode> responses() {
        return responses;
    }

    /// What Slack would not have taken: unknown parameters, missing ones.
    public List<String> violations() {
        return violations;
    }

    /// The reactions of Gleaner on a message.
    public List<String> ownReactions(String ts) {
        return calls("reactions.add").stream()
                .filter(call -> call.get("timestamp").equals(ts))
                .map(call -> call.get("name"))
                .toList();
    }

    private String nextTs() {
        var now = Instant.now();
        return "%d.%06d"
                .formatted(
                        now.getEpochSecond(),
                        now.getNano() / 1_000_000 * 1000 + serial.incrementAndGet() % 1000);
    }

    // The Web API.

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var bytes = body.getBytes(StandardCharsets.UTF_8).length;
            var path = exchange.getRequestURI().getPath();
            if (down) {
                send(exchange, 503, "upstream is gone");
            } else if (path.startsWith("/respond/")) {
                var response = json.readTree(body);
                var wrong =
                        response.has("blocks")
                                ? BlockRules.message(response.path("blocks"))
                                : List.<String>of();
                violations.addAll(wrong);
                if (wrong.isEmpty()) {
                    responses.add(response);
                }
                send(
                        exchange,
                        wrong.isEmpty() ? 200 : 400,
                        wrong.isEmpty() ? "ok" : "invalid_blocks");
            } else if (path.startsWith("/upload/")) {
                var id = path.substring("/upload/".length());
                var isRight = announced.getOrDefault(id, -1) == bytes;
                if (isRight) {
                    uploads.put(id, body);
                }
                send(exchange, isRight ? 200 : 400, isRight ? "OK - " + bytes : "wrong length");
            } else {
                api(exchange, path.substring("/api/".length()), form(body));
            }
        }
    }

    private void api(HttpExchange exchange, String method, Map<String, String> form)
            throws IOException {
        calls.add(new Call(method, form));
        var limit = limits.get(method);
        if (limit != null && limit.getAndDecrement() > 0) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            send(exchange, 429, "{\"ok\":false,\"error\":\"ratelimited\"}");
            return;
        }
        var scopes = new ArrayList<>(SlackManifest.scopes(true));
        scopes.removeAll(missingScopes);
        exchange.getResponseHeaders().add("x-oauth-scopes", String.join(",", scopes));
        var token =
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                        .replace("Bearer ", "");
        send(exchange, 200, answer(method, form, token).toString());
    }

    private ObjectNode answer(String method, Map<String, String> form, String token) {
        var rules = METHODS.get(method);
        if (rules == null) {
            violations.add("no method " + method);
            return error("unknown_method");
        }
        if (!token.equals(method.startsWith("apps.") ? APP_TOKEN : botToken)) {
            return error(
                    botToken.equals("revoked") && token.equals(BOT_TOKEN)
                            ? "token_revoked"
                            : "invalid_auth");
        }
        var known = new LinkedHashSet<String>();
        for (var rule : rules.split(" ")) {
            if (rule.startsWith("@") && missingScopes.contains(rule.substring(1))) {
                return error("missing_scope").put("needed", rule.substring(1)).put("provided", "");
            }
            if (rule.endsWith("!") && form.getOrDefault(rule.replace("!", ""), "").isEmpty()) {
                violations.add(method + " without " + rule);
                return error("invalid_arguments");
            }
            known.add(rule.replace("!", ""));
        }
        form.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> violations.add(method + " with " + name));
        return switch (method) {
            case "auth.test" ->
                    ok().put("url", "https://team.slack.com/")
                            .put("team", "The Team")
                            .put("user", "gleaner")
                            .put("team_id", "T1")
                            .put("user_id", SELF)
                            .put("bot_id", "B0BOT");
            case "apps.connections.open" -> ok().put("url", socket.url());
            case "users.info" -> found("user", users.get(form.get("user")), "user_not_found");
            case "conversations.info" ->
                    found("channel", channels.get(form.get("channel")), "channel_not_found");
            case "users.conversations" -> listed(form);
            case "conversations.history" -> history(form);
            case "conversations.replies" -> replies(form);
            case "reactions.add" -> reacted(form);
            case "views.open" -> opened(form);
            case "views.publish" -> published(form);
            case "files.getUploadURLExternal" -> announced(form);
            case "files.completeUploadExternal" -> completed(form);
            case "canvases.create" ->
                    canvases
                            ? ok().put("canvas_id", "F0CANVAS")
                            : error("canvas_disabled_user_team");
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

    private static ObjectNode found(String field, ObjectNode node, String error) {
        if (node == null) {
            return error(error);
        }
        var answer = ok();
        answer.set(field, node.deepCopy());
        return answer;
    }

    private ObjectNode listed(Map<String, String> form) {
        var answer = ok();
        var list = answer.putArray("channels");
        channels.values().stream()
                .filter(channel -> members.contains(channel.path("id").asString("")))
                .filter(channel ->
                        !channel.path("is_archived").asBoolean(false)
                                || !form.getOrDefault("exclude_archived", "").equals("true"))
                .forEach(channel -> list.add(channel.deepCopy()));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode history(Map<String, String> form) {
        var refusal = refusal(form.get("channel"));
        if (refusal != null) {
            return refusal;
        }
        var all = new ArrayList<ObjectNode>();
        messages.get(form.get("channel"))
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
        var refusal = refusal(form.get("channel"));
        if (refusal != null) {
            return refusal;
        }
        var all = new ArrayList<ObjectNode>();
        messages.get(form.get("channel"))
                .forEach((ts, message) -> {
                    if (ts.equals(form.get("ts"))
                            || message.path("thread_ts").asString("").equals(form.get("ts"))) {
                        all.add(message);
                    }
                });
        return all.isEmpty() ? error("thread_not_found") : page(all, form);
    }

    /// Pages are of three messages, however many are asked for.
    private static ObjectNode page(List<ObjectNode> all, Map<String, String> form) {
        var from = Integer.parseInt(form.getOrDefault("cursor", "0"));
        var to = Math.min(all.size(), from + 3);
        var answer = ok();
        var list = answer.putArray("messages");
        all.subList(from, to).forEach(message -> list.add(message.deepCopy()));
        answer.put("has_more", to < all.size());
        answer.putObject("response_metadata")
                .put("next_cursor", to < all.size() ? Integer.toString(to) : "");
        return answer;
    }

    private ObjectNode refusal(String channel) {
        if (!channels.containsKey(channel)) {
            return error("channel_not_found");
        }
        return members.contains(channel) ? null : error("not_in_channel");
    }

    private ObjectNode reacted(Map<String, String> form) {
        var refusal = refusal(form.get("channel"));
        if (refusal != null) {
            return refusal;
        }
        if (channels.get(form.get("channel")).path("is_archived").asBoolean(false)) {
            return error("is_archived");
        }
        var message = messages.get(form.get("channel")).get(form.get("timestamp"));
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

    private ObjectNode opened(Map<String, String> form) {
        var until = triggers.remove(form.get("trigger_id"));
        if (until == null || until - System.nanoTime() < 0) {
            return error(until == null ? "invalid_trigger_id" : "expired_trigger_id");
        }
        var view = json.readTree(form.get("view"));
        var wrong = BlockRules.view(view);
        violations.addAll(wrong);
        if (!wrong.isEmpty()) {
            return error("invalid_arguments");
        }
        lastForms.add(view);
        return ok();
    }

    private final List<JsonNode> lastForms = new CopyOnWriteArrayList<>();

    /// The forms that were opened, oldest first.
    public List<JsonNode> forms() {
        return lastForms;
    }

    /// Somebody looks at the form that was opened last.
    public void has(String user) {
        views.put(user, lastForms.getLast());
    }

    private ObjectNode published(Map<String, String> form) {
        var view = json.readTree(form.get("view"));
        var wrong = BlockRules.view(view);
        violations.addAll(wrong);
        if (!wrong.isEmpty()) {
            return error("invalid_arguments");
        }
        homes.put(form.get("user_id"), view);
        return ok();
    }

    private ObjectNode announced(Map<String, String> form) {
        var id = "F" + serial.incrementAndGet();
        announced.put(id, Integer.parseInt(form.get("length")));
        return ok().put("file_id", id)
                .put("upload_url", apiUrl().resolve("/upload/" + id).toString());
    }

    private ObjectNode completed(Map<String, String> form) {
        var channel = form.getOrDefault("channel_id", "");
        if (!channel.startsWith("D")) {
            var refusal = refusal(channel);
            if (refusal != null) {
                return refusal;
            }
        }
        for (var file : json.readTree(form.get("files"))) {
            var body = uploads.get(file.path("id").asString(""));
            if (body == null) {
                return error("file_not_found");
            }
            files.put(file.path("title").asString(""), body);
        }
        return ok();
    }

    private ObjectNode posted(Map<String, String> form) {
        if (form.containsKey("blocks")) {
            var wrong = BlockRules.message(json.readTree(form.get("blocks")));
            violations.addAll(wrong);
            if (!wrong.isEmpty()) {
                return error("invalid_blocks");
            }
        }
        var channel = form.get("channel");
        if (channel.startsWith("U") && form.containsKey("user")) {
            return error("channel_not_found");
        }
        if (channel.startsWith("D")) {
            return ok().put("ts", nextTs()).put("channel", channel);
        }
        if (channel.startsWith("U")) {
            return ok().put("ts", nextTs()).put("channel", "D" + channel);
        }
        var refusal = refusal(channel);
        if (refusal != null) {
            return refusal;
        }
        if (channels.get(channel).path("is_archived").asBoolean(false)) {
            return error("is_archived");
        }
        var ts = nextTs();
        if (!form.containsKey("user")) {
            var message =
                    NODES.objectNode()
                            .put("type", "message")
                            .put("user", SELF)
                            .put("bot_id", "B0BOT")
                            .put("ts", ts)
                            .put("text", form.getOrDefault("text", ""));
            if (form.containsKey("thread_ts")) {
                message.put("thread_ts", form.get("thread_ts"));
            }
            if (form.containsKey("metadata")) {
                message.set("metadata", json.readTree(form.get("metadata")));
            }
            messages.get(channel).put(ts, message);
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
