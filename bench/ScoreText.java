import gleaner.capture.FoundLink;
import gleaner.capture.MessageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scores finding links and hashtags in plain text against other projects' conformance samples.
///
///     java -cp 'target/classes:target/lib/*' bench/ScoreText.java [--wrong] [folder]
///
/// The folder (by default `../shared/corpus/extract`) holds `twitter_text.jsonl` and `mastodon_text.jsonl`: one sample a
/// line with `kind`, `input` and `expected`. Repeats count once, as in a message. Samples that expect a link without a
/// scheme or `www.` ask for what Gleaner does not do and are counted apart.
public final class ScoreText {

    private static final List<String> FILES = List.of("twitter_text.jsonl", "mastodon_text.jsonl");

    private final Map<String, int[]> rightAndWrong = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int schemeless;
    private int notOurs;

    public static void main(String[] arguments) throws IOException {
        var words = new ArrayList<>(Arrays.asList(arguments));
        boolean listWrong = words.remove("--wrong");
        Path folder = Path.of(words.isEmpty() ? "../shared/corpus/extract" : words.getFirst());
        if (FILES.stream().noneMatch(file -> Files.isReadable(folder.resolve(file)))) {
            System.out.println("Nothing scored: " + folder + " holds neither " + String.join(" nor ", FILES) + ".");
            return;
        }
        var score = new ScoreText();
        for (String file : FILES) {
            score.read(folder.resolve(file));
        }
        score.print(listWrong);
    }

    private void read(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            System.out.println(file + " is not there and is left out.");
            return;
        }
        var json = JsonMapper.builder().build();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                check(json.readTree(line));
            }
        }
    }

    private void check(JsonNode sample) {
        String kind = sample.path("kind").asString("");
        boolean links = kind.contains("urls") && !kind.contains("validate");
        boolean tags = kind.contains("hashtags") && !kind.contains("validate");
        if (!links && !tags) {
            notOurs++;
            return;
        }
        List<String> expected = expected(sample.path("expected"), links);
        if (links && expected.stream().anyMatch(url -> !hasScheme(url))) {
            schemeless++;
            return;
        }
        var message = MessageText.of(sample.path("input").asString(""));
        List<String> found = links
                ? message.links().stream().map(FoundLink::url).toList()
                : message.hashtags();
        boolean right = found.equals(expected.stream().distinct().toList());
        rightAndWrong.computeIfAbsent(kind, _ -> new int[2])[right ? 0 : 1]++;
        if (!right) {
            wrong.add(sample.path("id").asString("?") + "  " + sample.path("input") + "\n    expected " + expected
                    + "\n    found    " + found);
        }
    }

    private static List<String> expected(JsonNode node, boolean links) {
        JsonNode list = node.isObject() ? node.path(links ? "links" : "hashtags") : node;
        var values = new ArrayList<String>();
        for (JsonNode each : list) {
            values.add(each.isObject() ? each.path(links ? "url" : "hashtag").asString("") : each.asString(""));
        }
        return values;
    }

    private static boolean hasScheme(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("www.");
    }

    private void print(boolean listWrong) {
        int right = 0;
        int all = 0;
        for (var kind : rightAndWrong.entrySet()) {
            int[] counts = kind.getValue();
            right += counts[0];
            all += counts[0] + counts[1];
            System.out.printf(Locale.ROOT, "%-42s right %4d  wrong %4d%n", kind.getKey(), counts[0], counts[1]);
        }
        System.out.printf(Locale.ROOT, "%-42s right %4d  wrong %4d%n", "all", right, all - right);
        System.out.println("Apart: " + schemeless + " expect links without a scheme or www.; " + notOurs
                + " are of kinds that are not scored.");
        if (listWrong) {
            wrong.forEach(System.out::println);
        }
    }
}
