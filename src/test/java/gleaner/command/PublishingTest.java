package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.BEN;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply.Kind;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import gleaner.news.State;
import gleaner.news.Visibility;
import gleaner.store.Index;
import gleaner.store.RedisForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, a published issue changes, or what ran runs again, or a link is lost between two
/// issues.
class PublishingTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(redis.store());
    }

    private List<LinkId> candidates() {
        return room.repository.newest(new Index.Open(), 0, 100);
    }

    @Test
    void whatIsPublishedHasRunAndTheNextIssueIsOpen() {
        var a = room.shares(ADA, 1, "https://one.example/a");
        var held = room.shares(ADA, 40, "https://one.example/held");
        room.says(EVE, "pick %s in releases".formatted(a));
        room.says(EVE, "blurb %s The words of Eve".formatted(a));
        room.says(EVE, "hold " + held);
        var reply = room.reply(EVE, "publish");
        assertThat(reply.markdown())
                .isEqualTo(
                        "Published issue 1, “Issue 1”, with 1 link; issue 2 is open. `issue 1` shows it.");
        assertThat(reply.kind()).isEqualTo(Kind.DONE);
        assertThat(room.repository.openIssue()).isEqualTo(2);
        assertThat(candidates()).containsExactly(held);
        assertThat(room.link(a).ran()).contains(1);
        assertThat(room.link(a).curation().state()).isEqualTo(State.NEW);
        assertThat(room.link(a).curation().blurb()).contains("The words of Eve");
        assertThat(room.repository.newest(new Index.InState(State.PICKED), 0, 9)).isEmpty();
        assertThat(room.says(BEN, "list ran")).contains("ran in issue 1");
        assertThat(room.says(BEN, "issue 1"))
                .isEqualTo("# Issue 1: é \u2028 \uD83D\uDCA1 \\u0000 \"'\n");
        assertThat(room.says(BEN, "issue 1 as html")).isEqualTo("<p>Issue 1");
        assertThat(room.reply(BEN, "issue 1").json()).isEqualTo("{\"title\":\"Issue 1\"}");
        assertThat(room.says(BEN, "issues"))
                .isEqualTo("Issue 2 is open.\n\n- 1: Issue 1, Sun 22 Nov, 1 link");
        assertThat(room.reply(BEN, "issues").json())
                .startsWith(
                        "{\"open\":2,\"issues\":[{\"number\":1,\"title\":\"Issue 1\",\"date\":\"2026-11-22T10:0");
        assertThat(room.says(BEN, "history 1")).isEqualTo("- `a4` Eve, Sun 22 Nov: `publish`");
    }

    @Test
    void anOldLinkThatIsSharedAgainSaysSoAndComesBackOnlyIfTaken() {
        var a = room.shares(ADA, 1, "https://one.example/a");
        room.says(EVE, "publish");
        assertThat(room.says(BEN, "add https://one.example/a"))
                .isEqualTo(
                        "`%s` was first shared by Ada in #general on Sat 21 Nov and ran in issue 1"
                                .formatted(a));
        assertThat(candidates()).isEmpty();
        room.says(EVE, "tag %s #late".formatted(a));
        assertThat(candidates()).isEmpty();
        assertThat(room.says(EVE, "publish"))
                .isEqualTo(
                        "Nothing is in issue 2, so it was not published: `pick` some links first.");
        assertThat(room.says(EVE, "pick " + a)).endsWith("`%s` ran in issue 1.".formatted(a));
        assertThat(candidates()).containsExactly(a);
        assertThat(room.says(BEN, "list picked")).startsWith("1 link\n");
        room.says(EVE, "undo");
        assertThat(candidates()).isEmpty();
        room.says(EVE, "pick " + a);
        room.says(EVE, "publish");
        assertThat(room.link(a).ran()).contains(2);
        room.says(EVE, "unpublish 2 confirm");
        assertThat(room.link(a).ran()).contains(1);
        assertThat(room.link(a).curation().state()).isEqualTo(State.PICKED);
        assertThat(candidates()).containsExactly(a);
    }

    @Test
    void whatNobodyTookIsLetGoAndCanBeBroughtBack() {
        var old = room.shares(ADA, 20, "https://one.example/old");
        var young = room.shares(ADA, 3, "https://one.example/young");
        var taken = room.shares(ADA, 30, "https://one.example/taken");
        room.says(EVE, "pick " + taken);
        assertThat(room.says(EVE, "publish 1 picked"))
                .isEqualTo(
                        "Published issue 1, “Issue 1”, with 1 link and let go of 1 link that nobody took (`%s`); issue 2 is open. `issue 1` shows it."
                                .formatted(old));
        assertThat(room.says(EVE, "show " + old))
                .contains(
                        "- Let go, as nobody took it: `restore %s` brings it back.".formatted(old));
        assertThat(room.says(EVE, "list").lines())
                .anyMatch(line -> line.contains(old.value()) && line.endsWith(" · let go"))
                .noneMatch(line -> line.contains(young.value()) && line.endsWith(" · let go"));
        assertThat(candidates()).containsExactly(young);
        assertThat(room.link(old).ran()).isEmpty();
        assertThat(room.says(EVE, "restore " + old))
                .isEqualTo(
                        "Restored `%s` [https://one.example/old](https://one.example/old), which had been let go."
                                .formatted(old));
        assertThat(candidates()).containsExactly(young, old);
        room.says(EVE, "pick " + young);
        room.says(EVE, "publish picked");
        assertThat(candidates()).isEmpty();
        room.shares(BEN, 0, "https://one.example/old");
        assertThat(candidates()).containsExactly(old);
    }

    @Test
    void theLatestIssueIsTakenBackWithEveryDecisionAndOnlyOnceConfirmed() {
        var a = room.shares(ADA, 1, "https://one.example/a");
        var old = room.shares(ADA, 20, "https://one.example/old");
        room.says(EVE, "pick %s in releases".formatted(a));
        room.says(EVE, "move %s to top".formatted(a));
        var before = room.link(a).curation();
        assertThat(room.says(EVE, "unpublish 1")).isEqualTo("No issue has been published yet.");
        room.says(EVE, "publish picked");
        assertThat(room.says(EVE, "undo"))
                .isEqualTo(
                        "The last thing that you did was to publish issue 1; `unpublish 1` takes that back.");
        assertThat(room.says(EVE, "reopen 1"))
                .isEqualTo(
                        "This takes back issue 1 (“Issue 1”, 1 link): its text is thrown away, its links are candidates again"
                                + " as editors had them, and issue 1 is open. `unpublish 1 confirm` does it.");
        assertThat(room.repository.openIssue()).isEqualTo(2);
        room.says(EVE, "note %s said after it ran".formatted(a));
        assertThat(room.says(EVE, "reopen 1 confirm"))
                .isEqualTo("Took back issue 1 (“Issue 1”, 1 link); it is open again.");
        var after = room.link(a).curation();
        assertThat(after.withNote(before.note()).withAt(before.at())).isEqualTo(before);
        assertThat(after.note()).contains("said after it ran");
        assertThat(room.link(a).ran()).isEmpty();
        assertThat(candidates()).containsExactly(a, old);
        assertThat(room.order(new SectionName("releases"))).containsExactly(a);
        assertThat(room.repository.openIssue()).isEqualTo(1);
        assertThat(room.says(BEN, "issues")).isEqualTo("Issue 1 is open.");
        assertThat(room.reply(BEN, "issue 7").kind()).isEqualTo(Kind.REFUSED);
        room.says(EVE, "publish");
        room.shares(ADA, 0, "https://one.example/b");
        room.says(EVE, "publish");
        assertThat(room.says(EVE, "unpublish 1 confirm"))
                .isEqualTo("Only the latest issue can be taken back, and that is issue 2.");
        assertThat(room.says(EVE, "publish 2"))
                .isEqualTo("Issue 3 is open, not issue 2: `publish 3` publishes it.");
    }

    @Test
    void aPublishingThatComesTwiceIsDoneOnce() {
        room.shares(ADA, 1, "https://one.example/a");
        var asker = room.asker(EVE, Visibility.PUBLIC);
        var first = room.reply("publish", asker);
        room.shares(ADA, 0, "https://one.example/b");
        assertThat(room.reply("publish", asker)).isEqualTo(first);
        assertThat(room.repository.openIssue()).isEqualTo(2);
    }

    @Test
    void whateverHappensMeanwhileEveryLinkRunsOnceOrStaysACandidate() throws Exception {
        var ids = new ArrayList<LinkId>();
        for (int i = 0; i < 30; i++) {
            ids.add(room.shares(ADA, 1, "https://one.example/" + i));
        }
        var askers = new ArrayList<Asker>();
        for (int i = 0; i < 40; i++) {
            askers.add(room.asker(EVE, Visibility.PUBLIC));
        }
        try (var pool = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<java.util.concurrent.Future<Reply>>();
            for (int i = 0; i < 40; i++) {
                var asker = askers.get(i);
                var words = i % 20 == 7 ? "publish" : "skip " + ids.get(i % 30);
                tasks.add(pool.submit(() -> room.reply(words, asker)));
            }
            for (var task : tasks) {
                task.get();
            }
        }
        var open = candidates();
        for (int number = 1; number < room.repository.openIssue(); number++) {
            for (var item : room.repository.snapshot(number).orElseThrow().items()) {
                assertThat(open).doesNotContain(item.link());
                assertThat(room.link(item.link()).ran()).contains(number);
                ids.remove(item.link());
            }
        }
        assertThat(open).containsExactlyInAnyOrderElementsOf(ids);
    }
}
