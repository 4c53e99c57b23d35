package gleaner.app;

import static gleaner.app.EditedIssue.replacing;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The issue's own words may have lists. If these fail, an editor's list is a heap of words, or is
/// refused.
class EditedListsTest {

    private static final String LIST =
            """
            Three things to know:

            - The ferry is *late*.
            - [The timetable](https://ferry.example/times) is [a tale](https://lwn.net/Articles/1098765/).
            - There is soup[^soup], and it is a soup of which one could tell a good deal if the line were longer than this.

            """;
    private static final String STEPS =
            """
            1. Take the ferry.
            2. Sit down.

            """;

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir private Path folder;

    @SuppressWarnings("NullAway") // set before each test
    private EditedIssue issue;

    @BeforeEach
    void theWeek() {
        issue = new EditedIssue(redis, folder);
    }

    private static String typed(String text) {
        return text.replace("I spent most", LIST.replace("[^soup]", "") + "I spent most")
                .replace("Missing the sound", STEPS + "Missing the sound");
    }

    @Test
    void listsInTheIssuesOwnWordsStayLists() throws IOException {
        var done = issue.edit(EditedListsTest::typed);
        assertThat(done.out()).contains("Changed the intro, the closing.");
        assertThat(issue.say("digest", "as", "html").out())
                .contains(
                        """
                        <ul style="margin:0 0 16px;padding:0 0 0 20px">
                        <li dir="auto" style="margin:0 0 6px">The ferry is <em>late</em>.</li>
                        """)
                .contains(
                        """
                        <ol style="margin:0 0 16px;padding:0 0 0 20px">
                        <li dir="auto" style="margin:0 0 6px">Take the ferry.</li>
                        <li dir="auto" style="margin:0 0 6px">Sit down.</li>
                        </ol>
                        """);
        assertThat(issue.say("digest", "as", "text").out())
                .contains(
                        """
                        Three things to know:

                        - The ferry is late.
                        """)
                .contains(
                        """
                        - There is soup, and it is a soup of which one could tell a good deal if
                          the line were longer than this.

                        """)
                .contains(
                        """
                        1. Take the ferry.
                        2. Sit down.

                        """);
        assertThat(issue.say("digest", "as", "json").out())
                .contains("<ol><li>Take the ferry.</li><li>Sit down.</li></ol>");
        issue.edit(replacing("- The ferry is *late*.\n", ""));
        issue.edit(replacing("2. Sit down.", "2. Stand.\n3. Sit down."));
    }

    @Test
    void aListMayHaveFootnotesAndOtherMarksAndEmptyLines() throws IOException {
        issue.edit(
                text ->
                        text.replace(
                                        "I spent most",
                                        LIST.replace("\n- ", "\n\n*   ")
                                                        .replace("of which", "of\nwhich")
                                                + "I spent most")
                                .replace("[^1]: ", "[^soup]: Of peas.\n\n[^1]: "),
                text -> {
                    var moved = text;
                    for (int i = 5; i > 0; i--) {
                        moved = moved.replace("[^" + i + "]", "[^" + (i + 1) + "]");
                    }
                    return moved.replace(
                                    "I spent most", LIST.replace("soup]", "1]") + "I spent most")
                            .replace("[^2]: ", "[^1]: Of peas.\n\n[^2]: ");
                });
    }

    @Test
    void commandsWriteListsToo() {
        issue.say("intro", "Two:\n- one\n- two\n\n2026. A year.");
        assertThat(issue.draft()).contains("Two:\n\n- one\n- two\n\n2026\\. A year.\n\n## Post");
    }
}
