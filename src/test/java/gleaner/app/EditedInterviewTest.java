package gleaner.app;

import static gleaner.app.EditedIssue.replacing;
import static gleaner.app.EditedIssue.section;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// An editor types an interview into the draft's text, as drafts show them. If these fail, it is
/// taken for a section without items, and somebody's evening of questions is lost.
class EditedInterviewTest {

    private static final String CHAT =
            """
            ## A chat with the keeper of the gate

            Ada keeps [the gate](https://gate.example/about) and its key.

            **Is it *open*?**

            Mostly[^gate].

            Mind the step.

            **And at night?**

            [The other gate](https://gate.example/night) is.

            """;

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir private Path folder;

    @SuppressWarnings("NullAway") // set before each test
    private EditedIssue issue;

    @BeforeEach
    void theWeek() throws IOException {
        issue = new EditedIssue(redis, folder);
        issue.edit(text ->
                text.replace(section(text, "A chat with the keeper of the charts"), "")
                        .replace("[^4]: He was wearing corduroy.\n\n", "")
                        .replace("[^5]", "[^4]"));
    }

    private static String typed(String text, String chat, String before) {
        return text.replace("## " + before + "\n", chat + "## " + before + "\n");
    }

    @Test
    void aTypedInterviewIsOne() throws IOException {
        var done =
                issue.edit(
                        text ->
                                typed(text, CHAT, "Releases")
                                        .replace("[^1]: ", "[^gate]: Half of it.\n\n[^1]: "),
                        text ->
                                typed(text, CHAT, "Releases")
                                        .replace("[^gate]", "[^4]")
                                        .replace("[^4]: The duck", "[^5]: The duck")
                                        .replace("request[^4]", "request[^5]")
                                        .replace("[^5]: The", "[^4]: Half of it.\n\n[^5]: The"));
        assertThat(done.out()).contains("Changed the interview.");
        assertThat(issue.say("interview").out()).contains("And at night?");
        issue.edit(replacing("Mind the step.", "Mind *the* step."));
        issue.edit(replacing("**And at night?**", "**And at night?**\n\nNo.\n\n**Never?**"));
    }

    @Test
    void itStandsWhereItWasTyped() throws IOException {
        var chat = CHAT.replace("[^gate]", "");
        issue.edit(text -> typed(text, chat, "News in brief"));
        issue.edit(text -> text.replace(chat, ""));
        issue.edit(text -> typed(text, chat, "Post-ingress"));
    }

    @Test
    void severalPeopleAreToldApart() throws IOException {
        issue.edit(text ->
                typed(
                        text,
                        """
                        ## At the gate

                        **Is it open?**

                        **Ada:** Mostly.

                        **Grace:** Never on Mondays.

                        **And now?**

                        **Ada:** It is Monday.

                        """,
                        "Releases"));
        assertThat(issue.draft()).contains("**Grace:** Never");
    }

    @Test
    void whoTypedOneWhileAnotherWasMadeIsTold() throws IOException {
        var older = issue.draft();
        issue.say("interview", "Q: Who else? A: Nobody.");
        var now = issue.draft();
        var done = issue.taken(typed(older, CHAT.replace("[^gate]", ""), "Releases"));
        assertThat(done.out())
                .contains("Somebody else has changed the interview since; theirs stays.")
                .contains("Is it *open*?")
                .contains("Mind the step.");
        assertThat(issue.draft()).isEqualTo(now);
    }
}
