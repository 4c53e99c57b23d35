package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.BEN;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.command.Reply.Kind;
import gleaner.news.Byline;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Share;
import gleaner.news.State;
import gleaner.news.Tag;
import gleaner.store.Index;
import gleaner.store.RedisForTests;
import gleaner.store.TagCount;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, making two links one loses what people shared or wrote, or cannot be taken back.
class UnitingTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private Newsroom room;
    private LinkId old;
    private LinkId young;

    @BeforeEach
    void open() {
        room = new Newsroom(redis.store());
        old = room.shares(ADA, 5, "The first words on https://one.example/a #k8s");
        young = room.shares(BEN, 3, "The second words on https://two.example/b #go");
    }

    @Test
    void theSharesAndTagsOfBothAreOneLinksAndBothIdsWork() {
        assertThat(room.says(EVE, "merge %s %s".formatted(young, old)))
                .isEqualTo(
                        "Made `%2$s` part of `%1$s` [https://one.example/a](https://one.example/a); both ids work, and `split %2$s` takes them apart."
                                .formatted(old, young));
        assertThat(room.link(young)).isEqualTo(room.link(old));
        var link = room.link(young);
        assertThat(link.id()).isEqualTo(old);
        assertThat(link.shares()).extracting(Share::person).containsExactly(ADA, BEN);
        assertThat(link.tags()).containsExactly(Tag.of("k8s"), Tag.of("go"));
        assertThat(room.repository.newest(new Index.Open(), 0, 9)).containsExactly(old);
        assertThat(room.repository.newest(new Index.SharedBy(BEN.id()), 0, 9)).containsExactly(old);
        assertThat(room.repository.tags())
                .containsExactly(new TagCount(Tag.of("go"), 1), new TagCount(Tag.of("k8s"), 1));
        assertThat(room.reply(EVE, "pick " + young).kind()).isEqualTo(Kind.DONE);
        assertThat(room.link(old).curation().state()).isEqualTo(State.PICKED);
        assertThat(room.says(EVE, "merge %s %s".formatted(young, old)))
                .isEqualTo("That is one link already: `%s`.".formatted(old));
    }

    @Test
    void showTellsWhoseIdsLeadThereAndHowToTakeThemApart() {
        room.says(EVE, "merge %s %s".formatted(young, old));
        assertThat(room.says(BEN, "show " + young))
                .endsWith(
                        "\n- Also: `%1$s` (merged by Eve on Sun 22 Nov; `split %1$s` takes it apart)"
                                .formatted(young));
        room.says(EVE, "split " + young);
        assertThat(room.says(BEN, "show " + old)).doesNotContain("Also:");
    }

    @Test
    void whatIsSharedLaterOfEitherLandsOnTheOneAndGoesWithItsOwnPage() {
        room.says(EVE, "merge %s %s".formatted(old, young));
        assertThat(room.shares(EVE, 1, "Again https://two.example/b")).isEqualTo(old);
        assertThat(room.shares(EVE, 1, "Both https://two.example/b https://one.example/a"))
                .isEqualTo(old);
        assertThat(room.link(old).shares()).hasSize(4);
        assertThat(room.says(EVE, "split " + young))
                .isEqualTo("Took `%s` and `%s` apart.".formatted(young, old));
        assertThat(room.link(young).shares())
                .extracting(Share::person)
                .containsExactly(BEN, EVE, EVE);
        assertThat(room.link(old).shares()).extracting(Share::person).containsExactly(ADA);
        assertThat(room.link(young).tags()).containsExactly(Tag.of("go"));
        assertThat(room.shares(EVE, 1, "Again https://two.example/b")).isEqualTo(young);
        assertThat(room.repository.newest(new Index.All(), 0, 9)).containsExactly(young, old);
        assertThat(room.repository.areApart(young, old)).isTrue();
        assertThat(room.reply(EVE, "split " + young).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void editorsWordsOfBothAreKept() {
        room.says(EVE, "blurb %s Older words".formatted(old));
        room.says(EVE, "byline %s Ada/Engine".formatted(old));
        room.says(EVE, "note %s ask Ada".formatted(old));
        room.says(EVE, "blurb %s Younger words".formatted(young));
        room.says(EVE, "link %s Younger".formatted(young));
        room.says(EVE, "byline %s Ben/Mill".formatted(young));
        room.says(EVE, "note %s ask Ben".formatted(young));
        room.says(EVE, "lead " + young);
        var before = List.of(room.link(old).curation(), room.link(young).curation());
        room.says(EVE, "merge %s %s".formatted(old, young));
        var one = room.link(old).curation();
        assertThat(one.blurb()).contains("Older words");
        assertThat(one.linkWords()).isEmpty();
        assertThat(one.byline()).contains(Byline.parse("Ada/Engine"));
        assertThat(one.note())
                .contains(
                        "ask Ada / ask Ben / blurb of %s: Younger words / byline of %s: Ben/Mill"
                                .formatted(young, young));
        assertThat(one.state()).isEqualTo(State.LEAD);
        assertThat(room.repository.newest(new Index.InState(State.LEAD), 0, 9))
                .containsExactly(old);
        assertThat(room.says(EVE, "undo"))
                .isEqualTo("Took back `merge %s %s`.".formatted(old, young));
        assertThat(List.of(room.link(old).curation(), room.link(young).curation()))
                .isEqualTo(before);
        assertThat(room.repository.newest(new Index.InState(State.LEAD), 0, 9))
                .containsExactly(young);
        assertThat(room.says(EVE, "undo")).startsWith("Took back `lead ");
    }

    @Test
    void whatWasDecidedOfTheOneStaysWithTheLinkThatStayed() {
        room.says(EVE, "merge %s %s".formatted(old, young));
        room.says(EVE, "blurb %s New words".formatted(old));
        room.says(EVE, "split " + old);
        assertThat(room.link(old).curation().blurb()).contains("New words");
        assertThat(room.link(young).curation().blurb()).isEmpty();
    }

    @Test
    void aSplitIsUndone() {
        room.says(EVE, "pick " + young);
        room.says(EVE, "merge %s %s".formatted(old, young));
        room.says(EVE, "split " + young);
        assertThat(room.link(old).curation().state()).isEqualTo(State.NEW);
        room.says(EVE, "blurb %s Words that came after".formatted(young));
        assertThat(room.says(EVE, "undo")).startsWith("Took back `blurb ");
        assertThat(room.says(EVE, "undo")).isEqualTo("Took back `split %s`.".formatted(young));
        assertThat(room.link(young).id()).isEqualTo(old);
        assertThat(room.link(old).curation().state()).isEqualTo(State.PICKED);
        assertThat(room.repository.areApart(young, old)).isFalse();
        assertThat(room.says(EVE, "history 1")).contains("undo");
    }

    @Test
    void ofThreeEachGoesItsOwnWay() {
        var third = room.shares(ADA, 6, "https://three.example/c");
        room.says(EVE, "merge %s %s".formatted(old, young));
        room.says(EVE, "merge %s %s".formatted(third, young));
        assertThat(room.link(young).id()).isEqualTo(third);
        assertThat(room.link(third).shares()).hasSize(3);
        assertThat(room.says(EVE, "split " + third)).contains("say which: `split ");
        room.says(EVE, "split " + young);
        assertThat(room.link(young).shares()).extracting(Share::person).containsExactly(BEN);
        assertThat(room.link(old).id()).isEqualTo(third);
        room.says(EVE, "split " + old);
        assertThat(List.of(room.link(old), room.link(young), room.link(third)))
                .extracting(Link::url)
                .containsExactly(
                        "https://one.example/a",
                        "https://two.example/b",
                        "https://three.example/c");
        assertThat(room.repository.partsOf(third)).isEmpty();
    }

    @Test
    void threeThatBecameOneTogetherGoApartAsTheyCame() {
        var third = room.shares(ADA, 6, "https://three.example/c");
        room.says(EVE, "merge %s %s".formatted(old, young));
        room.says(EVE, "merge %s %s".formatted(third, old));
        room.says(EVE, "split " + old);
        assertThat(room.link(young).id()).isEqualTo(old);
        assertThat(room.link(old).shares()).hasSize(2);
        assertThat(room.link(third).shares()).hasSize(1);
        assertThat(room.shares(BEN, 1, "https://two.example/b")).isEqualTo(old);
    }

    @Test
    void aMessageThatSharesBothSharesEachAgainAfterASplit() {
        var both = room.shares(BEN, 2, "Both https://one.example/a and https://two.example/b");
        assertThat(both).isEqualTo(old);
        room.says(EVE, "merge %s %s".formatted(old, young));
        assertThat(room.link(old).shares()).hasSize(3);
        room.says(EVE, "split " + young);
        assertThat(room.link(old).shares()).hasSize(2);
        assertThat(room.link(young).shares()).hasSize(2);
    }

    @Test
    void aShareThatIsTakenBackIsTakenBackOfTheOne() {
        room.says(EVE, "merge %s %s".formatted(old, young));
        room.says(BEN, "withdraw " + young);
        assertThat(room.link(old).liveShares()).extracting(Share::person).containsExactly(ADA);
        assertThat(room.says(BEN, "undo")).startsWith("Took back");
        assertThat(room.link(old).liveShares()).hasSize(2);
    }

    @Test
    void theSameCommandTwiceIsDoneOnce() {
        var asker = room.asker(EVE, gleaner.news.Visibility.PUBLIC);
        var words = "merge %s %s".formatted(old, young);
        var first = room.reply(words, asker);
        assertThat(room.reply(words, asker)).isEqualTo(first);
        assertThat(room.link(old).shares()).hasSize(2);
    }
}
