package gleaner.app;

import static gleaner.app.EditedIssue.replacing;
import static gleaner.app.EditedIssue.section;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// An editor moves, makes and takes away whole sections in the draft's text. If these fail, a
/// section stands where nobody put it, or what stood in it is gone.
class EditedSectionsTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir private Path folder;

    @SuppressWarnings("NullAway") // set before each test
    private EditedIssue issue;

    @BeforeEach
    void theWeek() {
        issue = new EditedIssue(redis, folder);
    }

    /// Puts a section before another one.
    private static UnaryOperator<String> moving(String heading, String before) {
        return text -> {
            var moved = section(text, heading);
            return text.replace(moved, "")
                    .replace("## " + before + "\n", moved + "## " + before + "\n");
        };
    }

    @Test
    void aSectionStandsWhereItsHeadingWasPut() throws IOException {
        var done = issue.edit(moving("Security", "Releases"));
        assertThat(done.out()).contains("Changed the order of the sections.");
        assertThat(done.code()).isZero();
        issue.edit(moving("News in brief", "Post-ingress"));
        issue.edit(moving("A chat with the keeper of the charts", "That is all for now"));
        issue.edit(moving("A chat with the keeper of the charts", "Security"));
        issue.edit(moving("Post-ingress", "News in brief"));
        issue.say("add", "https://late.example/ Something late #security");
        assertThat(issue.draft().indexOf("late.example"))
                .isBetween(
                        issue.draft().indexOf("## Security"), issue.draft().indexOf("## Releases"));
    }

    @Test
    void aMovedSectionMayHaveOtherItemsAndAnotherHeading() throws IOException {
        issue.edit(text ->
                moving("Security", "Releases")
                        .apply(text)
                        .replace("## Releases", "## Out this week")
                        .replace("- Prometheus has", "- Prometheus now has"));
        issue.edit(moving("Out this week", "Security"));
    }

    @Test
    void whatStoodBelowAHeadingThatIsTakenAwayStandsElsewhere() throws IOException {
        issue.edit(
                replacing("## Security\n\n", ""),
                text -> text.replace("\n\n## Security\n\n", "\n"));
        issue.edit(text -> {
            var releases = section(text, "Releases");
            return text.replace(releases, "")
                    .replace(
                            "## News in brief\n\n",
                            "## News in brief\n\n"
                                    + releases.replace("## Releases\n\n", "").stripTrailing()
                                    + "\n");
        });
        assertThat(issue.draft()).doesNotContain("## Releases").doesNotContain("## Security");
    }

    @Test
    void aNewHeadingWithItemsBelowItIsASectionOfTheIssue() throws IOException {
        issue.edit(text -> {
            var flux = line(text, "Flux keeps");
            var lwn = line(text, "LWN on");
            return text.replace(flux, "")
                    .replace(lwn, "")
                    .replace(
                            "## Security\n",
                            "## For a rainy day\n\n"
                                    + flux.substring(2)
                                    + "\n"
                                    + lwn.substring(2)
                                    + "\n## Security\n");
        });
        issue.edit(moving("For a rainy day", "That is all for now"));
    }

    @Test
    void theLastWordsStayTheLast() throws IOException {
        var before = issue.draft();
        var done = issue.taken(moving("That is all for now", "Releases").apply(before));
        assertThat(done.out()).contains("The last words stand at the end of every issue.");
        assertThat(EditedIssue.words(issue.draft())).isEqualTo(EditedIssue.words(before));
    }

    @Test
    void whoMovedSectionsFirstIsRight() throws IOException {
        var older = issue.draft();
        issue.taken(moving("Security", "Releases").apply(older));
        var mine = issue.draft();
        var done = issue.taken(moving("News in brief", "Releases").apply(older));
        assertThat(done.out())
                .contains(
                        "Somebody else has changed the order of the sections since; theirs stays.");
        assertThat(issue.draft()).isEqualTo(mine);
    }

    private static String line(String text, String with) {
        return text.lines().filter(line -> line.contains(with)).findFirst().orElseThrow() + "\n";
    }
}
