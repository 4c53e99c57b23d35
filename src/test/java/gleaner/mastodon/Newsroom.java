package gleaner.mastodon;

import gleaner.command.Reply;
import gleaner.news.Event;
import gleaner.news.Role;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A newsroom with a channel on a made-up server: what it keeps outlives the channels, which may be
/// killed at any post.
final class Newsroom implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-16T08:00:00Z");

    final FakeMastodon server = new FakeMastodon();
    final Kept kept = new Kept();
    final MovingClock clock = new MovingClock(START);
    private final List<MastodonChannel> channels = new ArrayList<>();
    List<String> allow = List.of();
    List<String> block = List.of("spam.example");
    boolean review;
    int perHour = 20;
    Duration poll = Duration.ofSeconds(30);

    /// The first and the longest wait after a failure.
    Duration pause = Duration.ofMillis(20);

    private List<String> follow = List.of();
    private MastodonSetup.Publishing publishing = MastodonSetup.Publishing.OFF;

    Newsroom following(String... hashtags) {
        follow = List.of(hashtags);
        return this;
    }

    Newsroom publishing(MastodonSetup.Where where, String warning) {
        publishing = new MastodonSetup.Publishing(where, warning);
        return this;
    }

    MastodonChannel start() {
        return start(client());
    }

    MastodonChannel start(MastodonApi api) {
        var channel =
                MastodonChannel.start(
                        api, setup(), kept, kept, kept, kept, clock, new Random(channels.size()));
        channels.add(channel);
        return channel;
    }

    /// Starts a channel whose process is dead as soon as it has made that many posts, before it can
    /// write the last one down, and waits until it is.
    void startAndKillAfter(int posts) {
        var left = new AtomicInteger(posts);
        var channel = startDyingAfter(left);
        server.await(() -> left.get() == 0);
        channel.close();
        kept.leaseRunsOut();
    }

    /// Starts a channel that is so once that number is zero.
    MastodonChannel startDyingAfter(AtomicInteger posts) {
        return start(dyingAfter(client(), posts));
    }

    private static MastodonApi dyingAfter(MastodonApi client, AtomicInteger posts) {
        InvocationHandler handler =
                (_, method, arguments) -> {
                    if (posts.get() <= 0 && !method.getName().equals("close")) {
                        throw new MastodonTrouble(
                                MastodonTrouble.Kind.AWAY, "The process is dead.");
                    }
                    try {
                        var result = method.invoke(client, arguments);
                        if (method.getName().equals("post") && posts.decrementAndGet() == 0) {
                            throw new MastodonTrouble(
                                    MastodonTrouble.Kind.AWAY, "The process died.");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                };
        return (MastodonApi)
                Proxy.newProxyInstance(
                        MastodonApi.class.getClassLoader(),
                        new Class<?>[] {MastodonApi.class},
                        handler);
    }

    MastodonClient client() {
        return new MastodonClient(
                MastodonServer.parse(server.url()),
                FakeMastodon.TOKEN,
                clock,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1));
    }

    private MastodonSetup setup() {
        var tempo =
                new MastodonSetup.Tempo(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        poll,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        pause.dividedBy(4),
                        pause,
                        Duration.ofMillis(300));
        return new MastodonSetup(
                MastodonServer.parse(server.url()),
                FakeMastodon.TOKEN,
                allow,
                block,
                review,
                perHour,
                follow,
                publishing,
                Statuses.parser(),
                person -> person.name().startsWith("@editor@") ? Role.EDITOR : Role.CONTRIBUTOR,
                tempo);
    }

    List<Event> nextEvents(int count) {
        kept.await(() -> kept.events().size() >= count);
        return kept.events();
    }

    void answer(Event to, Reply.Kind kind, String markdown) {
        kept.send(to.message(), new Reply(kind, markdown, "{}"));
    }

    /// The words of all posts, put together again as long as each answers the one before.
    List<String> thread() {
        var before = "";
        var texts = new ArrayList<String>();
        for (var post : server.posts()) {
            if (!before.isEmpty() && !post.path("in_reply_to_id").asString("").equals(before)) {
                throw new IllegalStateException("This one answers another: " + post);
            }
            before = post.path("id").asString("");
            texts.add(post.path("text").asString(""));
        }
        return texts;
    }

    @Override
    public void close() {
        channels.forEach(MastodonChannel::close);
        server.close();
    }
}
