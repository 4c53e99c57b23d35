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
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a made-up workspace sends, and what it hears of that: envelopes over Socket Mode, sent
/// again until they are acknowledged.
abstract class FakeLine implements AutoCloseable {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    final FakeWorkspace workspace = new FakeWorkspace();
    final FakeWebApi api;
    final FakeSocket socket;
    private final JsonMapper json = new JsonMapper();
    private final Set<String> acked = ConcurrentHashMap.newKeySet();
    private final Map<String, String> unacked = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final List<Long> ackNanos = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, JsonNode> ackPayloads = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile UnaryOperator<JsonNode> left = UnaryOperator.identity();
    private volatile Consumer<String> sender = this::sendBySocket;

    FakeLine() {
        socket = new FakeSocket(this::opened, this::heard);
        api = new FakeWebApi(workspace, socket.url());
    }

    public URI apiUrl() {
        return api.url();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        api.close();
    }

    ObjectNode inChannel(ObjectNode event, String channel) {
        return event.put("channel", channel)
                .put("channel_type", workspace.channelType(channel))
                .put("event_ts", event.path("ts").asString(""));
    }

    void event(ObjectNode event) {
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
}
