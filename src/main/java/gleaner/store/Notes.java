package gleaner.store;

import gleaner.news.NewsroomId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.ZAddParams;

/// What one channel has to remember besides messages: where it is in its platform's history, names
/// of people, leases.
///
/// All processes of a newsroom share it. Nothing in it is of interest to another channel.
public final class Notes {

    private final Redis connection;
    private final UnifiedJedis redis;
    private final String prefix;

    Notes(Redis connection, NewsroomId newsroom, String area) {
        this.connection = connection;
        this.redis = connection.client();
        this.prefix = Keys.of(newsroom).notes(area);
    }

    /// Keeps a text for that long.
    public void keep(String name, String text, Duration life) {
        connection.guard(
                () -> redis.set(prefix + name, text, SetParams.setParams().px(life.toMillis())));
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
        return connection.guard(() ->
                redis.set(prefix + name, "1", SetParams.setParams().nx().px(life.toMillis()))
                        != null);
    }

    /// Keeps marks without a text, in one round trip.
    public void keepAll(List<String> names, Duration life) {
        if (names.isEmpty()) {
            return;
        }
        connection.guard(() -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                names.forEach(name ->
                        pipeline.set(
                                prefix + name, "1", SetParams.setParams().px(life.toMillis())));
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
}
