package gleaner.bench;

import gleaner.mastodon.FakeMastodon;
import gleaner.news.NewsroomId;
import gleaner.store.Index;
import gleaner.store.RedisConnection;
import gleaner.store.Store;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Kills Gleaner with `kill -9` while it answers on Mastodon, most often after a post was made and before it was told
/// so, on a server that ignores idempotency keys; then counts.
///
/// Exits with 0 if every share was kept once and every command was answered once, an editor's draft and the published
/// issue as whole threads, else with 1. Arguments: seconds (default 12), seed.
public final class MastodonCrash {

    private final FakeMastodon server = new FakeMastodon().ignoringKeys();
    private final Path data;
    private final Random random;
    private final AtomicInteger kills = new AtomicInteger();
    private final Set<String> shares = new HashSet<>();
    private final Set<String> commands = new HashSet<>();
    private volatile Optional<Process> running = Optional.empty();
    private volatile boolean deadly = true;
    private int published;

    private MastodonCrash(Path data, long seed) {
        this.data = data;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 12;
        var seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        System.out.printf("mastodon crash test: %d s, seed %d%n", seconds, seed);
        var test = new MastodonCrash(Files.createTempDirectory("gleaner-mastodon-crash"), seed);
        var fine = test.run(seconds);
        System.out.println(fine ? "mastodon crash test passed" : "mastodon crash test FAILED");
        System.exit(fine ? 0 : 1);
    }

    private boolean run(int seconds) throws Exception {
        server.at(Instant.now());
        server.afterPost(this::maybeKill);
        running = Optional.of(gleaner("run"));
        try (var connection = RedisConnection.embedded(data, 4, new SecureRandom(), _ -> {})) {
            var store = Store.open(connection, new NewsroomId("team"));
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            for (int i = 0; System.nanoTime() < end; i++) {
                say(i);
                if (i >= 120 && i % 40 == 0 && published == 0) {
                    publish();
                }
                if (i % 40 == 39) {
                    maybeKill();
                }
                revive(store);
                Thread.sleep(random.nextInt(5, 40));
            }
            if (published == 0) {
                publish();
            }
            deadly = false;
            var patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
            while (!isDone(store) && System.nanoTime() < patience) {
                revive(store);
                Thread.sleep(100);
            }
            Thread.sleep(500); // for answers that should not come
            return check(store);
        } finally {
            running.ifPresent(Process::destroy);
            server.close();
        }
    }

    private void say(int number) {
        var who = "u" + number + "@far.example";
        if (number % 20 == 13) {
            commands.add(server.mention("editor@desk.example", "<p>digest</p>", "direct", Optional.empty()));
        } else if (number % 4 == 3) {
            commands.add(server.mention(who, "<p>help</p>", "direct", Optional.empty()));
        } else {
            shares.add(server.mention(who, "<p>Number %d is <a href=\"https://x.example/%d\">here</a></p>".formatted(number, number % 30)));
        }
    }

    private void publish() throws Exception {
        var process = gleaner("publish");
        published = process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0 ? 1 : 0;
    }

    private void maybeKill() {
        if (deadly && random.nextInt(6) == 0) {
            running.filter(Process::isAlive).ifPresent(process -> {
                process.destroyForcibly();
                kills.incrementAndGet();
            });
        }
    }

    /// Starts it again as if its lease had run out, which takes half a minute.
    private void revive(Store store) throws IOException {
        if (running.filter(Process::isAlive).isEmpty()) {
            var notes = store.notes("mastodon");
            notes.holder().ifPresent(notes::release);
            running = Optional.of(gleaner("run"));
        }
    }

    private boolean isDone(Store store) {
        return shareCounts(store).keySet().containsAll(shares)
                && answered().containsAll(commands)
                && answers().stream().filter(String::isEmpty).count() == published
                && whole().isEmpty();
    }

    /// The statuses that the bot's posts answer, each as often as it does.
    private List<String> answers() {
        return server.posts().stream().map(post -> post.path("in_reply_to_id").asString("")).toList();
    }

    private Set<String> answered() {
        return new HashSet<>(answers());
    }

    private HashMap<String, Integer> shareCounts(Store store) {
        var repository = store.repository();
        var found = new HashMap<String, Integer>();
        repository.links(repository.newest(new Index.All(), 0, Integer.MAX_VALUE))
                .forEach(link -> link.shares().forEach(share -> found.merge(share.message().id(), 1, Integer::sum)));
        return found;
    }

    /// The threads that lack their last post, by their first words.
    private List<String> whole() {
        var lacking = new ArrayList<String>();
        var below = new HashSet<>(answers());
        for (var post : server.posts()) {
            var number = post.path("text").asString("").replaceAll("(?s).*\\n\\n(?=[0-9]+/[0-9]+$)", "");
            if (number.matches("[0-9]+/[0-9]+")) {
                var parts = number.split("/", 2);
                if (!parts[0].equals(parts[1]) && !below.contains(post.path("id").asString(""))) {
                    lacking.add(number);
                }
            }
        }
        return lacking;
    }

    private boolean check(Store store) {
        var found = shareCounts(store);
        var answers = answers();
        var lost = shares.stream().filter(id -> !found.containsKey(id)).count();
        var doubled = found.values().stream().filter(times -> times > 1).count();
        var silent = commands.stream().filter(id -> !answered().contains(id)).count();
        var twice = answers.stream().filter(id -> !id.isEmpty()).count()
                - answers.stream().filter(id -> !id.isEmpty()).distinct().count();
        var issues = answers.stream().filter(String::isEmpty).count();
        System.out.printf("  %d kills; %,d shares: %d lost, %d doubled%n", kills.get(), shares.size(), lost, doubled);
        System.out.printf(
                "  %,d commands: %d unanswered, %d answered twice; threads broken off %s; issues posted %d of %d; %,d posts%n",
                commands.size(), silent, twice, whole(), issues, published, server.postCount());
        return lost == 0 && doubled == 0 && silent == 0 && twice == 0 && whole().isEmpty() && issues == published && kills.get() > 0;
    }

    private Process gleaner(String... words) throws IOException {
        var config = Files.writeString(
                data.resolve("gleaner.yaml"),
                "mastodon: {per-hour: 10000, publish: public}\npages: {read: false}\neditors: {terminal: ['*'], mastodon: ['@editor@desk.example']}\n");
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), "gleaner.app.Main",
                "--data", data.toString(), "--config", config.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(data.resolve("errors.log").toFile()));
        builder.environment().put("MASTODON_URL", server.url());
        builder.environment().put("MASTODON_ACCESS_TOKEN", FakeMastodon.TOKEN);
        return builder.start();
    }
}
