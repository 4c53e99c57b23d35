package gleaner.slack;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Who is in the made-up workspace, and what was said there.
final class FakeWorkspace {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    final Map<String, ObjectNode> users = new ConcurrentHashMap<>();
    final Map<String, ObjectNode> channels = new ConcurrentHashMap<>();
    final Set<String> members = ConcurrentHashMap.newKeySet();
    private final Map<String, ConcurrentSkipListMap<String, ObjectNode>> messages =
            new ConcurrentHashMap<>();
    private final AtomicInteger serial = new AtomicInteger();

    int nextNumber() {
        return serial.incrementAndGet();
    }

    /// A timestamp that no other message has.
    String nextTs() {
        var now = Instant.now();
        return "%d.%06d"
                .formatted(
                        now.getEpochSecond(),
                        now.getNano() / 1_000_000 * 1000 + nextNumber() % 1000);
    }

    void addPerson(String id, String name) {
        var user = NODES.objectNode().put("id", id).put("name", name);
        user.putObject("profile").put("display_name", name).put("real_name", name + " Somebody");
        users.put(id, user);
    }

    void addChannel(String id, String name, boolean isPrivate) {
        channels.put(
                id,
                NODES.objectNode()
                        .put("id", id)
                        .put("name", name)
                        .put("is_channel", !id.startsWith("D") && !id.startsWith("G"))
                        .put("is_im", id.startsWith("D"))
                        .put("is_private", isPrivate)
                        .put("is_archived", false));
        members.add(id);
        messages.put(id, new ConcurrentSkipListMap<>());
    }

    /// As an event calls it.
    String channelType(String id) {
        return switch (type(channel(id))) {
            case "im" -> "im";
            case "mpim" -> "mpim";
            case "private_channel" -> "group";
            default -> "channel";
        };
    }

    /// The direct messages with a person: there as soon as somebody writes one.
    String direct(String user) {
        var id = "D" + user;
        if (!channels.containsKey(id)) {
            addChannel(id, "", true);
            channel(id).put("user", user);
        }
        return id;
    }

    /// Whether Gleaner is in it.
    boolean isMember(ObjectNode channel) {
        return members.contains(channel.path("id").asString(""));
    }

    /// As `users.conversations` calls it.
    static String type(ObjectNode channel) {
        if (channel.path("is_im").asBoolean(false)) {
            return "im";
        }
        if (channel.path("is_mpim").asBoolean(false)) {
            return "mpim";
        }
        return channel.path("is_private").asBoolean(false) ? "private_channel" : "public_channel";
    }

    ObjectNode channel(String id) {
        return Objects.requireNonNull(channels.get(id), id);
    }

    boolean isArchived(String id) {
        return channel(id).path("is_archived").asBoolean(false);
    }

    /// The messages of a channel by their ts.
    ConcurrentSkipListMap<String, ObjectNode> messages(String channel) {
        return Objects.requireNonNull(messages.get(channel), channel);
    }

    ObjectNode message(String channel, String ts) {
        return Objects.requireNonNull(messages(channel).get(ts), ts);
    }
}
