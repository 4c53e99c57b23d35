package gleaner.app;

import static gleaner.app.SlackTeam.ADA;
import static gleaner.app.SlackTeam.BEN;
import static gleaner.app.SlackTeam.EVE;
import static gleaner.app.SlackTeam.NEWS;
import static gleaner.app.SlackTeam.until;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Interview;
import gleaner.store.RedisForTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A thread that became an interview; if these fail, it says what nobody said, or keeps what was
/// taken back.
class SlackInterviewStoryTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    @TempDir Path folder;

    private SlackTeam team;

    @BeforeEach
    void gather() {
        team = new SlackTeam(redis, folder);
    }

    @AfterEach
    void part() throws IOException {
        team.close();
        assertThat(team.slack.violations()).isEmpty();
    }

    @Test
    void aThreadBecomesAnInterviewAndFollowsItsEdits() {
        team.startAndConnect();
        var root = team.slack.say(NEWS, ADA, "Hello Ben! How did it begin?");
        team.slack.reply(NEWS, BEN, root, "With a *bang*.");
        var second = team.slack.reply(NEWS, BEN, root, "And a whimper.");
        team.slack.reply(NEWS, ADA, root, "And what is next?");
        team.slack.reply(NEWS, BEN, root, "Lunch. Is it late?");
        team.settle();
        team.slack.messageShortcut(NEWS, EVE, root, "use_interview");
        until(() -> team.slack.calls("chat.postEphemeral").size() == 1);
        assertThat(team.slack.calls("chat.postEphemeral").getFirst().get("text"))
                .startsWith("Kept as an interview: 2 questions by ada, 2 answers by ben.");
        var interview = redis.store().interviews().all().getFirst();
        assertThat(interview.turns())
                .extracting(turn -> turn.kind() + " " + turn.speaker().name() + ": " + turn.text())
                .containsExactly(
                        "QUESTION ada: Hello Ben! How did it begin?",
                        "ANSWER ben: With a **bang**.\n\nAnd a whimper.",
                        "QUESTION ada: And what is next?",
                        "ANSWER ben: Lunch. Is it late?");
        assertThat(interview.count(Interview.Kind.ANSWER)).isEqualTo(2);
        team.slack.edit(NEWS, root, "Hello Ben! How did it all begin?");
        until(() ->
                redis.store()
                        .interviews()
                        .all()
                        .getFirst()
                        .turns()
                        .getFirst()
                        .text()
                        .endsWith("all begin?"));
        team.slack.edit(NEWS, second, "And a sigh.");
        until(() ->
                redis.store()
                        .interviews()
                        .all()
                        .getFirst()
                        .turns()
                        .get(1)
                        .text()
                        .endsWith("And a sigh."));
    }

    /// A question, an answer and a kept interview of them.
    ///
    /// @return the ts of both
    private List<String> talk() {
        var root = team.slack.say(NEWS, ADA, "Hello Ben! How did it begin?");
        var answer = team.slack.reply(NEWS, BEN, root, "With a bang.");
        team.settle();
        team.slack.messageShortcut(NEWS, EVE, root, "use_interview");
        until(() -> redis.store().interviews().all().size() == 1);
        return List.of(root, answer);
    }

    private static List<String> turns() {
        return redis.store().interviews().all().stream()
                .flatMap(interview -> interview.turns().stream())
                .map(turn -> turn.kind() + " " + turn.speaker().name() + ": " + turn.text())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterviewKeepsNoWordsThatWereDeleted(boolean isTold) {
        team.startAndConnect();
        var talk = talk();
        team.slack.delete(NEWS, talk.getLast(), isTold);
        until(() -> turns().equals(List.of("QUESTION ada: Hello Ben! How did it begin?")));
        team.slack.delete(NEWS, talk.getFirst(), isTold);
        until(() -> redis.store().interviews().all().isEmpty());
    }

    @Test
    void whatBecameOfAnInterviewWhileGleanerWasAwayIsFollowed() {
        team.startAndConnect();
        var talk = talk();
        team.settle();
        team.stop();
        team.slack.edit(NEWS, talk.getFirst(), "Hello Ben! How did it all begin?");
        team.slack.delete(NEWS, talk.getLast(), true);
        team.slack.giveUp();
        team.startAndConnect();
        until(() -> turns().equals(List.of("QUESTION ada: Hello Ben! How did it all begin?")));
    }

    @Test
    void anEditOfAnInterviewIsFollowedThoughSlackCouldNotBeAskedThen() {
        team.startAndConnect();
        var talk = talk();
        team.slack.loseAnswers("conversations.replies", 1);
        team.slack.edit(NEWS, talk.getLast(), "With a whimper.");
        until(() -> turns().contains("ANSWER ben: With a whimper."));
    }
}
