package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is added, edited and deleted later: if these fail, words stay here that are gone there, or
/// go that are still there.
class MastodonFollowingTest extends ChannelStory {

    @Test
    void whatIsWrittenBelowLaterJoinsTheText() {
        start();
        server.at(Newsroom.START.minusSeconds(10));
        var first = server.mention("ada@far.example", "<p>First thoughts</p>");
        nextEvents(1);
        awaitTaken(first);
        server.at(Newsroom.START.plusSeconds(30));
        server.status(
                "ada@far.example",
                "<p>Part two: " + link("https://x.example/2") + "</p>",
                "public",
                Optional.of(first));
        clock.forward(Duration.ofMinutes(2));
        var edited = (MessageEdited) nextEvents(2).getLast();
        assertThat(edited.text()).isEqualTo("First thoughts\n\nPart two: <https://x.example/2>");
        assertThat(edited.message().id()).isEqualTo(first);
    }

    @Test
    void anEditIsFoundByLooking() {
        start();
        var id = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        nextEvents(1);
        awaitTaken(id);
        server.edit(
                id, "<p>" + link("https://x.example/b") + "</p>", Newsroom.START.plusSeconds(60));
        clock.forward(Duration.ofMinutes(2));
        var edited = (MessageEdited) nextEvents(2).getLast();
        assertThat(edited.text()).isEqualTo("<https://x.example/b>");
        assertThat(edited.time()).isEqualTo(Newsroom.START.plusSeconds(60));
    }

    @Test
    void anEditIsFoundOneByOneWhereTheServerKnowsNoBetter() {
        server.withoutSeveral();
        start();
        var first = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        server.mention("ben@far.example", "<p>" + link("https://x.example/c") + "</p>");
        nextEvents(2);
        awaitTaken(first);
        server.edit(
                first,
                "<p>" + link("https://x.example/b") + "</p>",
                Newsroom.START.plusSeconds(60));
        clock.forward(Duration.ofMinutes(2));
        assertThat(((MessageEdited) nextEvents(3).getLast()).text())
                .isEqualTo("<https://x.example/b>");
    }

    @Test
    void aDeleteStreamsInAtOnceAndIsFoundByLookingToo() {
        start();
        var first = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        var second =
                server.mention("ada@far.example", "<p>" + link("https://x.example/b") + "</p>");
        nextEvents(2);
        awaitTaken(second);
        server.delete(first);
        assertThat(((MessageDeleted) nextEvents(3).getLast()).message().id()).isEqualTo(first);
        server.deleteQuietly(second);
        clock.forward(Duration.ofMinutes(2));
        assertThat(((MessageDeleted) nextEvents(4).getLast()).message().id()).isEqualTo(second);
    }

    @Test
    void aStatusThatCannotBeReadForAWhileIsNotTakenForDeleted() {
        start();
        var id = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        nextEvents(1);
        awaitTaken(id);
        server.fault("GET /api/v1/statuses/" + id, 200, "{\"id\":\"" + id + "\"}", Map.of());
        server.fault("GET /api/v1/statuses/" + id, 200, "{\"id\":\"" + id + "\"}", Map.of());
        clock.forward(Duration.ofMinutes(2));
        server.await(() ->
                server.requests().stream()
                                .filter(request ->
                                        request.startsWith("GET /api/v1/statuses/" + id + " "))
                                .count()
                        >= 2);
        server.mention("ada@far.example", "<p>" + link("https://x.example/b") + "</p>");
        assertThat(nextEvents(2)).noneMatch(MessageDeleted.class::isInstance);
    }
}
