package gleaner.store;

import gleaner.news.NewsroomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.ZRangeParams;

/// What a channel remembers of its own doings: cursors, what it has answered, what it looks at
/// again, and which process speaks. Nothing of it is of interest to anybody else.
public final class ChannelNotes {

    private final Redis connection;
    private final UnifiedJedis redis;
    private final String prefix;

    ChannelNotes(Redis connection, NewsroomId newsroom, String kind) {
        this.connection = connection;
        this.redis = connection.client();
        this.prefix = Keys.of(newsroom).channelNotes(kind);
    }

    public Optional<String> read(String name) {
        return connection.guard(() -> Optional.ofNullable(redis.get(note(name))));
    }

    /// Writes a note, in the place of an earlier one of that name.
    ///
    /// @param life after which it is forgotten; zero for never
    public void write(String name, String text, Duration life) {
        connection.guard(() ->
                life.isZero()
                        ? redis.set(note(name), text)
                        : redis.set(note(name), text, SetParams.setParams().px(life.toMillis())));
    }

    /// Writes a note and has the id come up in [#due] from then on, in one round trip.
    ///
    /// @param life after which the note is forgotten
    public void write(String name, String text, Duration life, String id, Instant when) {
        connection.guard(() -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                var due = pipeline.zadd(prefix + "due", (double) when.toEpochMilli(), id);
                var set = pipeline.set(note(name), text, SetParams.setParams().px(life.toMillis()));
                pipeline.sync();
                return due.get() + set.get();
            }
        });
    }

    /// Has the id come up in [#due] from then on.
    public void remind(String id, Instant when) {
        connection.guard(() -> redis.zadd(prefix + "due", (double) when.toEpochMilli(), id));
    }

    /// Takes the id out of [#due].
    public void settle(String id) {
        connection.guard(() -> redis.zrem(prefix + "due", id));
    }

    /// The ids whose time has come, the longest waiting first.
    public List<String> due(Instant now, int most) {
        return connection.guard(() ->
                redis.zrange(
                        prefix + "due",
                        ZRangeParams.zrangeByScoreParams(0, (double) now.toEpochMilli())
                                .limit(0, most)));
    }

    /// Counts one more.
    ///
    /// @param window after the first of them the count begins anew
    /// @return how many there were in the window, this one included
    public long count(String name, Duration window) {
        return connection.guard(() -> {
            var key = prefix + "count:" + name;
            try (AbstractPipeline pipeline = redis.pipelined()) {
                var _ = pipeline.set(key, "0", SetParams.setParams().nx().px(window.toMillis()));
                var count = pipeline.incr(key);
                pipeline.sync();
                return count.get();
            }
        });
    }

    /// Makes the holder the one who speaks, or lets it stay so; false where another is.
    ///
    /// @param life after which another may, if this one does not ask again
    public boolean hold(String holder, Duration life) {
        return connection.guard(() ->
                Long.valueOf(1)
                        .equals(
                                Script.HOLD.run(
                                        redis,
                                        prefix + "holder",
                                        List.of(holder, Long.toString(life.toMillis())))));
    }

    /// Who speaks; empty where nobody does.
    public Optional<String> holder() {
        return connection.guard(() -> Optional.ofNullable(redis.get(prefix + "holder")));
    }

    /// Lets another speak at once.
    public void release(String holder) {
        connection.guard(() ->
                holder.equals(redis.get(prefix + "holder")) ? redis.del(prefix + "holder") : 0L);
    }

    private String note(String name) {
        return prefix + "note:" + name;
    }
}
