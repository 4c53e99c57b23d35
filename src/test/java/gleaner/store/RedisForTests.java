package gleaner.store;

import gleaner.news.NewsroomId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.UnifiedJedis;

/// A real, empty Redis for every test: `@RegisterExtension static final RedisForTests redis = new
/// RedisForTests();` and then `redis.client()`.
///
/// One server serves the whole JVM, without syncs, in a temporary directory; it is flushed before
/// each test and stopped when the last test has run. Hence tests that use it do not run in parallel
/// within one JVM.
public final class RedisForTests implements BeforeAllCallback, BeforeEachCallback {

    private static final int CONNECTIONS = 16;

    private @Nullable Running running;

    /// The client, of up to 16 connections; every call gives the same one.
    public UnifiedJedis client() {
        return running().client();
    }

    /// The store of a newsroom called `test`, its inbox open.
    public Store store() {
        return store(PageQueue.Fill.STANDARD);
    }

    /// The same, with other pages to be read.
    public Store store(PageQueue.Fill fill) {
        var store = Store.of(new Redis(client(), "the tests' Redis"), new NewsroomId("test"), fill);
        store.inbox().open();
        return store;
    }

    /// The address as `REDIS_URL` would have it, with its password, for code that connects by
    /// itself.
    public String url() {
        RedisConf conf = running().server().conf();
        return "redis://:" + conf.password() + "@127.0.0.1:" + conf.port();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(RedisForTests.class))
                        .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        client().flushAll();
    }

    /// One of its own, for tests that JUnit Jupiter does not run; to be stopped by whoever started
    /// it.
    public static RedisForTests started() {
        var redis = new RedisForTests();
        redis.running = Running.start();
        return redis;
    }

    /// Stops one of its own.
    public void stop() throws IOException {
        running().close();
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException(
                    "Register RedisForTests with @RegisterExtension on a static field.");
        }
        return running;
    }

    private record Running(Path directory, EmbeddedRedis server, UnifiedJedis client)
            implements AutoCloseable {

        static Running start() {
            try {
                Path directory = Files.createTempDirectory("gleaner-redis");
                EmbeddedRedis server = EmbeddedRedis.start(quick(directory));
                return new Running(directory, server, RedisClients.of(server, CONNECTIONS));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
            delete(directory);
        }
    }

    /// Settings for a server that does not wait for the disk.
    static EmbeddedRedis.Settings quick(Path directory) {
        return new EmbeddedRedis.Settings(
                directory,
                new SecureRandom(),
                RedisConf.Fsync.NEVER,
                RedisBinary.Platform.here(),
                _ -> {},
                Duration.ofSeconds(30));
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
