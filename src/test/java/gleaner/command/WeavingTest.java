package gleaner.command;

import static gleaner.command.Newsroom.ADA;
import static gleaner.command.Newsroom.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.news.LinkId;
import gleaner.news.State;
import gleaner.store.RedisForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// If these fail, a paragraph loses a link, or says one twice, or an editor's words are gone.
class WeavingTest {

    @RegisterExtension static final RedisForTests redis = new RedisForTests();

    private Newsroom room;
    private LinkId one;
    private LinkId two;
    private LinkId three;

    @BeforeEach
    void open() {
        room = new Newsroom(redis.store());
        one = room.shares(ADA, 3, "The first one https://one.example/a is out.");
        two = room.shares(ADA, 2, "The second one https://two.example/b is out.");
        three = room.shares(ADA, 1, "The third one https://three.example/c is out.");
    }

    private String blurb(LinkId id) {
        return room.link(id).curation().blurb().orElse("");
    }

    private State state(LinkId id) {
        return room.link(id).curation().state();
    }

    @Test
    void aParagraphIsTheBlurbOfItsFirstLinkAndTakesThemAll() {
        assertThat(
                        room.says(
                                EVE,
                                "weave \"First [this](%s), then [that](https://two.example/b?utm_source=x).\""
                                        .formatted(one)))
                .isEqualTo("Wove a paragraph of `%s`, `%s` in In depth.".formatted(one, two));
        assertThat(blurb(one)).isEqualTo("First [this](%s), then [that](%s).".formatted(one, two));
        assertThat(state(one)).isEqualTo(State.LEAD);
        assertThat(state(two)).isEqualTo(State.LEAD);
        assertThat(state(three)).isEqualTo(State.NEW);
        assertThat(room.link(one).curation().rank()).contains(1);

        assertThat(room.says(EVE, "undo")).startsWith("Took back `weave ");
        assertThat(blurb(one)).isEmpty();
        assertThat(state(two)).isEqualTo(State.NEW);
    }

    @Test
    void inASectionTheLinksArePicked() {
        room.says(EVE, "weave in releases [This](%s) and [that](%s).".formatted(one, two));
        assertThat(state(two)).isEqualTo(State.PICKED);
        assertThat(room.link(two).curation().section().orElseThrow().value()).isEqualTo("releases");
    }

    @Test
    void anUnknownLinkIsNamedAndNothingIsWritten() {
        var slip = one.value().substring(1) + one.value().charAt(0);
        assertThat(room.says(EVE, "weave [a](%s) and [b](%s)".formatted(one, slip)))
                .startsWith("No link `%s`;".formatted(slip));
        assertThat(room.says(EVE, "weave [a](https://four.example/)"))
                .isEqualTo("No link has that URL; `add https://four.example/` keeps it.");
        assertThat(room.says(EVE, "weave [a](somewhere)"))
                .isEqualTo("`somewhere` is neither a link's id nor a URL; write `[words](k3f9)`.");
        assertThat(room.says(EVE, "weave Just words")).startsWith("A paragraph needs a link in it");
        assertThat(blurb(one)).isEmpty();
    }

    @Test
    void aLinkOfAnotherParagraphNeedsAgain() {
        room.says(EVE, "weave [This](%s) and [that](%s).".formatted(one, two));
        assertThat(room.says(EVE, "weave [Other](%s) than [that](%s).".formatted(three, two)))
                .isEqualTo(
                        "`%1$s` is woven into the paragraph of `%2$s` already: `blurb %2$s …` writes that anew, `weave again …` uses the link in both."
                                .formatted(two, one));
        assertThat(room.says(EVE, "weave [Other](%s) than [this](%s).".formatted(three, one)))
                .startsWith(
                        "`%s` has a paragraph of its own with other links in it".formatted(one));
        assertThat(blurb(three)).isEmpty();
        assertThat(room.says(EVE, "weave again [Other](%s) than [that](%s).".formatted(three, two)))
                .startsWith("Wove a paragraph");
    }

    @Test
    void whatIsNoLongerInItStandsOnItsOwn() {
        room.says(EVE, "weave [This](%s) and [that](%s).".formatted(one, two));
        assertThat(room.says(EVE, "weave [This](%s), and [the third](%s).".formatted(one, three)))
                .isEqualTo(
                        "Rewrote a paragraph of `%s`, `%s` in In depth. No longer in it, and so on its own: `%s`."
                                .formatted(one, three, two));
        assertThat(state(two)).isEqualTo(State.LEAD);
    }

    @Test
    void aParagraphIsMovedByTheLinkThatLeadsIt() {
        room.says(EVE, "weave [This](%s) and [that](%s).".formatted(one, two));
        room.says(EVE, "weave [The third](%s).".formatted(three));
        assertThat(room.says(EVE, "move %s to top".formatted(two)))
                .isEqualTo(
                        "`%1$s` is woven into the paragraph of `%2$s`: `move %2$s …` moves that."
                                .formatted(two, one));
        room.says(EVE, "move %s to top".formatted(three));
        assertThat(room.link(three).curation().rank()).contains(1);
        assertThat(room.says(EVE, "undo")).startsWith("Took back `move");
        assertThat(room.link(one).curation().rank()).contains(1);
    }

    @Test
    void aBlurbMayMentionLinksAsWell() {
        room.says(EVE, "blurb %s Own words.".formatted(two));
        assertThat(
                        room.says(
                                EVE,
                                "blurb %s This, [that](https://two.example/b) and [a tree](https://tree.example/)."
                                        .formatted(one)))
                .contains("The blurb of `%s` waits".formatted(two));
        assertThat(blurb(one))
                .isEqualTo("This, [that](%s) and [a tree](https://tree.example/).".formatted(two));
        assertThat(room.says(EVE, "blurb %s This and [that](zzzz).".formatted(one)))
                .startsWith("No link `zzzz`");
        assertThat(blurb(two)).isEqualTo("Own words.");
    }

    @Test
    void aLinkThatIsMarkedTwiceInOneParagraphIsNoAccident() {
        var text = "First [this](%1$s), then [that](%1$s).".formatted(one);
        assertThat(room.says(EVE, "weave " + text))
                .isEqualTo(
                        "`%s` is marked twice in that paragraph: mark it once, or `weave again …` means it so."
                                .formatted(one));
        assertThat(room.says(EVE, "weave again " + text)).startsWith("Wove a paragraph of ");
    }

    @Test
    void picturesAreOfTheWebAndAskForWords() {
        assertThat(room.says(EVE, "picture %s https://a.example/p.png".formatted(one)))
                .endsWith(
                        "has a picture. Say what it shows, for who cannot see it: `picture %s \"…\"`."
                                .formatted(one));
        assertThat(room.says(EVE, "picture %s \"A cat\" \"Ada\"".formatted(one)))
                .endsWith("has a picture.");
        var picture = room.link(one).curation().picture().orElseThrow();
        assertThat(picture.url()).isEqualTo("https://a.example/p.png");
        assertThat(picture.alt()).isEqualTo("A cat");
        assertThat(picture.credit()).isEqualTo("Ada");
        assertThat(room.says(EVE, "picture %s http://a.example/p.png".formatted(one)))
                .isEqualTo(
                        "A picture's URL begins with https://, and `http://a.example/p.png` does not.");
        assertThat(room.says(EVE, "picture %s page".formatted(one)))
                .startsWith("The page of `%s` names no picture".formatted(one));
        assertThat(room.says(EVE, "picture %s none".formatted(one))).startsWith("Took the picture");
        assertThat(room.says(EVE, "undo")).startsWith("Took back `picture");
        assertThat(room.link(one).curation().picture()).contains(picture);
        assertThat(room.says(EVE, "picture %s \"A cat\"".formatted(two)))
                .startsWith("`%s` has no picture yet".formatted(two));
    }
}
