package gleaner.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.capture.Capture;
import gleaner.capture.LinkKeys;
import gleaner.command.Asker;
import gleaner.command.Reply;
import gleaner.news.Channel;
import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Event.ReactionAdded;
import gleaner.news.Event.ReactionRemoved;
import gleaner.news.Link;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Role;
import gleaner.news.State;
import gleaner.news.Visibility;
import gleaner.store.Delivery;
import gleaner.store.Index;
import gleaner.store.RedisForTests;
import gleaner.store.Sharing;
import gleaner.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, what a channel was told is safe gets lost, done twice, or stops everything behind
/// it.
class WorkerTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private static final Channel GENERAL = Channel.of("terminal", "general");
    private static final Person ADA = Person.of("terminal", "ada");
    private static final Person EDITOR = Person.of("terminal", "eve");
    private static final Instant NOON = Instant.parse("2026-11-17T12:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(10);

    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
    private Store store;

    @BeforeEach
    void open() {
        store = redis.store();
    }

    @Test
    void eventsAreWorkedOnInTheirOrderAndAnswered() throws InterruptedException {
        work(
                posted("1", "see https://one.example/a #k8s and https://two.example/b"),
                command("2", "list"),
                new MessageEdited(id("1"), NOON.plusSeconds(1), "only https://two.example/b"),
                command("3", "tags"),
                new MessageDeleted(id("1"), NOON.plusSeconds(2)));
        assertThat(commands).containsExactly("list", "tags");
        assertThat(links())
                .extracting(Link::url, Link::isWithdrawn)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("https://one.example/a", true),
                        org.assertj.core.groups.Tuple.tuple("https://two.example/b", true));
        assertThat(answers()).containsExactly("kept 2", "did list", "did tags");
        assertThat(store.inbox().size()).isZero();
    }

    @Test
    void anEventThatIsDeliveredTwiceIsAnsweredOnce() throws InterruptedException {
        var twice = posted("1", "https://one.example/a");
        work(twice, twice, command("2", "list"), command("2", "list"));
        assertThat(answers()).containsExactly("kept 1", "did list");
        assertThat(links()).singleElement().satisfies(link -> assertThat(link.shares()).hasSize(1));
    }

    @Test
    void whatADeadConsumerHadTakenIsWorkedOnByAnother() throws InterruptedException {
        store.inbox().append(List.of(delivery(posted("1", "https://one.example/a"))));
        assertThat(store.inbox().take("dead", 10, LONG)).hasSize(1);
        var claimed = store.inbox().claim("alive", 10, Duration.ZERO);
        intake().handle(claimed.stream().map(entry -> entry.delivery()).toList());
        store.inbox().done(claimed);
        assertThat(links()).hasSize(1);
        assertThat(store.inbox().size()).isZero();
    }

    @Test
    void anEventOnWhichTheWorkFailsIsPutAsideAndBlocksNobody() throws InterruptedException {
        work(
                posted("1", "https://one.example/a"),
                command("2", "burst"),
                posted("3", "https://two.example/b"));
        assertThat(links()).hasSize(2);
        assertThat(store.inbox().size()).isZero();
        assertThat(store.inbox().refusedCount()).isEqualTo(1);
    }

    @Test
    void anEditorsReactionIsAVerbAndEverybodyElsesIsAVote() throws InterruptedException {
        work(
                posted("1", "https://one.example/a"),
                new ReactionAdded(id("1"), Person.of("terminal", "ben"), NOON, "white_check_mark"),
                new ReactionAdded(id("1"), EDITOR, NOON, "white_check_mark"));
        var link = links().getFirst();
        assertThat(link.voteCount()).isEqualTo(1);
        assertThat(commands).containsExactly("pick " + link.id());
    }

    @Test
    void aVerbThatDoesNotStandAnyMoreIsNotUndoneByTakingTheReactionBack()
            throws InterruptedException {
        work(
                posted("1", "https://one.example/a"),
                new ReactionAdded(id("1"), EDITOR, NOON, "white_check_mark"),
                new ReactionRemoved(id("1"), EDITOR, NOON.plusSeconds(1), "white_check_mark"));
        assertThat(commands).as("nothing was picked, for the command was a fake").hasSize(1);
    }

    @Test
    void anEditorsReactionThatComesBeforeItsMessageWorksOnceTheMessageIsThere()
            throws InterruptedException {
        work(
                new ReactionAdded(id("1"), EDITOR, NOON, "white_check_mark"),
                posted("1", "https://one.example/a"));
        assertThat(commands).containsExactly("pick " + links().getFirst().id());
    }

    @Test
    void anEditorsReactionToAMessageWithoutLinksAsksForNothing() throws InterruptedException {
        work(
                new ReactionAdded(id("1"), EDITOR, NOON, "white_check_mark"),
                posted("1", "no link in it"),
                new ReactionAdded(id("1"), EDITOR, NOON.plusSeconds(1), "white_check_mark"));
        assertThat(commands).isEmpty();
        assertThat(answers()).isEmpty();
    }

    @Test
    void anEditThatComesBeforeItsMessageDecidesWhatIsKept() throws InterruptedException {
        work(
                new MessageEdited(id("1"), NOON.plusSeconds(1), "https://two.example/b"),
                posted("1", "https://one.example/a"));
        assertThat(links()).extracting(Link::url).containsExactly("https://two.example/b");
    }

    private void work(Event... events) throws InterruptedException {
        var last = store.inbox().append(Arrays.stream(events).map(WorkerTest::delivery).toList());
        var worker = new Worker(store.inbox(), intake(), "worker-1");
        worker.start();
        var deadline = System.nanoTime() + LONG.toNanos();
        while (!store.inbox().isDoneUpTo(last) && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(worker.stop(LONG)).isTrue();
    }

    private Intake intake() {
        return new Intake(
                new Capture(new LinkKeys()),
                store.messages(),
                store.repository(),
                store.outbox(),
                new Answers() {
                    @Override
                    public Reply command(String words, Asker asker) {
                        if (words.equals("burst")) {
                            throw new IllegalStateException("as told");
                        }
                        if (!commands.contains(words)) {
                            commands.add(words);
                        }
                        return new Reply(Reply.Kind.DONE, "did " + words, "{}");
                    }

                    @Override
                    public Reply kept(MessagePosted message, List<Sharing> sharings) {
                        return new Reply(Reply.Kind.DONE, "kept " + sharings.size(), "{}");
                    }
                },
                new People() {
                    @Override
                    public Role roleOf(PersonId person) {
                        return person.equals(EDITOR.id()) ? Role.EDITOR : Role.CONTRIBUTOR;
                    }

                    @Override
                    public Optional<State> verb(String emoji) {
                        return emoji.equals("white_check_mark")
                                ? Optional.of(State.PICKED)
                                : Optional.empty();
                    }
                });
    }

    private List<Link> links() {
        return store.repository().links(store.repository().newest(new Index.All(), 0, 100));
    }

    private List<String> answers() {
        return store.outbox().read("test", "0-0", Duration.ofMillis(1)).stream()
                .map(answer -> ReplyText.read(answer.text()).markdown())
                .toList();
    }

    private static Delivery delivery(Event event) {
        return new Delivery(event, "test", false);
    }

    private static MessageId id(String id) {
        return new MessageId(GENERAL.id(), id);
    }

    private static MessagePosted posted(String id, String text) {
        return new MessagePosted(
                id(id),
                GENERAL,
                ADA,
                NOON,
                text,
                Visibility.PUBLIC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CommandGiven command(String id, String text) {
        return new CommandGiven(
                id(id), GENERAL, ADA, NOON, text, Visibility.PUBLIC, Optional.empty());
    }
}
