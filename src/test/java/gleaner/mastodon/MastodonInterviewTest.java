package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessageEdited;
import gleaner.news.Interview;
import gleaner.news.Interview.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Threads as interviews. If these fail, somebody is quoted with what they did not say, or said to
/// few, or took back.
class MastodonInterviewTest {

    private static final String EDITOR = "editor@desk.example";
    private static final String GRACE = "grace@far.example";

    private final Newsroom newsroom = new Newsroom();
    private final FakeMastodon server = newsroom.server;

    @AfterEach
    void stop() {
        newsroom.close();
    }

    private String says(String who, String words, String to) {
        return says(who, words, to, "public");
    }

    /// @param to the post that it answers; empty for none
    private String says(String who, String words, String to, String reach) {
        newsroom.clock.forward(Duration.ofSeconds(1));
        server.at(newsroom.clock.instant());
        return server.status(
                        who,
                        "<p>" + words + "</p>",
                        reach,
                        Optional.of(to).filter(id -> !id.isEmpty()))
                .path("id")
                .asString();
    }

    private String asks(String who, String words, String to) {
        newsroom.clock.forward(Duration.ofSeconds(1));
        server.at(newsroom.clock.instant());
        return server.mention(who, "<p>" + words + "</p>", "public", Optional.of(to));
    }

    private Interview kept() {
        newsroom.kept.await(() -> newsroom.kept.interviews().size() == 1);
        return newsroom.kept.interviews().getFirst();
    }

    private static String turns(Interview interview) {
        return interview.turns().stream()
                .map(turn ->
                        (turn.kind() == Kind.QUESTION ? "Q " : "A ")
                                + turn.speaker().name()
                                + ": "
                                + turn.text().replace("\n", "/"))
                .collect(Collectors.joining(" | "));
    }

    private void awaitTaken(String id) {
        newsroom.kept.await(() ->
                newsroom.kept
                        .read("status:" + id)
                        .flatMap(text -> Seen.read(id, text))
                        .filter(Seen::taken)
                        .isPresent());
    }

    /// Lets time pass until it is so.
    private void awaitLater(BooleanSupplier isSo) {
        newsroom.kept.await(() -> {
            newsroom.clock.forward(Duration.ofMinutes(2));
            return isSo.getAsBoolean();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "interview, interview this",
        "Interview this thread, Interview this thread",
        "interview take this, interview take this"
    })
    void anEditorsWordKeepsTheThreadAbove(String words, String given) {
        var first = says(EDITOR, "Why hats?", "");
        var second = says(GRACE, "Software is all hats.", first);
        var third = says(EDITOR, "All of them?", second);
        var fourth = says(GRACE, "See <a href=\"https://x.example/h\">these</a>.", third);
        newsroom.start();
        var wish = asks(EDITOR, words, fourth);
        var command = (CommandGiven) newsroom.nextEvents(1).getFirst();
        assertThat(turns(kept()))
                .isEqualTo(
                        "Q Editor: Why hats? | A Grace: Software is all hats."
                                + " | Q Editor: All of them? | A Grace: See [these](https://x.example/h).");
        assertThat(kept().thread()).isEqualTo(Ids.message(first));
        assertThat(kept().by().id().value()).isEqualTo("mastodon:@editor@desk.example");
        assertThat(command.message()).isEqualTo(Ids.message(wish));
        assertThat(command.text()).isEqualTo(given);
        assertThat(command.about()).contains(Ids.message(first));
    }

    @Test
    void strangersAndAsidesAreLeftOutAndWhatIsAddedToAPostStaysWithIt() {
        var first = says(EDITOR, "Why hats?", "");
        var second = says(GRACE, "It began with one.", first);
        says("troll@far.example", "Who cares?", second);
        var third = says(EDITOR, "And then?", second);
        var more = says(GRACE, "Then came two.", second);
        says("bot@far.example", "Beep.", more);
        says(EDITOR, "Thanks!", says("troll@far.example", "Hats!", more));
        var fourth = says(GRACE, "Then many.", third);
        newsroom.start();
        var other = asks(EDITOR, "list #hats", fourth);
        says(GRACE, "What does that do?", other);
        asks(EDITOR, "interview this", fourth);
        assertThat(turns(kept()))
                .isEqualTo(
                        "Q Editor: Why hats? | A Grace: It began with one.//Then came two."
                                + " | Q Editor: And then? | A Grace: Then many.");
    }

    @Test
    void belowTheFirstPostEverybodySpeaks() {
        var first = says(GRACE, "Ask me anything.", "");
        says(GRACE, "All is hats.", says("ada@far.example", "Why hats?", first));
        says(GRACE, "Never.", says("ben@far.example", "When?", first));
        newsroom.start();
        asks(EDITOR, "interview", first);
        assertThat(turns(kept()))
                .isEqualTo(
                        "A Grace: Ask me anything. | Q Ada: Why hats? | A Grace: All is hats."
                                + " | A Ben: When? | A Grace: Never.");
    }

    @Test
    void whatFewCanReadIsLeftOut() {
        var first = says(EDITOR, "Why hats?", "");
        var second = says(GRACE, "All is hats.", first, "unlisted");
        var third = says(EDITOR, "In private?", second, "direct");
        var fourth = says(GRACE, "A secret.", third, "private");
        var fifth = says(GRACE, "Another.", fourth, "mutuals_only");
        newsroom.start();
        asks(EDITOR, "interview", fifth);
        assertThat(turns(kept())).isEqualTo("Q Editor: Why hats? | A Grace: All is hats.");
    }

    @Test
    void aThreadOfFewOrOfOneIsRefused() {
        var first = says(EDITOR, "Why hats?", "");
        var second = says(GRACE, "A secret.", first, "private");
        newsroom.start();
        asks(EDITOR, "interview", second);
        server.await(() -> server.postCount() == 1);
        assertThat(server.texts())
                .containsExactly(
                        "@editor@desk.example This thread is no interview: it takes one who asks and one who answers,"
                                + " in posts that everybody may read. What the issue has is told by “interview show”.");
        assertThat(newsroom.kept.interviews()).isEmpty();
        assertThat(newsroom.kept.events()).isEmpty();
    }

    @Test
    void whoIsNoEditorKeepsNothing() {
        var first = says(EDITOR, "Why hats?", "");
        var second = says(GRACE, "All is hats.", first);
        newsroom.start();
        asks(GRACE, "interview this", second);
        var command = (CommandGiven) newsroom.nextEvents(1).getFirst();
        assertThat(command.text()).isEqualTo("interview this");
        assertThat(newsroom.kept.interviews()).isEmpty();
    }

    @Test
    void belowGleanersOwnPostAWordAloneIsOneMoreCommand() {
        newsroom.start();
        var help = server.mention(EDITOR, "<p>help</p>");
        newsroom.answer(
                newsroom.nextEvents(1).getFirst(), gleaner.command.Reply.Kind.SHOWN, "Help.");
        server.await(() -> server.postCount() == 1);
        asks(EDITOR, "interview", server.posts().getFirst().path("id").asString());
        var command = (CommandGiven) newsroom.nextEvents(2).getLast();
        assertThat(command.text()).isEqualTo("interview");
        assertThat(help).isNotEmpty();
        assertThat(newsroom.kept.interviews()).isEmpty();
    }

    @Test
    void whatIsEditedOrDeletedThereIsSoHere() {
        var first = says(EDITOR, "Why hats?", "");
        var second = says(GRACE, "All is hats.", first);
        var third = says(GRACE, "And secrets.", second);
        newsroom.start();
        var wish = asks(EDITOR, "interview", third);
        awaitTaken(wish);
        assertThat(turns(kept()))
                .isEqualTo("Q Editor: Why hats? | A Grace: All is hats.//And secrets.");

        server.delete(third);
        newsroom.kept.await(
                () -> turns(kept()).equals("Q Editor: Why hats? | A Grace: All is hats."));

        server.change(second, "<p>Software is all hats.</p>", newsroom.clock.instant());
        awaitLater(
                () -> turns(kept()).equals("Q Editor: Why hats? | A Grace: Software is all hats."));

        server.deleteQuietly(first);
        awaitLater(() -> turns(kept()).equals("A Grace: Software is all hats."));

        server.deleteQuietly(second);
        awaitLater(() -> newsroom.kept.interviews().isEmpty());
        assertThat(newsroom.kept.events()).noneMatch(MessageEdited.class::isInstance);
    }

    @Test
    void saidAgainItTakesNewWordsAndOldOnesNeverComeBack() {
        var first = says(EDITOR, "Why hats?", "");
        var second = says(GRACE, "All is hats.", first);
        newsroom.start();
        var wish = asks(EDITOR, "interview", second);
        awaitTaken(wish);
        var third = says(EDITOR, "Since when?", second);
        var fourth = says(GRACE, "Always.", third);
        awaitTaken(asks(EDITOR, "interview this", fourth));
        var all =
                "Q Editor: Why hats? | A Grace: All is hats. | Q Editor: Since when? | A Grace: Always.";
        assertThat(turns(kept())).isEqualTo(all);

        server.change(fourth, "<p>For ever.</p>", newsroom.clock.instant());
        awaitLater(() -> turns(kept()).equals(all.replace("Always", "For ever")));
        assertThat(newsroom.kept.interviews()).hasSize(1);
    }

    @Test
    void aPostThatCannotBeReadForAWhileIsNotTakenForDeleted() {
        var first = says(EDITOR, "Why hats?", "");
        var second = says(GRACE, "All is hats.", first);
        newsroom.start();
        var wish = asks(EDITOR, "interview", second);
        awaitTaken(wish);
        server.fault(
                "GET /api/v1/statuses/" + first + "/context",
                200,
                "{\"ancestors\":[],\"descendants\":[{\"id\":\"" + second + "\"}]}",
                Map.of());
        server.change(first, "<p>Why, hats?</p>", newsroom.clock.instant());
        awaitLater(() -> turns(kept()).equals("Q Editor: Why, hats? | A Grace: All is hats."));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatCouldNotBeToldIsToldOnceAndTheThreadKeptAllTheSame(int failures) {
        var first = says(EDITOR, "Why hats?", "");
        var second = says(GRACE, "All is hats.", first);
        newsroom.kept.failAppends(failures);
        newsroom.start();
        awaitTaken(asks(EDITOR, "interview", second));
        assertThat(newsroom.kept.events()).hasSize(1);
        assertThat(turns(kept())).isEqualTo("Q Editor: Why hats? | A Grace: All is hats.");
    }

    @Test
    void aThreadThatTheServerDoesNotGiveIsAskedForAgain() {
        var first = says(EDITOR, "Why hats?", "");
        var second = says(GRACE, "All is hats.", first);
        server.fault("GET /api/v1/statuses/" + first + "/context", 502, "<html>", Map.of());
        newsroom.start();
        awaitTaken(asks(EDITOR, "interview", second));
        assertThat(turns(kept())).isEqualTo("Q Editor: Why hats? | A Grace: All is hats.");
        assertThat(newsroom.kept.events()).hasSize(1);
    }
}
