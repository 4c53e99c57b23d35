package gleaner.store;

import gleaner.news.GleanerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import redis.clients.jedis.UnifiedJedis;

/// The one connection of a process to its Redis, configured or embedded; safe for use by several
/// threads.
///
/// Opening it embedded starts or joins the server; opening it to a configured Redis connects when
/// first used, so that [#probe(RandomGenerator)] can say what is wrong. After the embedded server
/// was killed the next command starts it again; the command under way fails and may have been done,
/// hence is safe to repeat only if it is idempotent.
public final class RedisConnection implements AutoCloseable {

    private final UnifiedJedis client;
    private final String where;
    private final Optional<EmbeddedRedis> embedded;

    private RedisConnection(UnifiedJedis client, String where, Optional<EmbeddedRedis> embedded) {
        this.client = client;
        this.where = where;
        this.embedded = embedded;
    }

    /// Connects to a configured Redis.
    ///
    /// @param connections as many commands as may run at once, blocking reads included
    /// @throws GleanerException `UNAVAILABLE` when a cluster or Sentinels, which are asked at once,
    ///   do not answer
    public static RedisConnection to(
            RedisAddress address, int connections, RandomGenerator random) {
        try {
            String name =
                    "gleaner-"
                            + ProcessHandle.current().pid()
                            + "-"
                            + Integer.toHexString(random.nextInt());
            UnifiedJedis client = RedisClients.of(address, name, connections);
            return new RedisConnection(client, address.describe(), Optional.empty());
        } catch (RuntimeException e) {
            throw RedisTrouble.of(e, address.describe());
        }
    }

    /// Starts or joins the embedded server of a directory.
    ///
    /// @param directory of its own, made if needed
    /// @param connections as many commands as may run at once, blocking reads included
    /// @param random a `SecureRandom`: the server's password comes from it
    /// @param loading told the per cent read while a large file is being read
    /// @throws GleanerException `UNAVAILABLE` when no server can be had there; says why
    public static RedisConnection embedded(
            Path directory, int connections, RandomGenerator random, IntConsumer loading) {
        return over(EmbeddedRedis.start(directory, random, loading), connections);
    }

    static RedisConnection over(EmbeddedRedis server, int connections) {
        return new RedisConnection(
                RedisClients.of(server, connections), server.describe(), Optional.of(server));
    }

    /// The client, for this package's own classes.
    UnifiedJedis client() {
        return client;
    }

    /// Where Redis is, for people: without user and password.
    public String describe() {
        return embedded.map(EmbeddedRedis::describe).orElse(where);
    }

    /// What the doctor says of it; never throws for what it finds.
    ///
    /// @param random names the key that is written and removed
    public List<RedisHealth.Finding> probe(RandomGenerator random) {
        return RedisHealth.probe(client, describe(), this::trouble, random);
    }

    /// Starts the embedded server again if it died; nothing to do for a configured one, whose pool
    /// reconnects.
    ///
    /// @throws GleanerException `UNAVAILABLE` when it cannot be started now
    public void ensureRunning() {
        embedded.ifPresent(EmbeddedRedis::ensureRunning);
    }

    /// A failure of the client's as a sentence.
    GleanerException trouble(RuntimeException thrown) {
        GleanerException sentence = RedisTrouble.of(thrown, describe());
        if (embedded.isEmpty() || !RedisTrouble.brokeOff(thrown)) {
            return sentence;
        }
        return new GleanerException(
                GleanerException.Kind.UNAVAILABLE,
                "The "
                        + describe()
                        + " broke off (it was killed, or its disk is full); try again, the next command"
                        + " starts it.",
                thrown);
    }

    /// Closes the connections, and stops the embedded server if no other process uses it.
    @Override
    public void close() {
        client.close();
        embedded.ifPresent(EmbeddedRedis::close);
    }
}
