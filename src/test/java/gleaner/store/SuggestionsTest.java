package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A busy hashtag must not fill Redis, nor the editors' evening.
class SuggestionsTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Instant NOW = Instant.parse("2026-11-16T08:00:00Z");

    private Suggestions suggestions = redis.store().suggestions();

    @BeforeEach
    void open() {
        suggestions = redis.store().suggestions();
    }

    @Test
    void theLatestComeFirstAndTheOldestIsLetGoWhereThereAreTooMany() {
        for (int i = 0; i < 203; i++) {
            suggestions.add(suggested(i, NOW.plusSeconds(i)));
        }
        var newest = suggestions.newest(NOW.plusSeconds(300));
        assertThat(newest).hasSize(200);
        assertThat(newest.getFirst()).isEqualTo(suggested(202, NOW.plusSeconds(202)));
        assertThat(newest.getLast()).isEqualTo(suggested(3, NOW.plusSeconds(3)));
        assertThat(suggestions.find(id(2))).isEmpty();
    }

    @Test
    void noneIsSuggestedLongerThanTwoWeeksNorTwice() {
        suggestions.add(suggested(1, NOW));
        suggestions.add(suggested(1, NOW.plusSeconds(99)));
        assertThat(suggestions.newest(NOW.plus(Duration.ofDays(13))))
                .containsExactly(suggested(1, NOW));
        assertThat(suggestions.newest(NOW.plus(Duration.ofDays(15)))).isEmpty();
    }

    @Test
    void whatIsTakenIsSuggestedNoMore() {
        suggestions.add(suggested(1, NOW));
        assertThat(suggestions.find(id(1))).contains(suggested(1, NOW));
        suggestions.remove(id(1));
        assertThat(suggestions.find(id(1))).isEmpty();
    }

    private static Suggested suggested(int number, Instant at) {
        return new Suggested(
                id(number),
                "https://x.example/" + number,
                PersonId.of("mastodon", "@ada@far.example"),
                "01J" + number,
                number % 2 == 0 ? Optional.empty() : Optional.of("https://far.example/" + number),
                "kubernetes",
                at);
    }

    private static LinkId id(int number) {
        return Suggested.id(new LinkKey("https://x.example/" + number));
    }
}
