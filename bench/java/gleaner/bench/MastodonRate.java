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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Measures Mastodon's channel in a process of its own against a server made up on loopback: how long from a mention to
/// the stored link, to the favourite and to an answer, and what memory and threads it takes after many notifications and
/// reconnects.
///
/// Arguments: notifications (default 10000), reconnects (default 100), single mentions and commands (default 300 each).
public final class MastodonRate {

    private final FakeMastodon server = new FakeMastodon();
    private final Path data;
    private int accounts;

    private MastodonRate(Path data) {
        this.data = data;
    }

    public static void main(String[] args) throws Exception {
        var notifications = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        var reconnects = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        var single = args.length > 2 ? Integer.parseInt(args[2]) : 300;
        new MastodonRate(Files.createTempDirectory("gleaner-mastodon")).run(notifications, reconnects, single);
        System.exit(0);
    }

    private void run(int notifications, int reconnects, int single) throws Exception {
        server.at(Instant.now());
        var process = gleaner();
        try (var connection = RedisConnection.embedded(data, 4, new SecureRandom(), _ -> {})) {
            var store = Store.open(connection, new NewsroomId("team"));
            server.await(() -> server.opened() == 1);
            var links = warmUp(store, 50);
            var stored = new ArrayList<Long>();
            var acknowledged = new ArrayList<Long>();
            for (int i = 0; i < single; i++) {
                var start = System.nanoTime();
                mention(++links);
                awaitLinks(store, links);
                stored.add(System.nanoTime() - start);
                var expected = links;
                server.await(() -> server.favourites().size() >= expected);
                acknowledged.add(System.nanoTime() - start);
            }
            var answered = new ArrayList<Long>();
            for (int i = 0; i < single; i++) {
                var expected = i + 1;
                var start = System.nanoTime();
                server.mention(account(), "<p>help</p>", "direct", Optional.empty());
                server.await(() -> server.postCount() >= expected);
                answered.add(System.nanoTime() - start);
            }
            tell("mention to stored link", stored);
            tell("mention to favourite", acknowledged);
            tell("mention to answer", answered);
            System.out.println("before the burst:        " + state(process));
            var start = System.nanoTime();
            for (int i = 0; i < notifications; i++) {
                mention(++links);
            }
            awaitLinks(store, links);
            System.out.printf(Locale.ROOT, "%,d notifications stored in %.1f s%n", notifications, (System.nanoTime() - start) / 1e9);
            System.out.println("after the notifications: " + state(process));
            for (int i = 0; i < reconnects; i++) {
                var opened = server.opened();
                server.dropStreams();
                server.await(() -> server.opened() > opened);
                mention(++links);
                awaitLinks(store, links);
            }
            System.out.println("after " + reconnects + " reconnects:   " + state(process));
        } finally {
            process.destroy();
            process.waitFor();
            server.close();
        }
    }

    private int warmUp(Store store, int times) throws InterruptedException {
        for (int i = 1; i <= times; i++) {
            mention(i);
            awaitLinks(store, i);
        }
        return times;
    }

    private void mention(int number) {
        server.mention(account(), "<p>Number <a href=\"https://x.example/%d\">%d</a> #bench</p>".formatted(number, number));
    }

    /// Many people, so that nobody shares too much.
    private String account() {
        return "u" + accounts++ % 5000 + "@far.example";
    }

    private static void awaitLinks(Store store, long count) throws InterruptedException {
        var end = System.nanoTime() + 300_000_000_000L;
        while (store.repository().count(new Index.All()) < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only %d links of %d came.".formatted(store.repository().count(new Index.All()), count));
            }
            Thread.sleep(0, 200_000);
        }
    }

    private static void tell(String what, List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-24s p50 %6.1f ms   p99 %6.1f ms   most %6.1f ms   (%d)%n",
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6,
                sorted.length);
    }

    private static String state(Process process) throws IOException {
        var status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("Threads"))
                .map(line -> line.replaceAll("\\s+", " "))
                .reduce("", (one, other) -> one + other + "  ");
    }

    private Process gleaner() throws IOException {
        var config = Files.writeString(data.resolve("gleaner.yaml"), "mastodon: {per-hour: 10000}\n");
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED",
                        "-cp", System.getProperty("java.class.path"), "gleaner.app.Main",
                        "--data", data.toString(), "--config", config.toString(), "run")
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(data.resolve("errors.log").toFile());
        builder.environment().put("MASTODON_URL", server.url());
        builder.environment().put("MASTODON_ACCESS_TOKEN", FakeMastodon.TOKEN);
        return builder.start();
    }
}
