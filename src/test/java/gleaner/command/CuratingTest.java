package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.BEN;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.LinkId;
import gleaner.news.SectionName;
import gleaner.news.State;
import gleaner.news.Tag;
import gleaner.news.Visibility;
import gleaner.store.RedisForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, what editors decide about links is done otherwise, or not undone.
class CuratingTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(redis.store());
    }

    @Test
    void editorsDecideAndSayItTwiceWithoutHarm() {
        var a = room.shares(ADA, 1, "https://one.example/a");
        var b = room.shares(ADA, 1, "https://one.example/b");
        assertThat(room.says(EVE, "pick %s, %s in releases".formatted(a, b)))
                .isEqualTo("Picked `%s`, `%s` in Releases.".formatted(a, b));
        assertThat(room.says(EVE, "pick " + a))
                .isEqualTo(
                        "`%s` [https://one.example/a](https://one.example/a) is already picked."
                                .formatted(a));
        assertThat(room.link(a).curation().section()).contains(new SectionName("releases"));
        assertThat(room.link(a).curation().at()).isPresent();
        room.says(EVE, "lead " + a);
        assertThat(Fixtures.SECTIONS.of(room.link(a))).isEqualTo(new SectionName("lead"));
        assertThat(room.says(EVE, "skip https://one.example/b"))
                .startsWith("Skipped `%s` [".formatted(b));
        assertThat(room.link(b).curation().state()).isEqualTo(State.SKIPPED);
        room.says(EVE, "restore " + b);
        assertThat(room.link(b).curation().state()).isEqualTo(State.NEW);
    }

    @Test
    void whatIsWrittenForNoDraftIsTold() {
        var id = room.shares(ADA, 1, "https://one.example/a");
        room.says(EVE, "skip " + id);
        assertThat(room.says(EVE, "blurb %s All [of it](%s)".formatted(id, id)))
                .endsWith(
                        ". `%1$s` is skipped, so it is not in the draft; `pick %1$s` takes it."
                                .formatted(id));
        room.says(EVE, "pick " + id);
        room.says(EVE, "publish");
        assertThat(room.says(EVE, "blurb %s All of it".formatted(id)))
                .endsWith(
                        ". `%1$s` ran in issue 1; `pick %1$s` takes it into this one too."
                                .formatted(id));
        room.says(EVE, "pick " + id);
        assertThat(room.says(EVE, "blurb %s None of it".formatted(id))).doesNotContain("pick");
    }

    @Test
    void theLinkWordsMustStandInTheSentence() {
        var a = room.shares(ADA, 1, "Read [how *not* to do it](https://one.example/a) today");
        assertThat(room.says(EVE, "link %s \"never said\"".formatted(a)))
                .startsWith(
                        "The words 'never said' do not occur in the sentence of `%s`: "
                                .formatted(a));
        room.says(EVE, "blurb %s Ada shows how **not** to".formatted(a));
        assertThat(room.says(EVE, "link %s “how not to”".formatted(a)))
                .startsWith("Wrote the link's words of");
        assertThat(room.link(a).curation().linkWords()).contains("how not to");
        assertThat(room.says(EVE, "blurb %s Something else".formatted(a)))
                .endsWith("; the link's words are not in it and were dropped.");
        assertThat(room.link(a).curation().linkWords()).isEmpty();
        assertThat(room.says(EVE, "link %s how".formatted(a)))
                .isEqualTo(
                        "The words 'how' do not occur in the blurb of `%s`: Something else"
                                .formatted(a));
        room.says(EVE, "blurb %s clear".formatted(a));
        assertThat(room.link(a).curation().blurb()).isEmpty();
    }

    @Test
    void linksMoveWithinAndBetweenSections() {
        var ids = new ArrayList<LinkId>();
        for (int i = 0; i < 5; i++) {
            ids.add(room.shares(ADA, 1, "https://one.example/" + i));
        }
        assertThat(
                        room.says(
                                EVE,
                                "move %s, %s before %s"
                                        .formatted(ids.get(4), ids.get(2), ids.get(1))))
                .isEqualTo(
                        "`%s`, `%s` are now number 2–3 of 5 in News in brief."
                                .formatted(ids.get(4), ids.get(2)));
        assertThat(order())
                .containsExactly(ids.get(0), ids.get(4), ids.get(2), ids.get(1), ids.get(3));
        room.says(EVE, "move %s to top".formatted(ids.get(3)));
        assertThat(order())
                .containsExactly(ids.get(3), ids.get(0), ids.get(4), ids.get(2), ids.get(1));
        room.says(EVE, "move %s to 99".formatted(ids.get(3)));
        room.says(EVE, "move %s to 2".formatted(ids.get(1)));
        assertThat(order())
                .containsExactly(ids.get(0), ids.get(1), ids.get(4), ids.get(2), ids.get(3));
        room.says(EVE, "undo");
        assertThat(order())
                .containsExactly(ids.get(0), ids.get(4), ids.get(2), ids.get(1), ids.get(3));
        room.says(EVE, "section %s releases".formatted(ids.get(0)));
        assertThat(room.says(EVE, "move %s %s to top".formatted(ids.get(0), ids.get(1))))
                .isEqualTo(
                        "`%s` stands in Releases and `%s` in News in brief: move links of one section at a time."
                                .formatted(ids.get(0), ids.get(1)));
        room.says(EVE, "move %s after %s".formatted(ids.get(1), ids.get(0)));
        assertThat(room.order(new SectionName("releases"))).containsExactly(ids.get(0), ids.get(1));
        room.says(EVE, "skip " + ids.get(2));
        assertThat(room.says(EVE, "move %s to top".formatted(ids.get(2))))
                .isEqualTo(
                        "`%s` is not in the draft: it is skipped; `pick %s` takes it."
                                .formatted(ids.get(2), ids.get(2)));
        assertThat(room.says(EVE, "move %s after %s".formatted(ids.get(3), ids.get(3))))
                .isEqualTo("`%s` cannot stand before or after itself.".formatted(ids.get(3)));
    }

    private List<LinkId> order() {
        return room.order(new SectionName("news-in-brief"));
    }

    @Test
    void undoTakesBackFieldByFieldAndNamesWhatStays() {
        var a = room.shares(ADA, 1, "https://one.example/a #one");
        room.says(EVE, "pick %s in releases".formatted(a));
        var other = room.asker(BEN, Visibility.PUBLIC);
        var editor =
                new Asker(
                        other.command(),
                        BEN,
                        gleaner.news.Role.EDITOR,
                        other.channel(),
                        other.visibility(),
                        other.time(),
                        Optional.empty());
        room.reply("section %s security".formatted(a), editor);
        assertThat(room.says(EVE, "undo"))
                .isEqualTo(
                        "Took back `pick %s in releases`; left as it is, as it has been changed since: the section of `%s`."
                                .formatted(a, a));
        assertThat(room.link(a).curation().state()).isEqualTo(State.NEW);
        assertThat(room.link(a).curation().section()).contains(new SectionName("security"));
        room.says(EVE, "tag %s #two #three".formatted(a));
        room.says(ADA, "untag %s #two".formatted(a));
        assertThat(room.says(EVE, "undo"))
                .contains("left as it is", "the tags of `%s`".formatted(a));
        assertThat(room.link(a).tags()).containsExactly(Tag.of("one"));
    }

    @Test
    void contributorsTagAndWithdrawOnlyWhatTheyShared() {
        var a = room.shares(ADA, 1, "https://one.example/a #one");
        assertThat(room.says(BEN, "tag %s #two".formatted(a)))
                .isEqualTo(
                        "You did not share `%s`: only who shared a link, or an editor, can tag it; editors are named"
                                        .formatted(a)
                                + " under 'editors' in config/gleaner.yaml.");
        room.says(ADA, "tag %s #two".formatted(a));
        room.says(ADA, "untag %s #one".formatted(a));
        assertThat(room.link(a).tags()).containsExactly(Tag.of("two"));
        assertThat(room.link(a).curation().at()).isEmpty();
        room.shares(BEN, 0, "https://one.example/a");
        room.says(ADA, "withdraw " + a);
        assertThat(room.link(a).liveShares())
                .extracting(share -> share.person())
                .containsExactly(BEN);
        assertThat(room.says(ADA, "undo")).startsWith("Took back `withdraw");
        assertThat(room.link(a).liveShares()).hasSize(2);
        room.says(EVE, "pick " + a);
        room.says(EVE, "withdraw " + a);
        assertThat(room.link(a).isWithdrawn()).isTrue();
        assertThat(room.says(ADA, "list")).isEqualTo("No links.");
        room.says(EVE, "restore " + a);
        assertThat(room.link(a).liveShares()).hasSize(2);
    }

    @Test
    void tagsAreRenamedMergedAndGivenBack() {
        var a = room.shares(ADA, 1, "https://one.example/a #kubernetes");
        room.shares(ADA, 1, "https://one.example/b #k8s");
        assertThat(room.says(EVE, "tags rename #kubernetes #k8s"))
                .isEqualTo(
                        "#k8s is a tag already; `tags merge #kubernetes into #k8s` makes both one.");
        assertThat(room.says(EVE, "tags merge #kubernetes into #k8s"))
                .isEqualTo("Merged #kubernetes into #k8s.");
        assertThat(room.says(ADA, "tags")).isEqualTo("#k8s 2");
        assertThat(room.reply(ADA, "tags").json())
                .isEqualTo("{\"tags\":[{\"tag\":\"k8s\",\"links\":2}]}");
        assertThat(room.total("list #kubernetes")).isEqualTo(2);
        room.says(EVE, "tags rename #k8s #kube");
        assertThat(room.says(ADA, "tags")).isEqualTo("#kube 2");
        assertThat(room.link(a).tags()).containsExactly(Tag.of("kube"));
        room.says(EVE, "undo");
        room.says(EVE, "undo");
        assertThat(room.says(ADA, "tags")).isEqualTo("#k8s 1 · #kubernetes 1");
        assertThat(room.says(EVE, "tags rename #never #ever"))
                .isEqualTo("No link is tagged #never; `tags` lists those that there are.");
    }
}
