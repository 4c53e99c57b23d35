package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Health;
import gleaner.news.Health.Found;
import gleaner.news.Link;
import gleaner.news.LinkId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// If these fail, two processes look at the same page, or what one has seen is forgotten.
class LookQueueTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final LinkId LINK = new LinkId("k3f9");

    private Store store;
    private LookQueue looks;

    @BeforeEach
    void open() {
        store = redis.store();
        looks = store.looks();
        redis.client()
                .hset(
                        "gleaner:{test}:link:k3f9",
                        java.util.Map.of("key", "a.example/x", "url", "https://a.example/x"));
    }

    private Link link() {
        return store.repository().link(LINK).orElseThrow();
    }

    private static Health after(Found found) {
        return Health.NONE.after(NOON, found, Optional.of("\"7\""), Optional.of("https://c/"));
    }

    @Test
    void whatWasAskedForIsTakenOnceUntilItsLeaseEnds() {
        looks.ask(List.of(LINK, new LinkId("zzzz")), NOON);
        looks.ask(List.of(LINK), NOON.plusSeconds(1));
        assertThat(link().health().isAsked()).isTrue();
        assertThat(looks.open(List.of(LINK, new LinkId("zzzz")))).isEqualTo(1);
        var lease = new LookQueue.Lease(LINK, NOON.plus(MINUTE));
        assertThat(looks.take(9, NOON, MINUTE)).containsExactly(lease);
        looks.ask(List.of(LINK), NOON.plusSeconds(2));
        assertThat(looks.take(9, NOON.plusSeconds(3), MINUTE)).isEmpty();
        var second = looks.take(9, NOON.plus(MINUTE), MINUTE);
        assertThat(second).hasSize(1);
        assertThat(looks.done(lease, after(new Found.Fine()), Optional.empty())).isFalse();
        assertThat(link().health().at()).isEmpty();
        assertThat(looks.done(second.getFirst(), after(new Found.Fine()), Optional.empty()))
                .isTrue();
        assertThat(link().health()).isEqualTo(after(new Found.Fine()));
        assertThat(looks.open(List.of(LINK))).isZero();
        assertThat(looks.take(9, NOON.plus(Duration.ofDays(9)), MINUTE)).isEmpty();
    }

    @Test
    void whatWasNotLookedAtIsDueAgainAndASecondLookComesByItself() {
        looks.ask(List.of(LINK), NOON);
        var first = looks.take(9, NOON, MINUTE).getFirst();
        assertThat(looks.putOff(first, NOON.plusSeconds(5))).isTrue();
        assertThat(link().health().isAsked()).isTrue();
        assertThat(looks.take(9, NOON.plusSeconds(4), MINUTE)).isEmpty();
        var second = looks.take(9, NOON.plusSeconds(5), MINUTE).getFirst();
        looks.done(second, after(new Found.Gone("No.", false)), Optional.of(NOON.plusSeconds(600)));
        assertThat(link().health().isAsked()).isFalse();
        assertThat(looks.take(9, NOON.plusSeconds(599), MINUTE)).isEmpty();
        assertThat(looks.take(9, NOON.plusSeconds(600), MINUTE)).hasSize(1);
    }

    static List<Found> founds() {
        return List.of(
                new Found.Fine(),
                new Found.Gone("No.", true),
                new Found.Gone("No.", false),
                new Found.Moved("https://b.example/"),
                new Found.Replaced("Ünder \uD83D\uDCA1"),
                new Found.Silent("It hangs."));
    }

    @ParameterizedTest
    @MethodSource("founds")
    void whatWasFoundIsKeptAsItIs(Found found) {
        looks.ask(List.of(LINK), NOON);
        looks.done(looks.take(1, NOON, MINUTE).getFirst(), after(found), Optional.empty());
        assertThat(link().health()).isEqualTo(after(found));
    }

    @Test
    void whatIsFoundOfALinkThatBecamePartOfAnotherIsKeptWithThatOne() {
        looks.ask(List.of(LINK), NOON);
        var lease = looks.take(9, NOON, MINUTE).getFirst();
        var redisLink = "gleaner:{test}:link:";
        redis.client()
                .hset(
                        redisLink + "m2m2",
                        java.util.Map.of("key", "a.example/y", "url", "https://a.example/y"));
        redis.client().hset(redisLink + "k3f9", "into", "m2m2");
        var gone = after(new Found.Gone("No.", false));
        assertThat(looks.done(lease, gone, Optional.of(NOON.plusSeconds(600)))).isTrue();
        assertThat(link().id()).isEqualTo(new LinkId("m2m2"));
        assertThat(link().health()).isEqualTo(gone);
        assertThat(redis.client().hkeys(redisLink + "k3f9"))
                .containsExactlyInAnyOrder("key", "url", "into");
        assertThat(looks.take(9, NOON.plusSeconds(600), MINUTE))
                .extracting(LookQueue.Lease::link)
                .containsExactly(new LinkId("m2m2"));
    }

    @Test
    void whoWatchesIsKnownForAWhile() {
        assertThat(looks.isWatched()).isFalse();
        looks.watch(MINUTE);
        assertThat(looks.isWatched()).isTrue();
        looks.leave();
        assertThat(looks.isWatched()).isFalse();
    }
}
