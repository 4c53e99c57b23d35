package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gleaner.news.GleanerException;
import gleaner.store.RedisConf.Fsync;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.UnifiedJedis;

/// A team is told which of its files is wrong and what to do, and loses none that is right.
class EmbeddedFilesTest {

    @TempDir Path temp;

    @RegisterExtension final EmbeddedServers servers = new EmbeddedServers();

    @Test
    void aFileThatWasCutOffIsReadUpToTheCut() throws IOException {
        EmbeddedRedis redis = servers.start(temp);
        servers.client(redis).set("first", "kept");
        servers.client(redis).set("second", "half written");
        redis.close();
        try (RandomAccessFile file =
                new RandomAccessFile(temp.resolve("appendonly.aof").toFile(), "rw")) {
            file.setLength(file.length() - 7);
        }
        UnifiedJedis client = servers.client(servers.start(temp));
        assertThat(client.get("first")).isEqualTo("kept");
        assertThat(client.exists("second")).isFalse();
        client.set("third", "written");
    }

    @Test
    void aDamagedFileIsNamedWithTheToolThatMendsIt() throws Exception {
        EmbeddedRedis redis = servers.start(temp);
        UnifiedJedis client = servers.client(redis);
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
        assertThat(EmbeddedServers.refusal(temp))
                .isEqualTo(
                        "The file "
                                + real
                                + " is damaged; keep a copy of it, run '"
                                + tool
                                + " --fix "
                                + real
                                + "' (what was written after the damage is lost) and start Gleaner"
                                + " again.");
        Process mending = new ProcessBuilder(tool.toString(), "--fix", real.toString()).start();
        try (Writer answer = mending.outputWriter()) {
            answer.write("y\n");
        }
        assertThat(mending.waitFor()).isZero();
        assertThat(servers.client(servers.start(temp)).get("key 1")).isEqualTo("value");
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
        assertThat(EmbeddedServers.refusal(file))
                .isEqualTo(
                        "The data directory "
                                + file
                                + " is a file; choose a directory, or move that file away.");
    }

    @Test
    void aDirectoryBelowAFileIsRefused() throws IOException {
        Path file = Files.createFile(temp.resolve("data")).toRealPath();
        assertThat(EmbeddedServers.refusal(file.resolve("redis")))
                .startsWith(
                        "The data directory " + file.resolve("redis") + " cannot be made or used (")
                .endsWith("); let the user that runs Gleaner own it, or choose another.");
    }

    @Test
    void aConfigurationThatSomebodySpoiltIsReplaced() throws IOException {
        Files.writeString(temp.resolve("redis.conf"), "port 99999999\nrequirepass short\n");
        assertThat(servers.start(temp).conf().password()).hasSize(43);
    }

    @Test
    void aSpoiltBinaryIsReplaced() throws IOException {
        servers.start(temp).close();
        Path binary = temp.resolve(RedisBinary.Platform.here().bundled().getFirst());
        Files.writeString(binary, "#!/bin/sh\nexit 1\n");
        assertThatCode(() -> servers.start(temp)).doesNotThrowAnyException();
        assertThat(Files.size(binary)).isGreaterThan(1_000_000);
    }

    @Test
    void aCopiedDirectoryGetsAServerOfItsOwn() throws IOException {
        Path original = temp.resolve("original");
        Path copy = Files.createDirectories(temp.resolve("copy"));
        EmbeddedRedis first = servers.start(original);
        servers.client(first).set("whose", "the original's");
        for (String file : List.of("redis.conf", "appendonly.aof", "redis.pid")) {
            Files.copy(original.resolve(file), copy.resolve(file));
        }
        EmbeddedRedis second = servers.start(copy);
        assertThat(second.conf().port()).isNotEqualTo(first.conf().port());
        servers.client(second).set("whose", "the copy's");
        assertThat(servers.client(first).get("whose")).isEqualTo("the original's");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 120})
    void aServerThatCannotBeReachedFromHereIsNeverDoubled(int lengthOfName) throws IOException {
        Path directory = temp.resolve("d".repeat(lengthOfName));
        EmbeddedRedis first = servers.start(directory);
        RedisConf elsewhere = RedisConf.random(new SecureRandom(), Fsync.NEVER);
        elsewhere.write(directory, true);
        assertThat(EmbeddedServers.refusal(directory))
                .isEqualTo(
                        "A Redis already works in "
                                + directory.toRealPath()
                                + " but does not answer at "
                                + elsewhere
                                + " (it hangs, or runs in another container); run Gleaner where"
                                + " that one runs, or end it, or set REDIS_URL for both.");
        first.conf().write(directory, true);
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
}
