package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply;
import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Event.MessagePosted;
import gleaner.news.Role;
import gleaner.news.Visibility;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A week on a server: what people and servers do, and what comes of it. Nothing that was said gets
/// lost, nobody is answered twice, and nothing is shown to more people than could read it.
class MastodonChannelTest {

    private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");

    private final FakeMastodon server = new FakeMastodon();
    private final Kept kept = new Kept();
    private final MovingClock clock = new MovingClock();
    private final List<MastodonChannel> channels = new ArrayList<>();
    private List<String> allow = List.of();
    private List<String> block = List.of();
    private boolean review;
    private int perHour = 20;
    private Duration poll = Duration.ofSeconds(30);
    private Duration look = Duration.ofMillis(20);

    @AfterEach
    void stop() throws InterruptedException {
        for (var channel : channels) {
            channel.close();
        }
        server.close();
    }

    // Listening.

    @Test
    void aMentionWithALinkIsAMessage() {
        start();
        var id =
                server.mention(
                        "ada@far.example",
                        "<p>Worth it: "
                                + link("https://x.example/a")
                                + " "
                                + tag("WebDev")
                                + "</p>");
        var posted = (MessagePosted) nextEvents(1).getFirst();
        assertThat(posted.message().toString()).isEqualTo("mastodon:mentions/" + id);
        assertThat(posted.person().id().value()).isEqualTo("mastodon:@ada@far.example");
        assertThat(posted.person().name()).isEqualTo("Ada");
        assertThat(posted.text()).isEqualTo("Worth it: <https://x.example/a> #WebDev");
        assertThat(posted.visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(posted.permalink()).contains("https://far.example/@ada/" + id);
        assertThat(posted.time()).isEqualTo(START);
    }

    @Test
    void aNeighbourHasAFullHandleToo() {
        start();
        server.mention("ben", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(((MessagePosted) nextEvents(1).getFirst()).person().id().value())
                .isEqualTo("mastodon:@ben@here.example");
    }

    @ParameterizedTest
    @CsvSource({
        "public, PUBLIC",
        "unlisted, PUBLIC",
        "private, PRIVATE",
        "direct, PRIVATE",
        "circle, PRIVATE"
    })
    void whatFewCanReadIsPrivate(String reach, Visibility visibility) {
        start();
        server.mention(
                "ada@far.example",
                "<p>see " + link("https://x.example/a") + "</p>",
                reach,
                Optional.empty());
        assertThat(((MessagePosted) nextEvents(1).getFirst()).visibility()).isEqualTo(visibility);
    }

    @Test
    void wordsThatAreACommandAreGiven() {
        start();
        var id =
                server.mention(
                        "ada@far.example", "<p>search kubernetes</p>", "direct", Optional.empty());
        var given = (CommandGiven) nextEvents(1).getFirst();
        assertThat(given.message().id()).isEqualTo(id);
        assertThat(given.text()).isEqualTo("search kubernetes");
        assertThat(given.visibility()).isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void saveThisKeepsTheLinkOfThePostAboveAndCreditsBoth() {
        start();
        var above =
                server.status(
                        "cy@old.example",
                        "<p>My " + link("https://x.example/paper") + "</p>",
                        "public",
                        Optional.empty());
        var id = server.mention("ada@far.example", "<p>save this #k8s</p>", "public", id(above));
        var events = nextEvents(2);
        var first = (MessagePosted) events.getFirst();
        assertThat(first.message().id()).isEqualTo(above.path("id").asString());
        assertThat(first.person().id().value()).isEqualTo("mastodon:@cy@old.example");
        assertThat(first.text()).isEqualTo("My <https://x.example/paper>");
        var second = (MessagePosted) events.getLast();
        assertThat(second.message().id()).isEqualTo(id);
        assertThat(second.person().id().value()).isEqualTo("mastodon:@ada@far.example");
        assertThat(second.text()).isEqualTo("#k8s\n\n> My <https://x.example/paper>");
        assertThat(second.replyTo().orElseThrow().id()).isEqualTo(above.path("id").asString());
    }

    @Test
    void saveThisLooksOnePostFurtherUp() {
        start();
        var top =
                server.status(
                        "cy@old.example",
                        "<p>" + link("https://x.example/paper") + "</p>",
                        "public",
                        Optional.empty());
        var middle = server.status("di@old.example", "<p>wow</p>", "public", id(top));
        server.mention("ada@far.example", "<p>keep this please</p>", "public", id(middle));
        assertThat(nextEvents(2).getFirst().message().id()).isEqualTo(top.path("id").asString());
    }

    @Test
    void saveThisBelowAPostWithoutLinkIsAnswered() {
        start();
        var above = server.status("cy@old.example", "<p>no link</p>", "public", Optional.empty());
        server.mention("ada@far.example", "<p>save this</p>", "public", id(above));
        assertThat(((CommandGiven) nextEvents(1).getFirst()).text()).isEqualTo("save this");
    }

    @Test
    void aPostThatFewCanReadIsNotMadePublicBySavingIt() {
        start();
        var above =
                server.status(
                        "cy@old.example",
                        "<p>" + link("https://x.example/paper") + "</p>",
                        "private",
                        Optional.empty());
        server.mention("ada@far.example", "<p>save this</p>", "public", id(above));
        assertThat(nextEvents(2))
                .allMatch(event -> ((MessagePosted) event).visibility() == Visibility.PRIVATE);
    }

    @Test
    void aBotsPostMayBeSavedButTheBotIsNotCredited() {
        start();
        var above =
                server.status(
                        "bot@old.example",
                        "<p>" + link("https://x.example/release") + "</p>",
                        "public",
                        Optional.empty());
        server.mention("ada@far.example", "<p>save this</p>", "public", id(above));
        assertThat(nextEvents(1))
                .extracting(event -> ((MessagePosted) event).person().id().value())
                .containsExactly("mastodon:@ada@far.example");
    }

    @Test
    void aThreadOfOneAuthorIsOneText() {
        start();
        var one =
                server.status(
                        "ada@far.example",
                        "<p>First: " + link("https://x.example/1") + "</p>",
                        "public",
                        Optional.empty());
        var two =
                server.status(
                        "ada@far.example",
                        "<p>Second: " + link("https://x.example/2") + "</p>",
                        "public",
                        id(one));
        server.mention("ada@far.example", "<p>That was all</p>", "public", id(two));
        assertThat(((MessagePosted) nextEvents(1).getFirst()).text())
                .isEqualTo(
                        "First: <https://x.example/1>\n\nSecond: <https://x.example/2>\n\nThat was all");
    }

    @Test
    void whatIsWrittenBelowLaterJoinsTheText() {
        start();
        server.at(START.minusSeconds(10));
        var first = server.mention("ada@far.example", "<p>First thoughts</p>");
        nextEvents(1);
        awaitTaken(first);
        server.at(START.plusSeconds(30));
        server.status(
                "ada@far.example",
                "<p>Part two: " + link("https://x.example/2") + "</p>",
                "public",
                Optional.of(first));
        clock.forward(Duration.ofMinutes(2));
        var edited = (MessageEdited) nextEvents(2).getLast();
        assertThat(edited.text()).isEqualTo("First thoughts\n\nPart two: <https://x.example/2>");
        assertThat(edited.message().id()).isEqualTo(first);
    }

    @Test
    void botsAreNotHeard() {
        start();
        server.mention("bot@far.example", "<p>" + link("https://x.example/a") + "</p>");
        server.mention("gleaner", "<p>" + link("https://x.example/b") + "</p>");
        var last = server.mention("ada@far.example", "<p>" + link("https://x.example/c") + "</p>");
        assertThat(nextEvents(1)).extracting(event -> event.message().id()).containsExactly(last);
    }

    @Test
    void anEditIsFoundByLooking() {
        start();
        var id = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        nextEvents(1);
        awaitTaken(id);
        server.edit(id, "<p>" + link("https://x.example/b") + "</p>", START.plusSeconds(60));
        clock.forward(Duration.ofMinutes(2));
        var edited = (MessageEdited) nextEvents(2).getLast();
        assertThat(edited.text()).isEqualTo("<https://x.example/b>");
        assertThat(edited.time()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void anEditIsFoundOneByOneWhereTheServerKnowsNoBetter() {
        server.withoutSeveral();
        start();
        var first = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        server.mention("ben@far.example", "<p>" + link("https://x.example/c") + "</p>");
        nextEvents(2);
        awaitTaken(first);
        server.edit(first, "<p>" + link("https://x.example/b") + "</p>", START.plusSeconds(60));
        clock.forward(Duration.ofMinutes(2));
        assertThat(((MessageEdited) nextEvents(3).getLast()).text())
                .isEqualTo("<https://x.example/b>");
    }

    @Test
    void aDeleteStreamsInAtOnceAndIsFoundByLookingToo() {
        start();
        var first = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        var second =
                server.mention("ada@far.example", "<p>" + link("https://x.example/b") + "</p>");
        nextEvents(2);
        awaitTaken(second);
        server.delete(first);
        assertThat(((MessageDeleted) nextEvents(3).getLast()).message().id()).isEqualTo(first);
        server.deleteQuietly(second);
        clock.forward(Duration.ofMinutes(2));
        assertThat(((MessageDeleted) nextEvents(4).getLast()).message().id()).isEqualTo(second);
    }

    @Test
    void aStatusThatCannotBeReadForAWhileIsNotTakenForDeleted() {
        start();
        var id = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        nextEvents(1);
        awaitTaken(id);
        server.fault("GET /api/v1/statuses/" + id, 200, "{\"id\":\"" + id + "\"}", Map.of());
        server.fault("GET /api/v1/statuses/" + id, 200, "{\"id\":\"" + id + "\"}", Map.of());
        clock.forward(Duration.ofMinutes(2));
        server.await(() ->
                server.requests().stream()
                                .filter(request ->
                                        request.startsWith("GET /api/v1/statuses/" + id + " "))
                                .count()
                        >= 2);
        server.mention("ada@far.example", "<p>" + link("https://x.example/b") + "</p>");
        assertThat(nextEvents(2)).noneMatch(MessageDeleted.class::isInstance);
    }

    // Nothing gets lost.

    @Test
    void whatCameWhileItWasAwayIsCaughtUpWith() throws InterruptedException {
        var channel = start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/0") + "</p>");
        nextEvents(1);
        kept.await(() -> kept.notes().containsKey("cursor"));
        channel.close();
        for (int i = 1; i <= 200; i++) {
            server.mention(
                    "u" + i + "@far.example", "<p>" + link("https://x.example/" + i) + "</p>");
        }
        start();
        var texts = nextEvents(201).stream().map(event -> ((MessagePosted) event).text()).toList();
        for (int i = 0; i <= 200; i++) {
            assertThat(texts.get(i)).isEqualTo("<https://x.example/" + i + ">");
        }
    }

    @Test
    void whoeverIsKilledBeforeThereIsACursorLosesNothing() {
        for (int i = 0; i < 200; i++) {
            server.mention(
                    "u" + i + "@far.example", "<p>" + link("https://x.example/" + i) + "</p>");
        }
        start();
        var texts = nextEvents(200).stream().map(event -> ((MessagePosted) event).text()).toList();
        for (int i = 0; i < 200; i++) {
            assertThat(texts.get(i)).isEqualTo("<https://x.example/" + i + ">");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatCouldNotBeKeptIsTakenAgain(int times) {
        kept.failAppends(times);
        start();
        var id = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).extracting(event -> event.message().id()).containsExactly(id);
    }

    @Test
    void thirtyReconnectsLoseNothing() {
        start();
        for (int i = 0; i < 30; i++) {
            var expected = i + 1;
            server.await(() -> server.opened() >= expected);
            server.dropStreams();
            server.mention(
                    "u" + i + "@far.example", "<p>" + link("https://x.example/" + i) + "</p>");
        }
        assertThat(
                        nextEvents(30).stream()
                                .map(event -> ((MessagePosted) event).text())
                                .collect(Collectors.toSet()))
                .hasSize(30);
    }

    @Test
    void aSilentStreamIsOpenedAgain() {
        start();
        server.await(() -> server.opened() == 1);
        server.socket().fallSilent();
        server.await(() -> server.opened() == 2);
        server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).hasSize(1);
    }

    @Test
    void aServerThatWantsTheTokenAsBrowsersTellItStreamsToo() {
        server.wantingProtocol();
        start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).hasSize(1);
        server.await(() -> server.opened() == 1);
    }

    @Test
    void aServerWithoutStreamingIsPolled() {
        server.withoutStreaming();
        poll = Duration.ofMillis(50);
        start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).hasSize(1);
    }

    @Test
    void badGatewaysAndPagesOfHtmlAreWaitedOut() {
        for (var code : List.of(502, 200, 503, 500)) {
            server.fault("GET /api/v1/notifications", code, "<html>Sorry</html>", Map.of());
        }
        start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).hasSize(1);
    }

    @Test
    void onlyOneOfTwoProcessesSpeaksAndTheOtherTakesOver() throws InterruptedException {
        var first = start();
        server.await(() -> server.opened() == 1);
        start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        assertThat(nextEvents(1)).hasSize(1);
        assertThat(server.opened()).isEqualTo(1);
        first.close();
        server.await(() -> server.opened() == 2);
        server.mention("ada@far.example", "<p>" + link("https://x.example/b") + "</p>");
        assertThat(nextEvents(2)).hasSize(2);
    }

    // Answering.

    @Test
    void aKeptLinkIsAcknowledgedByAFavouriteAndNoWords() {
        start();
        var id = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        answer(nextEvents(1).getFirst(), Reply.Kind.DONE, "Kept `k3f9`");
        server.await(() -> server.favourites().contains(id));
        kept.await(kept::isAnswered);
        assertThat(server.posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "public, unlisted",
        "unlisted, unlisted",
        "private, direct",
        "direct, direct",
        "circle, direct"
    })
    void anAnswerIsNeverWiderThanTheQuestion(String asked, String answered) {
        start();
        var id = server.mention("ada@far.example", "<p>list</p>", asked, Optional.empty());
        answer(
                nextEvents(1).getFirst(),
                Reply.Kind.SHOWN,
                "- `k3f9` [A post](https://x.example/a) by @ben@near.example\n- two");
        server.await(() -> server.postCount() == 1);
        var post = server.posts().getFirst();
        assertThat(post.path("visibility").asString()).isEqualTo(answered);
        assertThat(post.path("in_reply_to_id").asString()).isEqualTo(id);
        assertThat(post.path("text").asString())
                .isEqualTo(
                        "@ada@far.example • k3f9 A post https://x.example/a by @\u2060ben@\u2060near.example\n• two");
    }

    @Test
    void aLongAnswerIsAShortThread() {
        start();
        server.mention("ben", "<p>list</p>", "direct", Optional.empty());
        var lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            lines.append("- number ").append(i).append(" of a list that is too long\n");
        }
        answer(nextEvents(1).getFirst(), Reply.Kind.SHOWN, lines.toString());
        server.await(() -> server.postCount() == 3);
        kept.await(kept::isAnswered);
        var posts = server.posts();
        assertThat(posts).allMatch(post -> post.path("text").asString().startsWith("@ben • "));
        assertThat(posts).allMatch(post -> post.path("text").asString().length() <= 500);
        assertThat(posts.get(1).path("in_reply_to_id").asString())
                .isEqualTo(posts.get(0).path("id").asString());
        assertThat(posts.get(2).path("text").asString()).endsWith("\n…");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverIsKilledAfterAPostDoesNotPostItAgain(boolean heedsKeys)
            throws InterruptedException {
        if (!heedsKeys) {
            server.ignoringKeys();
        }
        var dead = new AtomicBoolean();
        var client = client();
        var first = start(dyingAfterPost(client, dead));
        server.mention("ada@far.example", "<p>help</p>", "direct", Optional.empty());
        answer(nextEvents(1).getFirst(), Reply.Kind.SHOWN, "This is the help.");
        server.await(() -> server.postCount() == 1);
        first.close();
        kept.leaseRunsOut();
        assertThat(dead).isTrue();
        start();
        kept.await(kept::isAnswered);
        assertThat(server.texts()).containsExactly("@ada@far.example This is the help.");
    }

    @Test
    void anAnswerWaitsUntilTheServerIsBack() {
        start();
        server.mention("ada@far.example", "<p>help</p>");
        var event = nextEvents(1).getFirst();
        server.fault("POST /api/v1/statuses", 503, "", Map.of());
        server.fault("POST /api/v1/statuses", 502, "<html>", Map.of());
        answer(event, Reply.Kind.SHOWN, "This is the help.");
        kept.await(kept::isAnswered);
        assertThat(server.postCount()).isEqualTo(1);
    }

    @Test
    void anAnswerThatTheServerNeverTakesHoldsUpNoOther() {
        start();
        var first = server.mention("ada@far.example", "<p>" + link("https://x.example/a") + "</p>");
        var second =
                server.mention("ben@far.example", "<p>" + link("https://x.example/b") + "</p>");
        var events = nextEvents(2);
        for (int i = 0; i < 1_000; i++) {
            server.fault("POST /api/v1/statuses/" + first + "/favourite", 500, "", Map.of());
        }
        events.forEach(event -> answer(event, Reply.Kind.DONE, "Kept it."));
        server.await(() -> server.favourites().contains(second));
        assertThat(server.favourites()).containsExactly(second);
    }

    @Test
    void anAnswerToADeletedMentionIsDropped() {
        start();
        var id = server.mention("ada@far.example", "<p>help</p>");
        var event = nextEvents(1).getFirst();
        awaitTaken(id);
        server.delete(id);
        answer(event, Reply.Kind.SHOWN, "This is the help.");
        kept.await(kept::isAnswered);
        assertThat(server.posts()).isEmpty();
    }

    @Test
    void ownAnswersAndAnswersToThemAreNoConversation() {
        start();
        server.mention("ada@far.example", "<p>help</p>", "direct", Optional.empty());
        answer(nextEvents(1).getFirst(), Reply.Kind.SHOWN, "This is the help.");
        server.await(() -> server.postCount() == 1);
        var own = server.posts().getFirst();
        server.mention("ada@far.example", "<p>I am away until Monday.</p>", "direct", id(own));
        var event = nextEvents(2).getLast();
        assertThat(event).isInstanceOf(MessagePosted.class);
    }

    // Order.

    @Test
    void whoIsBlockedIsNotHeardNorWhoLivesBelow() {
        block = List.of("@eve@far.example", "spam.example");
        start();
        server.mention("eve@far.example", "<p>" + link("https://x.example/1") + "</p>");
        server.mention("mal@spam.example", "<p>" + link("https://x.example/2") + "</p>");
        server.mention("mal@sub.spam.example", "<p>" + link("https://x.example/3") + "</p>");
        var fine = server.mention("ada@far.example", "<p>" + link("https://x.example/4") + "</p>");
        assertThat(nextEvents(1)).extracting(event -> event.message().id()).containsExactly(fine);
    }

    @Test
    void whereSomeAreAllowedOnlyTheyAndEditorsAreHeard() {
        allow = List.of("near.example", "@ada@far.example");
        start();
        server.mention("eve@far.example", "<p>" + link("https://x.example/1") + "</p>");
        server.mention("ben@sub.near.example", "<p>" + link("https://x.example/2") + "</p>");
        var ids =
                List.of(
                        server.mention(
                                "ben@near.example", "<p>" + link("https://x.example/3") + "</p>"),
                        server.mention(
                                "ada@far.example", "<p>" + link("https://x.example/4") + "</p>"),
                        server.mention(
                                "editor@desk.example",
                                "<p>" + link("https://x.example/5") + "</p>"));
        assertThat(nextEvents(3))
                .extracting(event -> event.message().id())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void whoPostsTooMuchIsToldOnce() {
        perHour = 3;
        start();
        for (int i = 0; i < 8; i++) {
            server.mention("ada@far.example", "<p>" + link("https://x.example/" + i) + "</p>");
        }
        var fine =
                server.mention("ben@far.example", "<p>" + link("https://x.example/fine") + "</p>");
        assertThat(nextEvents(4).getLast().message().id()).isEqualTo(fine);
        server.await(() -> server.postCount() == 1);
        kept.await(kept::isAnswered);
        assertThat(server.texts())
                .containsExactly(
                        "@ada@far.example That is more than 3 posts in an hour; I leave this one and the next ones aside until it is over."
                                + " Please share them again then.");
    }

    @Test
    void strangersLinksAreMarkedWhereThatIsWanted() {
        review = true;
        allow = List.of();
        start();
        server.mention("ada@far.example", "<p>" + link("https://x.example/1") + "</p>");
        server.mention("editor@desk.example", "<p>" + link("https://x.example/2") + "</p>");
        assertThat(nextEvents(2))
                .extracting(event -> ((MessagePosted) event).text())
                .containsExactly("<https://x.example/1>\n\n#review", "<https://x.example/2>");
    }

    @Test
    void closingLeavesNoThreadBehind() throws InterruptedException {
        var before = threads();
        for (int i = 0; i < 10; i++) {
            var channel = start();
            var expected = i + 1;
            server.await(() -> server.opened() == expected);
            channel.close();
        }
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (threads() > before && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(threads()).isLessThanOrEqualTo(before);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().startsWith("HttpClient")
                                || thread.getName().startsWith("mastodon"))
                .count();
    }

    // The parts.

    private MastodonChannel start() {
        return start(client());
    }

    private MastodonChannel start(MastodonApi api) {
        var channel =
                MastodonChannel.start(
                        api, setup(), kept, kept, kept, kept, clock, new Random(channels.size()));
        channels.add(channel);
        return channel;
    }

    private MastodonClient client() {
        return new MastodonClient(
                MastodonServer.parse(server.url()),
                FakeMastodon.TOKEN,
                clock,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1));
    }

    private MastodonSetup setup() {
        var tempo =
                new MastodonSetup.Tempo(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        poll,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(30),
                        look,
                        Duration.ofSeconds(30),
                        Duration.ofMillis(5),
                        Duration.ofMillis(20),
                        Duration.ofMillis(300));
        return new MastodonSetup(
                MastodonServer.parse(server.url()),
                FakeMastodon.TOKEN,
                allow,
                block,
                review,
                perHour,
                List.of(),
                MastodonSetup.Publishing.OFF,
                Statuses.parser(),
                person ->
                        person.name().equals("@editor@desk.example")
                                ? Role.EDITOR
                                : Role.CONTRIBUTOR,
                tempo);
    }

    /// A client whose process dies right after a post was made, before anything could be written
    /// down.
    private static MastodonApi dyingAfterPost(MastodonApi client, AtomicBoolean dead) {
        InvocationHandler handler =
                (_, method, arguments) -> {
                    if (dead.get() && !method.getName().equals("close")) {
                        throw new MastodonTrouble(
                                MastodonTrouble.Kind.AWAY, "The process is dead.");
                    }
                    try {
                        var result = method.invoke(client, arguments);
                        if (method.getName().equals("post")) {
                            dead.set(true);
                            throw new MastodonTrouble(
                                    MastodonTrouble.Kind.AWAY, "The process died.");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                };
        return (MastodonApi)
                Proxy.newProxyInstance(
                        MastodonApi.class.getClassLoader(),
                        new Class<?>[] {MastodonApi.class},
                        handler);
    }

    private List<Event> nextEvents(int count) {
        kept.await(() -> kept.events().size() >= count);
        assertThat(kept.events()).hasSize(count);
        return kept.events();
    }

    private void awaitTaken(String id) {
        kept.await(() ->
                kept.read("status:" + id)
                        .flatMap(text -> Seen.read(id, text))
                        .filter(Seen::taken)
                        .isPresent());
    }

    private void answer(Event to, Reply.Kind kind, String markdown) {
        kept.send(to.message(), new Reply(kind, markdown, "{}"));
    }

    private static Optional<String> id(tools.jackson.databind.JsonNode status) {
        return Optional.of(status.path("id").asString());
    }

    private static String link(String url) {
        return "<a href=\"%s\" rel=\"nofollow\">%s</a>".formatted(url, url);
    }

    private static String tag(String name) {
        return "<a href=\"https://here.example/tags/%s\" class=\"mention hashtag\" rel=\"tag\">#<span>%s</span></a>"
                .formatted(name, name);
    }

    /// Time that passes when a test says so.
    private static final class MovingClock extends Clock {

        private volatile Instant now = START;

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
