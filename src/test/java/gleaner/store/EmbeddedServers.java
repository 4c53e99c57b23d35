package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gleaner.news.GleanerException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.UnifiedJedis;

/// Servers of a test's own, ended with it.
final class EmbeddedServers implements AfterEachCallback {

    private final List<AutoCloseable> open = new ArrayList<>();

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    EmbeddedRedis start(Path directory) {
        EmbeddedRedis redis = EmbeddedRedis.start(directory, new SecureRandom(), _ -> {});
        open.add(redis);
        return redis;
    }

    UnifiedJedis client(EmbeddedRedis redis) {
        UnifiedJedis client = RedisClients.of(redis, 4);
        open.add(client);
        return client;
    }

    void closeLater(List<EmbeddedRedis> all) {
        open.addAll(all);
    }

    /// Why nothing can be started in that directory.
    static String refusal(Path directory) {
        GleanerException e =
                catchThrowableOfType(
                        GleanerException.class,
                        () -> EmbeddedRedis.start(RedisForTests.quick(directory)));
        assertThat(e.kind()).isEqualTo(GleanerException.Kind.UNAVAILABLE);
        return e.sentence();
    }

    static ProcessHandle server(EmbeddedRedis redis) {
        try (ServerLink link = ServerLink.open(redis.conf(), "test", 1_000)) {
            return ProcessHandle.of(Long.parseLong(link.info("server").get("process_id")))
                    .orElseThrow();
        }
    }

    /// SIGKILL, and until the process is gone.
    static void kill(ProcessHandle process) {
        process.destroyForcibly();
        assertThat(ended(process)).isTrue();
    }

    /// A dead process whose new parent has not asked for it yet is still listed, but has no command
    /// any more.
    static boolean ended(ProcessHandle process) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (process.isAlive() && process.info().command().isPresent()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }
}
