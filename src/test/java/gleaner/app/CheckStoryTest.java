package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Visibility;
import gleaner.store.RedisForTests;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `check` says is wrong, and that the command it names mends it; if this fails, an editor is
/// sent in circles on the last evening.
class CheckStoryTest {

    private static final String A = "https://one.example/a";
    private static final String B = "https://two.example/b";
    private static final Pattern COMMAND = Pattern.compile("`([a-z][^`]* [^`]*)`");

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir Path folder;

    private EditorsDesk desk;

    @BeforeEach
    void open() {
        desk = new EditorsDesk(redis, folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<String> notes(String kind) {
        return desk.json("check")
                .at("/notes")
                .valueStream()
                .filter(note -> note.path("kind").asString().equals(kind))
                .map(note -> note.path("markdown").asString())
                .collect(Collectors.toList());
    }

    private void set(String scene) {
        switch (scene) {
            case "bare" -> desk.eve("add " + A);
            case "said" -> desk.eve("add " + A + " How they moved a whole data centre");
            case "tracked" ->
                    desk.eve("add " + A + "?utm_source=news&page=2&fbclid=x#top They moved it all");
            case "cut off" -> desk.eve("add " + A + " They moved a whole data centre and …");
            case "cut title" ->
                    desk.post(
                            "m",
                            "[How they moved all of...](" + A + ") is a long tale.",
                            Visibility.PUBLIC);
            case "long" ->
                    desk.eve("blurb " + added(A) + " " + "So it went on and on. ".repeat(30));
            case "long title" -> {
                added(A);
                desk.eve("title " + "The week ".repeat(12));
            }
            case "cut issue title" -> {
                added(A);
                desk.eve("title The week of the…");
            }
            case "edited" -> {
                desk.post("m", "They moved a data centre: " + A, Visibility.PUBLIC);
                desk.eve("pick " + A);
                desk.edit("m", "They did not move a data centre: " + A);
            }
            case "deleted" -> {
                desk.post("m", "They moved a data centre: " + A, Visibility.PUBLIC);
                desk.eve("blurb " + desk.id(A) + " They moved.");
                desk.eve("pick " + A);
                desk.delete("m");
            }
            case "private" -> {
                desk.post("m", "Our own plans in detail: " + A, Visibility.PRIVATE);
                desk.eve("pick " + A);
            }
            case "quoted" -> {
                desk.post("m", "We will sell the whole company in May: " + A, Visibility.PRIVATE);
                desk.eve("blurb " + desk.id(A) + " They will sell the *whole* company in May.");
                desk.eve("pick " + A);
            }
            case "footnote" -> desk.eve("blurb " + added(A) + " They moved.\n\n[^1]: In a van.");
            case "woven" -> {
                added(A);
                added(B);
                desk.eve("intro Read [this](" + desk.id(A) + ").");
                desk.eve("skip " + A);
            }
            default -> throw new IllegalArgumentException(scene);
        }
    }

    private String added(String url) {
        desk.eve("add " + url + " They moved a whole data centre");
        return desk.id(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    said            | no-lead        | There is no lead: `lead ID` makes one of that item.
                    said            | no-intro       | There is no intro: write `intro …`.
                    bare            | no-words       | `ID` has no words: `blurb ID …`.
                    said            | unread         | The page of `ID` has not been read: `byline ID Author/Publisher` says who made it, or `refresh ID` has `./gleaner run` read it.
                    tracked         | tracked        | The URL of `ID` tells on its readers (`utm_source, fbclid`): `add https://one.example/a?page=2#top` keeps it without that.
                    cut off         | cut-off        | The sentence of `ID` is cut off: `blurb ID …` writes it whole.
                    cut title       | cut-off        | The sentence of `ID` is cut off: `blurb ID …` writes it whole.
                    cut issue title | cut-off        | The title is cut off: `title …` writes it whole.
                    long            | too-long       | The sentence of `ID` is longer than 500 characters: `blurb ID …` writes a shorter one, `lead ID` makes it a paragraph.
                    long title      | too-long       | The title has 107 characters, and mail programs show some 100: `title …` writes a shorter one.
                    edited          | changed        | A source of `ID` was edited or deleted after an editor worked on it: compare, then `blurb ID …` or `skip ID`.
                    deleted         | changed        | A source of `ID` was edited or deleted after an editor worked on it: compare, then `blurb ID …` or `skip ID`.
                    private         | private        | `ID` has no public source and stands without a sharer's words: `blurb ID …` or `skip ID`.
                    quoted          | private        | The words of `ID` repeat a share that is not public: `blurb ID …` writes others, unless its sharer agrees.
                    footnote        | footnote       | "The footnote `[^1]` in the words of `ID` has no mark and is left out: put `[^1]` where it belongs."
                    woven           | woven          | `ID` was skipped, but is woven into the intro: `intro …` writes them without it, `restore ID` makes it new.
                    """)
    void whatIsNotReadyIsMendedByTheCommandThatIsNamed(String scene, String kind, String told) {
        set(scene);
        var id = desk.id(scene.equals("tracked") ? A + "?page=2" : A);
        var sentence = told.replace("ID", id);
        assertThat(notes(kind)).contains(sentence);
        desk.eve(command(sentence, id));
        assertThat(notes(kind)).doesNotContain(sentence);
    }

    /// The first command that a sentence names, with words where it leaves room for them.
    private static String command(String sentence, String id) {
        if (sentence.contains("[^1]")) {
            return "blurb " + id + " They moved[^1].\n\n[^1]: In a van.";
        }
        var found = COMMAND.matcher(sentence);
        var commands =
                found.results()
                        .map(match -> match.group(1))
                        .filter(words -> !words.startsWith("utm"))
                        .toList();
        var words = sentence.contains("woven") ? commands.getLast() : commands.getFirst();
        return words.replace("…", "They moved a whole data centre in a night.");
    }

    @Test
    void whatTheTrackerWasAskedForIsInNoForm() {
        set("tracked");
        desk.eve("add https://one.example/a?page=2#top");
        for (var form : List.of("markdown", "html", "text", "json")) {
            assertThat(desk.eve("digest as " + form)).doesNotContain("utm_source", "fbclid");
        }
    }

    @Test
    void twoLinksOfOneStoryAreMergedOrKeptApart() {
        desk.eve("add " + A + " Gateway hats are out of fashion in the northern cluster");
        desk.eve("add " + B + " Gateway hats out of fashion in the northern cluster now");
        var a = desk.id(A);
        var b = desk.id(B);
        assertThat(notes("one-story"))
                .containsExactly(
                        "`%1$s` and `%2$s` may be one story: `merge %1$s %2$s` makes them one item; a `blurb` for each keeps them apart."
                                .formatted(a, b));
        desk.eve("merge " + a + " " + b);
        assertThat(notes("one-story")).isEmpty();
    }

    @Test
    void anIssueWithFarMoreWordsThanUsualIsTold() {
        for (int issue = 1; issue <= 3; issue++) {
            for (int link = 0; link < 3; link++) {
                desk.eve("add https://one.example/%d/%d They moved it all".formatted(issue, link));
            }
            desk.eve("publish");
        }
        desk.eve("intro " + "Words upon words. ".repeat(90));
        for (int link = 0; link < 3; link++) {
            desk.eve("add https://two.example/%d They moved it all".formatted(link));
        }
        assertThat(notes("length"))
                .singleElement()
                .asString()
                .matches(
                        "The draft has \\d+ words, and usually it is about \\d+: `hold` some for the next issue, or `skip` them\\.");
        desk.eve("intro Words.");
        assertThat(notes("length")).isEmpty();
    }
}
