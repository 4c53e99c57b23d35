package gleaner.store;

import gleaner.news.GleanerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;

/// Finds the server of a directory or starts it; the caller holds the directory's lock.
///
/// @param settings how to run it
/// @param directory the real path
/// @param name how this user's connection is called
record ServerStart(EmbeddedRedis.Settings settings, Path directory, String name) {

    private static final Duration BIND_PATIENCE = Duration.ofSeconds(20);
    private static final int SOCKET_MILLIS = 10_000;
    private static final int PORTS_TO_TRY = 20;
    private static final int LONGEST_SOCKET_PATH = 100;
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ");

    /// A server of this directory, which may still be reading its file.
    ///
    /// @param conf where it listens
    /// @param link this user's connection, named
    record Running(RedisConf conf, ServerLink link) {}

    /// Who listens at an address.
    private sealed interface Seen {
        record Ours(Running running) implements Seen {}

        record Nobody() implements Seen {}

        record Stranger() implements Seen {}
    }

    /// Joins the running server, else starts one: at the port it had before unless that was taken.
    ///
    /// @param unknown the port and password for a directory that has had no server yet
    /// @throws GleanerException `UNAVAILABLE` when no server can be had; says why
    Running joinOrStart(RedisConf unknown) {
        try {
            RedisConf next = RedisConf.read(directory, settings.fsync()).orElse(unknown);
            Optional<Running> running = joinAt(next);
            if (running.isPresent()) {
                return running.get();
            }
            refuseSecond(next);
            return begin(next);
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

    private Running begin(RedisConf first) throws IOException {
        RedisBinary binary = RedisBinary.find(directory, settings.platform(), floor());
        binary.offerCheck(directory);
        RedisConf next = first;
        boolean socket = socketFits();
        for (int i = 0; i < PORTS_TO_TRY; i++) {
            switch (look(next)) {
                case Seen.Ours ours -> {
                    return ours.running();
                }
                case Seen.Stranger _ ->
                        next = RedisConf.random(settings.random(), settings.fsync());
                case Seen.Nobody _ -> {
                    ServerLog log = ServerLog.from(directory);
                    next.write(directory, socket);
                    run(binary.file());
                    if (!answers(next, log)) {
                        if (log.socketRefused()) {
                            socket = false;
                        } else if (!log.portTaken()) {
                            throw log.failure();
                        } else {
                            Optional<Running> other = joinAt(next);
                            if (other.isPresent()) {
                                return other.get();
                            }
                            next = RedisConf.random(settings.random(), settings.fsync());
                        }
                    }
                }
            }
        }
        throw GleanerException.unavailable(
                "No free port was found for the Redis of "
                        + directory
                        + " in "
                        + PORTS_TO_TRY
                        + " tries; set REDIS_URL to a Redis that runs already.");
    }

    private Optional<Running> joinAt(RedisConf at) throws IOException {
        return switch (look(at)) {
            case Seen.Ours ours -> Optional.of(ours.running());
            case Seen.Nobody _, Seen.Stranger _ -> Optional.empty();
        };
    }

    /// It is ours only if it takes the password and works in our directory: a copied directory
    /// carries the password of the server it was copied from.
    private Seen look(RedisConf at) throws IOException {
        @Nullable ServerLink candidate = null;
        try {
            candidate = ServerLink.open(at, name, SOCKET_MILLIS);
            String works = candidate.directory();
            if (works.isEmpty() || !Files.isSameFile(Path.of(works), directory)) {
                return new Seen.Stranger();
            }
            Seen ours = new Seen.Ours(new Running(at, candidate));
            candidate = null;
            return ours;
        } catch (JedisException e) {
            return refused(e) ? new Seen.Nobody() : new Seen.Stranger();
        } catch (InvalidPathException | NoSuchFileException _) {
            return new Seen.Stranger();
        } finally {
            if (candidate != null) {
                candidate.close();
            }
        }
    }

    private static boolean refused(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return true;
            }
            for (Throwable hidden : cause.getSuppressed()) {
                if (hidden instanceof ConnectException) {
                    return true;
                }
            }
        }
        return false;
    }

    /// A server that lives in the directory but was not found at its port is hung or in another
    /// container.
    private void refuseSecond(RedisConf known) {
        if (listensOnSocket() || livesByPid()) {
            throw GleanerException.unavailable(
                    "A Redis already works in "
                            + directory
                            + " but does not answer at "
                            + known
                            + " (it hangs, or runs in another container); run Gleaner where that one runs, or end it,"
                            + " or set REDIS_URL for both.");
        }
    }

    /// A socket file reaches across containers that share the directory.
    private boolean listensOnSocket() {
        Path socket = directory.resolve(RedisConf.SOCKET);
        if (!socketFits() || !Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException _) {
            return false;
        }
    }

    /// Where the socket is missing, Linux tells whether the process that the server noted works in
    /// this directory.
    private boolean livesByPid() {
        try {
            Path note = directory.resolve(RedisConf.PID);
            if (!Files.exists(note)) {
                return false;
            }
            long pid = Long.parseLong(Files.readString(note, StandardCharsets.ISO_8859_1).strip());
            return pid != ProcessHandle.current().pid()
                    && Files.isSameFile(Path.of("/proc/" + pid + "/cwd"), directory);
        } catch (IOException | NumberFormatException _) {
            return false;
        }
    }

    private boolean socketFits() {
        Path socket = directory.resolve(RedisConf.SOCKET);
        return socket.toString().getBytes(StandardCharsets.UTF_8).length < LONGEST_SOCKET_PATH;
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

    /// Waits until the new server answers at its port; false when it said that it ends, or took too
    /// long.
    private boolean answers(RedisConf next, ServerLog log) {
        long deadline = System.nanoTime() + BIND_PATIENCE.toNanos();
        while (System.nanoTime() - deadline < 0) {
            try (ServerLink candidate = ServerLink.open(next, name, SOCKET_MILLIS)) {
                if (candidate.alive()) {
                    return true;
                }
            } catch (JedisException _) {
                // Not yet, or no more: its log knows.
            }
            if (log.ended()) {
                return false;
            }
            pause(2);
        }
        return false;
    }

    static void pause(long millis) {
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
