package gleaner.mastodon;

import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is remembered of a status that was dealt with: enough to answer it and to follow its edits.
///
/// @param taken whether its events are in the inbox; until then it is dealt with again
/// @param handle of its author
/// @param parts the statuses that its words were put together from, itself included; of an
///   interview those of the thread, the one with which it began first
/// @param edits of its parts, as they were when its words were last told
record Seen(
        String id,
        Kind kind,
        boolean taken,
        String handle,
        Reach reach,
        Instant created,
        List<String> parts,
        String edits) {

    /// What it was taken for.
    enum Kind {
        /// A message: acknowledged by a favourite.
        MESSAGE,
        /// A command that is answered.
        COMMAND,
        /// A command that shares a link: answered, and its edits are followed.
        ADD,
        /// A post above that somebody else asked to save: neither acknowledged nor answered.
        ABOVE,
        /// A wish to keep the thread above as an interview: answered, and the thread is followed.
        INTERVIEW,
        /// One too many: told so.
        TOO_MANY
    }

    Seen {
        parts = List.copyOf(parts);
    }

    static Seen of(Status status, Kind kind, String handle, Reach reach) {
        return new Seen(
                status.id(),
                kind,
                false,
                handle,
                reach,
                status.created(),
                List.of(status.id()),
                edits(List.of(status)));
    }

    Seen withParts(List<Status> statuses) {
        return new Seen(
                id,
                kind,
                taken,
                handle,
                reach,
                created,
                statuses.stream().map(Status::id).toList(),
                edits(statuses));
    }

    Seen asTaken() {
        return new Seen(id, kind, true, handle, reach, created, parts, edits);
    }

    /// The same of a thread, the status with which it began first.
    Seen withThread(List<String> ids) {
        return new Seen(id, kind, taken, handle, reach, created, ids, edits);
    }

    /// Whether its edits are those of the message.
    boolean isFollowed() {
        return switch (kind) {
            case MESSAGE, ADD, ABOVE -> true;
            case COMMAND, INTERVIEW, TOO_MANY -> false;
        };
    }

    /// Two that differ mean that the words may differ.
    static String edits(List<Status> parts) {
        var told = new StringBuilder();
        parts.forEach(part ->
                told.append(part.id())
                        .append('@')
                        .append(part.edited().map(Instant::toString).orElse(""))
                        .append(' '));
        return told.toString();
    }

    String write() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("kind", kind.name());
        node.put("taken", taken);
        node.put("by", handle);
        node.put("reach", reach.name());
        node.put("at", created.toEpochMilli());
        node.put("edits", edits);
        parts.forEach(node.putArray("parts")::add);
        return node.toString();
    }

    /// Reads [#write] back; empty where it is of another version's making.
    static Optional<Seen> read(String id, String text) {
        return Wire.read(text)
                .flatMap(node -> {
                    try {
                        return Optional.of(
                                new Seen(
                                        id,
                                        Kind.valueOf(node.path("kind").asString("")),
                                        node.path("taken").asBoolean(false),
                                        node.path("by").asString(""),
                                        Reach.valueOf(node.path("reach").asString("")),
                                        Instant.ofEpochMilli(node.path("at").asLong(0)),
                                        node.path("parts")
                                                .valueStream()
                                                .map(JsonNode::asString)
                                                .toList(),
                                        node.path("edits").asString("")));
                    } catch (IllegalArgumentException e) {
                        return Optional.empty();
                    }
                });
    }
}
