package gleaner.slack;

import gleaner.news.Channel;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Visibility;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Who people are and what channels are called, asked of Slack once a day each.
///
/// Asking takes time, so nobody who has something to acknowledge asks here. What Slack does not
/// tell stays an id, and a channel of which it does not say that it is public counts as private.
final class SlackDirectory implements SlackNames {

    static final String KIND = "slack";

    private static final int MOST = 5_000;
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration LIFE_OF_NOTHING = Duration.ofMinutes(10);

    private final SlackApi api;
    private final SlackMemory memory;
    private final Consumer<SlackFailure> trouble;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Known> cache =
            new LinkedHashMap<>(64, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
                    return size() > MOST;
                }
            };

    private record Known(String name, boolean isPublic, long until) {}

    /// @param trouble told what Slack refused
    SlackDirectory(SlackApi api, SlackMemory memory, Consumer<SlackFailure> trouble) {
        this.api = api;
        this.memory = memory;
        this.trouble = trouble;
    }

    @Override
    public Optional<String> person(String id) {
        return name(look(id, "users.info", "user"));
    }

    @Override
    public Optional<String> channel(String id) {
        return name(look(id, "conversations.info", "channel"));
    }

    private static Optional<String> name(Known entry) {
        return entry.name().isEmpty() ? Optional.empty() : Optional.of(entry.name());
    }

    /// The person of that id.
    ///
    /// @param fallback a name that came with the message
    Person who(String id, String fallback) {
        var known =
                id.startsWith("U") || id.startsWith("W") ? person(id) : Optional.<String>empty();
        return new Person(PersonId.of(KIND, id), known.orElse(fallback));
    }

    Channel where(String id) {
        return new Channel(
                gleaner.news.ChannelId.of(KIND, id),
                id.startsWith("D") ? "direct message" : channel(id).orElse(""));
    }

    /// Who can read a channel.
    ///
    /// @param type as an event says it: `channel`, `group`, `im`, `mpim`, or empty where it does
    ///   not
    Visibility visibility(String id, String type) {
        var isPublic =
                switch (type) {
                    case "channel" -> true;
                    case "group", "im", "mpim" -> false;
                    default ->
                            id.startsWith("C")
                                    && look(id, "conversations.info", "channel").isPublic();
                };
        return isPublic ? Visibility.PUBLIC : Visibility.PRIVATE;
    }

    /// Asks anew the next time.
    synchronized void forget(String id) {
        cache.remove(id);
        memory.forget("name:" + id);
    }

    private synchronized Known look(String id, String method, String parameter) {
        var cached = cache.get(id);
        var now = System.nanoTime();
        if (cached != null && cached.until() - now > 0) {
            return cached;
        }
        var found = kept(id).or(() -> asked(id, method, parameter));
        var life = found.isPresent() ? LIFE : LIFE_OF_NOTHING;
        var entry =
                found.map(each -> new Known(each.name(), each.isPublic(), now + life.toNanos()))
                        .orElseGet(() -> new Known("", false, now + life.toNanos()));
        cache.put(id, entry);
        return entry;
    }

    private Optional<Known> kept(String id) {
        return memory.kept("name:" + id)
                .flatMap(text -> {
                    try {
                        var node = json.readTree(text);
                        return Optional.of(
                                new Known(
                                        node.path("name").asString(""),
                                        node.path("public").asBoolean(false),
                                        0));
                    } catch (JacksonException e) {
                        return Optional.empty();
                    }
                });
    }

    private Optional<Known> asked(String id, String method, String parameter) {
        try {
            var found = api.call(method, Map.of(parameter, id)).path(parameter);
            var entry = new Known(shown(found), isPublic(found), 0);
            memory.keep(
                    "name:" + id,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("name", entry.name())
                            .put("public", entry.isPublic())
                            .toString(),
                    LIFE);
            return Optional.of(entry);
        } catch (SlackFailure e) {
            // Somebody may mention a channel that Gleaner is not in, or that is not there: that is
            // no trouble.
            if (e.isPassing() || e.isLockedOut() || e.code().equals("missing_scope")) {
                trouble.accept(e);
            }
            return Optional.empty();
        }
    }

    /// See <https://docs.slack.dev/reference/objects/conversation-object>: of a channel that is not
    /// said to be public nobody knows that it is, whatever its id begins with.
    private static boolean isPublic(JsonNode channel) {
        return !channel.path("is_private").asBoolean(true)
                && !channel.path("is_group").asBoolean(false)
                && !channel.path("is_im").asBoolean(false)
                && !channel.path("is_mpim").asBoolean(false);
    }

    /// See <https://docs.slack.dev/reference/objects/user-object>: the display name may be empty.
    private static String shown(JsonNode found) {
        var profile = found.path("profile");
        for (var name :
                java.util.List.of(
                        profile.path("display_name").asString(""),
                        profile.path("real_name").asString(""),
                        found.path("real_name").asString(""),
                        found.path("name").asString(""))) {
            if (!name.isBlank()) {
                return name.strip();
            }
        }
        return "";
    }
}
