package gleaner.importing;

import gleaner.importing.Problems.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A zip whose directory, at its end, is whole; nothing of it is unpacked to disk.
final class ZipTree implements Tree {

    private static final int DIRECTORY_BYTES = 128 << 20;

    private final ZipFile zip;
    private final Limits limits;
    private final Listing listing;
    private final Runnable afterwards;
    private long unpacked;

    private ZipTree(ZipFile zip, Limits limits, Runnable afterwards) {
        this.zip = zip;
        this.limits = limits;
        this.afterwards = afterwards;
        this.listing = new Listing(limits);
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            if (!entry.isDirectory() && !listing.add(entry.getName())) {
                break;
            }
        }
    }

    static boolean isZip(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var head = in.readNBytes(4);
            return head.length == 4
                    && head[0] == 'P'
                    && head[1] == 'K'
                    && (head[2] == 3 || head[2] == 5);
        }
    }

    /// Opens a zip, a damaged one too: [BrokenZip].
    static Tree open(Path path, Limits limits) throws IOException {
        return open(path, limits, () -> {});
    }

    /// Opens a zip that can only be read once, by way of a file that is gone when it is closed.
    static Tree open(Source source, Limits limits) throws IOException {
        var file = Files.createTempFile("gleaner-import", ".zip");
        try (source;
                var out = Files.newOutputStream(file)) {
            try {
                source.stream().transferTo(out);
            } catch (IOException e) {
                // Cut off: what came is read as a broken zip.
            }
        }
        return open(file, limits, () -> delete(file));
    }

    private static Tree open(Path path, Limits limits, Runnable afterwards) throws IOException {
        if (ZipEnd.directorySize(path) > DIRECTORY_BYTES) {
            afterwards.run();
            throw new Damage("The zip's directory is larger than is believed.");
        }
        for (var names : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            try {
                return new ZipTree(new ZipFile(path.toFile(), names), limits, afterwards);
            } catch (ZipException e) {
                // Tried with the next charset for its names, then without its directory.
            }
        }
        return new BrokenZip(path, limits, afterwards);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    @Override
    public Listing listing() {
        return listing;
    }

    @Override
    public void read(Predicate<String> wanted, Problems problems, Sink sink, Reading reading) {
        var entries = paths().stream().filter(wanted).toList();
        var total = entries.stream().mapToLong(this::packed).sum();
        var done = 0L;
        for (var path : entries) {
            var entry = Optional.ofNullable(zip.getEntry(path));
            if (unpacked >= limits.total()) {
                problems.add(
                        Kind.LIMIT,
                        path,
                        0,
                        "The archive unpacks to more than %s bytes; this file and the rest are left out."
                                .formatted(Texts.number(limits.total())));
                return;
            }
            if (entry.isPresent()) {
                read(entry.get(), problems, reading);
            }
            done += packed(path);
            sink.progress(done, total);
        }
    }

    private void read(ZipEntry entry, Problems problems, Reading reading) {
        var most = Math.min(limits.file(), limits.total() - unpacked);
        try (var in = zip.getInputStream(entry);
                var counted =
                        new Unpacked(
                                in, most, limits, () -> Math.max(0, entry.getCompressedSize()))) {
            try {
                reading.read(entry.getName(), counted);
            } finally {
                unpacked += counted.count();
            }
        } catch (IOException e) {
            problems.add(Kind.DAMAGED, entry.getName(), 0, Damage.sentence(e));
        }
    }

    private long packed(String path) {
        var entry = zip.getEntry(path);
        return entry == null ? 0 : Math.max(0, entry.getCompressedSize());
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            // It was only read.
        }
        afterwards.run();
    }
}
