package gleaner.store;

import gleaner.news.NewsroomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.resps.StreamEntry;

/// What a platform sent, as it sent it, until somebody has made events of it: a stream that all
/// processes of a newsroom read as one consumer group.
///
/// It lets a channel acknowledge at once, and ask its platform afterwards what it needs to
/// understand what was sent.
public final class Queue {

    private final Redis connection;
    private final UnifiedJedis redis;
    private final String stream;
    private final GroupStream group;

    Queue(Redis connection, NewsroomId newsroom, String area) {
        this.connection = connection;
        this.redis = connection.client();
        this.stream = Keys.of(newsroom).notes(area) + "queue";
        this.group = new GroupStream(connection, stream, "readers");
    }

    /// What waits.
    ///
    /// @param id its place in the stream
    public record Entry(String id, String text) {}

    /// Appends them in that order, in one round trip; when this returns none of them can be lost.
    public void append(List<String> texts) {
        connection.guard(() -> {
            var appended = new ArrayList<Response<StreamEntryID>>(texts.size());
            try (AbstractPipeline pipeline = redis.pipelined()) {
                for (var text : texts) {
                    appended.add(
                            pipeline.xadd(stream, XAddParams.xAddParams(), Map.of("sent", text)));
                }
                pipeline.sync();
            }
            return appended.stream().map(Response::get).toList();
        });
    }

    /// Makes the consumer group; there is no harm in making it again.
    public void open() {
        group.open();
    }

    /// The next for this consumer, at most `count`; waits at most `wait` for the first.
    public List<Entry> take(String consumer, int count, Duration wait) {
        return entries(group.take(consumer, count, wait));
    }

    /// What another consumer took and has not finished for that long, because it died: now this
    /// consumer's.
    public List<Entry> claim(String consumer, int count, Duration idle) {
        return entries(group.claim(consumer, count, idle));
    }

    private static List<Entry> entries(List<StreamEntry> read) {
        return read.stream()
                .map(entry ->
                        new Entry(
                                entry.getID().toString(),
                                entry.getFields().getOrDefault("sent", "")))
                .toList();
    }

    /// Says that these have been dealt with.
    public void done(List<Entry> entries) {
        group.done(entries.stream().map(Entry::id).toList());
    }

    /// Leaves the group; what this consumer has not finished stays for others to claim.
    public void leave(String consumer) {
        group.leave(consumer);
    }

    /// How many wait or are being dealt with.
    public long size() {
        return group.size();
    }
}
