package gleaner.store;

import gleaner.news.GleanerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that only their owner may read, written whole or not at all.
public final class PrivateFiles {

    static final Set<PosixFilePermission> OWNER_RUNS = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_READS =
            PosixFilePermissions.fromString("rw-------");

    /// Less than this and a Redis that must write before it answers would soon end itself.
    private static final long ROOM_BYTES = 8L << 20;

    private PrivateFiles() {}

    /// Makes the directory if needed, shuts it to others, and returns its real path.
    ///
    /// @throws GleanerException `UNAVAILABLE` when it cannot be made or written, is a file, or its
    ///   disk is full
    static Path directory(Path wanted) {
        Path directory = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory);
            if (posix(directory)) {
                Files.setPosixFilePermissions(directory, OWNER_RUNS);
            }
            if (!Files.isWritable(directory)) {
                throw GleanerException.unavailable(
                        "The data directory "
                                + directory
                                + " cannot be written; let the user that runs Gleaner own it, or"
                                + " choose another.");
            }
            FileStore store = Files.getFileStore(directory);
            long room = store.getUsableSpace();
            if (room < ROOM_BYTES) {
                throw GleanerException.unavailable(
                        "The disk of the data directory "
                                + directory
                                + " is full ("
                                + room / 1024
                                + " KiB left); free some space, Gleaner needs at least "
                                + (ROOM_BYTES >> 20)
                                + " MiB to start.");
            }
            return directory.toRealPath();
        } catch (FileAlreadyExistsException e) {
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE,
                    "The data directory "
                            + directory
                            + " is a file; choose a directory, or move that file away.",
                    e);
        } catch (IOException e) {
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE,
                    "The data directory "
                            + directory
                            + " cannot be made or used ("
                            + Reason.of(e)
                            + "); let the user that runs Gleaner own it, or choose another.",
                    e);
        }
    }

    /// Replaces the file in one step; nobody but its owner may read it.
    public static void write(Path file, String text) throws IOException {
        try (var content = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
            write(file, content, OWNER_READS);
        }
    }

    /// Replaces the file in one step; a reader sees the old one or the new one.
    static void write(Path file, InputStream content, Set<PosixFilePermission> permissions)
            throws IOException {
        Path folder = java.util.Objects.requireNonNull(file.getParent(), "a file in a directory");
        FileAttribute<?>[] attributes =
                posix(folder)
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                        : new FileAttribute<?>[0];
        Path fresh = Files.createTempFile(folder, ".new-", "", attributes);
        try {
            try (OutputStream out = Files.newOutputStream(fresh, StandardOpenOption.WRITE)) {
                content.transferTo(out);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static boolean posix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
