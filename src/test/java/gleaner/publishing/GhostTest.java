package gleaner.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.command.Destination;
import gleaner.command.Edition;
import gleaner.command.Publishers.Handed;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is peculiar to Ghost.
class GhostTest {

    private final FakeGhost ghost = new FakeGhost(Editions.CLOCK);
    private final Kept kept = new Kept();

    @AfterEach
    void close() {
        ghost.close();
    }

    private Handed hand(Edition issue) {
        return Editions.desk(Editions.at(ghost), kept)
                .hand(issue, List.of(issue), Destination.GHOST, false);
    }

    @Test
    void theTextGoesInAsOneMarkdownCardWithoutTheTitle() {
        hand(
                Editions.issue(
                        41, "Nodes & co", "Some[^1] **words**.\n\n[^1]: A note.\n\n| a |\n|---|"));

        var post = ghost.posts.values().iterator().next();
        assertThat(post.path("title").asString()).isEqualTo("Nodes & co");
        assertThat(FakePublisher.JSON.readTree(post.path("lexical").asString()))
                .isEqualTo(
                        FakePublisher.JSON.readTree(
                                """
                                {"root":{"children":[{"type":"markdown","version":1,"markdown":"Some[^1] **words**.\\n\\n[^1]: A note.\\n\\n| a |\\n|---|\\n\\n- [One](https://one.example/)"}],
                                 "direction":null,"format":"","indent":0,"type":"root","version":1}}
                                """));
        assertThat(post.path("tags").toString())
                .isEqualTo("[{\"name\":\"#gleaner-team-41\",\"slug\":\"hash-gleaner-team-41\"}]");
    }

    @Test
    void itIsLookedForThenMadeThenReadBack() {
        var handed = hand(Editions.issue(41, "Words"));

        var id = ghost.posts.keySet().iterator().next();
        assertThat(ghost.asked())
                .containsExactly(
                        "GET /ghost/api/admin/posts/",
                        "POST /ghost/api/admin/posts/",
                        "GET /ghost/api/admin/posts/" + id + "/");
        assertThat(ghost.requests().getFirst().query())
                .containsEntry("filter", "tag:hash-gleaner-team-41")
                .containsEntry("formats", "lexical,html");
        assertThat(handed.url()).contains(ghost.url() + "/ghost/#/editor/post/" + id);
        assertThat(handed.sentence())
                .isEqualTo(
                        "The draft of issue 41 was made in Ghost: <%s/ghost/#/editor/post/%s>"
                                .formatted(ghost.url(), id));
    }

    @Test
    void aPostThatIsStoredEmptyIsTold() {
        hand(Editions.issue(41, "Old"));
        var post = ghost.posts.values().iterator().next();
        ghost.answersInstead("GET", 200, "application/json", "{\"posts\":[" + post + "]}");
        ghost.answersInstead("PUT", 200, "application/json", "{\"posts\":[" + post + "]}");
        var empty = post.deepCopy().putNull("html").putNull("lexical");
        ghost.answersInstead("GET", 200, "application/json", "{\"posts\":[" + empty + "]}");

        assertThatThrownBy(() -> hand(Editions.issue(41, "New")))
                .hasMessageStartingWith("The draft of issue 41 was updated in Ghost: ")
                .hasMessageEndingWith(
                        "But its text is empty there, so do not send it: `publish 41 to ghost` tries again.");
        post.putNull("html").putNull("lexical");
        assertThat(hand(Editions.issue(41, "New")).outcome()).isEqualTo("updated");
    }

    @Test
    void whatGhostStoresALittleDifferentlyIsToldAndIsTheSameAllTheSame() {
        ghost.rewrites("https://one.example/)", "https://one.example)");

        var handed = hand(Editions.issue(41, "Words"));

        assertThat(handed.outcome()).isEqualTo("made");
        assertThat(handed.sentence())
                .endsWith(
                        "What is stored there is not quite what was sent: the text has 35 characters in the place of 36 and is another one from “ne.example/)” on. Look at it before you send it.");
        assertThat(hand(Editions.issue(41, "Words")).outcome()).isEqualTo("unchanged");
        assertThat(hand(Editions.issue(41, "Others")).outcome()).isEqualTo("updated");
    }

    @Test
    void whoChangesItAtTheSameMomentIsNotWrittenOver() {
        hand(Editions.issue(41, "Old"));
        ghost.answersInstead(
                "PUT",
                409,
                "application/json",
                "{\"errors\":[{\"message\":\"Saving failed! Someone else is editing this post.\",\"type\":\"UpdateCollisionError\",\"code\":\"UPDATE_COLLISION\"}]}");

        assertThatThrownBy(() -> hand(Editions.issue(41, "New")))
                .hasMessage(
                        "Somebody changed the draft in Ghost at the same moment (HTTP 409: Saving failed! Someone else is editing this post., UPDATE_COLLISION); nothing was written over, look at it and try again.");
    }

    @Test
    void aParagraphThatTheEditorAddsByItselfIsNoChange() {
        hand(Editions.issue(41, "Words"));
        var post = ghost.posts.values().iterator().next();
        post.put(
                "lexical",
                post.path("lexical")
                        .asString()
                        .replace(
                                "\"}],",
                                "\"},{\"children\":[],\"type\":\"paragraph\",\"version\":1}],"));

        assertThat(hand(Editions.issue(41, "Words")).outcome()).isEqualTo("unchanged");
    }

    @Test
    void anythingThatAnEditorAddsIsAChange() {
        hand(Editions.issue(41, "Words"));
        var post = ghost.posts.values().iterator().next();
        post.put(
                "lexical",
                post.path("lexical")
                        .asString()
                        .replace(
                                "\"}],",
                                "\"},{\"type\":\"image\",\"src\":\"https://one.example/i.png\"}],"));

        assertThatThrownBy(() -> hand(Editions.issue(41, "Words"))).hasMessageContaining("by hand");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    6543a1b2c3d4e5f601234567:00112233445566778899aabbccddeeff00112233445566778899aabbccddee00 | INVALID_JWT
                    7543a1b2c3d4e5f601234567:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff | UNKNOWN_ADMIN_API_KEY
                    """)
    void aWrongKeyIsTold(String key, String code) {
        var keys =
                new PublishingKeys(
                        Optional.empty(), Optional.of(key), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> hand(keys, Editions.CLOCK))
                .hasMessage(
                        "Ghost does not know the key in GHOST_ADMIN_API_KEY (HTTP 401: Invalid token, %s); is it whole, of this site, and is this machine's clock right?"
                                .formatted(code));
    }

    @Test
    void aClockThatIsTenMinutesSlowIsRefused() {
        var slow = Clock.fixed(Editions.NOW.minusSeconds(600), ZoneOffset.UTC);
        assertThatThrownBy(() -> hand(Editions.keys(), slow))
                .hasMessageContaining("INVALID_JWT")
                .hasMessageContaining("this machine's clock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "6543a1b2c3d4e5f601234567", ":00", "6543a1b2c3d4e5f601234567:zz"})
    void aKeyThatCannotBeOneIsToldWithoutIt(String key) {
        var keys =
                new PublishingKeys(
                        Optional.empty(), Optional.of(key), Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> hand(keys, Editions.CLOCK))
                .hasMessage(
                        "GHOST_ADMIN_API_KEY should be the Admin API key as Ghost shows it under Settings, Integrations: ID:SECRET, both of digits and a-f.");
        assertThat(ghost.requests()).isEmpty();
    }

    private void hand(PublishingKeys keys, Clock clock) {
        var issue = Editions.issue(41, "Words");
        new PublishingDesk(
                        Editions.at(ghost), keys, Editions.NEWSLETTER, kept, clock, Duration.ZERO)
                .hand(issue, List.of(issue), Destination.GHOST, false);
    }
}
