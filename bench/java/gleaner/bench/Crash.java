package gleaner.bench;

import gleaner.news.Channel;
import gleaner.news.Event.MessagePosted;
import gleaner.news.GleanerException;
import gleaner.news.Link;
import gleaner.news.MessageId;
import gleaner.news.NewsroomId;
import gleaner.news.Person;
import gleaner.news.Share;
import gleaner.news.Visibility;
import gleaner.store.Delivery;
import gleaner.store.Index;
import gleaner.store.RedisConnection;
import gleaner.store.Store;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// Kills Gleaner's processes and its Redis while messages stream in and while an archive is imported, then counts.
///
/// Exits with 0 if no acknowledged share was lost and none doubled, else with 1. Arguments: seconds of the stream
/// (default 30), number of kills of the import (default 8), seed.
public final class Crash {

    private static final Channel CHANNEL = Channel.of("terminal", "crash");
    private static final Person PERSON = Person.of("terminal", "crash");
    private static final int LINKS = 5_000;
    private static final int ROWS = 30_000;

    private final Path data;
    private final Random random;
    private final Map<String, Integer> kills = new TreeMap<>();

    private Crash(Path data, long seed) {
        this.data = data;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws Exception {
        var seconds = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        var importKills = args.length > 1 ? Integer.parseInt(args[1]) : 8;
        var seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        System.out.printf("crash test: %d s of messages, %d kills of an import, seed %d%n", seconds, importKills, seed);
        var stream = new Crash(Files.createTempDirectory("gleaner-crash"), seed);
        var fine = stream.stream(Duration.ofSeconds(seconds));
        var archive = new Crash(Files.createTempDirectory("gleaner-crash"), seed);
        fine &= archive.importing(importKills);
        System.out.println(fine ? "crash test passed" : "crash test FAILED");
        System.exit(fine ? 0 : 1);
    }

    /// A stream of messages, worked on by two processes, everything killed in turn.
    private boolean stream(Duration length) throws Exception {
        var workers = new ArrayList<>(List.of(gleaner("run"), gleaner("run")));
        var acknowledged = new HashMap<String, String>();
        var refusals = 0;
        try (var connection = open()) {
            var store = Store.open(connection, new NewsroomId("team"));
            var end = System.nanoTime() + length.toNanos();
            var nextKill = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            var count = 0;
            while (System.nanoTime() < end) {
                var batch = new ArrayList<Delivery>();
                for (int i = random.nextInt(1, 40); i > 0; i--) {
                    batch.add(message(count++));
                }
                refusals += append(store, batch);
                batch.forEach(delivery -> acknowledged.put(
                        delivery.event().message().id(), ((MessagePosted) delivery.event()).text()));
                if (System.nanoTime() > nextKill) {
                    kill(workers);
                    nextKill = System.nanoTime() + Duration.ofMillis(random.nextInt(200, 1500)).toNanos();
                }
            }
            for (int i = 0; i < workers.size(); i++) {
                if (!workers.get(i).isAlive()) {
                    workers.set(i, gleaner("run"));
                }
            }
            awaitEmpty(store, Duration.ofSeconds(60));
            for (var worker : workers) {
                worker.destroy();
                if (!worker.waitFor(5, java.util.concurrent.TimeUnit.SECONDS)) {
                    System.out.println("  a process did not stop within 5 s of SIGTERM");
                    return false;
                }
            }
            System.out.printf("  stream: %,d acknowledged, kills %s, %d times Redis was away%n",
                    acknowledged.size(), kills, refusals);
            return check(store, acknowledged);
        }
    }

    /// Appends as a channel would: what was not acknowledged is delivered again.
    private static int append(Store store, List<Delivery> batch) throws InterruptedException {
        for (int refusals = 0; ; refusals++) {
            try {
                store.inbox().append(batch);
                return refusals;
            } catch (GleanerException e) {
                Thread.sleep(50);
            }
        }
    }

    private void kill(List<Process> workers) throws IOException {
        if (random.nextInt(3) == 0) {
            killRedis();
            return;
        }
        var victim = random.nextInt(workers.size());
        workers.get(victim).destroyForcibly();
        kills.merge("gleaner", 1, Integer::sum);
        workers.set(victim, gleaner("run"));
    }

    private void killRedis() throws IOException {
        var pid = data.resolve("redis.pid");
        if (Files.exists(pid)) {
            var text = Files.readString(pid).strip();
            if (!text.isEmpty()) {
                ProcessHandle.of(Long.parseLong(text)).ifPresent(ProcessHandle::destroyForcibly);
                kills.merge("redis", 1, Integer::sum);
            }
        }
    }

    /// An import, killed again and again, at last left to end.
    private boolean importing(int times) throws Exception {
        var file = data.resolve("rows.tsv");
        var expected = new HashMap<String, String>();
        var text = new StringBuilder("date\turl\ttext\tperson\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("2026-11-%02d\thttps://site%d.example/page/%d\trow %d\tp%d%n".formatted(
                    i % 28 + 1, i % (ROWS / 3) % 7, i % (ROWS / 3), i, i % 11));
        }
        Files.writeString(file, text);
        for (int i = 0; i < times; i++) {
            var process = gleaner("import", file.toString());
            Thread.sleep(random.nextInt(700, 2500));
            if (i % 3 == 2) {
                killRedis();
                process.waitFor(60, java.util.concurrent.TimeUnit.SECONDS);
            }
            process.destroyForcibly().waitFor();
            kills.merge("gleaner", 1, Integer::sum);
        }
        if (gleaner("import", file.toString()).waitFor() != 0) {
            System.out.println("  the import that was left alone failed");
            return false;
        }
        try (var connection = open()) {
            var store = Store.open(connection, new NewsroomId("team"));
            awaitEmpty(store, Duration.ofSeconds(60));
            var links = links(store);
            var shares = links.stream().mapToInt(link -> link.shares().size()).sum();
            System.out.printf("  import: %,d rows, kills %s: %,d links, %,d shares%n", ROWS, kills, links.size(), shares);
            return links.size() == ROWS / 3 && shares == ROWS;
        }
    }

    private static boolean check(Store store, Map<String, String> acknowledged) {
        var found = new HashMap<String, Integer>();
        var misplaced = 0;
        for (Link link : links(store)) {
            for (Share share : link.shares()) {
                found.merge(share.message().id(), 1, Integer::sum);
                if (!String.valueOf(acknowledged.get(share.message().id())).contains(share.url())) {
                    misplaced++;
                }
            }
        }
        var lost = acknowledged.keySet().stream().filter(id -> !found.containsKey(id)).count();
        var doubled = found.values().stream().filter(times -> times > 1).count();
        System.out.printf("  stream: %,d shares of %,d links: %d lost, %d doubled, %d misplaced, %d put aside%n",
                found.size(), store.repository().count(new Index.All()), lost, doubled, misplaced,
                store.inbox().refusedCount());
        return lost == 0 && doubled == 0 && misplaced == 0 && store.inbox().refusedCount() == 0;
    }

    private static List<Link> links(Store store) {
        return store.repository().links(store.repository().newest(new Index.All(), 0, Integer.MAX_VALUE));
    }

    /// Waits until nothing waits, as long as it becomes less.
    private static void awaitEmpty(Store store, Duration patience) throws InterruptedException {
        var least = Long.MAX_VALUE;
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            try {
                var size = store.inbox().size();
                if (size == 0) {
                    return;
                }
                if (size < least) {
                    least = size;
                    end = System.nanoTime() + patience.toNanos();
                }
            } catch (GleanerException e) {
                System.out.println("  " + e.sentence());
            }
            Thread.sleep(50);
        }
        System.out.printf("  %,d events are still waiting%n", store.inbox().size());
    }

    private static Delivery message(int number) {
        var posted = new MessagePosted(
                new MessageId(CHANNEL.id(), "m" + number),
                CHANNEL,
                PERSON,
                Instant.parse("2026-11-16T08:00:00Z").plusSeconds(number),
                "Number %d says https://site.example/page/%d #crash".formatted(number, number % LINKS),
                Visibility.PUBLIC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Delivery(posted, "crash", false);
    }

    private RedisConnection open() {
        return RedisConnection.embedded(data, 4, new SecureRandom(), _ -> {});
    }

    private Process gleaner(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m",
                "-cp", System.getProperty("java.class.path"), "gleaner.app.Main",
                "--data", data.toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(data.resolve("errors.log").toFile())
                .start();
    }
}
