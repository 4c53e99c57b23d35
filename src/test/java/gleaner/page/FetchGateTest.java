package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// If these fail, a host is asked more often than is polite, or one host's queue holds up the
/// others.
class FetchGateTest {

    /// Time that passes only where somebody waits.
    private static final class Standing implements FetchTime {

        private final List<Duration> pauses = new ArrayList<>();
        private long nanos = 1_000_000;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void pause(Duration time) {
            pauses.add(time);
            nanos += time.toNanos();
        }
    }

    private final Standing time = new Standing();
    private final FetchGate gate =
            new FetchGate(
                    new FetchLimits(
                            Duration.ofSeconds(1),
                            1,
                            1,
                            2,
                            Duration.ofMillis(500),
                            Duration.ofMillis(800)),
                    time,
                    FetchTurns.own());

    @Test
    void requestsToAHostStartAGapApart() throws Exception {
        for (int i = 0; i < 3; i++) {
            gate.enter("one.example").close();
        }
        gate.enter("two.example").close();
        assertThat(time.pauses)
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMillis(500),
                        Duration.ofMillis(500),
                        Duration.ZERO);
    }

    @Test
    void whoWouldHaveToWaitTooLongIsSentAway() throws Exception {
        gate.close("one.example", Duration.ofSeconds(10));
        assertThatThrownBy(() -> gate.enter("one.example"))
                .isInstanceOfSatisfying(
                        FetchEnd.class,
                        end -> assertThat(end.failure().after()).contains(Duration.ofSeconds(13)));
        gate.enter("two.example").close();
        time.pause(Duration.ofSeconds(10));
        gate.enter("one.example").close();
    }

    @Test
    void aFullHouseSendsAwayAndATurnGivenBackLetsIn() throws Exception {
        var first = gate.enter("one.example");
        gate.enter("one.example");
        assertThatThrownBy(() -> gate.enter("one.example")).isInstanceOf(FetchEnd.class);
        first.close();
        gate.enter("one.example").close();
    }

    /// What others do is written down beforehand.
    private static final class Others implements FetchTurns {

        private final Deque<Answer> answers = new ArrayDeque<>();
        private final List<String> told = new ArrayList<>();

        @Override
        public Answer ask(String host, FetchLimits limits, Duration patience) {
            return answers.remove();
        }

        @Override
        public void leave(String host, String turn) {
            told.add("leave " + host + " " + turn);
        }

        @Override
        public void close(String host, Duration time) {
            told.add("close " + host + " " + time);
        }
    }

    private final Others others = new Others();
    private final FetchGate shared =
            new FetchGate(
                    new FetchLimits(
                            Duration.ofSeconds(1),
                            1,
                            1,
                            2,
                            Duration.ofMillis(500),
                            Duration.ofMillis(800)),
                    time,
                    others);

    @Test
    void theTurnsOfOthersCountAsOnesOwn() throws Exception {
        others.answers.add(new FetchTurns.NotYet(Duration.ZERO));
        others.answers.add(new FetchTurns.Granted("t1", Duration.ofMillis(300)));
        shared.enter("one.example").close();
        assertThat(time.pauses).containsExactly(Duration.ofMillis(50), Duration.ofMillis(300));
        assertThat(others.told).containsExactly("leave one.example t1");
        others.answers.add(new FetchTurns.NotYet(Duration.ofSeconds(9)));
        assertThatThrownBy(() -> shared.enter("one.example"))
                .isInstanceOfSatisfying(
                        FetchEnd.class,
                        end -> assertThat(end.failure().after()).contains(Duration.ofSeconds(12)));
        shared.close("one.example", Duration.ofSeconds(9));
        assertThat(others.told).endsWith("close one.example PT9S");
    }

    @Test
    void aTurnThatIsNotUsedIsGivenBack() {
        shared.close("one.example", Duration.ofSeconds(9));
        others.answers.add(new FetchTurns.Granted("t1", Duration.ZERO));
        assertThatThrownBy(() -> shared.enter("one.example")).isInstanceOf(FetchEnd.class);
        assertThat(others.told).endsWith("leave one.example t1");
    }

    @Test
    void whereNobodyKnowsOfOthersOnesOwnTurnsCount() throws Exception {
        others.answers.add(new FetchTurns.Unknown());
        others.answers.add(new FetchTurns.Unknown());
        shared.enter("one.example").close();
        shared.enter("one.example").close();
        assertThat(time.pauses).containsExactly(Duration.ZERO, Duration.ofMillis(500));
        assertThat(others.told).isEmpty();
    }

    @Test
    void hostsThatNobodyAsksAreForgotten() throws Exception {
        for (int i = 0; i < 10_000; i++) {
            gate.enter("h%d.example".formatted(i)).close();
        }
        assertThat(gate.hostCount()).isLessThan(5_000);
    }
}
