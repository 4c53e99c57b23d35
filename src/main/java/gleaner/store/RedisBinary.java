package gleaner.store;

import gleaner.news.GleanerException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/// A `redis-server` that was seen to run on this machine.
///
/// The bundled ones are those of the `embedded-redis` artifact; the one for Linux on AMD64 wants
/// OpenSSL 3 and glibc, the one for 32 bits is linked statically and hence the last resort on AMD64
/// (it can hold 3 GB).
///
/// @param file where it lies
/// @param version what it says of itself, at least [RedisVersion#FLOOR]
record RedisBinary(Path file, RedisVersion version) {

    /// The tool that mends an append-only file.
    static final String CHECK = "redis-check-aof";

    private static final long PATIENCE_SECONDS = 10;

    /// What decides which binary can run.
    ///
    /// @param os as Java's property `os.name` has it
    /// @param arch as Java's property `os.arch` has it
    /// @param searchPath the variable `PATH`, may be empty
    record Platform(String os, String arch, String searchPath) {

        static Platform here() {
            return new Platform(
                    System.getProperty("os.name", ""),
                    System.getProperty("os.arch", ""),
                    Optional.ofNullable(System.getenv("PATH")).orElse(""));
        }

        /// Names of bundled binaries, the likeliest first.
        List<String> bundled() {
            String system = os.toLowerCase(Locale.ROOT);
            boolean arm = arch.equals("aarch64") || arch.equals("arm64");
            boolean amd = arch.equals("amd64") || arch.equals("x86_64");
            boolean x86 = arch.equals("x86") || arch.equals("i386");
            if (system.startsWith("linux")) {
                return amd
                        ? List.of(
                                "redis-server-6.2.6-v5-linux-amd64", "redis-server-6.2.7-linux-386")
                        : arm
                                ? List.of("redis-server-6.2.7-linux-arm64")
                                : x86 ? List.of("redis-server-6.2.7-linux-386") : List.of();
            }
            if (system.startsWith("mac")) {
                return amd
                        ? List.of("redis-server-6.2.6-v5-darwin-amd64")
                        : arm ? List.of("redis-server-6.2.6-v5-darwin-arm64") : List.of();
            }
            return List.of();
        }
    }

    /// The first that runs: the bundled one for this platform, one on the `PATH`, the bundled last
    /// resort.
    ///
    /// @param directory where the bundled one is put
    /// @param floor the oldest that can read the data
    /// @throws GleanerException `UNAVAILABLE` when none runs; says what was tried
    static RedisBinary find(Path directory, Platform platform, RedisVersion floor) {
        List<String> tried = new ArrayList<>();
        List<String> bundled = platform.bundled();
        if (bundled.isEmpty()) {
            tried.add("none is bundled for " + Reason.tidy(platform.os() + " " + platform.arch()));
        }
        for (String name : bundled.stream().limit(1).toList()) {
            Optional<RedisBinary> found = bundled(name, directory, floor, tried);
            if (found.isPresent()) {
                return found.get();
            }
        }
        for (Path candidate : onPath(platform.searchPath())) {
            Optional<RedisBinary> found = running(candidate, floor, tried);
            if (found.isPresent()) {
                return found.get();
            }
        }
        for (String name : bundled.stream().skip(1).toList()) {
            Optional<RedisBinary> found = bundled(name, directory, floor, tried);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw GleanerException.unavailable(
                "No redis-server of version "
                        + floor
                        + " or newer runs here (tried: "
                        + String.join("; ", tried)
                        + "; redis-server and valkey-server on the PATH); install Redis or Valkey,"
                        + " or set REDIS_URL to one that runs elsewhere.");
    }

    /// A server that is called by the name of `redis-check-aof` is that tool, which the artifact
    /// does not bundle.
    void offerCheck(Path directory) {
        Path link = directory.resolve(CHECK);
        if (!directory.equals(file.getParent()) || Files.exists(link)) {
            return;
        }
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, file.getFileName());
        } catch (IOException | UnsupportedOperationException _) {
            // A file system without links: the tool has to be installed then.
        }
    }

    private static Optional<RedisBinary> bundled(
            String name, Path directory, RedisVersion floor, List<String> tried) {
        Path file = directory.resolve(name);
        try {
            if (!same(name, file)) {
                try (InputStream in = open(name)) {
                    PrivateFiles.write(file, in, PrivateFiles.OWNER_RUNS);
                }
            }
        } catch (IOException e) {
            tried.add("the bundled " + name + ": " + Reason.of(e));
            return Optional.empty();
        }
        return running(file, floor, tried);
    }

    /// Compares by the size and checksum that the archive holds: unpacking 10 MB again would be
    /// most of a start. The directory is shut to others, so the checksum has to find accidents
    /// only.
    private static boolean same(String name, Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
            return false;
        }
        URL url = RedisBinary.class.getResource("/" + name);
        if (url != null && url.openConnection() instanceof JarURLConnection inJar) {
            inJar.setUseCaches(false);
            try (JarFile jar = inJar.getJarFile()) {
                ZipEntry entry = Objects.requireNonNull(jar.getEntry(name), name);
                return entry.getSize() == Files.size(file) && entry.getCrc() == checksum(file);
            }
        }
        return false;
    }

    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] part = new byte[1 << 16];
            int read = in.read(part);
            while (read >= 0) {
                checksum.update(part, 0, read);
                read = in.read(part);
            }
        }
        return checksum.getValue();
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = RedisBinary.class.getResourceAsStream("/" + name);
        if (in == null) {
            throw new IOException("not in the class path, the artifact embedded-redis is missing");
        }
        return in;
    }

    private static List<Path> onPath(String searchPath) {
        List<Path> found = new ArrayList<>();
        for (String program : List.of("redis-server", "valkey-server")) {
            for (String folder : searchPath.split(File.pathSeparator, -1)) {
                try {
                    Path candidate = Path.of(folder).resolve(program);
                    if (candidate.isAbsolute()
                            && Files.isRegularFile(candidate)
                            && Files.isExecutable(candidate)) {
                        found.add(candidate);
                    }
                } catch (InvalidPathException _) {
                    // A folder that cannot be named holds no program.
                }
            }
        }
        return found;
    }

    /// Runs it with `--version`: it prints "Redis server v=6.2.11 sha=…".
    private static Optional<RedisBinary> running(
            Path file, RedisVersion floor, List<String> tried) {
        String name = file.toString();
        Process process = null;
        try {
            process = new ProcessBuilder(name, "--version").redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                tried.add(name + ": does not answer --version");
                return Optional.empty();
            }
            String said =
                    new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
            int at = said.indexOf("v=");
            Optional<RedisVersion> version =
                    at < 0 ? Optional.empty() : RedisVersion.parse(said.substring(at + 2));
            if (process.exitValue() != 0 || version.isEmpty()) {
                tried.add(
                        name
                                + ": exit code "
                                + process.exitValue()
                                + ", \""
                                + Reason.tidy(said)
                                + "\"");
                return Optional.empty();
            }
            if (version.get().compareTo(floor) < 0) {
                tried.add(name + ": is version " + version.get());
                return Optional.empty();
            }
            return Optional.of(new RedisBinary(file, version.get()));
        } catch (IOException e) {
            tried.add(name + ": " + Reason.of(e.getCause() instanceof IOException why ? why : e));
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            tried.add(name + ": was interrupted");
            return Optional.empty();
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
