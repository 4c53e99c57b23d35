package gleaner.app;

import gleaner.app.config.Config;
import gleaner.intake.Worker;
import gleaner.news.Link;
import gleaner.slack.FakeSlack;
import gleaner.slack.SlackChannel;
import gleaner.store.Index;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/// A team in a made-up workspace, and a Gleaner that can be started, stopped and started again.
final class SlackTeam implements AutoCloseable {

    static final String NEWS = "C0NEWS";
    static final String OTHER = "C0OTHER";
    static final String SECRET = "G0SECRET";
    static final String EDITORS = "C0EDIT";
    static final String ADA = "U0ADA";
    static final String BEN = "U0BEN";
    static final String EVE = "U0EVE";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final FakeSlack slack = new FakeSlack();
    private final RedisForTests redis;
    private final Path folder;
    private final Map<String, String> environment;
    private final List<Running> running = new ArrayList<>();

    private record Running(House house, Worker worker, SlackChannel channel) {}

    SlackTeam(RedisForTests redis, Path folder) {
        this(redis, folder, "");
    }

    /// @param more lines of the `slack` block
    SlackTeam(RedisForTests redis, Path folder, String more) {
        this.redis = redis;
        this.folder = folder;
        this.environment =
                Map.of(
                        "REDIS_URL",
                        redis.url(),
                        "SLACK_BOT_TOKEN",
                        FakeSlack.BOT_TOKEN,
                        "SLACK_APP_TOKEN",
                        FakeSlack.APP_TOKEN,
                        "SLACK_SIGNING_SECRET",
                        "signed");
        slack.person(ADA, "ada");
        slack.person(BEN, "ben");
        slack.person(EVE, "eve");
        slack.channel(NEWS, "news", false);
        slack.channel(OTHER, "other", false);
        slack.channel(SECRET, "secret", true);
        slack.channel(EDITORS, "editors", false);
        try {
            Files.createDirectories(folder.resolve("config"));
            Files.writeString(
                    folder.resolve("config/gleaner.yaml"),
                    """
                    newsroom:
                      team: test
                    editors:
                      slack: [%s]
                    slack:
                      api-url: %s
                      editors-channel: %s
                    %s\
                    """
                            .formatted(EVE, slack.apiUrl(), EDITORS, more.indent(2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Config config() {
        return Config.load(folder, Optional.empty(), Optional.of(folder.toString()), environment);
    }

    /// Starts Gleaner; what happens before Slack is on the line is not waited for.
    SlackChannel start() {
        var house =
                House.open(
                        config(),
                        Clock.systemUTC(),
                        new Random(),
                        _ -> {},
                        gleaner.page.PageReader::builtIn);
        var worker = house.worker();
        worker.start();
        var channel =
                house.slack(
                                Clock.systemUTC(),
                                new SlackChannel.Tempo(
                                        Duration.ofMillis(300), Duration.ofMillis(20)))
                        .orElseThrow();
        channel.start();
        running.add(new Running(house, worker, channel));
        return channel;
    }

    /// Starts Gleaner and waits until Slack is on the line.
    SlackChannel startAndConnect() {
        var channel = start();
        until(() -> channel.readiness().ready());
        return channel;
    }

    void stop() {
        running.forEach(each -> {
            try {
                each.channel().close();
                each.worker().stop(PATIENCE);
                each.house().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        running.clear();
    }

    /// Waits until everything that was said is worked off.
    void settle() {
        until(() ->
                slack.unacked().isEmpty()
                        && redis.store().queue("slack").size() == 0
                        && redis.store().inbox().size() == 0
                        && redis.store()
                                .outbox()
                                .read("slack", "0-0", Duration.ofMillis(1))
                                .isEmpty());
    }

    /// Waits for a condition; fails where it does not come true.
    static void until(BooleanSupplier condition) {
        until(condition, () -> "");
    }

    /// Waits for a condition; fails with what is there instead.
    static void until(BooleanSupplier condition, java.util.function.Supplier<String> instead) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "It did not happen within "
                                + PATIENCE.toSeconds()
                                + " seconds. "
                                + instead.get());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    /// The threads of Slack's channel and its libraries, without those that the SDK has once for
    /// all.
    static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name ->
                        name.startsWith("slack-")
                                || name.contains("Grizzly")
                                || name.contains("tyrus"))
                .filter(name -> !name.startsWith("slack-api-metrics:"))
                .toList();
    }

    List<Link> links() {
        var repository = redis.store().repository();
        return repository.links(repository.newest(new Index.All(), 0, 1000));
    }

    Link link(String url) {
        return links().stream().filter(link -> link.url().equals(url)).findFirst().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        stop();
        slack.close();
    }
}
