package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.store.HostTurns.Manner;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, two processes ask a host more often than one may.
class HostTurnsTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Manner TWO = new Manner(2, MINUTE, HOUR);
    private static final Manner EAGER = new Manner(2, Duration.ZERO, HOUR);

    private HostTurns turns;

    @BeforeEach
    void open() {
        turns = redis.store().turns();
    }

    @Test
    void startsAreAGapApartAndWhoHasNoPatienceIsToldHowLongItTakes() {
        assertThat(turns.ask("a.example", "p1-1", TWO, Duration.ZERO))
                .isEqualTo(new HostTurns.Answer(true, Duration.ZERO));
        var second = turns.ask("a.example", "p2-1", TWO, HOUR);
        assertThat(second.isGranted()).isTrue();
        assertThat(second.after()).isBetween(MINUTE.dividedBy(2), MINUTE);
        turns.leave("a.example", "p1-1");
        var third = turns.ask("a.example", "p1-2", TWO, Duration.ofSeconds(1));
        assertThat(third.isGranted()).isFalse();
        assertThat(third.after()).isBetween(MINUTE, MINUTE.multipliedBy(2));
        assertThat(turns.ask("b.example", "p1-3", TWO, Duration.ZERO).isGranted()).isTrue();
    }

    @Test
    void noMoreThanThatManyAtATime() {
        assertThat(turns.ask("a.example", "p1-1", EAGER, MINUTE).isGranted()).isTrue();
        assertThat(turns.ask("a.example", "p2-1", EAGER, MINUTE).isGranted()).isTrue();
        assertThat(turns.ask("a.example", "p3-1", EAGER, MINUTE))
                .isEqualTo(new HostTurns.Answer(false, Duration.ZERO));
        turns.leave("a.example", "p2-1");
        assertThat(turns.ask("a.example", "p3-1", EAGER, MINUTE).isGranted()).isTrue();
    }

    @Test
    void aRequestWhoseProcessDiedIsNotCountedAnyMore() {
        var brief = new Manner(1, Duration.ZERO, Duration.ZERO);
        assertThat(turns.ask("a.example", "p1-1", brief, MINUTE).isGranted()).isTrue();
        assertThat(turns.ask("a.example", "p2-1", brief, MINUTE).isGranted()).isTrue();
    }

    @Test
    void aHostThatAskedToBeLeftAloneIsAndWhatIsKeptOfItExpires() {
        turns.close("a.example", HOUR);
        turns.close("a.example", MINUTE);
        var answer = turns.ask("a.example", "p1-1", TWO, MINUTE);
        assertThat(answer.isGranted()).isFalse();
        assertThat(answer.after()).isBetween(HOUR.minus(MINUTE), HOUR);
        assertThat(redis.client().pttl("gleaner:{test}:turn:a.example"))
                .isBetween(1L, HOUR.toMillis());
        turns.ask("b.example", "p1-2", TWO, MINUTE);
        assertThat(redis.client().pttl("gleaner:{test}:turn:b.example"))
                .isBetween(1L, HOUR.toMillis());
    }
}
