package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply.Kind;
import gleaner.news.GleanerException;
import gleaner.news.Visibility;
import gleaner.store.RedisForTests;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, an editor publishes twice, or does not know whether it was handed over.
class HandingOverTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(redis.store());
    }

    @Test
    void theOpenIssueIsPublishedAndHandedOver() {
        room.shares(ADA, 1, "https://one.example/a");

        var reply = room.reply(EVE, "publish to ghost");

        assertThat(reply.kind()).isEqualTo(Kind.DONE);
        assertThat(reply.markdown())
                .isEqualTo(
                        "Published issue 1, “Issue 1”, with 1 link; issue 2 is open. `issue 1` shows it.\n\nIssue 1 went to Ghost.");
        assertThat(Json.read(reply.json()).path("issue").asInt()).isEqualTo(1);
        assertThat(Json.read(reply.json()).path("handed").toString())
                .isEqualTo("{\"to\":\"ghost\",\"outcome\":\"made\",\"url\":null}");
        assertThat(room.handovers.taken).containsExactly("1 ghost");
        assertThat(room.repository.openIssue()).isEqualTo(2);
    }

    @Test
    void whereNothingIsNewItIsAboutTheLatestIssue() {
        room.shares(ADA, 1, "https://one.example/a");
        room.says(EVE, "publish");

        assertThat(room.says(EVE, "publish to git"))
                .isEqualTo("Issue 1 went to the git work tree.");
        assertThat(room.says(EVE, "publish to git"))
                .isEqualTo("Issue 1 went to the git work tree.");

        assertThat(room.repository.openIssue()).isEqualTo(2);
        assertThat(room.handovers.taken).containsExactly("1 git", "1 git");
    }

    @Test
    void anEarlierIssueIsHandedOverWithoutPublishing() {
        room.shares(ADA, 1, "https://one.example/a");
        room.says(EVE, "publish");
        room.shares(ADA, 0, "https://one.example/b");

        room.says(EVE, "publish 1 to listmonk confirm");

        assertThat(room.handovers.taken).containsExactly("1 listmonk confirmed");
        assertThat(room.repository.openIssue()).isEqualTo(2);
    }

    @Test
    void handingAnEarlierIssueOverIsInItsHistory() {
        room.shares(ADA, 1, "https://one.example/a");
        room.says(EVE, "title Much ado");
        room.says(EVE, "publish to git");
        room.says(EVE, "title The next one");
        room.says(EVE, "publish 1 to ghost");

        assertThat(room.says(EVE, "history issue 1"))
                .isEqualTo(
                        """
                        - `a4` Eve, Sun 22 Nov: `publish 1 to ghost`
                          - draft of issue 1 in ghost: nothing → “made”
                        - `a2` Eve, Sun 22 Nov: `publish to git`
                        - `a1` Eve, Sun 22 Nov: `title Much ado`
                          - title: nothing → “Much ado”\
                        """
                                .stripIndent());
        assertThat(room.says(EVE, "history issue 2"))
                .isEqualTo(
                        "- `a3` Eve, Sun 22 Nov: `title The next one`\n  - title: nothing → “The next one”");
        assertThat(room.says(EVE, "history issue 3"))
                .isEqualTo("Issue 3 has not been begun; issue 2 is open.");
        assertThat(room.says(EVE, "undo a4"))
                .isEqualTo(
                        "`a4` handed issue 1 over to ghost, and is not undone from here: what is not wanted there is deleted there.");
        assertThat(room.says(EVE, "undo")).isEqualTo("Took back `title The next one`.");
    }

    @Test
    void anIssueIsStillItsOwnAfterItWasTakenBack() {
        room.shares(ADA, 1, "https://one.example/a");
        room.says(EVE, "publish");
        room.says(EVE, "title For the next");
        room.says(EVE, "unpublish 1 confirm");
        room.says(EVE, "title Again");
        room.says(EVE, "undo");

        assertThat(room.says(EVE, "history issue 1").lines().filter(line -> line.startsWith("-")))
                .containsExactly(
                        "- `a5` Eve, Sun 22 Nov: `undo a4`",
                        "- `a4` Eve, Sun 22 Nov: `title Again` (taken back)",
                        "- `a3` Eve, Sun 22 Nov: `unpublish 1 confirm`",
                        "- `a1` Eve, Sun 22 Nov: `publish`");
    }

    @Test
    void whatFailsStaysPublishedAndSaysHowToTryAgain() {
        room.shares(ADA, 1, "https://one.example/a");
        room.handovers.trouble =
                Optional.of(
                        GleanerException.unavailable("Ghost has trouble of its own (HTTP 503)."));

        var reply = room.reply(EVE, "publish to ghost");

        assertThat(reply.kind()).isEqualTo(Kind.FAILED);
        assertThat(reply.markdown())
                .endsWith(
                        "\n\nBut it was not handed over to Ghost: Ghost has trouble of its own (HTTP 503). It stays published; `publish 1 to ghost` hands it over again.");
        var json = Json.read(reply.json());
        assertThat(json.path("suggestion").asString()).isEqualTo("publish 1 to ghost");
        assertThat(json.path("published").asInt()).isEqualTo(1);
        assertThat(room.repository.openIssue()).isEqualTo(2);

        assertThat(room.says(EVE, "publish 1 to ghost")).isEqualTo("Issue 1 went to Ghost.");
        assertThat(room.handovers.taken).containsExactly("1 ghost");
    }

    @Test
    void nothingIsPublishedWhereItCannotBeHandedOver() {
        room.shares(ADA, 1, "https://one.example/a");
        room.handovers.missing = Optional.of(GleanerException.failed("There is no key."));

        var reply = room.reply(EVE, "publish to ghost");

        assertThat(reply)
                .extracting(Reply::kind, Reply::markdown)
                .containsExactly(Kind.REFUSED, "There is no key.");
        assertThat(room.repository.openIssue()).isEqualTo(1);
    }

    @Test
    void aCommandThatComesTwicePublishesOnce() {
        room.shares(ADA, 1, "https://one.example/a");
        var asker = room.asker(EVE, Visibility.PUBLIC);
        var first = room.reply("publish to ghost", asker);
        room.shares(ADA, 0, "https://one.example/b");

        assertThat(room.reply("publish to ghost", asker)).isEqualTo(first);

        assertThat(room.repository.openIssue()).isEqualTo(2);
        assertThat(room.handovers.taken).containsExactly("1 ghost", "1 ghost");
    }

    @Test
    void aRehearsalPublishesNothing() {
        room.shares(ADA, 1, "https://one.example/a");

        var reply = room.reply(EVE, "publish to ghost dry run");

        assertThat(reply)
                .extracting(Reply::kind, Reply::markdown)
                .containsExactly(Kind.DOCUMENT, "Issue 1 would go to Ghost.");
        assertThat(room.repository.openIssue()).isEqualTo(1);
        assertThat(room.handovers.taken).isEmpty();
    }

    @Test
    void anIssueThatIsNotThereIsToldSo() {
        assertThat(room.says(EVE, "publish 5 to ghost"))
                .isEqualTo("Issue 5 has not been published; issue 1 is open.");
        assertThat(room.says(EVE, "publish to ghost"))
                .isEqualTo(
                        "Nothing is in issue 1, so it was not published: `pick` some links first.");
        assertThat(room.says(EVE, "publish to substack"))
                .startsWith(
                        "Issues are handed over to buttondown, ghost, listmonk, file or git, not to `substack`.");
        assertThat(room.says(EVE, "publish to"))
                .startsWith(
                        "`publish to` needs where to: buttondown, ghost, listmonk, file or git.");
    }

    @Test
    void onlyAnEditorHandsOver() {
        assertThat(room.reply(ADA, "publish 1 to ghost").kind()).isEqualTo(Kind.REFUSED);
        assertThat(room.reply(ADA, "publish to ghost dry run").kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void feedsAreOfPublishedIssuesTheLatestFirst() {
        room.shares(ADA, 1, "https://one.example/a #k8s");
        room.says(EVE, "publish");
        room.shares(ADA, 0, "https://one.example/b");
        room.says(EVE, "publish");
        room.says(EVE, "tags rename #k8s #kubernetes");

        assertThat(room.says(ADA, "feed")).isEqualTo("rss [2, 1] all");
        assertThat(room.says(ADA, "feed json #k8s")).isEqualTo("json [2, 1] #kubernetes");
    }
}
