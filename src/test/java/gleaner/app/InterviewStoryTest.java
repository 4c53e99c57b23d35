package gleaner.app;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Channel;
import gleaner.news.Interview;
import gleaner.news.Interview.Kind;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Visibility;
import gleaner.store.RedisForTests;
import gleaner.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// A thread on its way into an issue. If one of these fails, an interview changes behind its
/// editor's back, or says what was said in private.
class InterviewStoryTest {

    private static final Channel LINKS = Channel.of("slack", "C1");

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir Path folder;

    private final Shell shell = new Shell(redis);
    private Store store;
    private String config;

    @BeforeEach
    void open() throws IOException {
        store = redis.store();
        var file = folder.resolve("gleaner.yaml");
        Files.writeString(file, "newsroom:\n  team: test\n");
        config = file.toString();
    }

    private String run(String... words) {
        var all = new java.util.ArrayList<>(List.of("--config", config));
        all.addAll(List.of(words));
        var done = shell.run(all.toArray(String[]::new));
        return done.out() + done.err();
    }

    private void keep(String answer, Visibility visibility) {
        store.interviews()
                .keep(
                        new Interview(
                                new MessageId(LINKS.id(), "17.5"),
                                LINKS,
                                visibility,
                                Person.of("slack", "Eve"),
                                Shell.NOW,
                                List.of(
                                        new Interview.Turn(
                                                Person.of("slack", "Mira"),
                                                Kind.QUESTION,
                                                "Why hats?",
                                                Shell.NOW),
                                        new Interview.Turn(
                                                Person.of("slack", "Jonas"),
                                                Kind.ANSWER,
                                                answer,
                                                Shell.NOW))));
    }

    @Test
    void whatIsEditedLaterIsToldAndNotTakenOver() {
        keep("Software is all hats.", Visibility.PUBLIC);
        assertThat(run("interview", "take", "1")).startsWith("Took the thread");
        var before = run("digest");
        assertThat(before)
                .contains("## A chat with Jonas\n\n**Why hats?**\n\nSoftware is all hats.")
                .doesNotContain("The thread of the interview");

        keep("Software wears none.", Visibility.PUBLIC);
        assertThat(run("digest"))
                .contains(
                        "Software is all hats.",
                        "The thread of the interview was edited, deleted or closed to the public since it was taken")
                .doesNotContain("wears none");

        keep("Software is all hats.", Visibility.PUBLIC);
        assertThat(run("digest")).isEqualTo(before);

        keep("Software is all hats.", Visibility.PRIVATE);
        assertThat(run("check")).contains("closed to the public");
    }

    @Test
    void aPrivateThreadStaysWhereItIs() {
        keep("A secret about hats.", Visibility.PRIVATE);
        for (var words :
                List.of(
                        "interview threads",
                        "interview take 1",
                        "interview take slack:C1/17.5",
                        "interview",
                        "digest")) {
            assertThat(run(words.split(" ", -1)))
                    .as(words)
                    .doesNotContain("secret")
                    .doesNotContain("Jonas");
        }
    }

    /// Only editors write footnotes; what somebody says in parentheses is said.
    @Test
    void nothingThatIsSaidInAThreadIsAFootnote() {
        keep(
                "All ((really)) (((all))) of it ^[x] [^1] `((code))` [a](https://x.example/((y)))((z)) <https://x.example/((w>.",
                Visibility.PUBLIC);
        run("interview", "take", "1");
        assertThat(run("digest", "as", "text").replaceAll("\\s+", " "))
                .contains("All ((really)) (((all))) of it ^[x] [^1] `((code))` a [1]((z)) ")
                .contains("[1] https://x.example/((y))")
                .doesNotContain("[*1]");
    }
}
