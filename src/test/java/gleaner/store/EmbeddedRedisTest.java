package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gleaner.news.GleanerException;
import gleaner.store.RedisConf.Fsync;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/// A team without a Redis of its own loses no link however roughly processes end.
class EmbeddedRedisTest {

    @TempDir Path temp;

    @RegisterExtension final EmbeddedServers servers = new EmbeddedServers();

    @Test
    void itListensOnlyHereWithASecretThatOnlyItsOwnerCanRead() throws IOException {
        Path directory = temp.resolve("with space/ünd");
        EmbeddedRedis redis = servers.start(directory);
        RedisConf conf = redis.conf();
        assertThat(mode(directory)).isEqualTo("rwx------");
        assertThat(mode(directory.resolve("redis.conf"))).isEqualTo("rw-------");
        assertThat(conf.password()).hasSize(43);
        Map<String, String> set = servers.client(redis).configGet("*");
        assertThat(set)
                .containsEntry("bind", "127.0.0.1")
                .containsEntry("appendfsync", "always")
                .containsEntry("appendonly", "yes")
                .containsEntry("save", "");
        assertThat(Files.readString(directory.resolve("redis.log")))
                .doesNotContain(conf.password());
        assertThat(EmbeddedServers.server(redis).info().toString()).doesNotContain(conf.password());
        assertThat(redis.describe()).doesNotContain(conf.password());
        assertThat(conf.toString()).doesNotContain(conf.password());
    }

    @Test
    void aSecondUserSharesItAndOnlyTheLastStopsIt() {
        EmbeddedRedis first = servers.start(temp);
        EmbeddedRedis second = servers.start(temp);
        assertThat(second.conf()).isEqualTo(first.conf());
        servers.client(first).set("link", "kept");
        ProcessHandle process = EmbeddedServers.server(first);
        first.close();
        assertThat(process.isAlive()).isTrue();
        assertThat(servers.client(second).get("link")).isEqualTo("kept");
        second.close();
        assertThat(EmbeddedServers.ended(process)).isTrue();
        assertThat(servers.client(servers.start(temp)).get("link")).isEqualTo("kept");
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
            servers.closeLater(all);
            assertThat(all).extracting(EmbeddedRedis::conf).containsOnly(all.getFirst().conf());
            assertThat(all)
                    .extracting(one -> EmbeddedServers.server(one).pid())
                    .containsOnly(EmbeddedServers.server(all.getFirst()).pid());
            ProcessHandle process = EmbeddedServers.server(all.getFirst());
            for (Future<Object> closed :
                    threads.invokeAll(all.stream().map(EmbeddedRedisTest::closing).toList())) {
                closed.get();
            }
            assertThat(EmbeddedServers.ended(process)).isTrue();
        }
    }

    @Test
    void killedItIsStartedAgainByTheNextCommandAndKeepsWhatItAcknowledged() {
        EmbeddedRedis redis = servers.start(temp);
        UnifiedJedis client = servers.client(redis);
        RedisConf before = redis.conf();
        for (int i = 0; i < 100; i++) {
            client.rpush("links", "link " + i);
        }
        EmbeddedServers.kill(EmbeddedServers.server(redis));
        assertThat(answerOf(() -> client.llen("links"))).isEqualTo(100);
        assertThat(redis.conf()).isEqualTo(before);
    }

    @Test
    void whenItsPortWasTakenMeanwhileItMovesAndTheClientFollows() {
        EmbeddedRedis redis = servers.start(temp);
        UnifiedJedis client = servers.client(redis);
        client.set("link", "kept");
        RedisConf before = redis.conf();
        EmbeddedServers.kill(EmbeddedServers.server(redis));
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
        EmbeddedRedis next = servers.start(temp);
        assertThat(EmbeddedServers.server(next).pid()).isEqualTo(pid);
        assertThat(servers.client(next).get("link")).isEqualTo("acknowledged");
        ProcessHandle process = EmbeddedServers.server(next);
        next.close();
        assertThat(EmbeddedServers.ended(process)).isTrue();
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
    void closedTwiceIsClosedOnceAndThenRefused() {
        EmbeddedRedis redis = servers.start(temp);
        redis.close();
        redis.close();
        GleanerException e = catchThrowableOfType(GleanerException.class, redis::ensureRunning);
        assertThat(e).hasMessageEndingWith(" was closed.");
    }

    private static Callable<Object> closing(EmbeddedRedis redis) {
        return () -> {
            redis.close();
            return "closed";
        };
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
