package gleaner.store;

import gleaner.news.GleanerException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;

/// A `redis-server` of Gleaner's own, which outlives the process that started it and is shared by
/// all that use the same data directory; the last to close it stops it.
///
/// Nothing that it acknowledged is lost when it, or a Gleaner, is killed at any moment: it writes
/// and syncs before it answers, it is a session of its own, a killed Gleaner leaves it to the next
/// one, and a killed server is begun anew on the same file by the next call of [#ensureRunning()].
/// It listens on 127.0.0.1 alone, with a random password that stands only in a file of mode 600.
/// Safe for use by several threads.
///
/// Who uses it is seen from the names of its connections (`gleaner-<pid>-<random>`). Start, join
/// and stop are serialised by a lock in the directory. A server that a Gleaner in another container
/// runs in the same directory is found by its socket file and never doubled: two servers on one
/// file would destroy it.
public final class EmbeddedRedis implements AutoCloseable {

    private static final String USER_PREFIX = "gleaner-";
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(60);

    /// How to run it.
    ///
    /// @param directory its own directory, made with mode 700
    /// @param random for the password, the port and this user's name: a `SecureRandom` except in
    ///   tests
    /// @param fsync when its file is forced to the disk
    /// @param platform what decides which binary runs
    /// @param loading told how many per cent of a large file have been read, when a start takes
    ///   that long
    /// @param patience how long a start may read its file
    record Settings(
            Path directory,
            RandomGenerator random,
            RedisConf.Fsync fsync,
            RedisBinary.Platform platform,
            IntConsumer loading,
            Duration patience) {

        static Settings of(Path directory, RandomGenerator random, IntConsumer loading) {
            return new Settings(
                    directory,
                    random,
                    RedisConf.Fsync.ALWAYS,
                    RedisBinary.Platform.here(),
                    loading,
                    Duration.ofMinutes(30));
        }
    }

    private final Settings settings;
    private final Path directory;
    private final String name;
    private final ReentrantLock monitor = new ReentrantLock();
    private volatile RedisConf conf;
    private @Nullable ServerLink link;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedRedis(Settings settings, Path directory, String name, RedisConf conf) {
        this.settings = settings;
        this.directory = directory;
        this.name = name;
        this.conf = conf;
    }

    /// Starts the server of this directory or joins the running one, and waits until it has read
    /// its file.
    ///
    /// @param random a `SecureRandom`: the password comes from it
    /// @param loading told the per cent read of a large file
    /// @throws GleanerException `UNAVAILABLE` when there is no server to run, or the directory or
    ///   its file is unusable
    public static EmbeddedRedis start(Path directory, RandomGenerator random, IntConsumer loading) {
        return start(Settings.of(directory, random, loading));
    }

    static EmbeddedRedis start(Settings settings) {
        Path directory = PrivateFiles.directory(settings.directory());
        String name =
                USER_PREFIX
                        + ProcessHandle.current().pid()
                        + "-"
                        + Integer.toHexString(settings.random().nextInt());
        EmbeddedRedis redis =
                new EmbeddedRedis(
                        settings,
                        directory,
                        name,
                        RedisConf.random(settings.random(), settings.fsync()));
        boolean started = false;
        try {
            redis.ensureRunning();
            started = true;
            return redis;
        } finally {
            if (!started) {
                redis.leave();
            }
        }
    }

    /// Where it listens now; the same after a restart unless the port was taken meanwhile.
    RedisConf conf() {
        return conf;
    }

    /// How the connections of this user's clients are called: only its own one counts as a user.
    String clientName() {
        return name.replace('-', '.');
    }

    /// For the doctor: where it is, without the password.
    public String describe() {
        return "embedded Redis at " + conf + " (data in " + directory + ")";
    }

    /// Starts the server again if it died. Costs one round trip when it did not.
    ///
    /// @throws GleanerException `UNAVAILABLE` when it cannot be started; the next call tries again
    public void ensureRunning() {
        monitor.lock();
        try {
            refuseClosed();
            if (link == null || !link.alive()) {
                leave();
                PrivateFiles.directory(settings.directory());
                try (DirectoryLock _ = lock()) {
                    ServerStart.Running running =
                            new ServerStart(settings, directory, name).joinOrStart(conf);
                    conf = running.conf();
                    link = running.link();
                }
            }
            awaitLoaded(link);
        } finally {
            monitor.unlock();
        }
    }

    /// Leaves the server, and stops it if nobody else uses it. What fails here is left to the next
    /// start.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        monitor.lock();
        try {
            boolean interrupted = Thread.interrupted();
            try (DirectoryLock _ = lock()) {
                if (link != null) {
                    stopIfLast(link);
                }
            } catch (GleanerException _) {
                // Somebody else is starting or stopping it, and counts its users then.
            } finally {
                leave();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        } finally {
            monitor.unlock();
        }
    }

    /// Gives up this user's name before the lock is given up, so that the next to leave counts
    /// right.
    private void stopIfLast(ServerLink server) {
        try {
            boolean shared =
                    server.clientNames().stream()
                            .anyMatch(
                                    other -> other.startsWith(USER_PREFIX) && !other.equals(name));
            if (shared) {
                server.forgetName();
            } else {
                server.shutdown();
            }
        } catch (JedisException _) {
            // It is dead or dying, or busy: whoever comes next joins it or starts another.
        }
    }

    private void refuseClosed() {
        if (closed.get()) {
            throw GleanerException.unavailable("The " + describe() + " was closed.");
        }
    }

    private DirectoryLock lock() {
        return DirectoryLock.take(directory.resolve("redis.lock"), LOCK_PATIENCE);
    }

    private void leave() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    private void awaitLoaded(ServerLink server) {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        int told = -1;
        try {
            Map<String, String> state = server.info("persistence");
            while ("1".equals(state.get("loading"))) {
                int percent = percent(state.getOrDefault("loading_loaded_perc", "0"));
                if (percent != told) {
                    settings.loading().accept(percent);
                    told = percent;
                }
                if (System.nanoTime() - deadline > 0) {
                    throw GleanerException.unavailable(
                            "The Redis of "
                                    + directory
                                    + " is still reading its file after "
                                    + settings.patience().toMinutes()
                                    + " min ("
                                    + percent
                                    + " %); start Gleaner again later,"
                                    + " it goes on meanwhile.");
                }
                ServerStart.pause(20);
                refuseClosed();
                state = server.info("persistence");
            }
        } catch (JedisException _) {
            leave();
            throw ServerLog.lastStart(directory).failure();
        }
    }

    private static int percent(String number) {
        try {
            return (int) Double.parseDouble(number);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
