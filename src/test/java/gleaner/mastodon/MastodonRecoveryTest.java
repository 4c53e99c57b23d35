package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Event.MessagePosted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever breaks, of the server, the stream, Redis or Gleaner: if these fail, what was said gets
/// lost.
class MastodonRecoveryTest extends ChannelStory {

    @Test
    void whatCameWhileItWasAwayIsCaughtUpWith() throws InterruptedException {
        var channel = start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/0") + "</p>");
        nextEvents(1);
        kept.await(() -> kept.notes().containsKey("cursor"));
        channel.close();
        for (int i = 1; i <= 200; i++) {
            server.mention(
                    "u" + i + "@far.example", "<p>" + link("https://x.example/" + i) + "</p>");
        }
        start();
        var texts = nextEvents(201).stream().map(event -> ((MessagePosted) event).text()).toList();
        for (int i = 0; i <= 200; i++) {
            assertThat(texts.get(i)).isEqualTo("<https://x.example/" + i + ">");
        }
    }

    @Test
    void whoeverIsKilledBeforeThereIsACursorLosesNothing() {
        for (int i = 0; i < 200; i++) {
            server.mention(
                    "u" + i + "@far.example", "<p>" + link("https://x.example/" + i) + "</p>");
        }
        start();
        var texts = nextEvents(200).stream().map(event -> ((MessagePosted) event).text()).toList();
        for (int i = 0; i < 200; i++) {
            assertThat(texts.get(i)).isEqualTo("<https://x.example/" + i + ">");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatCouldNotBeKeptIsTakenAgain(int times) {
        kept.failAppends(times);
        start();
        var id = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).extracting(event -> event.message().id()).containsExactly(id);
    }

    @Test
    void thirtyReconnectsLoseNothing() {
        start();
        for (int i = 0; i < 30; i++) {
            var expected = i + 1;
            server.await(() -> server.opened() >= expected);
            server.dropStreams();
            server.mention(
                    "u" + i + "@far.example", "<p>" + link("https://x.example/" + i) + "</p>");
        }
        assertThat(
                        nextEvents(30).stream()
                                .map(event -> ((MessagePosted) event).text())
                                .collect(Collectors.toSet()))
                .hasSize(30);
    }

    @Test
    void aSilentStreamIsOpenedAgain() {
        start();
        server.await(() -> server.opened() == 1);
        server.socket().fallSilent();
        server.await(() -> server.opened() == 2);
        server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).hasSize(1);
    }

    @Test
    void aServerThatWantsTheTokenAsBrowsersTellItStreamsToo() {
        server.wantingProtocol();
        start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).hasSize(1);
        server.await(() -> server.opened() == 1);
    }

    @Test
    void aServerWithoutStreamingIsPolled() {
        server.withoutStreaming();
        newsroom.poll = Duration.ofMillis(50);
        start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).hasSize(1);
    }

    @Test
    void badGatewaysAndPagesOfHtmlAreWaitedOut() {
        for (var code : List.of(502, 200, 503, 500)) {
            server.fault("GET /api/v1/notifications", code, "<html>Sorry</html>", Map.of());
        }
        start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).hasSize(1);
    }

    @Test
    void onlyOneOfTwoProcessesSpeaksAndTheOtherTakesOver() throws InterruptedException {
        var first = start();
        server.await(() -> server.opened() == 1);
        start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).hasSize(1);
        assertThat(server.opened()).isEqualTo(1);
        first.close();
        server.await(() -> server.opened() == 2);
        server.mention("ada@far.example", "<p>" + link("https://x.example/b") + "</p>");
        assertThat(nextEvents(2)).hasSize(2);
    }

    @Test
    void closingLeavesNoThreadBehind() throws InterruptedException {
        var before = threads();
        for (int i = 0; i < 10; i++) {
            var channel = start();
            var expected = i + 1;
            server.await(() -> server.opened() == expected);
            channel.close();
        }
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (threads() > before && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(threads()).isLessThanOrEqualTo(before);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().startsWith("HttpClient")
                                || thread.getName().startsWith("mastodon"))
                .count();
    }
}
