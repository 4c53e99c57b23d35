package gleaner.store;

import gleaner.news.GleanerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/// Asks a Redis whether Gleaner can rely on it: for `gleaner doctor`.
///
/// Writes one key `gleaner:{probe}:…` that ends by itself after 10 s, because only a write shows
/// that Redis is full, a replica, or unable to save.
public final class RedisHealth {

    private static final Duration SLOW = Duration.ofMillis(50);

    /// How bad it is.
    public enum Level {
        /// As it should be.
        OK,
        /// Works, but something may be lost or slow.
        WARN,
        /// Gleaner cannot work with it.
        FAIL
    }

    /// One thing that was found.
    ///
    /// @param level how bad it is
    /// @param sentence what was found, without secrets
    /// @param remedy what to do, empty when nothing
    public record Finding(Level level, String sentence, String remedy) {}

    private final UnifiedJedis client;
    private final String where;
    private final Function<RuntimeException, GleanerException> trouble;
    private final List<Finding> findings = new ArrayList<>();

    private RedisHealth(
            UnifiedJedis client,
            String where,
            Function<RuntimeException, GleanerException> trouble) {
        this.client = client;
        this.where = where;
        this.trouble = trouble;
    }

    /// Looks at the server behind a client; ends at the first thing without which the rest makes no
    /// sense.
    ///
    /// @param where as `describe()` has it
    /// @param trouble makes a sentence of what Jedis throws
    /// @param random for the name of the key that is written
    static List<Finding> probe(
            UnifiedJedis client,
            String where,
            Function<RuntimeException, GleanerException> trouble,
            RandomGenerator random) {
        RedisHealth health = new RedisHealth(client, where, trouble);
        try {
            health.look(random);
        } catch (RuntimeException e) {
            health.fail(trouble.apply(e));
        }
        return List.copyOf(health.findings);
    }

    static Finding fail(String sentence) {
        int cut = sentence.lastIndexOf("; ");
        return cut < 0
                ? new Finding(Level.FAIL, sentence, "")
                : new Finding(
                        Level.FAIL,
                        sentence.substring(0, cut) + ".",
                        capital(sentence.substring(cut + 2)));
    }

    private void look(RandomGenerator random) {
        Duration trip = roundTrip();
        Map<String, String> server = ServerLink.fields(client.info("server"));
        if (!version(server)) {
            return;
        }
        write(random);
        add(
                trip.compareTo(SLOW) > 0 ? Level.WARN : Level.OK,
                where + " answers in " + millis(trip) + " ms.",
                trip.compareTo(SLOW) > 0
                        ? "Run Redis nearer to Gleaner: every share takes several round trips."
                        : "");
        eviction();
        persistence();
    }

    private Duration roundTrip() {
        client.ping();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            client.ping();
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }

    /// Valkey tells a Redis version for old clients' sake, and its own.
    private boolean version(Map<String, String> server) {
        String product = server.containsKey("valkey_version") ? "Valkey" : "Redis";
        String words =
                Reason.tidy(
                        server.getOrDefault(
                                "valkey_version", server.getOrDefault("redis_version", "")));
        Optional<RedisVersion> version = RedisVersion.parse(words);
        if (version.isEmpty()) {
            add(
                    Level.WARN,
                    where + " does not tell its version.",
                    "Gleaner needs " + RedisVersion.FLOOR + " or newer.");
            return true;
        }
        if (version.get().compareTo(RedisVersion.FLOOR) < 0) {
            add(
                    Level.FAIL,
                    where
                            + " is version "
                            + words
                            + ", but Gleaner needs "
                            + RedisVersion.FLOOR
                            + " or newer.",
                    "Upgrade it, or leave REDIS_URL unset to use the embedded one.");
            return false;
        }
        add(Level.OK, where + " is " + product + " " + words + ".", "");
        return true;
    }

    private void write(RandomGenerator random) {
        String key = "gleaner:{probe}:" + HexFormat.of().toHexDigits(random.nextLong());
        try {
            client.set(key, "1", SetParams.setParams().px(10_000));
            client.del(key);
        } catch (JedisException e) {
            fail(trouble.apply(e));
        }
    }

    private void eviction() {
        Map<String, String> memory = ServerLink.fields(client.info("memory"));
        String policy = Reason.tidy(memory.getOrDefault("maxmemory_policy", ""));
        if (!policy.isEmpty() && !policy.equals("noeviction")) {
            add(
                    Level.WARN,
                    where
                            + " throws keys away when it is full (maxmemory-policy "
                            + policy
                            + "): links would be lost.",
                    "Set maxmemory-policy to noeviction.");
        }
    }

    private void persistence() {
        Map<String, String> state = ServerLink.fields(client.info("persistence"));
        if ("1".equals(state.get("aof_enabled"))) {
            if (state.getOrDefault("aof_last_write_status", "ok").equals("err")) {
                add(
                        Level.FAIL,
                        where + " cannot write its append-only file.",
                        "Free its disk; its log says more.");
            }
            return;
        }
        String save = "";
        boolean told = true;
        try {
            save = client.configGet("save").getOrDefault("save", "");
        } catch (JedisDataException _) {
            told = false;
        }
        if (!told) {
            add(
                    Level.WARN,
                    where + " has no append-only file and does not tell whether it saves.",
                    "Ask its operator for appendonly yes.");
        } else if (save.isEmpty()) {
            add(
                    Level.WARN,
                    where + " keeps nothing on disk: a restart loses every link.",
                    "Set appendonly to yes.");
        } else {
            add(
                    Level.WARN,
                    where + " saves only now and then: a crash loses the links since.",
                    "Set appendonly to yes.");
        }
    }

    private void fail(GleanerException e) {
        findings.add(fail(e.sentence()));
    }

    private void add(Level level, String sentence, String remedy) {
        findings.add(new Finding(level, sentence, remedy));
    }

    private static String millis(Duration time) {
        long tenths = time.toNanos() / 100_000;
        return tenths / 10 + "." + tenths % 10;
    }

    private static String capital(String words) {
        return words.isEmpty()
                ? words
                : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
