package gleaner.store;

import gleaner.news.LinkId;
import gleaner.news.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ZParams;
import redis.clients.jedis.params.ZRangeParams;
import redis.clients.jedis.resps.Tuple;

/// The ids of links by what is known of them.
final class Indexes {

    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Redis connection;
    private final UnifiedJedis redis;
    private final Keys keys;

    Indexes(Redis connection, Keys keys) {
        this.connection = connection;
        this.redis = connection.client();
        this.keys = keys;
    }

    List<LinkId> newest(Index index, int offset, int count) {
        var names = names(index);
        return connection.guard(() -> {
            if (names.size() == 1) {
                return ids(
                        redis.zrange(
                                names.getFirst(),
                                ZRangeParams.zrangeParams(offset, offset + count - 1).rev()));
            }
            return redis
                    .zunionWithScores(
                            new ZParams().aggregate(ZParams.Aggregate.MAX),
                            names.toArray(String[]::new))
                    .stream()
                    .sorted(
                            Comparator.comparingDouble(Tuple::getScore)
                                    .thenComparing(Tuple::getElement)
                                    .reversed())
                    .skip(offset)
                    .limit(count)
                    .map(tuple -> new LinkId(tuple.getElement()))
                    .toList();
        });
    }

    long count(Index index) {
        var names = names(index);
        return connection.guard(() ->
                names.size() == 1
                        ? redis.zcard(names.getFirst())
                        : redis.zunion(new ZParams(), names.toArray(String[]::new)).size());
    }

    private List<String> names(Index index) {
        return switch (index) {
            case Index.All() -> List.of(keys.all());
            case Index.Open() -> List.of(keys.open());
            case Index.Tagged(var tag) -> tagKeys(tag);
            case Index.SharedBy(var person) -> List.of(keys.person(person));
            case Index.SharedIn(var channel) -> List.of(keys.channel(channel));
            case Index.InState(var state) -> List.of(keys.state(state));
        };
    }

    /// The indexes of a tag and of all that were renamed to it.
    private List<String> tagKeys(Tag tag) {
        var aliases = TagCounts.aliases(redis, keys);
        var now = aliases.getOrDefault(tag, tag);
        var folded = new TreeSet<String>();
        folded.add(now.folded());
        aliases.forEach((from, to) -> {
            if (to.equals(now)) {
                folded.add(from.folded());
            }
        });
        return folded.stream().map(keys::tag).toList();
    }

    List<LinkId> sharedBetween(long fromMillis, long toMillis) {
        return connection.guard(() -> {
            var first = Math.floorDiv(fromMillis, DAY);
            var last = Math.floorDiv(toMillis - 1, DAY);
            if (last - first > 4_000) {
                return ids(
                        redis
                                .zrange(
                                        keys.all(),
                                        ZRangeParams.zrangeByScoreParams(
                                                (double) fromMillis, Double.POSITIVE_INFINITY))
                                .stream()
                                .sorted()
                                .toList());
            }
            var days = new ArrayList<Response<Set<String>>>();
            try (AbstractPipeline pipeline = redis.pipelined()) {
                for (long day = first; day <= last; day++) {
                    days.add(pipeline.smembers(keys.day(day)));
                }
                pipeline.sync();
            }
            var found = new TreeSet<String>();
            days.forEach(day -> found.addAll(day.get()));
            return ids(found);
        });
    }

    Set<LinkId> candidates(Collection<LinkId> ids) {
        return connection.guard(() -> {
            var scores = new LinkedHashMap<LinkId, Response<Double>>();
            try (AbstractPipeline pipeline = redis.pipelined()) {
                ids.forEach(id -> scores.put(id, pipeline.zscore(keys.open(), id.value())));
                pipeline.sync();
            }
            var found = new LinkedHashSet<LinkId>();
            scores.forEach((id, score) -> {
                if (score.get() != null) {
                    found.add(id);
                }
            });
            return found;
        });
    }

    static List<LinkId> ids(Collection<String> values) {
        return values.stream().map(LinkId::new).toList();
    }
}
