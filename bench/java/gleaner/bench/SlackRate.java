package gleaner.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.socket_mode.SocketModeClient;
import gleaner.news.NewsroomId;
import gleaner.slack.FakeSlack;
import gleaner.store.Index;
import gleaner.store.RedisConnection;
import gleaner.store.Store;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// How long Slack waits for its acknowledgement, of Gleaner and of a Bolt app that does nothing else, each a process of
/// its own under the same load; how fast messages become links that are kept; memory; start to connected.
///
/// Arguments: seconds of load (default 50: 10,000 messages), messages a second (default 200). Prints and judges nothing: it ends with 0.
public final class SlackRate {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHANNEL = "C0RATE";

    private final int seconds;
    private final int rate;

    private SlackRate(int seconds, int rate) {
        this.seconds = seconds;
        this.rate = rate;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("plain")) {
            plain(arguments[1]);
            return;
        }
        var seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        var rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        var run = new SlackRate(seconds, rate);
        System.out.printf(
                Locale.ROOT, "%d messages a second for %d seconds; %s%n", rate, seconds, busy());
        run.measurePlain();
        run.measureGleaner();
    }

    /// What the machine has to do besides.
    private static String busy() {
        return "load %.2f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /// A Bolt app that only acknowledges.
    private static void plain(String apiUrl) throws Exception {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl);
        config.setStatsEnabled(false);
        config.setProxyUrl(null);
        var app = new App(AppConfig.builder()
                .slack(Slack.getInstance(config))
                .singleTeamBotToken(FakeSlack.BOT_TOKEN)
                .authTestCacheEnabled(true)
                .build());
        app.event(MessageEvent.class, (event, context) -> context.ack());
        new SocketModeApp(FakeSlack.APP_TOKEN, app, SocketModeClient.Backend.Tyrus, 8).start();
    }

    private void measurePlain() throws Exception {
        try (var slack = workspace()) {
            var start = System.nanoTime();
            var process = java(List.of("gleaner.bench.SlackRate", "plain", slack.apiUrl().toString()), Path.of("/dev/null"));
            try {
                await(slack::isConnected);
                var connected = System.nanoTime() - start;
                load(slack);
                print("Bolt, acknowledging only", slack, connected, process);
            } finally {
                end(process);
            }
        }
    }

    private void measureGleaner() throws Exception {
        var home = Files.createTempDirectory("gleaner-slack-rate");
        try (var slack = workspace()) {
            Files.createDirectories(home.resolve("config"));
            Files.writeString(
                    home.resolve("config/gleaner.yaml"),
                    "slack:\n  api-url: %s\n".formatted(slack.apiUrl()));
            var start = System.nanoTime();
            var process = java(
                    List.of("-Dgleaner.home=" + home, "gleaner.app.Main", "--data", home.resolve("data").toString(), "run"),
                    home.resolve("errors.log"));
            try {
                await(slack::isConnected);
                var connected = System.nanoTime() - start;
                try (var redis = RedisConnection.embedded(home.resolve("data"), 4, new SecureRandom(), _ -> {})) {
                    var store = Store.open(redis, new NewsroomId("team"));
                    var began = System.nanoTime();
                    load(slack);
                    print("Gleaner", slack, connected, process);
                    await(() -> store.repository().count(new Index.All()) >= (long) seconds * rate);
                    var took = Duration.ofNanos(System.nanoTime() - began);
                    System.out.printf(
                            Locale.ROOT,
                            "  %,d links kept %.1f s after the first message: %.0f a second; %d MB resident then%n",
                            seconds * rate,
                            took.toMillis() / 1000.0,
                            seconds * rate * 1000.0 / took.toMillis(),
                            resident(process));
                }
            } finally {
                end(process);
            }
        } finally {
            delete(home);
        }
    }

    private static FakeSlack workspace() {
        var slack = new FakeSlack();
        slack.channel(CHANNEL, "rate", false);
        for (int i = 0; i < 20; i++) {
            slack.person("U0" + i, "person " + i);
        }
        return slack;
    }

    private void load(FakeSlack slack) {
        warmUp(slack);
        var before = slack.ackedCount();
        var began = System.nanoTime();
        for (int i = 0; i < seconds * rate; i++) {
            var due = began + i * 1_000_000_000L / rate;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(Math.max(1, due - System.nanoTime()));
            }
            slack.say(CHANNEL, "U0" + i % 20, "<https://site%d.example/%d|A piece of news> worth reading #go".formatted(i % 500, i));
        }
        await(() -> slack.ackedCount() - before >= seconds * rate);
    }

    /// What a process does the first time is slow in any app.
    private static void warmUp(FakeSlack slack) {
        for (int i = 0; i < 200; i++) {
            slack.say(CHANNEL, "U00", "nothing to see here");
            LockSupport.parkNanos(5_000_000);
        }
        await(() -> slack.unacked().isEmpty());
        slack.forgetAckTimes();
    }

    private static void print(String name, FakeSlack slack, long connected, Process process) throws IOException {
        var nanos = slack.ackNanos();
        System.out.printf(
                Locale.ROOT,
                "%s: envelope to ack p50 %.1f ms, p99 %.1f ms, most %.1f ms; start to connected %.1f s; %d MB resident; %s%n",
                name,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6,
                nanos.getLast() / 1e6,
                connected / 1e9,
                resident(process),
                busy());
    }

    private static long resident(Process process) throws IOException {
        var status = Path.of("/proc/" + process.pid() + "/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    private static Process java(List<String> words, Path errors) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path")));
        command.addAll(words);
        var builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().put("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN);
        builder.environment().put("SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
        builder.environment().remove("REDIS_URL");
        return builder.start();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("It did not happen within " + PATIENCE.toSeconds() + " seconds.");
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
