package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a channel must still know after it was killed.
class NotesTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Instant NOW = Instant.parse("2026-11-16T08:00:00Z");

    private Notes notes = redis.store().notes("mastodon");

    @BeforeEach
    void open() {
        notes = redis.store().notes("mastodon");
    }

    @Test
    void aNoteIsReadBackAndMayHaveAnEnd() {
        assertThat(notes.kept("cursor")).isEmpty();
        notes.keep("cursor", "01J", Duration.ZERO);
        notes.keep("status:1", "x", Duration.ofDays(9));
        assertThat(notes.kept("cursor")).contains("01J");
        assertThat(redis.client().ttl("gleaner:{test}:mastodon:cursor")).isEqualTo(-1);
        assertThat(redis.client().ttl("gleaner:{test}:mastodon:status:1"))
                .isBetween(777_000L, 777_600L);
    }

    @Test
    void whatIsDueComesUpUntilItIsMovedOrSettled() {
        notes.remind("later", NOW.plusSeconds(10));
        notes.remind("b", NOW);
        notes.remind("a", NOW.minusSeconds(5));
        assertThat(notes.due(NOW, 10)).containsExactly("a", "b");
        assertThat(notes.due(NOW, 1)).containsExactly("a");
        notes.remind("a", NOW.plusSeconds(99));
        notes.settle("b");
        assertThat(notes.due(NOW, 10)).isEmpty();
    }

    @Test
    void aCountEndsWithItsWindow() {
        assertThat(notes.count("rate:ada", Duration.ofHours(1))).isEqualTo(1);
        assertThat(notes.count("rate:ada", Duration.ofHours(1))).isEqualTo(2);
        assertThat(notes.count("rate:ben", Duration.ofHours(1))).isEqualTo(1);
        assertThat(redis.client().ttl("gleaner:{test}:mastodon:rate:ada")).isBetween(3590L, 3600L);
    }

    @Test
    void onlyOneHoldsUntilItLetsGo() {
        assertThat(notes.hold("one", Duration.ofMinutes(1))).isTrue();
        assertThat(notes.hold("two", Duration.ofMinutes(1))).isFalse();
        assertThat(notes.hold("one", Duration.ofMinutes(1))).isTrue();
        notes.release("two");
        assertThat(notes.hold("two", Duration.ofMinutes(1))).isFalse();
        notes.release("one");
        assertThat(notes.hold("two", Duration.ofMinutes(1))).isTrue();
    }
}
