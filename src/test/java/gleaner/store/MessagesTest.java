package gleaner.store;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.CapturedShare;
import gleaner.news.Channel;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Link;
import gleaner.news.LinkKey;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Share;
import gleaner.news.Tag;
import gleaner.news.Visibility;
import gleaner.store.Written.Status;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, shares are lost or doubled when a platform delivers twice, late or out of order.
class MessagesTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Channel GENERAL = Channel.of("terminal", "general");
    private static final Person ADA = Person.of("terminal", "ada");
    private static final Person BEN = Person.of("terminal", "ben");
    private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");

    private Messages messages;
    private Repository repository;

    @BeforeEach
    void open() {
        var store = redis.store();
        messages = store.messages();
        repository = store.repository();
    }

    @Test
    void aMessageIsKeptOnceHoweverOftenItIsDelivered() {
        var post = post("m1", ADA, NOON, "k8s", "https://one.example/a", "https://two.example/b");
        assertThat(messages.write(post, "t").status()).isEqualTo(Status.DONE);
        var again = messages.write(post, "t");
        assertThat(again.status()).isEqualTo(Status.KNOWN);
        assertThat(again.links()).hasSize(2);
        assertThat(all()).hasSize(2).allSatisfy(link -> assertThat(link.shares()).hasSize(1));
        assertThat(messages.tally("t"))
                .containsEntry("new", 2L)
                .containsEntry("post", 1L)
                .containsEntry("known", 1L);
        assertThat(repository.tags()).containsExactly(new TagCount(Tag.of("k8s"), 2));
    }

    @Test
    void aLinkSharedByAnotherPersonIsTheSameLinkWithOneMoreShare() {
        messages.write(post("m1", ADA, NOON, "k8s", "https://one.example/a"), "");
        var second =
                messages.write(
                        post("m2", BEN, NOON.plusSeconds(60), "security", "https://one.example/a"),
                        "");
        assertThat(second.links())
                .singleElement()
                .satisfies(part -> assertThat(part.isNew()).isFalse());
        var link = only();
        assertThat(link.shares()).extracting(Share::person).containsExactly(ADA, BEN);
        assertThat(link.tags()).containsExactly(Tag.of("k8s"), Tag.of("security"));
        assertThat(repository.newest(new Index.SharedBy(BEN.id()), 0, 10))
                .containsExactly(link.id());
        assertThat(repository.newest(new Index.Tagged(Tag.of("SECURITY")), 0, 10))
                .containsExactly(link.id());
    }

    @Test
    void anEditAddsAndTakesLinksAway() {
        messages.write(
                post("m1", ADA, NOON, "k8s", "https://one.example/a", "https://two.example/b"), "");
        var edit =
                edit(
                        "m1",
                        NOON.plusSeconds(5),
                        "go",
                        "https://two.example/b",
                        "https://three.example/c");
        var done = messages.write(edit, "");
        assertThat(done.status()).isEqualTo(Status.DONE);
        repository.refresh(done.links().stream().map(Written.Part::link).toList());
        assertThat(live())
                .containsExactlyInAnyOrder("https://two.example/b", "https://three.example/c");
        assertThat(repository.tags()).containsExactly(new TagCount(Tag.of("go"), 2));
        assertThat(messages.write(edit, "").status()).isEqualTo(Status.STALE);
        assertThat(
                        messages.write(post("m1", ADA, NOON, "k8s", "https://one.example/a"), "")
                                .status())
                .isEqualTo(Status.KNOWN);
        assertThat(live())
                .containsExactlyInAnyOrder("https://two.example/b", "https://three.example/c");
    }

    @Test
    void anOlderEditNeverOverwritesANewerOne() {
        messages.write(post("m1", ADA, NOON, "", "https://one.example/a"), "");
        messages.write(edit("m1", NOON.plusSeconds(9), "", "https://newer.example/"), "");
        assertThat(
                        messages.write(
                                        edit(
                                                "m1",
                                                NOON.plusSeconds(5),
                                                "",
                                                "https://older.example/"),
                                        "")
                                .status())
                .isEqualTo(Status.STALE);
        assertThat(live()).containsExactly("https://newer.example/");
    }

    @Test
    void aDeletedMessageTakesItsSharesWithItAndStaysDeleted() {
        messages.write(post("m1", ADA, NOON, "k8s", "https://one.example/a"), "");
        var gone = messages.write(delete("m1", NOON.plusSeconds(5)), "");
        repository.refresh(gone.links().stream().map(Written.Part::link).toList());
        assertThat(only().isWithdrawn()).isTrue();
        assertThat(repository.tags()).isEmpty();
        assertThat(
                        messages.write(post("m1", ADA, NOON, "k8s", "https://one.example/a"), "")
                                .status())
                .isEqualTo(Status.KNOWN);
        assertThat(
                        messages.write(
                                        edit(
                                                "m1",
                                                NOON.plusSeconds(9),
                                                "",
                                                "https://one.example/a"),
                                        "")
                                .status())
                .isEqualTo(Status.STALE);
        assertThat(only().isWithdrawn()).isTrue();
    }

    @Test
    void anEditThatComesBeforeItsMessageIsNotLost() {
        var early =
                new Write.EarlyEdit(
                        new MessageEdited(id("m1"), NOON.plusSeconds(5), "the new words"));
        assertThat(messages.write(early, "").status()).isEqualTo(Status.WAITING);
        var pending = messages.write(post("m1", ADA, NOON, "", "https://one.example/a"), "");
        assertThat(pending.status()).isEqualTo(Status.PENDING);
        assertThat(pending.version()).isEqualTo(NOON.plusSeconds(5));
        assertThat(messages.earlyWords(id("m1"))).contains("the new words");
        var post = post("m1", ADA, NOON, "", "https://two.example/b");
        var done =
                messages.write(new Write.Post(post.posted(), pending.version(), post.shares()), "");
        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(live()).containsExactly("https://two.example/b");
    }

    @Test
    void aMessageThatWasDeletedBeforeItCameIsNotKept() {
        assertThat(messages.write(delete("m1", NOON.plusSeconds(5)), "").status())
                .isEqualTo(Status.WAITING);
        assertThat(messages.write(post("m1", ADA, NOON, "", "https://one.example/a"), "").status())
                .isEqualTo(Status.DELETED);
        assertThat(all()).isEmpty();
    }

    @Test
    void votesCountPeopleOtherThanTheSharerAndTheLatestReactionHolds() {
        messages.write(post("m1", ADA, NOON, "", "https://one.example/a"), "");
        messages.write(react("m1", BEN, NOON.plusSeconds(1), true), "");
        messages.write(react("m1", ADA, NOON.plusSeconds(1), true), "");
        assertThat(only().voteCount()).isEqualTo(1);
        assertThat(messages.write(react("m1", BEN, NOON.plusSeconds(1), true), "").status())
                .isEqualTo(Status.KNOWN);
        messages.write(react("m1", BEN, NOON.plusSeconds(2), false), "");
        assertThat(only().voteCount()).isZero();
        messages.write(react("m1", BEN, NOON.plusSeconds(1), true), "");
        assertThat(only().voteCount()).isZero();
    }

    @Test
    void aReactionThatComesBeforeItsMessageCountsAllTheSame() {
        messages.write(react("m1", BEN, NOON.plusSeconds(1), true), "");
        messages.write(new Write.React(id("m1"), ADA.id(), "star", NOON, true, false), "");
        var post = messages.write(post("m1", ADA, NOON, "", "https://one.example/a"), "");
        assertThat(only().voteCount()).isEqualTo(1);
        assertThat(post.earlyReactions())
                .containsExactly(new Written.EarlyReaction(ADA.id(), "star"));
    }

    @Test
    void linksAreFoundByTheDayTheyWereSharedOn() {
        messages.write(post("m1", ADA, NOON, "", "https://one.example/a"), "");
        messages.write(post("m2", ADA, NOON.plusSeconds(86_400), "", "https://two.example/b"), "");
        var day = NOON.truncatedTo(java.time.temporal.ChronoUnit.DAYS).toEpochMilli();
        assertThat(repository.sharedBetween(day, day + 86_400_000)).hasSize(1);
        assertThat(repository.sharedBetween(day, day + 2 * 86_400_000)).hasSize(2);
        assertThat(repository.newest(new Index.All(), 0, 1))
                .isEqualTo(repository.newest(new Index.Open(), 0, 10).subList(0, 1));
    }

    private Link only() {
        return all().getFirst();
    }

    private List<Link> all() {
        return repository.links(repository.newest(new Index.All(), 0, 100));
    }

    private List<String> live() {
        return all().stream().filter(link -> !link.isWithdrawn()).map(Link::url).toList();
    }

    private static MessageId id(String id) {
        return new MessageId(GENERAL.id(), id);
    }

    private static Write.Post post(String id, Person by, Instant at, String tag, String... urls) {
        return new Write.Post(
                posted(id, by, at), at, shares(id, by, at, Optional.empty(), tag, urls));
    }

    private static Write.Edit edit(String id, Instant at, String tag, String... urls) {
        return new Write.Edit(
                posted(id, ADA, NOON), at, shares(id, ADA, NOON, Optional.of(at), tag, urls));
    }

    private static Write.Delete delete(String id, Instant at) {
        return new Write.Delete(new MessageDeleted(id(id), at));
    }

    private static Write.React react(String id, Person by, Instant at, boolean on) {
        return new Write.React(id(id), by.id(), "eyes", at, on, true);
    }

    private static MessagePosted posted(String id, Person by, Instant at) {
        return new MessagePosted(
                id(id),
                GENERAL,
                by,
                at,
                "words",
                Visibility.PUBLIC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<CapturedShare> shares(
            String id,
            Person by,
            Instant at,
            Optional<Instant> edited,
            String tag,
            String... urls) {
        return Arrays.stream(urls)
                .map(url ->
                        new CapturedShare(
                                new LinkKey(url),
                                new Share(
                                        id(id),
                                        by,
                                        GENERAL,
                                        at,
                                        url,
                                        "",
                                        url,
                                        tag.isEmpty() ? List.of() : List.of(Tag.of(tag)),
                                        false,
                                        Visibility.PUBLIC,
                                        Optional.empty(),
                                        Optional.empty(),
                                        edited,
                                        Optional.empty())))
                .toList();
    }
}
