package gleaner.importing;

import gleaner.importing.Problems.Kind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.Predicate;

/// A folder and those in it, two deep; links are not followed.
final class FolderTree implements Tree {

    private static final int DEPTH = 3;

    private final Path root;
    private final Limits limits;
    private final Listing listing;

    FolderTree(Path folder, Limits limits) throws IOException {
        this.root = folder.toRealPath();
        this.limits = limits;
        this.listing = new Listing(limits);
        Files.walkFileTree(root, Set.of(), DEPTH, new Lister());
    }

    private final class Lister extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                listing.trouble(
                        Kind.NAME,
                        relative(file),
                        "It is a link to somewhere else, which is not followed.");
                return FileVisitResult.CONTINUE;
            }
            return !attributes.isRegularFile() || listing.add(relative(file))
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            listing.trouble(
                    Kind.ACCESS, relative(file), "It may not be read: allow this account to.");
            return FileVisitResult.CONTINUE;
        }
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    @Override
    public Listing listing() {
        return listing;
    }

    @Override
    public void read(Predicate<String> wanted, Problems problems, Sink sink, Reading reading) {
        var files = paths().stream().filter(wanted).toList();
        var done = 0L;
        for (var path : files) {
            try (var in = Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
                    var counted = new Unpacked(in, limits.file(), limits, () -> Long.MAX_VALUE)) {
                reading.read(path, counted);
                done += counted.count();
            } catch (IOException e) {
                problems.add(Kind.ACCESS, path, 0, "It cannot be read: allow this account to.");
            }
            sink.progress(done, -1);
        }
    }

    @Override
    public void close() {}
}
