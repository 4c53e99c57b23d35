import gleaner.capture.FoundLink;
import gleaner.capture.MessageText;
import gleaner.command.CommandParser;
import gleaner.command.Periods;
import gleaner.mastodon.MastodonWords;
import gleaner.news.Section;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scores finding links and hashtags in the HTML of real statuses against what their servers say of them.
///
///     java -cp 'target/classes:target/lib/*' bench/ScoreMastodon.java [--wrong] [file]
///
/// The file (by default `../shared/corpus/extract/mastodon_status.jsonl`) holds a sample a line with `input` (HTML) and
/// `expected`: `links` and `hashtags`. Hashtags are compared without case, as servers fold them. Counted apart are samples
/// of which a link stands only in the `quote-inline` fallback, which Gleaner skips on purpose.
public final class ScoreMastodon {

    private final JsonMapper json = JsonMapper.builder().build();
    private final List<String> wrong = new ArrayList<>();
    private int links;
    private int linksRight;
    private int tags;
    private int tagsRight;
    private int fallback;

    public static void main(String[] arguments) throws IOException {
        var words = new ArrayList<>(Arrays.asList(arguments));
        boolean listWrong = words.remove("--wrong");
        Path file = Path.of(words.isEmpty() ? "../shared/corpus/extract/mastodon_status.jsonl" : words.getFirst());
        if (!Files.isReadable(file)) {
            System.out.println("Nothing scored: " + file + " is not there.");
            return;
        }
        var score = new ScoreMastodon();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                score.check(score.json.readTree(line));
            }
        }
        System.out.printf(Locale.ROOT, "links     right %4d  wrong %4d%n", score.linksRight, score.links - score.linksRight);
        System.out.printf(Locale.ROOT, "hashtags  right %4d  wrong %4d%n", score.tagsRight, score.tags - score.tagsRight);
        System.out.println("Apart: " + score.fallback + " hold a link only in the fallback of a quote.");
        if (listWrong) {
            score.wrong.forEach(System.out::println);
        }
    }

    private void check(JsonNode sample) {
        var html = sample.path("input").asString("");
        var text = MessageText.of(MastodonWords.of(status(html), parser()).markdown());
        var found = text.links().stream().map(FoundLink::url).distinct().toList();
        var expected = values(sample.path("expected").path("links"));
        if (html.contains("quote-inline") && !expected.equals(found)) {
            fallback++;
        } else {
            links++;
            linksRight += note(sample, "links", expected, found) ? 1 : 0;
        }
        tags++;
        var folded = text.hashtags().stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();
        tagsRight += note(sample, "hashtags", values(sample.path("expected").path("hashtags")), folded) ? 1 : 0;
    }

    private boolean note(JsonNode sample, String what, List<String> expected, List<String> found) {
        boolean right = new LinkedHashSet<>(expected).equals(new LinkedHashSet<>(found));
        if (!right) {
            wrong.add(sample.path("id").asString("?") + "  " + what + "\n    expected " + expected + "\n    found    "
                    + found + "\n    " + sample.path("input").asString(""));
        }
        return right;
    }

    private String status(String html) {
        var status = json.createObjectNode().put("id", "1").put("created_at", "2026-11-16T08:00:00Z").put("content", html);
        status.putObject("account").put("id", "2").put("acct", "ada@far.example");
        return status.toString();
    }

    private static List<String> values(JsonNode list) {
        var values = new ArrayList<String>();
        list.forEach(each -> values.add(each.asString("")));
        return values;
    }

    private static CommandParser parser() {
        var name = new SectionName("news");
        var sections = new Sections(List.of(new Section(name, "News", List.of())), name, name);
        return new CommandParser(sections, new Periods(Clock.systemUTC(), ZoneOffset.UTC, DayOfWeek.MONDAY, Locale.ENGLISH));
    }
}
