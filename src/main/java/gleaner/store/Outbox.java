package gleaner.store;

import gleaner.news.Excerpt;
import gleaner.news.MessageId;
import gleaner.news.NewsroomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;

/// Answers on their way out: one stream for each address, one answer for each message.
public final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int ASIDE = 100;

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

    /// An answer that is to be sent.
    public record Outgoing(String address, MessageId to, String text) {}

    /// Sends answers in one round trip; a second one to the same message is dropped.
    ///
    /// @param life how long an address that nobody reads keeps its answers; zero for ever
    public void send(List<Outgoing> answers, Duration life) {
        if (answers.isEmpty()) {
            return;
        }
        connection.guard(() -> {
            try {
                return pipelined(answers, life);
            } catch (JedisNoScriptException e) {
                Script.SEND.load(redis, keys.prefix());
                return pipelined(answers, life);
            }
        });
    }

    private List<Object> pipelined(List<Outgoing> answers, Duration life) {
        var sent = new ArrayList<Response<Object>>(answers.size());
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (var answer : answers) {
                sent.add(
                        Script.SEND.run(
                                pipeline,
                                keys.message(answer.to()),
                                List.of(
                                        keys.outbox(answer.address()),
                                        answer.to().toString(),
                                        answer.text(),
                                        Long.toString(life.toSeconds()))));
            }
            pipeline.sync();
        }
        return sent.stream().map(Response::get).toList();
    }

    /// The answers after that place (`0-0`: all); waits at most `wait` for the first. One that does
    /// not say what it answers is set aside.
    public List<Answer> read(String address, String after, Duration wait) {
        return connection.guard(() -> {
            var params =
                    XReadParams.xReadParams().count(100).block((int) Math.max(1, wait.toMillis()));
            var read = redis.xread(params, Map.of(keys.outbox(address), new StreamEntryID(after)));
            return read == null
                    ? List.of()
                    : read.stream()
                            .flatMap(each -> each.getValue().stream())
                            .flatMap(entry -> answer(address, entry).stream())
                            .toList();
        });
    }

    private Optional<Answer> answer(String address, StreamEntry entry) {
        var id = entry.getID().toString();
        var to = entry.getFields().getOrDefault("to", "");
        var text = entry.getFields().getOrDefault("answer", "");
        try {
            return Optional.of(new Answer(id, MessageId.parse(to), text));
        } catch (IllegalArgumentException e) {
            moveAside(address, id, to, text);
            return Optional.empty();
        }
    }

    /// Takes an answer that cannot be read out of the way of those behind it; the last hundred such
    /// are kept for whoever wants to know.
    public void setAside(String address, Answer answer) {
        connection.guard(() -> {
            moveAside(address, answer.id(), answer.to().toString(), answer.text());
            return true;
        });
    }

    /// Several may read it at once; the one who took it out keeps it.
    private void moveAside(String address, String id, String to, String text) {
        if (redis.xdel(keys.outbox(address), new StreamEntryID(id)) == 0) {
            return;
        }
        log.error(
                "The answer {} to '{}' cannot be read and is set aside.", id, Excerpt.of(to, 200));
        redis.xadd(
                keys.outbox(address) + ":aside",
                XAddParams.xAddParams().maxLen(ASIDE),
                Map.of("to", to, "answer", text));
    }

    /// Whether it was not yet delivered by anybody.
    public boolean isWaiting(String address, Answer answer) {
        return connection.guard(
                () -> !redis.xrange(keys.outbox(address), answer.id(), answer.id(), 1).isEmpty());
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
