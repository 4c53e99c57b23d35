package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply;
import gleaner.news.ChannelId;
import gleaner.news.MessageId;
import gleaner.slack.SlackOutbox.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// If these fail, answers are given twice, or not at all.
class SlackSpeechTest {

    private final FakeSlack slack = new FakeSlack();
    private final OwnThreads threads = new OwnThreads();

    @AfterEach
    void close() throws IOException, InterruptedException {
        slack.close();
        threads.close(Duration.ofSeconds(2));
    }

    private SlackApi api(Stop stop) {
        return new SlackApi(
                SlackClient.of(EmptyHouse.settings(slack, SlackSettings.Mode.SOCKET), threads),
                slack.apiUrl().toString(),
                FakeSlack.BOT_TOKEN,
                stop);
    }

    private SlackSpeech speech() {
        var memory = new Remembered();
        var stop = new Stop();
        var api = api(stop);
        var desk = new EmptyHouse.NoDesk();
        var pace = new Pace(Duration.ZERO, stop);
        var troubles = new SlackTroubles(api, memory, Optional.empty());
        var directory = new SlackDirectory(api, memory, _ -> {});
        SlackInbox inbox =
                new SlackInbox() {
                    @Override
                    public void append(List<gleaner.news.Event> events) {
                        throw new AssertionError("Nothing follows here.");
                    }

                    @Override
                    public boolean awaitDone(Duration patience) {
                        return true;
                    }
                };
        return new SlackSpeech(
                api,
                desk,
                new DraftPost(api, memory, troubles, pace, Self.UNKNOWN, false),
                new SlackCommands(directory, memory, inbox),
                new Homes(api, desk, directory, troubles, stop),
                pace,
                Clock.systemUTC());
    }

    @Test
    void anAnswerThatWasOnItsWayWhenGleanerDiedIsNotGivenTwice() {
        slack.channel("C1", "news", false);
        var speech = speech();
        var root = slack.history("C1", "U1", "<@U0BOT> list", Instant.now());
        var route = new Route("C1", "U1", "", root, Instant.now());
        var reply = new Reply(Reply.Kind.SHOWN, "- a line of a list\n".repeat(1_200), "{}");
        var answer =
                new Answer(
                        "1-0",
                        new MessageId(ChannelId.of("slack", "C1"), root),
                        reply,
                        Optional.empty());
        speech.answer(answer, route, false);
        var posted = slack.calls("chat.postMessage").size();
        assertThat(posted).isGreaterThan(1);
        speech.answer(answer, route, true);
        assertThat(slack.calls("chat.postMessage")).hasSize(posted);
        assertThat(slack.violations()).isEmpty();
    }

    @Test
    void aSlashCommandWhoseUrlHasExpiredIsAnsweredAllTheSame() {
        slack.person("U1", "ada");
        slack.channel("C1", "news", false);
        var speech = speech();
        var reply = new Reply(Reply.Kind.SHOWN, "one", "{}");
        var answer =
                new Answer(
                        "1-0",
                        new MessageId(ChannelId.of("slack", "C1"), "slash-1"),
                        reply,
                        Optional.empty());
        var old = Instant.now().minus(Duration.ofMinutes(31));
        speech.answer(
                answer, new Route("C1", "U1", slack.apiUrl() + "../respond/1", "", old), false);
        assertThat(slack.responses()).isEmpty();
        assertThat(slack.calls("chat.postEphemeral"))
                .singleElement()
                .satisfies(call -> assertThat(call.get("user")).isEqualTo("U1"));
        speech.answer(answer, new Route("C9", "U1", "", "", old), false);
        assertThat(slack.calls("chat.postMessage"))
                .singleElement()
                .satisfies(call -> assertThat(call.get("channel")).isEqualTo("U1"));
    }
}
