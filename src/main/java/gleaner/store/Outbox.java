package gleaner.store;

import gleaner.news.MessageId;
import gleaner.news.NewsroomId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.XReadParams;

/// Answers on their way out: one stream for each address, one answer for each message.
public final class Outbox {

    private final Redis connection;
    private final UnifiedJedis redis;
    private final Keys keys;

    Outbox(Redis connection, NewsroomId newsroom) {
        this.connection = connection;
        this.redis = connection.client();
        this.keys = Keys.of(newsroom);
    }

    /// An answer.
    ///
    /// @param id its place in the stream
    /// @param to the message or command that it answers
    /// @param text as [gleaner.store] was given it
    public record Answer(String id, MessageId to, String text) {}

    /// Sends an answer; a second one to the same message is dropped.
    ///
    /// @param life how long an address that nobody reads keeps its answers; zero for ever
    public void send(String address, MessageId to, String text, Duration life) {
        connection.guard(() -> Script.SEND.run(
                redis,
                keys.message(to),
                List.of(keys.outbox(address), to.toString(), text, Long.toString(life.toSeconds()))));
    }

    /// The answers after that place (`0-0`: all); waits at most `wait` for the first.
    public List<Answer> read(String address, String after, Duration wait) {
        return connection.guard(() -> {
            var params = XReadParams.xReadParams().count(100).block((int) Math.max(1, wait.toMillis()));
            var read = redis.xread(params, Map.of(keys.outbox(address), new StreamEntryID(after)));
            return read == null
                    ? List.of()
                    : read.stream()
                            .flatMap(each -> each.getValue().stream())
                            .map(entry -> new Answer(
                                    entry.getID().toString(),
                                    MessageId.parse(entry.getFields().getOrDefault("to", "")),
                                    entry.getFields().getOrDefault("answer", "")))
                            .toList();
        });
    }

    /// Whether it was not yet delivered by anybody.
    public boolean isWaiting(String address, Answer answer) {
        return connection.guard(() ->
                !redis.xrange(keys.outbox(address), answer.id(), answer.id(), 1).isEmpty());
    }

    /// Forgets an answer that was delivered.
    public void delivered(String address, Answer answer) {
        connection.guard(() -> redis.xdel(keys.outbox(address), new StreamEntryID(answer.id())));
    }

    /// Forgets an address and all its answers.
    public void drop(String address) {
        connection.guard(() -> redis.del(keys.outbox(address)));
    }
}
