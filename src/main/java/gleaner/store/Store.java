package gleaner.store;

import gleaner.news.NewsroomId;
import java.time.Duration;

/// All that Gleaner keeps of one newsroom.
public final class Store {

    private final Redis redis;
    private final NewsroomId newsroom;
    private final Repository repository;
    private final Messages messages;
    private final Inbox inbox;
    private final Outbox outbox;

    private Store(Redis redis, NewsroomId newsroom) {
        this.redis = redis;
        this.newsroom = newsroom;
        this.repository = new Repository(redis, newsroom);
        this.messages = new Messages(redis, newsroom);
        this.inbox = new Inbox(redis, newsroom);
        this.outbox = new Outbox(redis, newsroom);
    }

    /// Opens it.
    ///
    /// @throws gleaner.news.GleanerException (UNAVAILABLE) where Redis does not answer or holds what a newer Gleaner wrote
    public static Store open(RedisConnection connection, NewsroomId newsroom) {
        var store = of(new Redis(connection.client(), connection.describe()), newsroom);
        Schema.check(store.redis);
        store.inbox.open();
        return store;
    }

    static Store of(Redis redis, NewsroomId newsroom) {
        return new Store(redis, newsroom);
    }

    public Repository repository() {
        return repository;
    }

    public Messages messages() {
        return messages;
    }

    public Inbox inbox() {
        return inbox;
    }

    public Outbox outbox() {
        return outbox;
    }

    /// What a channel of that kind (`mastodon`) remembers.
    public ChannelNotes channelNotes(String kind) {
        return new ChannelNotes(redis, newsroom, kind);
    }

    /// How long a round trip takes.
    public Duration ping() {
        var start = System.nanoTime();
        redis.guard(() -> redis.client().exists(Keys.SCHEMA));
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
