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

    private final PageQueue pages;

    private Store(Redis redis, NewsroomId newsroom, PageQueue.Fill fill) {
        this.redis = redis;
        this.newsroom = newsroom;
        this.repository = new Repository(redis, newsroom);
        this.messages = new Messages(redis, newsroom, fill);
        this.inbox = new Inbox(redis, newsroom);
        this.outbox = new Outbox(redis, newsroom);
        this.pages = new PageQueue(redis, newsroom);
    }

    /// Opens it; the pages of new links that somebody shares now are to be read.
    ///
    /// @throws gleaner.news.GleanerException (UNAVAILABLE) where Redis does not answer or holds
    ///   what a newer Gleaner wrote
    public static Store open(RedisConnection connection, NewsroomId newsroom) {
        return open(connection, newsroom, PageQueue.Fill.STANDARD);
    }

    /// Opens it.
    ///
    /// @param fill the new links whose pages are to be read
    /// @throws gleaner.news.GleanerException (UNAVAILABLE) where Redis does not answer or holds
    ///   what a newer Gleaner wrote
    public static Store open(RedisConnection connection, NewsroomId newsroom, PageQueue.Fill fill) {
        var store = of(new Redis(connection.client(), connection.describe()), newsroom, fill);
        Schema.check(store.redis);
        store.inbox.open();
        return store;
    }

    static Store of(Redis redis, NewsroomId newsroom, PageQueue.Fill fill) {
        return new Store(redis, newsroom, fill);
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

    public PageQueue pages() {
        return pages;
    }

    /// The links that are to be looked at again.
    public LookQueue looks() {
        return new LookQueue(redis, newsroom);
    }

    /// The turns at hosts whose pages are asked for.
    public HostTurns turns() {
        return new HostTurns(redis, newsroom);
    }

    public Interviews interviews() {
        return new Interviews(redis, newsroom);
    }

    /// Links that nobody here shared and that an editor may take.
    public Suggestions suggestions() {
        return new Suggestions(redis, newsroom);
    }

    /// What a channel, or another part of that name, remembers.
    public Notes notes(String name) {
        return new Notes(redis, newsroom, name);
    }

    /// What a channel of that name was sent and has not yet understood.
    public Queue queue(String channel) {
        var queue = new Queue(redis, newsroom, channel);
        queue.open();
        return queue;
    }

    /// How long a round trip takes.
    public Duration ping() {
        var start = System.nanoTime();
        redis.guard(() -> redis.client().exists(Keys.SCHEMA));
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
