package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A week of the invented team in `examples/`, from its messages to the whole draft, compared byte
/// for byte.
///
/// After a wanted change of the draft, `-Dgolden=write` writes the files anew: read them before
/// they are committed.
class WeekStoryTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Path GOLDEN = Path.of("src/test/resources/gleaner/app");

    private final Shell shell = new Shell(redis);

    @ParameterizedTest
    @CsvSource({"markdown, week.md", "html, week.html", "text, week.txt", "json, week.json"})
    void theWeekBecomesTheDraft(String format, String file) throws IOException {
        importWeek();
        assertSame(shell.run("digest", "as", format).out(), GOLDEN.resolve(file));
    }

    @Test
    void makingItAgainChangesNothingAndKeepsEveryWordOfTheEditor() throws IOException {
        importWeek();
        var before = shell.run("digest").out();
        importWeek();
        assertThat(shell.run("digest").out()).isEqualTo(before);

        shell.run(
                "blurb",
                "https://openssf.org/blog/2026/11/18/a-baseline-for-small-projects/",
                "Words of the editor.");
        var edited = shell.run("digest").out();
        assertThat(edited).contains("of the editor.").isNotEqualTo(before);
        importWeek();
        assertThat(shell.run("digest").out()).isEqualTo(edited);

        assertThat(shell.run("undo").code()).isZero();
        assertThat(shell.run("digest").out()).isEqualTo(before);
    }

    /// All that an issue may have: a cold open with a picture, a section of its own in which three
    /// paragraphs weave four links, an interview, footnotes from beginning to end.
    @ParameterizedTest
    @CsvSource({
        "markdown, newsletter.md",
        "html, newsletter.html",
        "text, newsletter.txt",
        "json, newsletter.json"
    })
    void theEditorMakesItTheWholeNewsletter(String format, String file) throws IOException {
        importWeek();
        makeTheNewsletter();
        assertSame(shell.run("digest", "as", format).out(), GOLDEN.resolve(file));
        assertThat(shell.run("publish").code()).isZero();
        assertThat(shell.run("issue", "1", "as", format).out())
                .doesNotContain("Notes for the editor");
    }

    /// Nothing in it is the editor's alone any more.
    @Test
    void whatWasPublishedIsReadByItselfAndInFeeds() throws IOException {
        importWeek();
        makeTheNewsletter();
        assertThat(shell.run("publish").code()).isZero();
        assertSame(shell.run("issue", "1").out(), GOLDEN.resolve("newsletter.published.md"));
        for (var form : List.of("atom", "rss", "json")) {
            assertSame(shell.run("feed", form).out(), GOLDEN.resolve("newsletter.feed." + form));
        }
    }

    private void makeTheNewsletter() {
        for (var said : NEWSLETTER) {
            var done = shell.run(said);
            assertThat(done.code()).as(String.join(" ", said) + done.out() + done.err()).isZero();
        }
    }

    static final String[][] NEWSLETTER = {
        {"title", "Gateway to *Haven*"},
        {
            "intro",
            """
            This was the week in which the weather service ran out of names for storms, and our monitoring ran out of disk. \
            Nobody can prove that the two are related.

            I spent most of it on a ferry, where the only dashboards are the ones with a compass on them. The crossing takes \
            eleven hours if the sea agrees[^sea]. It is a fine place to read a whole changelog, twice.

            ![A red ferry below a very dark cloud](https://pictures.example/ferry.jpg "Photo: Mira Ekholm")

            Before you ask: the pun above is nobody's fault but mine. A model was offered the job and suggested \
            “Container Ship Happens”((We are keeping that one for the summer.)).

            [^sea]: It did not agree.
            """
        },
        {"new section", "Post-ingress"},
        {
            "weave",
            "in",
            "post-ingress",
            "So it is settled: the project has published [the next steps for the Gateway API](8w62), and with them a date by"
                    + " which the old controllers say goodbye. Having read [the guide](https://gateway-api.sigs.k8s.io/guides/migrating-from-ingress/)"
                    + " on the ferry, I can report that it is longer than the crossing^[Both ways.]."
        },
        {
            "weave",
            "in",
            "post-ingress",
            "Istio could not wait, and takes its [ambient mode](7k9q) from one cluster to the next."
        },
        {
            "weave",
            "in",
            "post-ingress",
            "Oh well. Linkerd has put a price on [the sidecar](bqck) just as everybody stops buying them. We move on."
        },
        {
            "picture",
            "f8zh",
            "https://pictures.example/racks.png",
            "Two rows of racks, one of them lit (Wikimedia)"
        },
        {
            "interview",
            """
            Helm turned ten on Thursday, which in this business is old enough to be asked about its health. \
            We put our questions to Jonas Weld, who has packed charts since the first of them.

            He brought [the release of the week](96bp), which waits for your custom resources to be ready.

            Mira: Ten years! Did the project get a *cake*, or only the chart for one?
            Jonas: A chart. The cake is a dependency, and nobody pinned it.

            We had crisps.
            Mira: When will it be rewritten in something fashionable?
            Jonas: It was fashionable when we started. You wait, it comes round again((He was wearing corduroy.)).
            Mira: What is your favourite knot?
            Jonas: Could you ask about software?
            Mira: Does anybody ever read the notes that are printed after an install?
            Jonas: One person. She writes to us every month. Hello, Ingrid!
            """
        },
        {"interview", "title", "A chat with the keeper of the charts"},
        {"interview", "cut", "5-6"},
        {"interview", "rename", "jonas", "to", "Jonas Weld"},
        {
            "closing",
            """
            Missing the sound of my voice? I read the whole of the migration guide to a rubber duck, and the recording \
            is available on request[^duck].

            [^duck]: The duck has asked not to be named.
            """
        },
    };

    @Test
    void whoIsNoEditorGetsTheDraftWithoutTheNotes() throws IOException {
        importWeek();
        var strict =
                Files.writeString(
                        Files.createTempFile("strict", ".yaml"), "editors:\n  terminal: [mira]\n");
        assertThat(shell.run("--config", strict.toString(), "digest").out())
                .startsWith("# Issue 1:")
                .doesNotContain("Notes for the editor");
        assertThat(shell.run("--config", strict.toString(), "--as", "mira", "digest").out())
                .contains("Notes for the editor");
        Files.delete(strict);
    }

    @Test
    void theSlackExportOfTheSameTeamJoinsTheSameLinks() throws IOException {
        importWeek();
        var imported = shell.run("import", "examples/slack-export");
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err()).isEmpty();
        assertThat(shell.run("import", "examples/slack-export").out()).contains("nothing new");
    }

    private void importWeek() {
        var imported = shell.run("import", "examples/week.jsonl");
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err()).isEmpty();
    }

    private static void assertSame(String actual, Path golden) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
