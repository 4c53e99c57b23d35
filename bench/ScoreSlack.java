import gleaner.capture.FoundLink;
import gleaner.capture.MessageText;
import gleaner.slack.SlackReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Scores what is read out of text in Slack's markup: the links, their labels, the hashtags.
///
///     java -cp 'target/classes:target/lib/*' bench/ScoreSlack.java [--wrong] [file]
///
/// The file (by default `../shared/corpus/extract/slack_mrkdwn.jsonl`) holds a sample a line with `input` (the `text` of a
/// message without blocks) and `expected` (`links`, `labels` with null for none, `hashtags`).
public final class ScoreSlack {

    private ScoreSlack() {}

    public static void main(String[] arguments) throws IOException {
        var words = new ArrayList<>(Arrays.asList(arguments));
        boolean listWrong = words.remove("--wrong");
        Path file = Path.of(words.isEmpty() ? "../shared/corpus/extract/slack_mrkdwn.jsonl" : words.getFirst());
        if (!Files.isReadable(file)) {
            System.out.println("Nothing scored: " + file + " is not there.");
            return;
        }
        int[] right = new int[3];
        int all = 0;
        var json = JsonMapper.builder().build();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            all++;
            var sample = json.readTree(line);
            var expected = sample.path("expected");
            var message = JsonNodeFactory.instance.objectNode()
                    .put("type", "message")
                    .put("text", sample.path("input").asString(""));
            var text = MessageText.of(SlackReading.of(message.toString()).orElseThrow().markdown());
            var links = text.links().stream().map(FoundLink::url).toList();
            var labels = text.links().stream().map(FoundLink::words).toList();
            boolean[] fine = {
                links.equals(texts(expected.path("links"))),
                labels.equals(texts(expected.path("labels"))),
                text.hashtags().equals(texts(expected.path("hashtags")))
            };
            for (int i = 0; i < fine.length; i++) {
                right[i] += fine[i] ? 1 : 0;
            }
            if (listWrong && !(fine[0] && fine[1] && fine[2])) {
                System.out.println(sample.path("id").asString("?") + "  " + sample.path("input") + "\n    expected "
                        + expected + "\n    found    " + links + " " + labels + " " + text.hashtags());
            }
        }
        System.out.printf(
                Locale.ROOT, "of %d: links %d, labels %d, hashtags %d right%n", all, right[0], right[1], right[2]);
    }

    private static List<String> texts(JsonNode list) {
        var values = new ArrayList<String>();
        for (JsonNode each : list) {
            values.add(each.asString(""));
        }
        return values;
    }
}
