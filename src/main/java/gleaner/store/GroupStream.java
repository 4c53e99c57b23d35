package gleaner.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XAutoClaimParams;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/// A stream that all processes of a newsroom read as one consumer group: each entry is one
/// consumer's until that has done with it, or another claims it because the first died.
///
/// What is done with is deleted.
final class GroupStream {

    private final Redis connection;
    private final UnifiedJedis redis;
    private final String stream;
    private final String group;

    GroupStream(Redis connection, String stream, String group) {
        this.connection = connection;
        this.redis = connection.client();
        this.stream = stream;
        this.group = group;
    }

    /// Makes the consumer group; there is no harm in making it again.
    void open() {
        connection.guard(() -> {
            try {
                return redis.xgroupCreate(stream, group, new StreamEntryID(), true);
            } catch (JedisDataException e) {
                if (String.valueOf(e.getMessage()).startsWith("BUSYGROUP")) {
                    return "OK";
                }
                throw e;
            }
        });
    }

    /// The next for this consumer, at most `count`; waits at most `wait` for the first.
    List<StreamEntry> take(String consumer, int count, Duration wait) {
        return connection.guard(() -> {
            var params =
                    XReadGroupParams.xReadGroupParams()
                            .count(count)
                            .block((int) Math.max(1, wait.toMillis()));
            var read =
                    redis.xreadGroup(
                            group,
                            consumer,
                            params,
                            Map.of(stream, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
            return read == null
                    ? List.of()
                    : whole(read.stream().flatMap(each -> each.getValue().stream()).toList());
        });
    }

    /// What another consumer took and has not done with for that long: now this consumer's.
    List<StreamEntry> claim(String consumer, int count, Duration idle) {
        return connection.guard(() ->
                whole(
                        redis.xautoclaim(
                                        stream,
                                        group,
                                        consumer,
                                        idle.toMillis(),
                                        new StreamEntryID(),
                                        XAutoClaimParams.xAutoClaimParams().count(count))
                                .getValue()));
    }

    /// Without those that were deleted meanwhile.
    private static List<StreamEntry> whole(List<StreamEntry> read) {
        return read.stream().filter(entry -> entry != null && entry.getFields() != null).toList();
    }

    /// Says that these, by their ids, have been dealt with.
    void done(Collection<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var ids = entries.stream().map(StreamEntryID::new).toArray(StreamEntryID[]::new);
        connection.guard(() -> {
            try (AbstractPipeline pipeline = redis.pipelined()) {
                pipeline.xack(stream, group, ids);
                pipeline.xdel(stream, ids);
                pipeline.sync();
            }
            return ids;
        });
    }

    /// How many consumers have asked for entries within that time.
    long consumers(Duration within) {
        return connection.guard(() ->
                redis.xinfoConsumers2(stream, group).stream()
                        .filter(info -> info.getIdle() <= within.toMillis())
                        .count());
    }

    /// Leaves the group; what this consumer has not done with stays for others to claim.
    void leave(String consumer) {
        connection.guard(() -> {
            var mine =
                    redis.xinfoConsumers2(stream, group).stream()
                            .filter(info -> info.getName().equals(consumer))
                            .findFirst();
            return mine.isPresent() && mine.get().getPending() == 0
                    ? redis.xgroupDelConsumer(stream, group, consumer)
                    : 0L;
        });
    }

    /// How many wait or are being dealt with.
    long size() {
        return connection.guard(() -> redis.xlen(stream));
    }
}
