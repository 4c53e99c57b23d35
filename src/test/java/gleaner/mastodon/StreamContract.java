package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import gleaner.mastodon.MastodonApi.Notice;
import gleaner.mastodon.MastodonApi.Status;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What streams in: if these fail, what is said is heard minutes later.
abstract class StreamContract extends MastodonApiContract {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 400})
    void theStreamTellsWholeNotificationsHoweverTheyAreCut(int pieces) throws InterruptedException {
        var heard = new Heard();
        try (var _ = api.stream(0, heard)) {
            server.await(() -> server.opened() == 1);
            server.inPieces(pieces);
            var id = server.mention("ada@far.example", "<p>Schön, größer: 👩‍👩‍👧 日本</p>");
            assertThat(heard.next()).isEqualTo("mention " + id);
            assertThat(server.requests())
                    .anyMatch(request ->
                            request.startsWith("STREAM")
                                    && request.endsWith("Bearer " + FakeMastodon.TOKEN)
                                    && !request.split(" ", -1)[1].contains(FakeMastodon.TOKEN));
        }
    }

    @Test
    void theStreamTellsOfDeletesAndEditsAndIsNotPutOffByOddFrames() throws InterruptedException {
        var heard = new Heard();
        try (var _ = api.stream(0, heard)) {
            server.await(() -> server.opened() == 1);
            server.streamRaw("");
            server.streamRaw("{\"event\":\"no.such.event\",\"payload\":\"{}\"}");
            server.streamRaw("not json");
            assertThat(heard.next()).isEqualTo("other");
            server.stream("notification", "{\"id\":\"x\"}");
            assertThat(heard.next()).isEqualTo("other");
            var edited = server.status("ada", "<p>new words</p>", "public", Optional.empty());
            server.stream("status.update", edited.toString());
            assertThat(heard.next()).isEqualTo("changed " + edited.path("id").asString());
            server.delete(edited.path("id").asString());
            assertThat(heard.next()).isEqualTo("deleted " + edited.path("id").asString());
        }
    }

    @Test
    void anErrorWithinTheStreamEndsIt() throws InterruptedException {
        var heard = new Heard();
        try (var _ = api.stream(0, heard)) {
            server.await(() -> server.opened() == 1);
            server.streamRaw("{\"error\":\"Not found\",\"status\":404}");
            assertThat(heard.next()).isEqualTo("ended AWAY");
        }
    }

    @Test
    void aDroppedStreamEnds() throws InterruptedException {
        var heard = new Heard();
        try (var _ = api.stream(0, heard)) {
            server.await(() -> server.opened() == 1);
            server.dropStreams();
            assertThat(heard.next()).isEqualTo("ended AWAY");
        }
    }

    @Test
    void aStreamThatFellSilentEndsAndOneThatAnswersPingsDoesNot() throws InterruptedException {
        var heard = new Heard();
        try (var _ = api.stream(0, heard)) {
            server.await(() -> server.opened() == 1);
            assertThat(heard.nextWithin(1200)).isEqualTo("nothing");
            server.socket().fallSilent();
            assertThat(heard.next()).isEqualTo("ended AWAY");
        }
    }

    @Test
    void aServerWithoutStreamingSaysSo() {
        server.withoutStreaming();
        assertThat(
                        catchThrowableOfType(
                                        MastodonTrouble.class, () -> api.stream(0, new Heard()))
                                .kind())
                .isEqualTo(MastodonTrouble.Kind.MISSING);
    }

    @Test
    void closingLeavesNoThreadBehind() throws InterruptedException {
        var before = threads();
        for (int i = 0; i < 20; i++) {
            try (var other = open(server)) {
                other.self();
                var expected = i + 1;
                other.stream(0, new Heard());
                server.await(() -> server.opened() == expected);
            }
        }
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (threads() > before && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(threads()).isLessThanOrEqualTo(before);
    }

    /// Those of a client's: its selector, its workers, its watchdog.
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().startsWith("HttpClient")
                                || thread.getName().startsWith("mastodon"))
                .count();
    }

    /// What a stream told, in order.
    private static final class Heard implements MastodonApi.Listener {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            return nextWithin(10_000);
        }

        String nextWithin(int millis) throws InterruptedException {
            return Optional.ofNullable(told.poll(millis, TimeUnit.MILLISECONDS)).orElse("nothing");
        }

        @Override
        public void noticed(Notice notice) {
            told.add(notice.type() + " " + notice.status().id());
        }

        @Override
        public void changed(Status status) {
            told.add("changed " + status.id());
        }

        @Override
        public void deleted(String id) {
            told.add("deleted " + id);
        }

        @Override
        public void other() {
            told.add("other");
        }

        @Override
        public void ended(MastodonTrouble trouble) {
            told.add("ended " + trouble.kind());
        }
    }
}
