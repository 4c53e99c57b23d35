package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gleaner.news.GleanerException;
import gleaner.store.RedisConf.Fsync;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/// A team without a Redis of its own loses no link however roughly processes end.
class EmbeddedRedisTest {

    @TempDir Path temp;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void itListensOnlyHereWithASecretThatOnlyItsOwnerCanRead() throws IOException {
        Path directory = temp.resolve("with space/ünd");
        EmbeddedRedis redis = start(directory);
        RedisConf conf = redis.conf();
        assertThat(mode(directory)).isEqualTo("rwx------");
        assertThat(mode(directory.resolve("redis.conf"))).isEqualTo("rw-------");
        assertThat(conf.password()).hasSize(43);
        Map<String, String> set = client(redis).configGet("*");
        assertThat(set)
                .containsEntry("bind", "127.0.0.1")
                .containsEntry("appendfsync", "always")
                .containsEntry("appendonly", "yes")
                .containsEntry("save", "");
        assertThat(Files.readString(directory.resolve("redis.log")))
                .doesNotContain(conf.password());
        assertThat(server(redis).info().toString()).doesNotContain(conf.password());
        assertThat(redis.describe()).doesNotContain(conf.password());
        assertThat(conf.toString()).doesNotContain(conf.password());
    }

    @Test
    void aSecondUserSharesItAndOnlyTheLastStopsIt() {
        EmbeddedRedis first = start(temp);
        EmbeddedRedis second = start(temp);
        assertThat(second.conf()).isEqualTo(first.conf());
        client(first).set("link", "kept");
        ProcessHandle process = server(first);
        first.close();
        assertThat(process.isAlive()).isTrue();
        assertThat(client(second).get("link")).isEqualTo("kept");
        second.close();
        assertThat(ended(process)).isTrue();
        assertThat(client(start(temp)).get("link")).isEqualTo("kept");
    }

    @Test
    void manyThatStartAtOnceShareOneServer() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<EmbeddedRedis>> starts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                starts.add(() -> EmbeddedRedis.start(RedisForTests.quick(temp)));
            }
            List<EmbeddedRedis> all = new ArrayList<>();
            for (Future<EmbeddedRedis> started : threads.invokeAll(starts)) {
                all.add(started.get());
            }
            open.addAll(all);
            assertThat(all).extracting(EmbeddedRedis::conf).containsOnly(all.getFirst().conf());
            assertThat(all)
                    .extracting(one -> server(one).pid())
                    .containsOnly(server(all.getFirst()).pid());
            ProcessHandle process = server(all.getFirst());
            for (Future<Object> closed :
                    threads.invokeAll(all.stream().map(EmbeddedRedisTest::closing).toList())) {
                closed.get();
            }
            assertThat(ended(process)).isTrue();
        }
    }

    @Test
    void killedItIsStartedAgainByTheNextCommandAndKeepsWhatItAcknowledged() {
        EmbeddedRedis redis = start(temp);
        UnifiedJedis client = client(redis);
        RedisConf before = redis.conf();
        for (int i = 0; i < 100; i++) {
            client.rpush("links", "link " + i);
        }
        kill(server(redis));
        assertThat(answerOf(() -> client.llen("links"))).isEqualTo(100);
        assertThat(redis.conf()).isEqualTo(before);
    }

    @Test
    void whenItsPortWasTakenMeanwhileItMovesAndTheClientFollows() {
        EmbeddedRedis redis = start(temp);
        UnifiedJedis client = client(redis);
        client.set("link", "kept");
        RedisConf before = redis.conf();
        kill(server(redis));
        awaitRefusal(before.port());
        try (FakeRedis stranger = FakeRedis.answering(before.port(), _ -> "+OK\r\n")) {
            assertThat(
                            answerOf(() -> {
                                redis.ensureRunning();
                                return client.get("link");
                            }))
                    .isEqualTo("kept");
            assertThat(redis.conf().port()).isNotEqualTo(stranger.port());
            assertThat(redis.conf().password()).isNotEqualTo(before.password());
        }
    }

    @Test
    void aKilledGleanerLeavesTheServerForTheNextOne() throws Exception {
        Process gleaner =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Crashing.class.getName(),
                                temp.toString())
                        .redirectErrorStream(true)
                        .start();
        String said =
                new String(
                        gleaner.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(gleaner.waitFor()).as(said).isEqualTo(137);
        long pid = Long.parseLong(Files.readString(temp.resolve("redis.pid")).strip());
        EmbeddedRedis next = start(temp);
        assertThat(server(next).pid()).isEqualTo(pid);
        assertThat(client(next).get("link")).isEqualTo("acknowledged");
        ProcessHandle process = server(next);
        next.close();
        assertThat(ended(process)).isTrue();
    }

    /// A Gleaner that stores a link and is killed.
    static final class Crashing {

        private Crashing() {}

        public static void main(String[] args) {
            EmbeddedRedis redis =
                    EmbeddedRedis.start(Path.of(args[0]), new SecureRandom(), _ -> {});
            RedisClients.of(redis, 1).set("link", "acknowledged");
            Runtime.getRuntime().halt(137);
        }
    }

    @Test
    void aCopiedDirectoryGetsAServerOfItsOwn() throws IOException {
        Path original = temp.resolve("original");
        Path copy = Files.createDirectories(temp.resolve("copy"));
        EmbeddedRedis first = start(original);
        client(first).set("whose", "the original's");
        for (String file : List.of("redis.conf", "appendonly.aof", "redis.pid")) {
            Files.copy(original.resolve(file), copy.resolve(file));
        }
        EmbeddedRedis second = start(copy);
        assertThat(second.conf().port()).isNotEqualTo(first.conf().port());
        client(second).set("whose", "the copy's");
        assertThat(client(first).get("whose")).isEqualTo("the original's");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 120})
    void aServerThatCannotBeReachedFromHereIsNeverDoubled(int lengthOfName) throws IOException {
        Path directory = temp.resolve("d".repeat(lengthOfName));
        EmbeddedRedis first = start(directory);
        RedisConf elsewhere = RedisConf.random(new SecureRandom(), Fsync.NEVER);
        elsewhere.write(directory, true);
        assertThat(refusal(directory))
                .isEqualTo(
                        "A Redis already works in "
                                + directory.toRealPath()
                                + " but does not answer at "
                                + elsewhere
                                + " (it hangs, or runs in another container); run Gleaner where that one runs,"
                                + " or end it, or set REDIS_URL for both.");
        first.conf().write(directory, true);
    }

    @Test
    void whileAServerReadsItsFileTheStartWaitsAndTellsHowFarItIs() throws IOException {
        Deque<String> loading = new ArrayDeque<>(List.of("3.14", "3.99", "57.2", "99.9"));
        Function<String, String> answers =
                command ->
                        switch (command) {
                            case "CONFIG GET dir" ->
                                    "*2\r\n"
                                            + FakeRedis.bulk("dir")
                                            + FakeRedis.bulk(temp.toString());
                            case "INFO persistence" ->
                                    FakeRedis.bulk(
                                            loading.isEmpty()
                                                    ? "loading:0"
                                                    : "loading:1\r\nloading_loaded_perc:"
                                                            + loading.pop());
                            case "CLIENT LIST" ->
                                    FakeRedis.bulk("id=1 addr=127.0.0.1:1 name=gleaner-1-a db=0");
                            default -> "+OK\r\n";
                        };
        try (FakeRedis slow = FakeRedis.answering(answers)) {
            String password = RedisConf.random(new SecureRandom(), Fsync.NEVER).password();
            new RedisConf(slow.port(), password, Fsync.NEVER).write(temp, false);
            List<Integer> told = new ArrayList<>();
            EmbeddedRedis.start(temp, new SecureRandom(), told::add).close();
            assertThat(told).containsExactly(3, 57, 99);
        }
    }

    @Test
    void aFileThatWasCutOffIsReadUpToTheCut() throws IOException {
        EmbeddedRedis redis = start(temp);
        client(redis).set("first", "kept");
        client(redis).set("second", "half written");
        redis.close();
        try (RandomAccessFile file =
                new RandomAccessFile(temp.resolve("appendonly.aof").toFile(), "rw")) {
            file.setLength(file.length() - 7);
        }
        UnifiedJedis client = client(start(temp));
        assertThat(client.get("first")).isEqualTo("kept");
        assertThat(client.exists("second")).isFalse();
        client.set("third", "written");
    }

    @Test
    void aDamagedFileIsNamedWithTheToolThatMendsIt() throws Exception {
        EmbeddedRedis redis = start(temp);
        UnifiedJedis client = client(redis);
        for (int i = 0; i < 10; i++) {
            client.set("key " + i, "value");
        }
        redis.close();
        Path file = temp.resolve("appendonly.aof");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] = 0;
        bytes[bytes.length / 2 + 1] = 0;
        bytes[bytes.length / 2 + 2] = 0;
        bytes[bytes.length / 2 + 3] = 0;
        Files.write(file, bytes);
        Path real = file.toRealPath();
        Path tool = real.resolveSibling("redis-check-aof");
        assertThat(refusal(temp))
                .isEqualTo(
                        "The file "
                                + real
                                + " is damaged; keep a copy of it, run '"
                                + tool
                                + " --fix "
                                + real
                                + "' (what was written after the damage is lost) and start Gleaner again.");
        Process mending = new ProcessBuilder(tool.toString(), "--fix", real.toString()).start();
        try (Writer answer = mending.outputWriter()) {
            answer.write("y\n");
        }
        assertThat(mending.waitFor()).isZero();
        assertThat(client(start(temp)).get("key 1")).isEqualTo("value");
    }

    @Test
    void anOlderServerIsNotLetNearAFileThatANewerOneWrote() throws IOException {
        Files.createDirectories(temp.resolve("appendonlydir"));
        EmbeddedRedis.Settings quick = RedisForTests.quick(temp);
        EmbeddedRedis.Settings noPath =
                with(
                        quick,
                        new RedisBinary.Platform(
                                quick.platform().os(), quick.platform().arch(), ""));
        GleanerException e =
                catchThrowableOfType(GleanerException.class, () -> EmbeddedRedis.start(noPath));
        assertThat(e)
                .hasMessageStartingWith(
                        "No redis-server of version 7.0 or newer runs here (tried: ");
    }

    @Test
    void aDirectoryThatIsAFileIsRefused() throws IOException {
        Path file = Files.createFile(temp.resolve("data")).toRealPath();
        assertThat(refusal(file))
                .isEqualTo(
                        "The data directory "
                                + file
                                + " is a file; choose a directory, or move that file away.");
    }

    @Test
    void aDirectoryBelowAFileIsRefused() throws IOException {
        Path file = Files.createFile(temp.resolve("data")).toRealPath();
        assertThat(refusal(file.resolve("redis")))
                .startsWith(
                        "The data directory " + file.resolve("redis") + " cannot be made or used (")
                .endsWith("); let the user that runs Gleaner own it, or choose another.");
    }

    @Test
    void closedTwiceIsClosedOnceAndThenRefused() {
        EmbeddedRedis redis = start(temp);
        redis.close();
        redis.close();
        GleanerException e = catchThrowableOfType(GleanerException.class, redis::ensureRunning);
        assertThat(e).hasMessageEndingWith(" was closed.");
    }

    @Test
    void aConfigurationThatSomebodySpoiltIsReplaced() throws IOException {
        Files.writeString(temp.resolve("redis.conf"), "port 99999999\nrequirepass short\n");
        assertThat(start(temp).conf().password()).hasSize(43);
    }

    @Test
    void aSpoiltBinaryIsReplaced() throws IOException {
        start(temp).close();
        Path binary = temp.resolve(RedisBinary.Platform.here().bundled().getFirst());
        Files.writeString(binary, "#!/bin/sh\nexit 1\n");
        assertThatCode(() -> start(temp)).doesNotThrowAnyException();
        assertThat(Files.size(binary)).isGreaterThan(1_000_000);
    }

    private EmbeddedRedis start(Path directory) {
        EmbeddedRedis redis = EmbeddedRedis.start(directory, new SecureRandom(), _ -> {});
        open.add(redis);
        return redis;
    }

    private UnifiedJedis client(EmbeddedRedis redis) {
        UnifiedJedis client = RedisClients.of(redis, 4);
        open.add(client);
        return client;
    }

    private static String refusal(Path directory) {
        GleanerException e =
                catchThrowableOfType(
                        GleanerException.class,
                        () -> EmbeddedRedis.start(RedisForTests.quick(directory)));
        assertThat(e.kind()).isEqualTo(GleanerException.Kind.UNAVAILABLE);
        return e.sentence();
    }

    private static EmbeddedRedis.Settings with(
            EmbeddedRedis.Settings settings, RedisBinary.Platform platform) {
        return new EmbeddedRedis.Settings(
                settings.directory(),
                settings.random(),
                settings.fsync(),
                platform,
                settings.loading(),
                settings.patience());
    }

    private static Callable<Object> closing(EmbeddedRedis redis) {
        return () -> {
            redis.close();
            return "closed";
        };
    }

    private static ProcessHandle server(EmbeddedRedis redis) {
        try (ServerLink link = ServerLink.open(redis.conf(), "test", 1_000)) {
            return ProcessHandle.of(Long.parseLong(link.info("server").get("process_id")))
                    .orElseThrow();
        }
    }

    /// A killed process gives its port back a moment after it is gone; until then it may take a
    /// connection and drop it.
    private static void awaitRefusal(int port) {
        while (!refuses(port)) {
            Thread.onSpinWait();
        }
    }

    private static boolean refuses(int port) {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return false;
        } catch (ConnectException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// SIGKILL, and until the process is gone.
    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        assertThat(ended(process)).isTrue();
    }

    /// A dead process whose new parent has not asked for it yet is still listed, but has no command
    /// any more.
    private static boolean ended(ProcessHandle process) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (process.isAlive() && process.info().command().isPresent()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    /// What Gleaner's own workers do: a command that fails is done again.
    private static <T> T answerOf(Callable<T> command) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (true) {
            try {
                return command.call();
            } catch (JedisException e) {
                if (System.nanoTime() - deadline > 0) {
                    throw e;
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
