package gleaner.store;

import gleaner.news.LinkId;
import gleaner.news.NewsroomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.UnifiedJedis;

/// The links whose pages are still to be read: one queue for all processes of a newsroom. Safe for
/// use by many threads.
///
/// A link comes in with the script that keeps it, so that none is forgotten, and is out when its
/// page was read or given up. Whoever takes one has it for a lease; a process that dies loses its
/// leases when they end, and what is told of a page after that counts for nothing. Links are due in
/// this order: those that somebody asked for again, new ones of the channels, new ones of archives,
/// then those that are tried again.
///
/// Every method throws [gleaner.news.GleanerException] (UNAVAILABLE) where Redis cannot be asked.
public final class PageQueue {

    private static final String CHANNELS = "1";
    private static final String ARCHIVES = "2";

    private final Redis connection;
    private final UnifiedJedis redis;
    private final Keys keys;

    PageQueue(Redis connection, NewsroomId newsroom) {
        this.connection = connection;
        this.redis = connection.client();
        this.keys = Keys.of(newsroom);
    }

    /// Which new links come into the queue.
    ///
    /// @param channels those that somebody shares now
    /// @param archives those of imports
    public record Fill(boolean channels, boolean archives) {

        /// None: nobody reads pages.
        public static final Fill NOTHING = new Fill(false, false);

        /// Those that somebody shares now.
        public static final Fill STANDARD = new Fill(true, false);

        /// When a new link is due, as `message.lua` wants it; empty for never.
        String due(boolean history) {
            if (history) {
                return archives ? ARCHIVES : "";
            }
            return channels ? CHANNELS : "";
        }
    }

    /// A link that was taken.
    ///
    /// @param attempt how many times it was taken since it came in, this one included
    /// @param until when it is given to another
    public record Lease(LinkId link, String url, int attempt, Instant until) {}

    /// How many there are.
    ///
    /// @param waiting to be read, or being read
    /// @param lost given up
    public record Counts(long waiting, long lost) {}

    /// What is known of a page that could not be read.
    ///
    /// @param sentence why
    /// @param isLost whether it is tried no more
    public record Trouble(String sentence, boolean isLost) {}

    /// Those that are due, at most `count`: nobody else's until the lease ends.
    public List<Lease> take(int count, Instant now, Duration lease) {
        var until = Instant.ofEpochMilli(now.plus(lease).toEpochMilli());
        return connection.guard(() -> {
            var answer = (List<?>) run("take", millis(now), millis(until), Integer.toString(count));
            var leases = new ArrayList<Lease>();
            for (int i = 0; i + 2 < answer.size(); i += 3) {
                leases.add(
                        new Lease(
                                new LinkId(String.valueOf(answer.get(i))),
                                String.valueOf(answer.get(i + 1)),
                                Integer.parseInt(String.valueOf(answer.get(i + 2))),
                                until));
            }
            return leases;
        });
    }

    /// Its page has been read.
    ///
    /// @return whether the lease had not ended
    public boolean done(Lease lease) {
        return settle(lease, "done");
    }

    /// It is to be tried again then.
    ///
    /// @param why a sentence
    /// @return whether the lease had not ended
    public boolean again(Lease lease, Instant when, String why) {
        return settle(lease, "again", millis(when), why, "1");
    }

    /// It was not its turn: it is to be tried then, and this was no try.
    ///
    /// @return whether the lease had not ended
    public boolean putOff(Lease lease, Instant when) {
        return settle(lease, "again", millis(when), "", "0");
    }

    /// It is tried no more until somebody asks.
    ///
    /// @param why a sentence
    /// @return whether the lease had not ended
    public boolean giveUp(Lease lease, Instant now, String why) {
        return settle(lease, "lost", millis(now), why);
    }

    private boolean settle(Lease lease, String what, String... more) {
        var arguments = new ArrayList<String>();
        arguments.add(lease.link().value());
        arguments.add(millis(lease.until()));
        arguments.addAll(List.of(more));
        return connection.guard(
                () -> Long.valueOf(1).equals(run(what, arguments.toArray(String[]::new))));
    }

    /// Puts links in as if they were new and before all others, whatever came of them before.
    public void refresh(Collection<LinkId> links) {
        connection.guard(
                () -> run("refresh", links.stream().map(LinkId::value).toArray(String[]::new)));
    }

    /// Why a page could not be read so far.
    public Optional<Trouble> trouble(LinkId link) {
        return connection.guard(() ->
                Optional.ofNullable(redis.hget(keys.pages("trouble"), link.value()))
                        .map(why ->
                                new Trouble(
                                        why,
                                        redis.zscore(keys.pages("lost"), link.value()) != null)));
    }

    /// Those of them whose pages were given up.
    public Set<LinkId> lost(Collection<LinkId> links) {
        if (links.isEmpty()) {
            return Set.of();
        }
        var ids = List.copyOf(links);
        return connection.guard(() -> {
            var scores =
                    redis.zmscore(
                            keys.pages("lost"),
                            ids.stream().map(LinkId::value).toArray(String[]::new));
            var lost = new LinkedHashSet<LinkId>();
            for (int i = 0; i < ids.size(); i++) {
                if (scores.get(i) != null) {
                    lost.add(ids.get(i));
                }
            }
            return lost;
        });
    }

    /// Whether its page is still to be read.
    public boolean isWaiting(LinkId link) {
        return connection.guard(() -> redis.zscore(keys.pages(), link.value()) != null);
    }

    /// How many wait and were given up.
    public Counts counts() {
        return connection.guard(
                () -> new Counts(redis.zcard(keys.pages()), redis.zcard(keys.pages("lost"))));
    }

    private Object run(String what, String... more) {
        var arguments = new ArrayList<String>();
        arguments.add(keys.prefix());
        arguments.add(what);
        arguments.addAll(List.of(more));
        return Script.PAGES.run(redis, keys.pages(), arguments);
    }

    private static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }
}
