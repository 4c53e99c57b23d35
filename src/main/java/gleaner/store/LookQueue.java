package gleaner.store;

import gleaner.news.Health;
import gleaner.news.LinkId;
import gleaner.news.NewsroomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.SetParams;

/// The links that are to be looked at again: one queue for all processes of a newsroom. Safe for
/// use by many threads.
///
/// Whoever takes one has it for a lease, so that no two look at the same; what is told of a look
/// whose lease has ended counts for nothing. What was found is kept with the link.
///
/// Every method throws [gleaner.news.GleanerException] (UNAVAILABLE) where Redis cannot be asked.
public final class LookQueue {

    private final Redis connection;
    private final UnifiedJedis redis;
    private final Keys keys;

    LookQueue(Redis connection, NewsroomId newsroom) {
        this.connection = connection;
        this.redis = connection.client();
        this.keys = Keys.of(newsroom);
    }

    /// A link that was taken.
    ///
    /// @param until when it is given to another
    public record Lease(LinkId link, Instant until) {}

    /// Puts links in that are not in yet.
    public void ask(Collection<LinkId> links, Instant now) {
        if (!links.isEmpty()) {
            var arguments = new ArrayList<String>();
            arguments.add(millis(now));
            links.forEach(link -> arguments.add(link.value()));
            connection.guard(() -> run("ask", arguments));
        }
    }

    /// How many of them are still to be looked at.
    public int open(Collection<LinkId> links) {
        if (links.isEmpty()) {
            return 0;
        }
        var ids = links.stream().map(LinkId::value).toList();
        return connection.guard(
                () -> Integer.parseInt(String.valueOf(run("open", new ArrayList<>(ids)))));
    }

    /// Those that are due, at most `count`: nobody else's until the lease ends.
    public List<Lease> take(int count, Instant now, Duration lease) {
        var until = Instant.ofEpochMilli(now.plus(lease).toEpochMilli());
        return connection.guard(() -> {
            var answer =
                    (List<?>)
                            run(
                                    "take",
                                    List.of(millis(now), millis(until), Integer.toString(count)));
            return answer.stream()
                    .map(id -> new Lease(new LinkId(String.valueOf(id)), until))
                    .toList();
        });
    }

    /// It was looked at.
    ///
    /// @param next when it is to be looked at once more, whoever asks
    /// @return whether the lease had not ended
    public boolean done(Lease lease, Health found, Optional<Instant> next) {
        return settle(
                "done",
                lease,
                List.of(HealthCodec.write(found), next.map(LookQueue::millis).orElse("")));
    }

    /// It was not looked at: it is due then.
    ///
    /// @return whether the lease had not ended
    public boolean putOff(Lease lease, Instant when) {
        return settle("off", lease, List.of(millis(when)));
    }

    /// Says that somebody works this queue off, for the next seconds.
    public void watch(Duration time) {
        connection.guard(() ->
                redis.set(keys.looks() + ":watch", "1", SetParams.setParams().px(time.toMillis())));
    }

    /// Says that this one works it off no more; others say again that they do.
    public void leave() {
        connection.guard(() -> redis.del(keys.looks() + ":watch"));
    }

    /// Whether somebody works this queue off.
    public boolean isWatched() {
        return connection.guard(() -> redis.exists(keys.looks() + ":watch"));
    }

    private boolean settle(String what, Lease lease, List<String> more) {
        var arguments = new ArrayList<String>();
        arguments.add(lease.link().value());
        arguments.add(millis(lease.until()));
        arguments.addAll(more);
        return connection.guard(() -> Long.valueOf(1).equals(run(what, arguments)));
    }

    private Object run(String what, List<String> more) {
        var arguments = new ArrayList<String>();
        arguments.add(keys.prefix());
        arguments.add(what);
        arguments.addAll(more);
        return Script.LOOKS.run(redis, keys.looks(), arguments);
    }

    private static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }
}
