package gleaner.store;

import gleaner.news.NewsroomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.resps.StreamEntry;

/// What came in and is not yet worked on: a stream, read by all processes of a newsroom as one
/// consumer group.
///
/// An event that was appended is acknowledged: it stays until somebody has worked it off, whoever
/// dies meanwhile.
public final class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final String GROUP = "workers";
    private static final int TOGETHER = 256;

    private final Redis connection;
    private final UnifiedJedis redis;
    private final String stream;
    private final String refused;
    private final GroupStream group;

    Inbox(Redis connection, NewsroomId newsroom) {
        this.connection = connection;
        this.redis = connection.client();
        this.stream = Keys.of(newsroom).inbox();
        this.refused = stream + ":refused";
        this.group = new GroupStream(connection, stream, GROUP);
    }

    /// An event that waits.
    ///
    /// @param id its place in the stream
    public record Entry(String id, Delivery delivery) {}

    /// Appends in that order; when this returns, none of them can be lost.
    ///
    /// @return the place of the last one; `0-0` where there was none
    public String append(List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return "0-0";
        }
        return connection.guard(() -> {
            var last = "0-0";
            for (int from = 0; from < deliveries.size(); from += TOGETHER) {
                var events =
                        deliveries
                                .subList(from, Math.min(deliveries.size(), from + TOGETHER))
                                .stream()
                                .map(EventCodec::write)
                                .toList();
                last = String.valueOf(Script.APPEND.run(redis, stream, events));
            }
            return last;
        });
    }

    /// How many events wait or are being worked on.
    public long size() {
        return group.size();
    }

    /// Whether everything up to that place has been worked off.
    public boolean isDoneUpTo(String id) {
        return connection.guard(() -> {
            var first = redis.xrange(stream, "-", "+", 1);
            return first.isEmpty() || first.getFirst().getID().compareTo(new StreamEntryID(id)) > 0;
        });
    }

    /// Makes the consumer group; there is no harm in making it again.
    public void open() {
        group.open();
    }

    /// The next events for this consumer, at most `count`; waits at most `wait` for the first.
    public List<Entry> take(String consumer, int count, Duration wait) {
        return entries(group.take(consumer, count, wait));
    }

    /// Events that another consumer took and has not worked off for that long, because it died: now
    /// this consumer's.
    public List<Entry> claim(String consumer, int count, Duration idle) {
        return entries(group.claim(consumer, count, idle));
    }

    private List<Entry> entries(List<StreamEntry> read) {
        var entries = new ArrayList<Entry>(read.size());
        for (var entry : read) {
            try {
                entries.add(
                        new Entry(
                                entry.getID().toString(),
                                EventCodec.readDelivery(
                                        String.valueOf(entry.getFields().get("event")))));
            } catch (RuntimeException e) {
                connection.guard(() -> {
                    refuse(entry.getID(), entry.getFields(), e);
                    return entry;
                });
            }
        }
        return entries;
    }

    /// Puts aside what cannot be worked on, so that it neither blocks the others nor is lost.
    public void refuse(Entry entry, RuntimeException reason) {
        connection.guard(() -> {
            refuse(
                    new StreamEntryID(entry.id()),
                    Map.of("event", EventCodec.write(entry.delivery())),
                    reason);
            return entry;
        });
    }

    private void refuse(StreamEntryID id, Map<String, String> fields, RuntimeException reason) {
        log.error(
                "An event could not be worked on and was put aside in {}: {}",
                refused,
                reason.toString());
        redis.xadd(refused, XAddParams.xAddParams().maxLen(10_000).approximateTrimming(), fields);
        redis.xack(stream, GROUP, id);
        redis.xdel(stream, id);
    }

    /// How many events were put aside.
    public long refusedCount() {
        return connection.guard(() -> redis.xlen(refused));
    }

    /// Says that these have been worked off.
    public void done(List<Entry> entries) {
        group.done(entries.stream().map(Entry::id).toList());
    }

    /// How many workers have asked for events within that time.
    public long workers(Duration within) {
        return group.consumers(within);
    }

    /// Leaves the group; what this consumer has not worked off stays for others to claim.
    public void leave(String consumer) {
        group.leave(consumer);
    }
}
