package gleaner.store;

import gleaner.news.LinkId;
import gleaner.news.NewsroomId;
import gleaner.news.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/// What is suggested to editors: at most [#MOST] links, the oldest let go first, and none for
/// longer than [#LIFE].
public final class Suggestions {

    public static final int MOST = 200;
    public static final Duration LIFE = Duration.ofDays(14);

    private final Redis connection;
    private final UnifiedJedis redis;
    private final String key;

    Suggestions(Redis connection, NewsroomId newsroom) {
        this.connection = connection;
        this.redis = connection.client();
        this.key = Keys.of(newsroom).suggestions();
    }

    /// Adds it unless that page is suggested already, and lets the oldest go where there are too
    /// many.
    public void add(Suggested suggested) {
        connection.guard(() -> {
            redis.hsetnx(key, suggested.id().value(), write(suggested));
            if (redis.hlen(key) > MOST) {
                all().stream().skip(MOST).forEach(old -> redis.hdel(key, old.id().value()));
            }
            return true;
        });
    }

    /// All that was posted in the last [#LIFE], the newest first.
    public List<Suggested> newest(Instant now) {
        var since = now.minus(LIFE);
        return connection.guard(this::all).stream()
                .filter(suggested -> suggested.at().isAfter(since))
                .toList();
    }

    public Optional<Suggested> find(LinkId id) {
        return connection
                .guard(() -> Optional.ofNullable(redis.hget(key, id.value())))
                .map(json -> read(id, json));
    }

    public void remove(LinkId id) {
        connection.guard(() -> redis.hdel(key, id.value()));
    }

    private List<Suggested> all() {
        return redis.hgetAll(key).entrySet().stream()
                .map(entry -> read(new LinkId(entry.getKey()), entry.getValue()))
                .sorted(
                        Comparator.comparing(Suggested::at)
                                .reversed()
                                .thenComparing(suggested -> suggested.id().value()))
                .toList();
    }

    private static String write(Suggested suggested) {
        var node = Json.object();
        node.put("url", suggested.url());
        node.put("by", suggested.by().value());
        node.put("post", suggested.post());
        Json.put(node, "permalink", suggested.permalink());
        node.put("tag", suggested.tag());
        node.put("at", suggested.at().toEpochMilli());
        return node.toString();
    }

    private static Suggested read(LinkId id, String json) {
        var node = Json.read(json);
        return new Suggested(
                id,
                node.path("url").asString(""),
                new PersonId(node.path("by").asString("")),
                node.path("post").asString(""),
                Json.text(node, "permalink"),
                node.path("tag").asString(""),
                Instant.ofEpochMilli(node.path("at").asLong(0)));
    }
}
