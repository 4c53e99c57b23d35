package gleaner.store;

import gleaner.news.Channel;
import gleaner.news.ChannelId;
import gleaner.news.Interview;
import gleaner.news.Interview.Kind;
import gleaner.news.Interview.Turn;
import gleaner.news.MessageId;
import gleaner.news.NewsroomId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The interviews that were kept, one a thread.
public final class Interviews {

    private static final JsonMapper JSON = new JsonMapper();

    private final Redis connection;
    private final UnifiedJedis redis;
    private final String key;

    Interviews(Redis connection, NewsroomId newsroom) {
        this.connection = connection;
        this.redis = connection.client();
        this.key = Keys.of(newsroom).interviews();
    }

    /// Keeps it, in the place of what was kept of that thread before.
    public void keep(Interview interview) {
        connection.guard(() -> redis.hset(key, interview.thread().toString(), write(interview)));
    }

    public Optional<Interview> of(MessageId thread) {
        return connection
                .guard(() -> Optional.ofNullable(redis.hget(key, thread.toString())))
                .map(Interviews::read);
    }

    /// Forgets it.
    public void forget(MessageId thread) {
        connection.guard(() -> redis.hdel(key, thread.toString()));
    }

    /// All of them, in the order in which they were kept.
    public List<Interview> all() {
        return connection.guard(() -> redis.hvals(key)).stream()
                .map(Interviews::read)
                .sorted(
                        Comparator.comparing(Interview::kept)
                                .thenComparing(each -> each.thread().toString()))
                .toList();
    }

    private static String write(Interview interview) {
        var node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("thread", interview.thread().toString())
                        .put("channel", interview.channel().name())
                        .put("visibility", interview.visibility().name())
                        .put("kept", interview.kept().toEpochMilli());
        person(interview.by(), node.putObject("by"));
        var turns = node.putArray("turns");
        interview
                .turns()
                .forEach(turn -> {
                    var each =
                            turns.addObject()
                                    .put("kind", turn.kind().name())
                                    .put("text", turn.text())
                                    .put("time", turn.time().toEpochMilli());
                    person(turn.speaker(), each.putObject("speaker"));
                });
        return node.toString();
    }

    private static void person(Person person, ObjectNode node) {
        node.put("id", person.id().value()).put("name", person.name());
    }

    private static Interview read(String text) {
        var node = JSON.readTree(text);
        var thread = MessageId.parse(node.path("thread").asString());
        var turns = new ArrayList<Turn>();
        for (var turn : node.path("turns")) {
            turns.add(
                    new Turn(
                            person(turn.path("speaker")),
                            Kind.valueOf(turn.path("kind").asString()),
                            turn.path("text").asString(),
                            Instant.ofEpochMilli(turn.path("time").asLong())));
        }
        ChannelId channel = thread.channel();
        return new Interview(
                thread,
                new Channel(channel, node.path("channel").asString()),
                Visibility.valueOf(node.path("visibility").asString()),
                person(node.path("by")),
                Instant.ofEpochMilli(node.path("kept").asLong()),
                turns);
    }

    private static Person person(JsonNode node) {
        return new Person(new PersonId(node.path("id").asString()), node.path("name").asString());
    }
}
