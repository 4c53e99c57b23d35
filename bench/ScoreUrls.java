import gleaner.capture.LinkKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Scores the canonical key on pairs of URLs that are known to be the same page or different ones.
///
/// Run after `mvn -Dquick package` or with the class path of a compiled tree:
/// `java -cp 'target/classes:target/lib/*' bench/ScoreUrls.java [--wrong] [pairs.tsv]`.
/// The file has a heading and four columns: url_a, url_b, label (same or different), kind.
public final class ScoreUrls {

    private static final String USUAL = "../shared/corpus/urls/pairs.tsv";

    /// Counts of one kind.
    private static final class Tally {
        int right;
        int wrong;
    }

    public static void main(String[] args) throws IOException {
        boolean tell = List.of(args).contains("--wrong");
        List<String> files = new ArrayList<>(List.of(args));
        files.remove("--wrong");
        Path file = Path.of(files.isEmpty() ? USUAL : files.getFirst());
        if (!Files.isReadable(file)) {
            System.out.println("No pairs to score: " + file + " is not there.");
            return;
        }
        LinkKeys keys = new LinkKeys();
        Map<String, Tally> kinds = new TreeMap<>();
        Map<String, Tally> labels = new TreeMap<>();
        Tally all = new Tally();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", -1);
            if (cells.length < 4 || cells[2].equals("label")) {
                continue;
            }
            String a = keys.of(cells[0]).value();
            String b = keys.of(cells[1]).value();
            boolean right = a.equals(b) == cells[2].equals("same");
            for (Tally tally :
                    List.of(
                            all,
                            labels.computeIfAbsent(cells[2], label -> new Tally()),
                            kinds.computeIfAbsent(cells[2] + " " + cells[3], k -> new Tally()))) {
                if (right) {
                    tally.right++;
                } else {
                    tally.wrong++;
                }
            }
            if (tell && !right) {
                System.out.printf("%s [%s]%n  %s%n  %s%n  %s%n  %s%n",
                        cells[2], cells[3], cells[0], cells[1], a, b);
            }
        }
        System.out.printf("%-34s %6s %6s%n", "kind", "right", "wrong");
        kinds.forEach((kind, t) -> System.out.printf("%-34s %6d %6d%n", kind, t.right, t.wrong));
        Tally different = labels.getOrDefault("different", new Tally());
        System.out.printf("%-34s %6d %6d%n", "all", all.right, all.wrong);
        System.out.printf("right: %.1f %% of %d pairs%n", percent(all.right, all), all.right + all.wrong);
        System.out.printf("merged: %.1f %% of %d different ones%n",
                percent(different.wrong, different), different.right + different.wrong);
    }

    private static double percent(int part, Tally of) {
        return of.right + of.wrong == 0 ? 0 : 100.0 * part / (of.right + of.wrong);
    }
}
