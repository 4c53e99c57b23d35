package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.CapturedShare;
import gleaner.news.Channel;
import gleaner.news.Event.MessagePosted;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Share;
import gleaner.news.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, a page is never read, read again and again, or read by two processes at once.
class PageQueueTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Store store;
    private PageQueue pages;

    @BeforeEach
    void open() {
        store = redis.store();
        pages = store.pages();
    }

    @Test
    void aNewLinkIsDueAtOnceAndTakenOnce() {
        var link = shared(store, "m1", "https://one.example/a", "");
        shared(store, "m2", "https://one.example/a", "");
        assertThat(pages.take(10, NOON, MINUTE))
                .containsExactly(
                        new PageQueue.Lease(link, "https://one.example/a", 1, NOON.plus(MINUTE)));
        assertThat(pages.take(10, NOON, MINUTE)).isEmpty();
        assertThat(pages.isWaiting(link)).isTrue();
    }

    @Test
    void aPageThatWasReadIsOutAndTheChangeIsTold() {
        var link = shared(store, "m1", "https://one.example/a", "");
        var lease = pages.take(1, NOON, MINUTE).getFirst();
        store.repository().page(link, gleaner.news.Page.UNREAD, java.time.Instant.EPOCH);
        assertThat(pages.done(lease)).isTrue();
        assertThat(pages.done(lease)).isFalse();
        assertThat(pages.counts()).isEqualTo(new PageQueue.Counts(0, 0));
        shared(store, "m2", "https://one.example/a", "");
        assertThat(pages.take(1, NOON.plus(Duration.ofDays(9)), MINUTE)).isEmpty();
        assertThat(
                        redis.client().xrevrange("gleaner:{test}:changes", "+", "-").stream()
                                .map(entry -> entry.getFields()))
                .contains(java.util.Map.of("what", "page", "links", link.value()));
        assertThat(redis.client().exists("gleaner:{test}:pages:tries")).isFalse();
    }

    @Test
    void aLeaseWhoseProcessDiedGoesToAnotherAndTheFirstCountsForNothing() {
        shared(store, "m1", "https://one.example/a", "");
        var first = pages.take(1, NOON, MINUTE).getFirst();
        assertThat(pages.take(1, NOON.plus(MINUTE).minusMillis(1), MINUTE)).isEmpty();
        var second = pages.take(1, NOON.plus(MINUTE), MINUTE).getFirst();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(pages.done(first)).isFalse();
        assertThat(pages.again(first, NOON, "late")).isFalse();
        assertThat(pages.giveUp(first, NOON, "late")).isFalse();
        assertThat(pages.trouble(first.link())).isEmpty();
        assertThat(pages.done(second)).isTrue();
    }

    /// Else a page that was taken while the clock was wrong would not be read for years.
    @Test
    void aClockThatWasFarAheadKeepsNobodyWaiting() {
        shared(store, "m1", "https://one.example/a", "");
        var lease = pages.take(1, NOON.plus(Duration.ofDays(400)), MINUTE).getFirst();
        pages.again(lease, NOON.plus(Duration.ofDays(401)), "It did not answer.");
        assertThat(pages.take(1, NOON, MINUTE)).hasSize(1);
        assertThat(pages.take(1, NOON, MINUTE)).isEmpty();
    }

    @Test
    void whatFailedIsTriedAgainWhenItIsDueAndGivenUpWhenTold() {
        var link = shared(store, "m1", "https://one.example/a", "");
        var lease = pages.take(1, NOON, MINUTE).getFirst();
        pages.again(lease, NOON.plus(Duration.ofHours(1)), "It did not answer.");
        assertThat(pages.trouble(link))
                .contains(new PageQueue.Trouble("It did not answer.", false));
        assertThat(pages.take(1, NOON.plus(Duration.ofMinutes(59)), MINUTE)).isEmpty();
        var again = pages.take(1, NOON.plus(Duration.ofHours(1)), MINUTE).getFirst();
        assertThat(again.attempt()).isEqualTo(2);
        pages.giveUp(again, NOON, "It is gone.");
        assertThat(pages.trouble(link)).contains(new PageQueue.Trouble("It is gone.", true));
        assertThat(pages.counts()).isEqualTo(new PageQueue.Counts(0, 1));
        assertThat(pages.take(1, NOON.plus(Duration.ofDays(99)), MINUTE)).isEmpty();
    }

    @Test
    void whatWasGivenUpStaysSoHoweverOftenItIsShared() {
        shared(store, "m1", "https://one.example/a", "");
        pages.giveUp(pages.take(1, NOON, MINUTE).getFirst(), NOON, "It is gone.");
        shared(store, "m2", "https://one.example/a", "");
        assertThat(pages.counts()).isEqualTo(new PageQueue.Counts(0, 1));
    }

    @Test
    void whatIsPutOffIsNoTry() {
        shared(store, "m1", "https://one.example/a", "");
        var lease = pages.take(1, NOON, MINUTE).getFirst();
        pages.putOff(lease, NOON.plusSeconds(5));
        assertThat(pages.trouble(lease.link())).isEmpty();
        assertThat(pages.take(1, NOON.plusSeconds(5), MINUTE).getFirst().attempt()).isEqualTo(1);
    }

    @Test
    void whatIsAskedForAgainIsNewAndFirst() {
        var lost = shared(store, "m1", "https://one.example/a", "");
        pages.giveUp(pages.take(1, NOON, MINUTE).getFirst(), NOON, "It is gone.");
        for (int i = 0; i < 20; i++) {
            shared(store, "n" + i, "https://two.example/" + i, "");
        }
        pages.refresh(List.of(lost, new LinkId("zzzz")));
        assertThat(pages.trouble(lost)).isEmpty();
        assertThat(pages.counts()).isEqualTo(new PageQueue.Counts(21, 0));
        assertThat(pages.take(1, NOON, MINUTE))
                .containsExactly(
                        new PageQueue.Lease(lost, "https://one.example/a", 1, NOON.plus(MINUTE)));
    }

    @Test
    void whatIsAskedForAgainWhileItIsBeingReadIsReadAgain() {
        var link = shared(store, "m1", "https://one.example/a", "");
        var lease = pages.take(1, NOON, MINUTE).getFirst();
        pages.refresh(List.of(link));
        assertThat(pages.giveUp(lease, NOON, "It is gone.")).isFalse();
        assertThat(pages.take(1, NOON.plusMillis(1), MINUTE)).hasSize(1);
    }

    @Test
    void archivesComeInOnlyWhereTheyAreToAndAfterWhatIsSharedNow() {
        shared(store, "m1", "https://old.example/1", "import");
        assertThat(pages.counts().waiting()).isZero();
        shared(store, "m1 again", "https://old.example/1", "");
        assertThat(pages.done(pages.take(1, NOON, MINUTE).getFirst())).isTrue();
        var all = redis.store(new PageQueue.Fill(true, true));
        for (int i = 2; i < 22; i++) {
            shared(all, "m" + i, "https://old.example/" + i, "import");
        }
        shared(all, "now", "https://new.example/", "");
        assertThat(pages.take(1, NOON, MINUTE).getFirst().url()).isEqualTo("https://new.example/");
        assertThat(pages.counts().waiting()).isEqualTo(21);
        var none = redis.store(PageQueue.Fill.NOTHING);
        shared(none, "none", "https://none.example/", "");
        assertThat(pages.counts().waiting()).isEqualTo(21);
    }

    @Test
    void aLinkThatIsGoneIsForgotten() {
        var link = shared(store, "m1", "https://one.example/a", "");
        redis.client().del("gleaner:{test}:link:" + link.value());
        assertThat(pages.take(1, NOON, MINUTE)).isEmpty();
        assertThat(pages.counts()).isEqualTo(new PageQueue.Counts(0, 0));
    }

    @Test
    void manyProcessesShareTheQueueAndNoneGetsWhatAnotherHas() throws Exception {
        for (int i = 0; i < 300; i++) {
            shared(store, "m" + i, "https://one.example/" + i, "");
        }
        var takers = new ArrayList<Callable<List<LinkId>>>();
        for (int i = 0; i < 4; i++) {
            takers.add(() -> {
                var mine = new ArrayList<LinkId>();
                var queue = redis.store().pages();
                for (var taken = queue.take(7, NOON, MINUTE);
                        !taken.isEmpty();
                        taken = queue.take(7, NOON, MINUTE)) {
                    taken.forEach(lease -> mine.add(lease.link()));
                    taken.forEach(queue::done);
                }
                return mine;
            });
        }
        var all = new ArrayList<LinkId>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var taker : threads.invokeAll(takers)) {
                all.addAll(taker.get());
            }
        }
        assertThat(all).hasSize(300);
        assertThat(new HashSet<>(all)).hasSize(300);
    }

    private static LinkId shared(Store store, String id, String url, String tally) {
        var channel = Channel.of("terminal", "general");
        var ada = Person.of("terminal", "ada");
        var message = new MessageId(channel.id(), id);
        var posted =
                new MessagePosted(
                        message,
                        channel,
                        ada,
                        NOON,
                        "words",
                        Visibility.PUBLIC,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var share =
                new Share(
                        message,
                        ada,
                        channel,
                        NOON,
                        url,
                        "",
                        url,
                        List.of(),
                        false,
                        Visibility.PUBLIC,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var post =
                new Write.Post(posted, NOON, List.of(new CapturedShare(new LinkKey(url), share)));
        return store.messages().write(post, tally).links().getFirst().link();
    }
}
