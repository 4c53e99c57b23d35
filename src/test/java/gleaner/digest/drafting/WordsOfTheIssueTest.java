package gleaner.digest.drafting;

import static gleaner.digest.Shared.link;
import static gleaner.digest.Shared.said;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Draft;
import gleaner.digest.Format;
import gleaner.digest.Note;
import gleaner.digest.Shared;
import gleaner.news.Chat;
import gleaner.news.Interview.Kind;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.State;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// If these fail, an issue says a link twice or not at all, or an editor's words read otherwise
/// than they were written.
class WordsOfTheIssueTest {

    private static final String LEADER = "This [one](b2b2) and [that](c3c3), says *everybody*.";

    private static Shared one() {
        return said(0, "b2b2").state(State.LEAD).blurb(LEADER);
    }

    private static Shared said(int hour, String id) {
        return link(id, "https://%s.example/".formatted(id))
                .said(hour, "Some words of %s that are enough.".formatted(id))
                .page("A page called " + id, "Paper " + id);
    }

    private static Draft draft(Optional<Chat> chat, String intro, Shared... links) {
        return draft(chat, intro, Map.of(), links);
    }

    private static Draft draft(
            Optional<Chat> chat, String intro, Map<LinkId, Link> others, Shared... links) {
        var built = Arrays.stream(links).map(Shared::build).toList();
        var words =
                new EditorWords(
                        Optional.empty(), Optional.of(intro), Optional.empty(), chat, false);
        return new Drafter(Shared.STYLE).draft(7, Optional.empty(), words, built, others, false);
    }

    private static List<String> notes(Draft draft, Note.Kind kind) {
        return draft.notes().stream()
                .filter(note -> note.kind() == kind)
                .map(Note::markdown)
                .toList();
    }

    @Test
    void aWovenLinkStandsInTheParagraphOnly() {
        var draft =
                draft(
                        Optional.empty(),
                        "Hello.",
                        one(),
                        said(1, "c3c3").state(State.LEAD),
                        said(2, "d4d4"));
        var items = draft.parts().stream().flatMap(part -> part.items().stream()).toList();
        assertThat(items.getFirst().whole("also").toString())
                .isEqualTo(
                        "This [one](https://b2b2.example/) and [that](https://c3c3.example/), says *everybody*.");
        assertThat(items.getFirst().links().toString()).isEqualTo("[b2b2, c3c3]");
        assertThat(draft.links().toString()).isEqualTo("[b2b2, c3c3, d4d4]");
        assertThat(draft.notes().toString()).doesNotContain("c3c3");
    }

    @Test
    void aParagraphNeverBreaksAndSaysWhatHappenedToItsLinks() {
        var skipped =
                draft(Optional.empty(), "Hello.", one(), said(1, "c3c3").state(State.SKIPPED));
        assertThat(skipped.render(Format.MARKDOWN, false))
                .contains("and [that](https://c3c3.example/), says");
        assertThat(skipped.links().toString()).isEqualTo("[b2b2]");
        assertThat(notes(skipped, Note.Kind.WOVEN))
                .containsExactly(
                        "`c3c3` was skipped, but is woven into the words of `b2b2`: `blurb b2b2 …` writes them without it, `restore c3c3` makes it new.");

        var ran =
                draft(
                        Optional.empty(),
                        "Hello.",
                        Map.of(new LinkId("c3c3"), said(1, "c3c3").ran(3).build()),
                        one());
        assertThat(notes(ran, Note.Kind.WOVEN))
                .first()
                .asString()
                .startsWith("`c3c3` ran in issue 3");

        var deleted =
                draft(
                        Optional.empty(),
                        "Hello.",
                        Map.of(new LinkId("c3c3"), said(1, "c3c3").deleted(5).build()),
                        one());
        assertThat(notes(deleted, Note.Kind.WOVEN))
                .first()
                .asString()
                .startsWith("`c3c3` was deleted or withdrawn");

        var unknown = draft(Optional.empty(), "Hello.", one());
        assertThat(unknown.render(Format.MARKDOWN, false)).contains("and that, says");
        assertThat(notes(unknown, Note.Kind.WOVEN))
                .containsExactly(
                        "`c3c3` in the words of `b2b2` is no link, so its words lead nowhere: `blurb b2b2 …`.");
    }

    @Test
    void twoParagraphsThatWeaveEachOtherBothStand() {
        var draft =
                draft(
                        Optional.empty(),
                        "Hello.",
                        one(),
                        said(1, "c3c3").state(State.LEAD).blurb("That [one](b2b2) again."));
        assertThat(draft.render(Format.MARKDOWN, false))
                .contains(
                        "says *everybody*.",
                        "That [one](https://b2b2.example/) [again](https://c3c3.example/).\n");
        assertThat(notes(draft, Note.Kind.TWICE))
                .containsExactly(
                        "`c3c3` stands in a paragraph of its own and in the words of `b2b2`.",
                        "`b2b2` stands in a paragraph of its own and in the words of `c3c3`.");
    }

    @Test
    void aLinkThatTheIntroMentionsRunsWithoutAnItem() {
        var draft = draft(Optional.empty(), "See [this](c3c3).", said(0, "b2b2"), said(1, "c3c3"));
        assertThat(draft.links().toString()).isEqualTo("[b2b2, c3c3]");
        assertThat(draft.render(Format.MARKDOWN, false)).containsOnlyOnce("https://c3c3.example/");
    }

    @Test
    void aWovenPrivateShareIsItsUrlAndNothingMore() {
        var hidden =
                link("c3c3", "https://c3c3.example/")
                        .whispered(1, "Secret words of the sharer.")
                        .state(State.PICKED);
        var draft = draft(Optional.empty(), "Hello.", one(), hidden);
        for (var format : Format.values()) {
            assertThat(draft.render(format, true)).doesNotContain("Secret").doesNotContain("dm1");
        }
    }

    private static Chat chat() {
        return new Chat(
                Optional.of("A <b>chat</b>"),
                Optional.of("She *keeps* the lamps((All of them.))."),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new Chat.Turn(Kind.QUESTION, "Ada", "Why {{ lamps }}?"),
                        new Chat.Turn(Kind.ANSWER, "Ben <x>", "So.\n\nAnd *so*^[Twice.]."),
                        new Chat.Turn(Kind.ANSWER, "Cyd", "![](https://a.example/p.png)\n\nAye.")));
    }

    @Test
    void anInterviewReadsInEveryFormat() {
        var draft = draft(Optional.of(chat()), "Hi[^a].\n\n[^a]: There.", said(0, "b2b2"));
        assertThat(draft.render(Format.MARKDOWN, false))
                .contains(
                        """
                        ## A \\<b>chat\\</b>

                        She *keeps* the lamps[^2].

                        **Why \\{\\{ lamps }}?**

                        **Ben \\<x>:** So.

                        And *so*[^3].

                        ![](https://a.example/p.png)

                        **Cyd:** Aye.
                        """)
                .endsWith(
                        """

                        [^1]: There. &#8203;

                        [^2]: All of them.

                        [^3]: Twice. &#8203;
                        """);
        assertThat(draft.render(Format.TEXT, false))
                .contains(
                        """
                        She keeps the lamps[*2].

                        Q: Why {{ lamps }}?

                        A: Ben <x>: So.

                           And so[*3].

                        A: Cyd: [Picture]
                           https://a.example/p.png

                           Aye.
                        """)
                .contains("[*1] There.\n[*2] All of them.\n[*3] Twice.\n\n[1] https://b2b2");
        assertThat(draft.render(Format.HTML, false))
                .contains(
                        "<strong>Why &#123;&#123; lamps &#125;&#125;?</strong>",
                        "<strong>Ben &lt;x&gt;:</strong> So.",
                        "<a href=\"#fn-3\" id=\"fnref-3\"",
                        "<li id=\"fn-3\"",
                        "href=\"#fnref-3\"",
                        "<img src=\"https://a.example/p.png\" alt=\"\" width=\"520\"");
        assertThat(draft.render(Format.JSON, false))
                .contains("\"question\" : true", "\"speaker\" : \"Ben <x>\"", "[*3]");
        assertThat(notes(draft, Note.Kind.PICTURE))
                .containsExactly(
                        "A picture in the interview's introduction has no words for who cannot see it: `![what it shows](…)`.");
    }

    @Test
    void aFootnoteCalledTwiceHasOneNumberAndTwoWaysBack() {
        var draft = draft(Optional.empty(), "One[^a] and[^a].\n\n[^a]: Both.", said(0, "b2b2"));
        assertThat(draft.render(Format.HTML, false))
                .contains(
                        "id=\"fnref-1\"",
                        "id=\"fnref-1-2\"",
                        "href=\"#fnref-1\"",
                        "href=\"#fnref-1-2\"")
                .containsOnlyOnce("<li id=\"fn-1\"");
    }

    @Test
    void aStrangersFootnotesAndPicturesAreWords() {
        var draft =
                draft(
                        Optional.empty(),
                        "Hi.",
                        link("b2b2", "https://b2b2.example/")
                                .said(
                                        0,
                                        "Read((this)) and^[that] [^1] ![x](https://a.example/x.png) [id](c3c3) now."),
                        said(1, "c3c3"));
        assertThat(draft.footnotes().isEmpty()).isTrue();
        assertThat(draft.render(Format.HTML, false)).doesNotContain("<img", "<sup");
        assertThat(draft.links()).hasSize(2);
    }

    @Test
    void anEditorsBlurbLeadsAStoryThatAnotherPickWouldHide() {
        var draft =
                draft(
                        Optional.empty(),
                        "Hi.",
                        said(0, "b2b2")
                                .page("One and the same title", "A")
                                .state(State.PICKED)
                                .rank(1),
                        said(1, "c3c3")
                                .page("One and the same title", "B")
                                .blurb("Words of the editor."));
        assertThat(draft.render(Format.MARKDOWN, false)).contains("of the editor");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameWordsGiveTheSameBytes(Format format) {
        var once = draft(Optional.of(chat()), "A[^1] b.\n\n[^1]: C", one(), said(1, "c3c3"));
        var again = draft(Optional.of(chat()), "A[^1] b.\n\n[^1]: C", said(1, "c3c3"), one());
        assertThat(again.render(format, true)).isEqualTo(once.render(format, true));
        assertThat(once.render(format, true)).isEqualTo(once.render(format, true));
    }
}
