package gleaner.importing;

import gleaner.importing.Problems.Kind;
import java.util.ArrayList;
import java.util.List;

/// Collects the paths of a tree, and what is to be told of those that are not taken.
final class Listing {

    private record Trouble(Kind kind, String path, String sentence) {}

    private static final int MOST_TROUBLES = 1000;

    private final int most;
    private final List<String> paths = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private int seen;

    Listing(Limits limits) {
        this.most = limits.entries();
    }

    /// Takes a file's path if it can be trusted; false where there are too many.
    boolean add(String path) {
        if (++seen > most) {
            trouble(
                    Kind.LIMIT,
                    path,
                    "There are more than %s files; this and the rest are left out."
                            .formatted(Texts.number(most)));
            return false;
        }
        if (!Tree.isSafe(path)) {
            trouble(
                    Kind.NAME,
                    path,
                    "The path leads out of the archive or is malformed; the file is left out.");
        } else if (Tree.isArchive(path)) {
            trouble(
                    Kind.NESTED,
                    path,
                    "An archive inside the archive is not opened; import it by itself.");
        } else if (path.endsWith(".json")) {
            paths.add(path);
        }
        return true;
    }

    void trouble(Kind kind, String path, String sentence) {
        if (troubles.size() < MOST_TROUBLES) {
            troubles.add(new Trouble(kind, path, sentence));
        }
    }

    List<String> paths() {
        return paths.stream().distinct().sorted().toList();
    }

    void tell(Problems problems) {
        troubles.forEach(trouble ->
                problems.add(trouble.kind, Texts.name(trouble.path), 0, trouble.sentence));
    }
}
