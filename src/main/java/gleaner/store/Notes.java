package gleaner.store;

import gleaner.news.NewsroomId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.ZAddParams;
import redis.clients.jedis.params.ZRangeParams;

/// What one channel has to remember besides messages: where it is in its platform's history, names
/// of people, leases, what it looks at again, and which process speaks.
///
/// All processes of a newsroom share it. Nothing in it is of interest to another channel.
public final class Notes {

    private static final String DUE = "due";
    private static final String HOLDER = "holder";

    private final Redis connection;
    private final UnifiedJedis redis;
    private final String prefix;

    Notes(Redis connection, NewsroomId newsroom, String area) {
        this.connection = connection;
        this.redis = connection.client();
        this.prefix = Keys.of(newsroom).notes(area);
    }

    /// Keeps a text, in the place of an earlier one of that name.
    ///
    /// @param life after which it is forgotten; zero for never
    public void keep(String name, String text, Duration life) {
        connection.guard(() ->
                life.isZero()
                        ? redis.set(prefix + name, text)
                        : redis.set(prefix + name, text, lasting(life)));
    }

    /// Keeps a text and has the id come up in [#due] from then on, in one round trip.
    ///
    /// @param life after which the text is forgotten
    public void keep(String name, String text, Duration life, String id, Instant when) {
        connection.guard(() -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                var due = pipeline.zadd(prefix + DUE, (double) when.toEpochMilli(), id);
                var set = pipeline.set(prefix + name, text, lasting(life));
                pipeline.sync();
                return due.get() + set.get();
            }
        });
    }

    public Optional<String> kept(String name) {
        return connection.guard(() -> Optional.ofNullable(redis.get(prefix + name)));
    }

    public void forget(String name) {
        connection.guard(() -> redis.del(prefix + name));
    }

    /// Takes something that only one may have at a time.
    ///
    /// @return false where somebody took it less than `life` ago and has not given it back by
    ///   [#forget]
    public boolean claim(String name, Duration life) {
        return connection.guard(() -> redis.set(prefix + name, "1", lasting(life).nx()) != null);
    }

    /// Keeps marks without a text, in one round trip.
    public void keepAll(List<String> names, Duration life) {
        if (names.isEmpty()) {
            return;
        }
        connection.guard(() -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                names.forEach(name -> pipeline.set(prefix + name, "1", lasting(life)));
                pipeline.sync();
            }
            return names;
        });
    }

    /// Keeps the greatest of the numbers that each member of a table was ever given.
    ///
    /// @param values exact up to 2^53
    public void raise(String table, Map<String, Long> values) {
        if (!values.isEmpty()) {
            var scores = new HashMap<String, Double>();
            values.forEach((member, value) -> scores.put(member, value.doubleValue()));
            connection.guard(
                    () -> redis.zadd(prefix + table, scores, ZAddParams.zAddParams().gt()));
        }
    }

    /// A table of [#raise], in the order of its numbers.
    public Map<String, Long> table(String table) {
        return connection.guard(() -> {
            var all = new LinkedHashMap<String, Long>();
            redis.zrangeWithScores(prefix + table, 0, -1)
                    .forEach(each -> all.put(each.getElement(), (long) each.getScore()));
            return all;
        });
    }

    /// Drops what has a smaller number.
    public void dropBelow(String table, long value) {
        connection.guard(() -> redis.zremrangeByScore(prefix + table, "-inf", "(" + value));
    }

    /// Has the id come up in [#due] from then on.
    public void remind(String id, Instant when) {
        connection.guard(() -> redis.zadd(prefix + DUE, (double) when.toEpochMilli(), id));
    }

    /// Takes the id out of [#due].
    public void settle(String id) {
        connection.guard(() -> redis.zrem(prefix + DUE, id));
    }

    /// The ids whose time has come, the longest waiting first.
    public List<String> due(Instant now, int most) {
        return connection.guard(() ->
                redis.zrange(
                        prefix + DUE,
                        ZRangeParams.zrangeByScoreParams(0, (double) now.toEpochMilli())
                                .limit(0, most)));
    }

    /// Counts one more.
    ///
    /// @param window after the first of them the count begins anew
    /// @return how many there were in the window, this one included
    public long count(String name, Duration window) {
        return connection.guard(() -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                var _ = pipeline.set(prefix + name, "0", lasting(window).nx());
                var count = pipeline.incr(prefix + name);
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
                                        prefix + HOLDER,
                                        List.of(holder, Long.toString(life.toMillis())))));
    }

    /// Who speaks; empty where nobody does.
    public Optional<String> holder() {
        return kept(HOLDER);
    }

    /// Lets another speak at once, where this one does.
    public void release(String holder) {
        hold(holder, Duration.ZERO);
    }

    private static SetParams lasting(Duration life) {
        return SetParams.setParams().px(life.toMillis());
    }
}
