package gleaner.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// If these fail, two processes give the same answer while Slack makes the first one wait, or none
/// does after the first one died.
class LeasesTest {

    private final Ageing memory = new Ageing();
    private final Leases mine = new Leases(memory, new Stop());
    private final Leases theirs = new Leases(memory, new Stop());

    /// Forgets what is too old; its clock is set by hand.
    private static final class Ageing implements SlackMemory {

        private final Map<String, Duration> until = new HashMap<>();
        private Duration now = Duration.ZERO;

        void pass(Duration time) {
            now = now.plus(time);
            until.values().removeIf(end -> end.compareTo(now) <= 0);
        }

        @Override
        public void keep(String name, String text, Duration life) {
            until.put(name, now.plus(life));
        }

        @Override
        public boolean claim(String name, Duration life) {
            return until.putIfAbsent(name, now.plus(life)) == null;
        }

        @Override
        public void forget(String name) {
            until.remove(name);
        }

        @Override
        public void keepAll(List<String> names, Duration life) {
            throw new AssertionError("Leases keep no marks.");
        }

        @Override
        public Optional<String> kept(String name) {
            throw new AssertionError("Leases are claimed, not read.");
        }

        @Override
        public void raise(String table, Map<String, Long> values) {
            throw new AssertionError("Leases have no table.");
        }

        @Override
        public Map<String, Long> table(String table) {
            throw new AssertionError("Leases have no table.");
        }

        @Override
        public void dropBelow(String table, long value) {
            throw new AssertionError("Leases have no table.");
        }
    }

    @Test
    void aLeaseIsHeldAsLongAsItsHolderLives() {
        assertThat(mine.take("answer")).isTrue();
        for (int i = 0; i < 40; i++) {
            memory.pass(Duration.ofSeconds(15));
            mine.renew();
        }
        assertThat(theirs.take("answer")).isFalse();
        memory.pass(Duration.ofSeconds(31));
        assertThat(theirs.take("answer")).as("the first one died").isTrue();
    }

    @Test
    void whatIsGivenBackMayBeTakenAtOnceAndWhatLapsesSoon() {
        assertThat(mine.take("answer")).isTrue();
        mine.giveBack("answer");
        mine.renew();
        assertThat(theirs.take("answer")).isTrue();
        theirs.lapse("answer");
        theirs.renew();
        assertThat(mine.take("answer")).isFalse();
        memory.pass(Duration.ofSeconds(31));
        assertThat(mine.take("answer")).isTrue();
    }
}
