package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Channel;
import gleaner.news.IssueField;
import gleaner.news.MessageId;
import gleaner.news.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, an editor takes back another act than the one that was named.
class HistoryTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private final Repository repository = redis.store().repository();

    private void act(int number) {
        var field = new IssueField("title");
        var before = number == 1 ? Optional.<String>empty() : Optional.of("t" + (number - 1));
        repository.commit(
                new Act(
                        new MessageId(Channel.of("terminal", "general").id(), "c" + number),
                        Person.of("terminal", "eve"),
                        Instant.parse("2026-11-17T13:00:00Z"),
                        "title t" + number,
                        List.of(),
                        List.of(),
                        List.of(new IssueChange(1, field, before, Optional.of("t" + number))),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        ""));
    }

    @Test
    void anActIsFoundByItsNumber() {
        for (int number = 1; number <= 5; number++) {
            act(number);
        }
        assertThat(repository.act(3).orElseThrow().words()).isEqualTo("title t3");
        assertThat(repository.act(6)).isEmpty();
        assertThat(repository.act(0)).isEmpty();
        var newest = repository.history(2);
        assertThat(newest).extracting(PastAct::number).containsExactly(5L, 4L);
        assertThat(repository.historyBefore(newest.getLast(), 2))
                .extracting(PastAct::number)
                .containsExactly(3L, 2L);
    }

    @Test
    void actsThatWereFiledBeforeTheyWereNumberedHaveTheirPlaces() {
        for (int number = 1; number <= 3; number++) {
            act(number);
        }
        redis.client().del("gleaner:{test}:numbers");
        assertThat(repository.act(2).orElseThrow().words()).isEqualTo("title t2");
        redis.client().del("gleaner:{test}:numbers");
        assertThat(repository.history(1)).extracting(PastAct::number).containsExactly(3L);
    }
}
