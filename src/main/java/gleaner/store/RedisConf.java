package gleaner.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Where the embedded server listens and what it wants to hear: kept in `redis.conf`, which only
/// its owner may read.
///
/// The same file tells the server its settings and a second Gleaner where to find it, so that the
/// two cannot differ.
///
/// @param port on 127.0.0.1
/// @param password 43 characters of base64url, 256 random bits
/// @param fsync when the append-only file is forced to the disk
record RedisConf(int port, String password, Fsync fsync) {

    static final String FILE = "redis.conf";
    static final String SOCKET = "redis.sock";
    static final String LOG = "redis.log";
    static final String PID = "redis.pid";

    private static final int LOWEST_PORT = 20_000;
    private static final int PORTS = 12_000;
    private static final int LONGEST_FILE = 64 * 1024;

    /// When the append-only file is forced to the disk.
    enum Fsync {
        /// Before every answer. With `everysec` Redis may put off the write itself while a sync is
        /// under way and answer nevertheless, so that killing it would lose what was acknowledged.
        /// One sync is done for all that came in one turn of the event loop, hence many pipelined
        /// commands cost one.
        ALWAYS("always"),
        /// Redis's own default: up to two seconds may be lost.
        EVERY_SECOND("everysec"),
        /// Whenever the operating system likes: for tests.
        NEVER("no");

        private final String word;

        Fsync(String word) {
            this.word = word;
        }
    }

    @Override
    public String toString() {
        return "127.0.0.1:" + port;
    }

    /// Another port and another password, both below the range from which systems give ports to
    /// outgoing connections.
    static RedisConf random(RandomGenerator random, Fsync fsync) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String password = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return new RedisConf(LOWEST_PORT + random.nextInt(PORTS), password, fsync);
    }

    /// What the directory's file says; nothing when there is none or it is not one that Gleaner
    /// wrote.
    static Optional<RedisConf> read(Path directory, Fsync fsync) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
            return Optional.empty();
        }
        int port = 0;
        String password = "";
        for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
            if (line.startsWith("port ")) {
                port = port(line.substring("port ".length()));
            } else if (line.startsWith("requirepass ")) {
                password = line.substring("requirepass ".length());
            }
        }
        boolean usable =
                port > 0 && password.length() >= 32 && password.chars().allMatch(RedisConf::plain);
        return usable ? Optional.of(new RedisConf(port, password, fsync)) : Optional.empty();
    }

    /// Writes the server's settings; all paths are relative to the directory, in which the server
    /// is started.
    ///
    /// @param socket whether the file system can hold a socket, by which other containers see that
    ///   the server lives
    void write(Path directory, boolean socket) throws IOException {
        String lines =
                """
                # Written by Gleaner at every start of its own Redis; changes are lost.
                bind 127.0.0.1
                port %d
                protected-mode yes
                requirepass %s
                daemonize yes
                pidfile %s
                logfile %s
                loglevel warning
                databases 1
                maxclients 256
                tcp-backlog 64
                tcp-keepalive 60
                timeout 0
                maxmemory-policy noeviction
                save ""
                appendonly yes
                appendfsync %s
                aof-load-truncated yes
                auto-aof-rewrite-percentage 100
                auto-aof-rewrite-min-size 16mb
                """
                        .formatted(port, password, PID, LOG, fsync.word);
        List<String> sockets =
                socket ? List.of("unixsocket " + SOCKET, "unixsocketperm 700", "") : List.of();
        PrivateFiles.write(directory.resolve(FILE), lines + String.join("\n", sockets));
    }

    private static int port(String digits) {
        try {
            int port = Integer.parseInt(digits.strip());
            return port > 0 && port < 65_536 ? port : 0;
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static boolean plain(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_';
    }
}
