package gleaner.store;

import gleaner.news.GleanerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The embedded server's log, read for why a start failed: once it is a daemon it tells nobody
/// else.
final class ServerLog {

    private static final long LARGEST = 1 << 20;
    private static final int TAIL = 16 * 1024;

    private final Path directory;
    private final Path file;
    private final long before;

    private ServerLog(Path directory, Path file, long before) {
        this.directory = directory;
        this.file = file;
        this.before = before;
    }

    /// Remembers where a start's own lines begin; a log that has grown large is put aside first,
    /// one old one is kept.
    static ServerLog from(Path directory) throws IOException {
        Path file = directory.resolve(RedisConf.LOG);
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Files.move(
                    file,
                    directory.resolve(RedisConf.LOG + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return new ServerLog(directory, file, Files.exists(file) ? Files.size(file) : 0);
    }

    /// The lines of the latest start, whoever made it.
    static ServerLog lastStart(Path directory) {
        return new ServerLog(directory, directory.resolve(RedisConf.LOG), 0);
    }

    /// Whether the port was somebody else's by the time the server wanted it.
    boolean portTaken() {
        String said = said();
        return said.contains("Could not create server TCP listening socket")
                || said.contains("Failed listening on port");
    }

    /// Whether the file system has no sockets (some network and shared folders).
    boolean socketRefused() {
        return said().contains("Opening Unix socket");
    }

    /// Whether the server said that it ends.
    boolean ended() {
        String said = said().toLowerCase(java.util.Locale.ROOT);
        return List.of(
                        "exiting",
                        "aborting",
                        "bad file format",
                        "unexpected end of file reading",
                        "unrecoverable",
                        "fatal",
                        "can't handle rdb",
                        "can't open the append",
                        "opening unix socket")
                .stream()
                .anyMatch(said::contains);
    }

    /// Why the server is not there, in one sentence.
    GleanerException failure() {
        String said = said();
        String where = "The Redis of " + directory;
        if (said.contains("No space left on device")) {
            return GleanerException.unavailable(
                    where
                            + " ended because its disk is full; free some space and start Gleaner again.");
        }
        if (said.contains("Can't handle RDB format version")) {
            return GleanerException.unavailable(
                    where
                            + " cannot read data that a newer Redis wrote; install that"
                            + " version of Redis or Valkey, it is taken from the PATH.");
        }
        if (said.contains("Bad file format")
                || said.contains("Unexpected end of file reading")
                || said.contains("Unrecoverable error reading")) {
            return GleanerException.unavailable(damaged());
        }
        return GleanerException.unavailable(
                where
                        + " did not start ("
                        + last(said)
                        + "); see "
                        + directory.resolve(RedisConf.LOG)
                        + ", or set REDIS_URL to another Redis.");
    }

    private String damaged() {
        Path manifest = directory.resolve("appendonlydir").resolve("appendonly.aof.manifest");
        boolean folder = Files.exists(manifest);
        Path data = folder ? manifest : directory.resolve("appendonly.aof");
        Path ours = directory.resolve(RedisBinary.CHECK);
        String tool = !folder && Files.exists(ours) ? ours.toString() : RedisBinary.CHECK;
        return "The file "
                + data
                + " is damaged; keep a copy of it, run '"
                + tool
                + " --fix "
                + data
                + "' (what was written after the damage is lost) and start Gleaner again.";
    }

    private static String last(String said) {
        return said.lines()
                .map(line -> line.substring(line.indexOf('#') + 1))
                .map(Reason::tidy)
                .filter(line -> !line.isEmpty())
                .reduce((_, later) -> later)
                .orElse("it said nothing");
    }

    private String said() {
        try (SeekableByteChannel in = Files.newByteChannel(file)) {
            in.position(Math.max(before, in.size() - TAIL));
            ByteBuffer buffer = ByteBuffer.allocate(TAIL);
            int read = 0;
            while (read >= 0 && buffer.hasRemaining()) {
                read = in.read(buffer);
            }
            String tail = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            return tail.substring(Math.max(0, tail.lastIndexOf("is starting")));
        } catch (IOException _) {
            return "";
        }
    }
}
