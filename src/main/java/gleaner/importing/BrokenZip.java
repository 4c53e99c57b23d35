package gleaner.importing;

import gleaner.importing.Problems.Kind;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;

/// A zip whose directory is missing, as of a download that was cut off: what is in front of the
/// damage is read.
///
/// Its files come in the order in which they were packed. For each call it is read from its
/// beginning, once to list it.
final class BrokenZip implements Tree {

    private final Path path;
    private final Limits limits;
    private final Runnable afterwards;
    private final Listing listing;

    BrokenZip(Path path, Limits limits, Runnable afterwards) throws IOException {
        this.path = path;
        this.limits = limits;
        this.afterwards = afterwards;
        this.listing = new Listing(limits);
        walk(listing::add, (_, _) -> {}, (_, _) -> {});
        listing.trouble(
                Kind.DAMAGED,
                path.getFileName().toString(),
                "The zip is cut off or damaged; what came before is kept.");
    }

    @Override
    public Listing listing() {
        return listing;
    }

    @Override
    public void read(Predicate<String> wanted, Problems problems, Sink sink, Reading reading) {
        try {
            walk(
                    _ -> true,
                    (name, in) -> {
                        if (Tree.isSafe(name) && wanted.test(name)) {
                            reading.read(name, in);
                        }
                    },
                    sink::progress);
        } catch (IOException e) {
            problems.add(Kind.DAMAGED, Texts.name(path.toString()), 0, Damage.sentence(e));
        }
    }

    private interface Progress {
        void told(long read, long total);
    }

    /// Goes through the entries until one is damaged or there is more than is believed.
    private void walk(Predicate<String> listed, Reading reading, Progress progress)
            throws IOException {
        var size = Files.size(path);
        try (var counted = new Counted(new BufferedInputStream(Files.newInputStream(path)));
                var zip = new ZipInputStream(counted, StandardCharsets.ISO_8859_1);
                var all = new Unpacked(zip, limits.total(), limits, counted::count)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    if (!listed.test(entry.getName())) {
                        return;
                    }
                    var start = counted.count();
                    var one =
                            new Unpacked(
                                    new Open(all),
                                    limits.file(),
                                    limits,
                                    () -> counted.count() - start + 512);
                    reading.read(entry.getName(), one);
                    one.transferTo(OutputStream.nullOutputStream());
                }
                progress.told(counted.count(), size);
            }
        } catch (IOException | IllegalArgumentException e) {
            // Here is the damage; that there is some has been told.
            progress.told(size, size);
        }
    }

    /// An entry of a zip, which must not be closed with whoever read it.
    private static final class Open extends FilterInputStream {

        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }

    @Override
    public void close() {
        afterwards.run();
    }
}
