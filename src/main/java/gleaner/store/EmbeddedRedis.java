package gleaner.store;

import gleaner.news.GleanerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
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
    private static final Duration BIND_PATIENCE = Duration.ofSeconds(20);
    private static final int SOCKET_MILLIS = 10_000;
    private static final int PORTS_TO_TRY = 20;
    private static final int LONGEST_SOCKET_PATH = 100;
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ");

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

    private enum Found {
        OURS,
        NOBODY,
        STRANGER
    }

    private final Settings settings;
    private final Path directory;
    private final String name;
    private final ReentrantLock monitor = new ReentrantLock();
    private volatile RedisConf conf;
    private @Nullable ServerLink link;
    private boolean closed;

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

    /// How this process calls itself among the connections.
    String name() {
        return name;
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
            if (closed) {
                throw GleanerException.unavailable("The " + describe() + " was closed.");
            }
            if (link == null || !link.alive()) {
                leave();
                link = joinOrStart();
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
        monitor.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            boolean interrupted = Thread.interrupted();
            try (DirectoryLock _ = lock()) {
                stopIfLast();
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

    private void stopIfLast() {
        if (link == null) {
            return;
        }
        try {
            boolean shared =
                    link.clientNames().stream()
                            .anyMatch(
                                    other -> other.startsWith(USER_PREFIX) && !other.equals(name));
            if (shared) {
                return;
            }
            link.shutdown();
        } catch (JedisException _) {
            // It is dead or dying, or busy: whoever comes next joins it or starts another.
        }
    }

    private void leave() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    private DirectoryLock lock() {
        return DirectoryLock.take(directory.resolve("redis.lock"), LOCK_PATIENCE);
    }

    private ServerLink joinOrStart() {
        PrivateFiles.directory(settings.directory());
        try (DirectoryLock _ = lock()) {
            Optional<RedisConf> known = RedisConf.read(directory, settings.fsync());
            RedisConf next = known.orElse(conf);
            boolean socket = true;
            @Nullable RedisBinary binary = null;
            for (int i = 0; i < PORTS_TO_TRY; i++) {
                ServerLink[] joined = new ServerLink[1];
                Found found = look(next, joined);
                if (found == Found.OURS) {
                    conf = next;
                    return joined[0];
                }
                if (i == 0) {
                    refuseSecond();
                }
                if (found == Found.STRANGER) {
                    next = RedisConf.random(settings.random(), settings.fsync());
                    continue;
                }
                if (binary == null) {
                    binary = RedisBinary.find(directory, settings.platform(), floor());
                }
                ServerLog log = ServerLog.from(directory);
                next.write(directory, socket && socketFits());
                run(binary.file());
                if (await(next, log)) {
                    continue;
                }
                if (log.socketRefused()) {
                    socket = false;
                } else if (!log.portTaken()) {
                    throw log.failure();
                } else if (look(next, joined) == Found.OURS) {
                    conf = next;
                    return joined[0];
                } else {
                    next = RedisConf.random(settings.random(), settings.fsync());
                }
            }
            throw GleanerException.unavailable(
                    "No free port was found for the Redis of "
                            + directory
                            + " in "
                            + PORTS_TO_TRY
                            + " tries; set REDIS_URL to a Redis that runs already.");
        } catch (IOException e) {
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE,
                    "The Redis of "
                            + directory
                            + " cannot be started ("
                            + Reason.of(e)
                            + "); check that the user that runs Gleaner may write there.",
                    e);
        }
    }

    /// Who listens at that address. It is ours only if it takes the password and works in our
    /// directory: a copied directory carries the password of the server it was copied from.
    private Found look(RedisConf at, ServerLink[] joined) throws IOException {
        ServerLink candidate = null;
        try {
            candidate = ServerLink.open(at, name, SOCKET_MILLIS);
            String works = candidate.directory();
            if (!works.isEmpty() && Files.isSameFile(Path.of(works), directory)) {
                joined[0] = candidate;
                candidate = null;
                return Found.OURS;
            }
            return Found.STRANGER;
        } catch (JedisException e) {
            return refused(e) ? Found.NOBODY : Found.STRANGER;
        } catch (java.nio.file.InvalidPathException | java.nio.file.NoSuchFileException _) {
            return Found.STRANGER;
        } finally {
            if (candidate != null) {
                candidate.close();
            }
        }
    }

    private static boolean refused(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.net.ConnectException) {
                return true;
            }
            for (Throwable hidden : cause.getSuppressed()) {
                if (hidden instanceof java.net.ConnectException) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A server that listens on the directory's socket but was not found at its port is hung or in
    /// another container.
    private void refuseSecond() {
        Path socket = directory.resolve(RedisConf.SOCKET);
        if (!socketFits() || !Files.exists(socket)) {
            return;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException _) {
            return;
        }
        throw GleanerException.unavailable(
                "A Redis already works in "
                        + directory
                        + " but does not answer on this"
                        + " machine's port "
                        + conf.port()
                        + " (it hangs, or runs in another container); run Gleaner where that"
                        + " one runs, or end it, or set REDIS_URL for both.");
    }

    private boolean socketFits() {
        return directory
                        .resolve(RedisConf.SOCKET)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)
                        .length
                < LONGEST_SOCKET_PATH;
    }

    /// Redis 7 moves its file into a folder that older ones do not look into: they would begin with
    /// nothing.
    private RedisVersion floor() {
        return Files.isDirectory(directory.resolve("appendonlydir"))
                ? RedisVersion.FOLDER_OF_FILES
                : RedisVersion.FLOOR;
    }

    /// Starts it as a daemon: a session of its own, which the terminal's Ctrl-C does not reach,
    /// without Gleaner's environment, which may hold tokens.
    private void run(Path binary) throws IOException {
        Files.deleteIfExists(directory.resolve(RedisConf.PID));
        ProcessBuilder builder =
                new ProcessBuilder(binary.toString(), RedisConf.FILE)
                        .directory(directory.toFile())
                        .redirectErrorStream(true);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(BIND_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw GleanerException.unavailable(
                        "The program "
                                + binary
                                + " does not become a daemon; set REDIS_URL"
                                + " to a Redis that runs already.");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (process.exitValue() != 0) {
            try (InputStream said = process.getInputStream()) {
                String words = new String(said.readNBytes(4096), StandardCharsets.UTF_8);
                throw GleanerException.unavailable(
                        "The program "
                                + binary
                                + " did not start (exit code "
                                + process.exitValue()
                                + ": "
                                + Reason.tidy(words)
                                + "); set REDIS_URL to another Redis.");
            }
        }
    }

    /// Waits until the new server answers at its port; false when it said that it ends.
    private boolean await(RedisConf next, ServerLog log) {
        long deadline = System.nanoTime() + BIND_PATIENCE.toNanos();
        while (System.nanoTime() - deadline < 0) {
            try (ServerLink candidate = ServerLink.open(next, name, SOCKET_MILLIS)) {
                return candidate.alive();
            } catch (JedisException _) {
                if (log.ended()) {
                    return false;
                }
                pause(2);
            }
        }
        return false;
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
                pause(20);
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

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static GleanerException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new GleanerException(
                GleanerException.Kind.UNAVAILABLE,
                "Starting the embedded Redis was interrupted.",
                e);
    }
}
