package gleaner.news;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Health.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// If these fail, a page is called dead after one bad minute, or never.
class HealthTest {

    private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Found GONE = new Found.Gone("No.", false);

    private static Health after(Health health, Found found) {
        return health.after(NOON, found, Optional.empty(), Optional.empty());
    }

    @Test
    void aPageIsDeadAfterTwoLooksOrWhereItsSiteSaysSo() {
        var once = after(Health.readAt(NOON), GONE);
        assertThat(once.isDead()).isFalse();
        assertThat(once.isDoubtful()).isTrue();
        assertThat(after(once, GONE).isDead()).isTrue();
        assertThat(after(after(once, new Found.Silent("No.")), GONE).isDead()).isFalse();
        assertThat(after(Health.NONE, new Found.Gone("No.", true)).isDead()).isTrue();
    }

    @Test
    void whatIsDoubtfulIsLookedAtSoonerAndWhatIsSilentSoonAgain() {
        var minutes = Duration.ofMinutes(10);
        assertThat(Health.NONE.isStale(NOON, DAY)).isTrue();
        assertThat(Health.readAt(NOON).isStale(NOON.plus(DAY).minusMillis(1), DAY)).isFalse();
        assertThat(Health.readAt(NOON).isStale(NOON.plus(DAY), DAY)).isTrue();
        assertThat(after(Health.NONE, GONE).isStale(NOON.plus(minutes), DAY)).isTrue();
        assertThat(after(after(Health.NONE, GONE), GONE).isStale(NOON.plus(minutes), DAY))
                .isFalse();
        var silent = after(Health.NONE, new Found.Silent("No."));
        assertThat(silent.isStale(NOON.plus(minutes), DAY)).isFalse();
        assertThat(silent.isStale(NOON.plus(Duration.ofMinutes(15)), DAY)).isTrue();
        assertThat(silent.isStale(NOON.plus(minutes), minutes)).isTrue();
    }

    @Test
    void aCopyIsKeptAsLongAsThePageIsGone() {
        var copied = Health.NONE.after(NOON, GONE, Optional.empty(), Optional.of("https://a/"));
        assertThat(after(copied, GONE).archive()).contains("https://a/");
        assertThat(after(copied, new Found.Fine()).archive()).isEmpty();
    }
}
