package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.ChannelId;
import gleaner.news.MessageId;
import gleaner.news.PersonId;
import gleaner.slack.SlackIssues.Published;
import gleaner.slack.SlackIssues.Ran;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The thread that tells sharers; if these fail, an issue that was taken back goes on being told.
class SharersTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Published ISSUE = new Published(7, "Seven <b>", NOW.plusSeconds(1));

    private final FakeSlack slack = new FakeSlack();
    private final OwnThreads threads = new OwnThreads();
    private final Stop stop = new Stop();

    @AfterEach
    void close() throws IOException, InterruptedException {
        stop.now();
        slack.close();
        threads.close(Duration.ofSeconds(2));
    }

    /// Issues as they are at each look.
    private record Looks(BooleanSupplier stands, List<Ran> ran) implements SlackIssues {

        @Override
        public List<Published> publishedSince(Instant time) {
            return stands.getAsBoolean() ? List.of(ISSUE) : List.of();
        }

        @Override
        public List<Ran> ran(Published issue) {
            return ran;
        }
    }

    private static Ran ran(String person, int number) {
        return new Ran(
                PersonId.of("slack", person),
                new MessageId(ChannelId.of("slack", "C1"), "1763373600.00000" + number % 10),
                "https://one.example/" + number,
                "Piece " + number);
    }

    private Sharers sharers(SlackIssues issues) {
        var settings =
                new SlackSettings(
                        slack.apiUrl(),
                        Optional.empty(),
                        List.of(),
                        "bookmark",
                        "repeat",
                        SlackSettings.Mode.SOCKET,
                        0,
                        false,
                        true);
        var api =
                new SlackApi(
                        SlackClient.of(settings, threads),
                        slack.apiUrl().toString(),
                        FakeSlack.BOT_TOKEN,
                        stop);
        var memory = new Remembered();
        var troubles = new SlackTroubles(api, memory, Optional.empty());
        return new Sharers(
                issues,
                memory,
                new Leases(memory, stop),
                new SharerNote(api, troubles, new Pace(Duration.ofMillis(20), stop)),
                troubles,
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofMillis(1),
                stop);
    }

    @Test
    void whoWasNotToldBeforeAnIssueWasTakenBackIsNotTold() {
        slack.person("U1", "ada");
        slack.person("U2", "ben");
        var looks = new java.util.concurrent.atomic.AtomicInteger();
        sharers(
                        new Looks(
                                () -> {
                                    if (looks.get() > 5) {
                                        stop.now();
                                    }
                                    return looks.incrementAndGet() <= 2;
                                },
                                List.of(ran("U1", 1), ran("U2", 2))))
                .run();
        assertThat(slack.calls("chat.postMessage"))
                .extracting(call -> call.get("channel"))
                .containsExactly("U1");
    }

    @Test
    void manyLinksAreNamedUpToFifteen() {
        var text =
                SharerNote.text(ISSUE, IntStream.range(0, 20).mapToObj(i -> ran("U1", i)).toList());
        assertThat(text)
                .startsWith("20 of your links ran in issue 7, “Seven &lt;b&gt;”:\n• <")
                .contains("Piece 14")
                .doesNotContain("Piece 15")
                .endsWith("\n… and 5 more");
    }
}
