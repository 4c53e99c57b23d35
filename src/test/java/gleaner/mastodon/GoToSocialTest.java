package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply;
import gleaner.mastodon.MastodonDesk.Issue;
import gleaner.mastodon.MastodonSetup.Where;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server of another make, which speaks the same API and means other things by it; see
/// <https://docs.gotosocial.org/en/latest/api/swagger/>.
class GoToSocialTest {

    private final Newsroom newsroom = new Newsroom();

    @BeforeEach
    void isGoToSocial() {
        newsroom.server.likeGoToSocial();
    }

    @AfterEach
    void stop() {
        newsroom.close();
    }

    @Test
    void whatCameMeanwhileIsCaughtUpWithThoughPagesLeadOnBySinceId() {
        newsroom.server.mention("u@far.example", "<p>" + link(0) + "</p>");
        newsroom.start();
        newsroom.kept.await(() -> newsroom.kept.notes().containsKey("cursor"));
        newsroom.server.streaming(false);
        newsroom.server.dropStreams();
        for (int i = 1; i <= 200; i++) {
            newsroom.server.mention("u" + i + "@far.example", "<p>" + link(i) + "</p>");
        }
        newsroom.server.streaming(true);
        newsroom.server.await(() -> newsroom.server.opened() >= 2);
        assertThat(newsroom.nextEvents(201))
                .extracting(event -> ((MessagePosted) event).text())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(0, 200)
                                .mapToObj(i -> "<https://x.example/%d>".formatted(i))
                                .toList());
    }

    @Test
    void aPersonOfTheServerIsKnownByItsAccountDomain() {
        newsroom.start();
        newsroom.server.mention("ben", "<p>" + link(1) + "</p>");
        assertThat(((MessagePosted) newsroom.nextEvents(1).getFirst()).person().id().value())
                .isEqualTo("mastodon:@ben@here.example");
    }

    @Test
    void anEditIsFoundWithoutAListOfStatuses() {
        newsroom.start();
        var id = newsroom.server.mention("ada@far.example", "<p>" + link(1) + "</p>");
        newsroom.server.mention("ada@far.example", "<p>" + link(2) + "</p>");
        newsroom.nextEvents(2);
        newsroom.server.edit(id, "<p>" + link(3) + "</p>", Newsroom.START.plusSeconds(60));
        newsroom.kept.await(() -> {
            newsroom.clock.forward(Duration.ofSeconds(10));
            return newsroom.kept.events().size() >= 3;
        });
        assertThat(((MessageEdited) newsroom.nextEvents(3).getLast()).text())
                .isEqualTo("<https://x.example/3>");
    }

    @Test
    void aLongAnswerIsCountedAsThatServerCounts() {
        newsroom.start();
        newsroom.server.mention("ben", "<p>list</p>", "direct", Optional.empty());
        var lines =
                IntStream.range(0, 60)
                        .mapToObj(i ->
                                "- [post](https://x.example/%s/%d) 👩‍👩‍👧%n"
                                        .formatted("long/".repeat(30), i))
                        .reduce("", String::concat);
        newsroom.answer(newsroom.nextEvents(1).getFirst(), Reply.Kind.SHOWN, lines);
        newsroom.kept.await(newsroom.kept::isAnswered);
        assertThat(newsroom.thread()).hasSize(3).allMatch(text -> text.startsWith("@ben "));
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void anIssueIsPostedOnceThoughKeysAreIgnored(int posts) {
        newsroom.publishing(Where.PUBLIC, "Links of the week");
        newsroom.kept.publish(
                Optional.of(
                        new Issue(
                                1,
                                Newsroom.START,
                                "# One\n\n## Releases\n\n"
                                        + "- An [item](https://x.example/%s) that is long\n"
                                                .formatted("long/".repeat(100))
                                                .repeat(30))));
        newsroom.startAndKillAfter(posts);
        newsroom.start();
        newsroom.kept.await(() -> "done".equals(newsroom.kept.notes().get("issue:1")));
        assertThat(newsroom.thread()).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    }

    @Test
    void anInstanceMayTellNothing() {
        var instance = Wire.instance(Wire.read("{}").orElseThrow(), "localhost:8080");
        assertThat(List.of(instance.domain(), instance.title(), instance.version()))
                .containsExactly("localhost:8080", "localhost:8080", "?");
        assertThat(instance.mostCharacters()).isEqualTo(500);
        assertThat(instance.streaming()).isEmpty();
    }

    private static String link(int number) {
        return "<a href=\"https://x.example/%d\">https://x.example/%d</a>"
                .formatted(number, number);
    }
}
