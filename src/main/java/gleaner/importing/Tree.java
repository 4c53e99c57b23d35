package gleaner.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Files in folders, packed or not; only read, never written anywhere.
interface Tree extends AutoCloseable {

    /// Takes one file's bytes; a failure of the stream may be thrown on.
    interface Reading {
        void read(String path, InputStream in) throws IOException;
    }

    /// The files that were found, and what was passed over.
    Listing listing();

    /// The paths of the files that may be read, with `/` between folders, sorted.
    default List<String> paths() {
        return listing().paths();
    }

    /// Tells what was passed over when the paths were listed.
    default void tell(Problems problems) {
        listing().tell(problems);
    }

    /// Reads the files that are wanted, in the order of [#paths] where that is possible.
    void read(Predicate<String> wanted, Problems problems, Sink sink, Reading reading);

    @Override
    void close();

    /// Whether a path stays within its archive: relative, no `..`, no drive, no backslash, no
    /// control character.
    static boolean isSafe(String path) {
        return !path.isEmpty()
                && !path.startsWith("/")
                && path.length() <= 1000
                && path.chars().noneMatch(c -> c == '\\' || c == ':' || c < ' ')
                && List.of(path.split("/", -1)).stream()
                        .noneMatch(part -> part.equals("..") || part.equals("."));
    }

    /// Whether it is packed itself; what a Mac adds to a zip is not meant.
    static boolean isArchive(String path) {
        var name = path.toLowerCase(Locale.ROOT);
        return List.of(".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar").stream()
                .anyMatch(name::endsWith);
    }
}
