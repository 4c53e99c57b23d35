package gleaner.slack;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
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

    /// A call that Gleaner made.
    ///
    /// @param form what it sent
    public record Call(String method, Map<String, String> form) {

        public String get(String name) {
            return form.getOrDefault(name, "");
        }
    }

    private final JsonMapper json = new JsonMapper();
    private final FakeWorkspace workspace = new FakeWorkspace();
    private final FakeWebApi api;
    private final FakeSocket socket;
    private final Set<String> acked = ConcurrentHashMap.newKeySet();
    private final Map<String, String> unacked = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final List<Long> ackNanos = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, JsonNode> views = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> ackPayloads = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile UnaryOperator<JsonNode> left = UnaryOperator.identity();
    private volatile Consumer<String> sender = this::sendBySocket;

    public FakeSlack() {
        socket = new FakeSocket(this::opened, this::heard);
        api = new FakeWebApi(workspace, socket.url());
        person(SELF, "gleaner");
    }

    public URI apiUrl() {
        return api.url();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        api.close();
    }

    // What the workspace is.

    public void person(String id, String name) {
        workspace.addPerson(id, name);
    }

    public void channel(String id, String name, boolean isPrivate) {
        workspace.addChannel(id, name, isPrivate);
    }

    /// Direct messages of several people.
    public void group(String id) {
        workspace.addChannel(id, "mpdm-" + id, true);
        workspace.channel(id).put("is_mpim", true);
    }

    public void leave(String channel) {
        workspace.members.remove(channel);
    }

    public void archive(String channel) {
        workspace.channel(channel).put("is_archived", true);
    }

    /// The next so many calls of a method are too many.
    public void limit(String method, int times) {
        api.limit(method, times);
    }

    /// Methods may be called only as often as Slack's tiers say.
    ///
    /// @param nanos the clock by which that is reckoned
    public void limitByTiers(LongSupplier nanos) {
        api.limitByTiers(nanos);
    }

    /// The calls that were too many by that.
    public List<Call> refused() {
        return api.refused();
    }

    /// The next so many calls of a method are done, and nobody hears of it.
    public void loseAnswers(String method, int times) {
        api.loseAnswers(method, times);
    }

    /// Nobody can write to this person directly.
    public void closeMessages(String user) {
        api.closeMessages(user);
    }

    /// This server has no such method, and says so: as Slack does with 200, with a page otherwise.
    public void without(String method, int status) {
        api.without(method, status);
    }

    public void revoke() {
        api.revoke();
    }

    public void withoutScope(String scope) {
        api.withoutScope(scope);
    }

    /// Nothing answers any more, or everything again.
    public void down(boolean isDown) {
        api.down(isDown);
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
        var parent = workspace.message(channel, root);
        var ts = post(channel, message.put("thread_ts", root));
        parent.put("thread_ts", root)
                .put("reply_count", parent.path("reply_count").asInt(0) + 1)
                .put("latest_reply", ts);
        return ts;
    }

    /// Posts a file in a thread.
    public String postFile(String channel, String user, String root, String name, String text) {
        var path = "/files/" + api.posted.size() + "/" + name;
        api.posted.put(path, text);
        var message =
                tools.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "message")
                        .put("subtype", "file_share")
                        .put("user", user)
                        .put("text", "")
                        .put("thread_ts", root);
        message.putArray("files")
                .addObject()
                .put("name", name)
                .put("size", text.length())
                .put("url_private", api.url().resolve(path).toString());
        return post(channel, message);
    }

    /// Posts a message of any shape; its ts is filled in.
    public String post(String channel, ObjectNode message) {
        var ts = workspace.nextTs();
        message.put("ts", ts);
        workspace.messages(channel).put(ts, message);
        event(inChannel(message.deepCopy(), channel));
        return ts;
    }

    /// A message that was said at that time, of which nobody was told.
    public String history(String channel, String user, String text, Instant time) {
        var ts = "%d.%06d".formatted(time.getEpochSecond(), workspace.nextNumber());
        workspace
                .messages(channel)
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
        var message = workspace.message(channel, ts);
        var before = message.deepCopy();
        message.put("text", text).remove("blocks");
        message.putObject("edited")
                .put("user", message.path("user").asString(""))
                .put("ts", workspace.nextTs());
        changed(channel, before, message);
    }

    /// Slack adds the preview of a link.
    public void unfurl(String channel, String ts, String url) {
        var message = workspace.message(channel, ts);
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
        event.put("ts", workspace.nextTs());
        event(inChannel(event, channel));
    }

    public void delete(String channel, String ts) {
        delete(channel, ts, true);
    }

    /// Somebody deletes a message.
    ///
    /// @param tellsWhat whether the event says which words went, which Slack does not promise
    public void delete(String channel, String ts, boolean tellsWhat) {
        var before = workspace.message(channel, ts);
        workspace.messages(channel).remove(ts);
        var event =
                NODES.objectNode()
                        .put("type", "message")
                        .put("subtype", "message_deleted")
                        .put("hidden", true)
                        .put("deleted_ts", ts);
        if (tellsWhat) {
            event.set("previous_message", before);
        }
        event(inChannel(event.put("ts", workspace.nextTs()), channel));
    }

    public void react(String channel, String ts, String user, String emoji) {
        var message = workspace.message(channel, ts);
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
        workspace.message(channel, ts).remove("reactions");
        reaction("reaction_removed", channel, ts, user, emoji);
    }

    private void reaction(String type, String channel, String ts, String user, String emoji) {
        var event = NODES.objectNode().put("type", type).put("user", user).put("reaction", emoji);
        event.putObject("item").put("type", "message").put("channel", channel).put("ts", ts);
        event(event.put("event_ts", workspace.nextTs()));
    }

    /// Somebody types `/glean` with these words.
    public void slash(String channel, String user, String text) {
        var number = workspace.nextNumber();
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
                        .put("trigger_id", "tr." + number)
                        .put("response_url", apiUrl().resolve("/respond/" + number).toString());
        envelope("slash_commands", payload);
    }

    /// A mention comes twice: as a message, and as a mention.
    public String mention(String channel, String user, String text) {
        var ts = say(channel, user, "<@" + SELF + "> " + text);
        var event = workspace.message(channel, ts).deepCopy().put("type", "app_mention");
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
                .put("message_ts", workspace.nextTs())
                .put("is_ephemeral", true);
        var url = apiUrl().resolve("/respond/" + workspace.nextNumber()).toString();
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
                        .put("action_ts", workspace.nextTs());
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
                        .put("event_ts", workspace.nextTs()));
    }

    /// What stands in somebody's tab.
    public JsonNode home(String user) {
        return api.screens().home(user);
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
                "response_url", apiUrl().resolve("/respond/" + workspace.nextNumber()).toString());
        payload.set("message", workspace.message(channel, ts).deepCopy());
        envelope("interactive", payload);
    }

    /// Triggers are too old from now on, as after 3 seconds.
    public void expireTriggers() {
        api.screens().expireTriggers();
    }

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
        view.put("id", "V" + workspace.nextNumber()).put("hash", "h" + workspace.nextNumber());
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
        return api.screens().files();
    }

    /// The names of the files that were shared, oldest first.
    public List<String> fileNames() {
        return api.screens().fileNames();
    }

    /// Slack can fetch no picture from now on.
    public void refusePictures() {
        api.screens().refusePictures();
    }

    /// The workspace's plan has no canvases.
    public void withoutCanvases() {
        api.screens().withoutCanvases();
    }

    /// The forms that were opened, oldest first.
    public List<JsonNode> forms() {
        return api.screens().forms();
    }

    /// Somebody looks at the form that was opened last.
    public void has(String user) {
        views.put(user, forms().getLast());
    }

    private ObjectNode interaction(String type, String user) {
        var trigger = api.screens().trigger();
        var payload =
                NODES.objectNode()
                        .put("type", type)
                        .put("trigger_id", trigger)
                        .put("token", "verification");
        payload.put("api_app_id", "A1").putObject("team").put("id", "T1").put("domain", "team");
        payload.putObject("user").put("id", user).put("username", "somebody").put("team_id", "T1");
        return payload.put("action_ts", workspace.nextTs());
    }

    // How it tells of that.

    private ObjectNode inChannel(ObjectNode event, String channel) {
        return event.put("channel", channel)
                .put("channel_type", workspace.channelType(channel))
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
                        .put("event_id", "Ev" + workspace.nextNumber())
                        .put("event_time", Instant.now().getEpochSecond());
        callback.set("event", event);
        return callback;
    }

    /// Sends an envelope.
    ///
    /// @return its id
    public String envelope(String type, ObjectNode payload) {
        var id = "envelope-" + workspace.nextNumber();
        var envelope =
                NODES.objectNode()
                        .put("envelope_id", id)
                        .put("type", type)
                        .put("accepts_response_payload", !type.equals("events_api"));
        envelope.set("payload", payload);
        var text = left.apply(envelope).toString();
        unacked.put(id, text);
        sentAt.put(id, System.nanoTime());
        sender.accept(text);
        return id;
    }

    /// From now on everything comes without these fields, or with `null` in their place.
    public void leaveOut(Set<String> fields, boolean asNull) {
        left = FakeWebApi.without(fields, asNull);
        api.leaveOut(fields, left);
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
            var hello = NODES.objectNode().put("type", "hello").put("num_connections", 1);
            hello.putObject("connection_info").put("app_id", "A1");
            line.send(left.apply(hello).toString());
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
                        var word =
                                NODES.objectNode()
                                        .put("type", "disconnect")
                                        .put("reason", "refresh_requested");
                        word.putObject("debug_info").put("host", "h");
                        line.send(left.apply(word).toString());
                    } catch (IOException e) {
                        line.drop();
                    }
                });
    }

    // What Gleaner did.

    public List<Call> calls(String method) {
        return api.calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /// What was posted to a `response_url`.
    public List<JsonNode> responses() {
        return api.responses();
    }

    /// What Slack would not have taken: unknown parameters, missing ones.
    public List<String> violations() {
        return api.violations();
    }

    /// The reactions of Gleaner on a message.
    public List<String> ownReactions(String ts) {
        return calls("reactions.add").stream()
                .filter(call -> call.get("timestamp").equals(ts))
                .map(call -> call.get("name"))
                .toList();
    }
}
