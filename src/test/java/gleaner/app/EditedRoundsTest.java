package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.app.config.Config;
import gleaner.command.Asker;
import gleaner.news.Channel;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Role;
import gleaner.news.Visibility;
import gleaner.store.RedisForTests;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Edited here, made again, edited there, at random: if one of these fails, an editor's word got
/// lost, or a draft drifts from what its editor wrote.
class EditedRoundsTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Pattern LINK = Pattern.compile("\\]\\((https?://[^ ]+?)\\)(?=[^)]|$)");

    private final Random random = new Random(0);
    private int count;

    static IntStream seeds() {
        return IntStream.range(0, 12);
    }

    private House house() {
        var config =
                Config.load(
                        Path.of("").toAbsolutePath(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of("REDIS_URL", redis.url()));
        return House.open(
                config,
                Clock.fixed(Shell.NOW, ZoneOffset.UTC),
                random,
                _ -> {},
                gleaner.page.PageReader::builtIn);
    }

    private Asker asker() {
        var channel = Channel.of("terminal", "general");
        return new Asker(
                new MessageId(channel.id(), "e" + count++),
                Person.of("terminal", "eve"),
                Role.EDITOR,
                channel,
                Visibility.PUBLIC,
                Shell.NOW.plusSeconds(count),
                Optional.empty());
    }

    private String draft(House house) {
        return house.commands().run("digest", asker()).markdown();
    }

    /// Without the notes; the title that nobody wrote tells of days, which a new link may change.
    private static String words(String draft) {
        return draft.substring(0, draft.indexOf("\n---\n"));
    }

    private static String untitled(String words) {
        return words.startsWith("# Issue") ? words.substring(words.indexOf('\n')) : words;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noWordIsLostAndNoLinkDoubled(int seed) {
        random.setSeed(seed);
        var shell = new Shell(redis);
        shell.run("import", "examples/week.jsonl");
        if (seed % 2 == 0) {
            for (var said : WeekStoryTest.NEWSLETTER) {
                shell.run(said);
            }
        }
        try (var house = house()) {
            for (int round = 0; round < 6; round++) {
                var before = draft(house);
                var written = new ArrayList<String>();
                var text = before;
                for (int i = 0; i < 1 + random.nextInt(4); i++) {
                    text = edited(text, written);
                }
                var edited = text;
                var taken = house.takeBack().run(edited, asker());
                var after = draft(house);
                var told = taken.reply().markdown();
                written.removeIf(word -> !words(edited).contains(word));
                for (var word : written) {
                    assertThat(after + told).as("%s\n%s".formatted(told, edited)).contains(word);
                }
                if (taken.isWhole()) {
                    assertSame(untitled(words(edited)), untitled(words(after)), told);
                }
                assertThat(doubled(after)).as(told).isSubsetOf(doubled(edited));
                assertThat(house.takeBack().run(after, asker()).reply().markdown())
                        .as(told)
                        .isEqualTo("Nothing was changed.");
                if (random.nextInt(4) == 0) {
                    if (!told.equals("Nothing was changed.")) {
                        house.commands().run("undo", asker());
                        assertSame(words(before), words(draft(house)), "undo of " + told);
                    }
                }
            }
        }
    }

    private static void assertSame(String expected, String actual, String told) {
        var missing = new ArrayList<>(expected.lines().toList());
        missing.removeAll(actual.lines().toList());
        var more = new ArrayList<>(actual.lines().toList());
        more.removeAll(expected.lines().toList());
        assertThat(more).as(told).isEqualTo(missing);
        assertThat(actual.strip()).isEqualTo(expected.strip());
    }

    private static List<String> doubled(String draft) {
        var seen = new ArrayList<String>();
        var twice = new ArrayList<String>();
        var matcher = LINK.matcher(words(draft));
        while (matcher.find()) {
            if (seen.contains(matcher.group(1))) {
                twice.add(matcher.group(1));
            }
            seen.add(matcher.group(1));
        }
        return twice;
    }

    private String word() {
        return "Word" + Long.toString(random.nextLong(1 << 30), 36);
    }

    private String edited(String draft, List<String> written) {
        var lines = new ArrayList<>(words(draft).lines().toList());
        var rest = draft.substring(words(draft).length());
        var items = new ArrayList<Integer>();
        var paragraphs = new ArrayList<Integer>();
        var headings = new ArrayList<Integer>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.startsWith("- ")) {
                items.add(i);
            } else if (line.startsWith("## ") && !line.startsWith("## That is")) {
                headings.add(i);
            } else if (!line.isBlank()
                    && !line.startsWith("#")
                    && !line.startsWith("[^")
                    && !line.startsWith("*Cold")
                    && !line.startsWith("Until")
                    && !line.contains("![")) {
                paragraphs.add(i);
            }
        }
        var word = word();
        int item = items.get(random.nextInt(items.size()));
        var line = lines.get(item);
        switch (random.nextInt(9)) {
            case 0 -> {
                lines.set(item, line.replaceFirst("^- ", "- " + word + " "));
                written.add(word);
            }
            case 1 -> {
                int to = items.get(random.nextInt(items.size()));
                if (!isFollowed(lines, item) && !isFollowed(lines, to)) {
                    lines.remove(item);
                    lines.add(to > item ? to - 1 : to, line);
                }
            }
            case 2 -> {
                if (items.size() > 8 && !isFollowed(lines, item) && isRemovable(lines, item)) {
                    lines.remove(item);
                }
            }
            case 3 -> {
                lines.add(
                        item,
                        "- %s [is new](https://new.example/%s)."
                                .formatted(word, word.toLowerCase(java.util.Locale.ROOT)));
                written.add(word);
            }
            case 4 -> {
                int heading = headings.get(random.nextInt(headings.size()));
                lines.set(heading, lines.get(heading) + " " + word);
                written.add(word);
            }
            case 5 -> {
                if (!paragraphs.isEmpty()) {
                    int paragraph = paragraphs.get(random.nextInt(paragraphs.size()));
                    var text = lines.get(paragraph);
                    lines.set(
                            paragraph,
                            text.endsWith("**")
                                    ? text.substring(0, text.length() - 2) + " " + word + "**"
                                    : word + " *" + word + "* " + text);
                    written.add(word);
                }
            }
            case 6 -> {
                lines.set(0, "# " + word + " *and* more");
                written.add(word);
            }
            case 7 -> {
                lines.set(item, line.replaceFirst("\\]\\(", " " + word + "]("));
                written.add(word);
            }
            default -> {
                int end = line.lastIndexOf(").");
                if ((end < 0 && line.endsWith(".)")) || line.endsWith(")")) {
                    int open = line.lastIndexOf(" (");
                    if (open > 0 && !line.substring(open).contains("http")) {
                        lines.set(item, line.substring(0, open) + " (" + word + "/Paper)");
                        written.add(word);
                    }
                }
            }
        }
        return String.join("\n", lines) + rest;
    }

    /// An item with something below it.
    private static boolean isFollowed(List<String> lines, int at) {
        return at + 2 < lines.size()
                && lines.get(at + 1).isBlank()
                && lines.get(at + 2).startsWith("  ");
    }

    /// Not the only one of its section, which would leave a heading without items.
    private static boolean isRemovable(List<String> lines, int at) {
        return lines.get(at - 1).startsWith("- ")
                || (at + 1 < lines.size() && lines.get(at + 1).startsWith("- "));
    }

    @Test
    void fiveHundredItemsAreTakenBackAtOnce() {
        try (var house = house()) {
            for (int i = 0; i < 500; i++) {
                house.commands()
                        .run(
                                "add https://many.example/%d Lamp number %d is lit tonight in town %d"
                                        .formatted(i, i, i),
                                asker());
            }
            var draft = draft(house);
            var edited = draft.replace("Lamp number 7 ", "Lamp number 7, and only that, ");
            assertThat(house.takeBack().run(edited, asker()).isWhole()).isTrue();
            assertSame(words(edited), words(draft(house)), "");
        }
    }
}
