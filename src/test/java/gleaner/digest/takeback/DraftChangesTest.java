package gleaner.digest.takeback;

import static gleaner.digest.Shared.link;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Draft;
import gleaner.digest.Format;
import gleaner.digest.Shared;
import gleaner.digest.drafting.Drafter;
import gleaner.digest.drafting.EditorWords;
import gleaner.digest.takeback.DraftChanges.ItemEdit;
import gleaner.digest.takeback.DraftChanges.Unplaced;
import gleaner.news.Chat;
import gleaner.news.Interview.Kind;
import gleaner.news.LinkId;
import gleaner.news.State;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// If these fail, what an editor changed in the text of a draft is taken for something else, or
/// what nobody touched is taken for a change.
class DraftChangesTest {

    private static final Chat CHAT =
            new Chat(
                    Optional.of("A chat with Jo"),
                    Optional.of("Jo packs charts."),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                            new Chat.Turn(Kind.QUESTION, "Mira", "Why *ten* years?"),
                            new Chat.Turn(Kind.ANSWER, "Jo", "It took so long.\n\nWe had tea."),
                            new Chat.Turn(Kind.QUESTION, "Mira", "And now?"),
                            new Chat.Turn(Kind.ANSWER, "Jo", "Corduroy((He wore it.)).")));

    private static final Draft DRAFT = draft();

    private static Draft draft() {
        var links =
                List.of(
                                said("b2b2", 0)
                                        .state(State.LEAD)
                                        .blurb("The [one](b2b2) and [two](c3c3)^[Both.]."),
                                said("c3c3", 1),
                                said("d4d4", 2)
                                        .blurb(
                                                "A [four](https://d4d4.example/) of words.\n\nMore of it."),
                                said("f5f5", 3),
                                said("g6g6", 4).byline("Ada/Paper"))
                        .stream()
                        .map(Shared::build)
                        .toList();
        var words =
                new EditorWords(
                        Optional.of("A *good* week"),
                        Optional.of("Hello there.\n\nAgain[^a].\n\n[^a]: And again."),
                        Optional.of("Thanks to Ada."),
                        Optional.of(CHAT),
                        false);
        return new Drafter(Shared.STYLE).draft(7, Optional.empty(), words, links, false);
    }

    private static Shared said(String id, int hour) {
        return link(id, "https://%s.example/".formatted(id))
                .said(hour, "Some news of %s that are long enough.".formatted(id))
                .page("A page called " + id, "Press " + id);
    }

    private static DraftChanges edited(UnaryOperator<String> edit) {
        var text = DRAFT.render(Format.MARKDOWN, true);
        var changed = edit.apply(text);
        assertThat(changed).isNotEqualTo(text);
        return DraftChanges.between(
                DraftOutline.of(DRAFT), changed, Shared.SECTIONS, "also", DraftChangesTest::known);
    }

    private static Optional<LinkId> known(String url) {
        return url.equals("https://known.example/")
                ? Optional.of(new LinkId("zzzz"))
                : Optional.empty();
    }

    private static DraftChanges edited(String from, String to) {
        return edited(text -> text.replace(from, to));
    }

    private static ItemEdit item(DraftChanges changes, String id) {
        return changes.items().stream()
                .filter(item -> item.leader().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> written(DraftChanges changes) {
        return changes.items().stream()
                .filter(item -> item.isWritten() || item.isMoved())
                .map(item -> item.leader().value())
                .toList();
    }

    @Test
    void theTextAsItIsChangesNothing() {
        var same =
                DraftChanges.between(
                        DraftOutline.of(DRAFT),
                        DRAFT.render(Format.MARKDOWN, true),
                        Shared.SECTIONS,
                        "also",
                        _ -> Optional.empty());
        assertThat(same.isEmpty()).as(same.toString()).isTrue();
    }

    @Test
    void whatEditorsProgramsChangeChangesNothing() {
        assertThat(edited(text -> "\ufeff" + text.replace("\n", "\r\n")).isEmpty()).isTrue();
        assertThat(edited(text -> text.replace(" of ", " of\n")).isEmpty()).isTrue();
        assertThat(edited(text -> text.replace("\n\n", "  \n\n\n")).isEmpty()).isTrue();
        assertThat(edited(text -> text.replaceAll("(?m)^- ", "*   ")).isEmpty()).isTrue();
        assertThat(edited(text -> text.replace("\n\n---\n", "\n---\n")).isEmpty()).isTrue();
        assertThat(edited(text -> text + "\n[//]: # (gleaner draft 7-abc)\n").isEmpty()).isTrue();
    }

    @Test
    void wordsOfAnItemAreItsBlurb() {
        var changes = edited("Some news of [f5f5]", "Great *news* of [f5f5]");
        assertThat(changes.toString()).contains("Great");
        assertThat(written(changes)).containsExactly("f5f5");
        assertThat(item(changes, "f5f5").blurb())
                .contains("Great *news* of [f5f5](f5f5) that are long enough.");
        assertThat(item(changes, "f5f5").byline()).isEmpty();
        assertThat(changes.orders()).isEmpty();
        assertThat(changes.removed()).isEmpty();
    }

    @Test
    void anAttributionIsABylineAndNeverWords() {
        var other = edited("(Press f5f5)", "(Eve/Press)");
        assertThat(item(other, "f5f5").byline().orElseThrow().toString()).isEqualTo("Eve/Press");
        assertThat(item(other, "f5f5").blurb()).isEmpty();
        assertThat(item(edited(" (Press f5f5)", ""), "f5f5").byline().orElseThrow().toString())
                .isEmpty();
        var words = edited("enough. (Ada/Paper)", "enough and (well) more. (Ada/Paper)");
        assertThat(item(words, "g6g6").byline()).isEmpty();
        assertThat(item(words, "g6g6").blurb().orElseThrow()).endsWith("enough and (well) more.");
    }

    @Test
    void anItemMaySoStandElsewhere() {
        var text = DRAFT.render(Format.MARKDOWN, true);
        var line = text.lines().filter(it -> it.contains("f5f5.example")).findFirst().orElseThrow();
        var moved =
                edited(it ->
                        it.replace(line + "\n", "")
                                .replace(
                                        "## A chat with Jo",
                                        line.substring(2) + "\n\n## A chat with Jo"));
        assertThat(item(moved, "f5f5").isMoved()).isTrue();
        assertThat(item(moved, "f5f5").blurb()).isEmpty();
        assertThat(moved.orders().toString()).isEqualTo("{lead=[b2b2, f5f5]}");
        assertThat(moved.removed()).isEmpty();
        var last =
                edited(it ->
                        it.replace(line + "\n", "")
                                .replace("\n\n## That is", "\n" + line + "\n\n## That is"));
        assertThat(last.orders().toString()).isEqualTo("{news-in-brief=[d4d4, g6g6, f5f5]}");
        assertThat(written(last)).isEmpty();
        var gone = edited(line + "\n", "");
        assertThat(gone.removed().toString()).isEqualTo("[f5f5]");
        assertThat(gone.orders()).isEmpty();
    }

    @Test
    void wovenLinksStayWovenAndOthersAreWoven() {
        var words = edited("The [one]", "Only the [one]");
        assertThat(item(words, "b2b2").blurb())
                .contains("Only the [one](b2b2) and [two](c3c3)^[Both.].");
        assertThat(item(words, "b2b2").woven().toString()).isEqualTo("[c3c3]");
        var apart = edited(" and [two](https://c3c3.example/)", "");
        assertThat(apart.removed().toString()).isEqualTo("[c3c3]");
        var split =
                edited(
                        " and [two](https://c3c3.example/)[^2].",
                        "[^2].\n\nAnd [two](https://c3c3.example/) too.");
        assertThat(item(split, "b2b2").blurb()).contains("The [one](b2b2)^[Both.].");
        assertThat(item(split, "c3c3").blurb()).contains("And [two](c3c3) too.");
        assertThat(split.removed()).isEmpty();
        assertThat(split.orders().toString()).isEqualTo("{lead=[b2b2, c3c3]}");
    }

    @Test
    void newLinksAreAddedAndKnownOnesTaken() {
        var changes =
                edited(
                        "- Some news of [f5f5]",
                        "- See [what is new](https://new.example/).\n- And [this](https://known.example/). (Me)\n- [That](h7h7).\n- Some news of [f5f5]");
        assertThat(changes.added()).containsExactly("https://new.example/");
        assertThat(item(changes, "zzzz").blurb()).contains("And [this](zzzz).");
        assertThat(item(changes, "zzzz").byline().orElseThrow().toString()).isEqualTo("Me");
        assertThat(item(changes, "h7h7").blurb()).contains("[That](h7h7).");
        assertThat(changes.unplaced()).isEmpty();
    }

    @Test
    void theIssuesOwnWords() {
        assertThat(edited("A *good* week", "A **bad** week").title()).contains("A **bad** week");
        assertThat(edited("Hello there.", "Hello you.").intro())
                .contains("Hello you.\n\nAgain^[And again.].");
        assertThat(edited("Hello there.\n\nAgain[^1].\n", "").intro()).contains("");
        assertThat(edited("And again.", "And *never*.").intro())
                .contains("Hello there.\n\nAgain^[And *never*.].");
        assertThat(edited("Thanks to Ada.", "Thanks to Ben.").closing()).contains("Thanks to Ben.");
        assertThat(edited("## News in brief", "## All the rest").headings().toString())
                .isEqualTo("{news-in-brief=All the rest}");
        assertThat(
                        edited("- Some news of [f5f5]", "\n## By the way\n\n- Some news of [f5f5]")
                                .made()
                                .toString())
                .isEqualTo("{by-the-way=By the way}");
    }

    @Test
    void theInterview() {
        var words = edited("It took so long.", "It took *ages*.").chat().orElseThrow();
        assertThat(words.turns().orElseThrow().toString())
                .isEqualTo(
                        "[TurnEdit[from=1, isQuestion=true, speaker=Optional.empty, text=Optional.empty], "
                                + "TurnEdit[from=2, isQuestion=false, speaker=Optional.empty, text=Optional[It took *ages*.\n\nWe had tea.]], "
                                + "TurnEdit[from=3, isQuestion=true, speaker=Optional.empty, text=Optional.empty], "
                                + "TurnEdit[from=4, isQuestion=false, speaker=Optional.empty, text=Optional.empty]]");
        assertThat(
                        edited("**Why *ten* years?**", "**Why *ten*?**")
                                .chat()
                                .orElseThrow()
                                .turns()
                                .orElseThrow()
                                .getFirst()
                                .text())
                .contains("Why *ten*?");
        assertThat(edited("Jo packs charts.", "Jo packs.").chat().orElseThrow().intro())
                .contains("Jo packs.");
        assertThat(edited("## A chat with Jo", "## Jo speaks").chat().orElseThrow().title())
                .contains("Jo speaks");
        assertThat(
                        edited("**And now?**\n\nCorduroy[^3].\n\n", "")
                                .chat()
                                .orElseThrow()
                                .turns()
                                .orElseThrow()
                                .size())
                .isEqualTo(2);
    }

    @Test
    void whatHasNoPlaceIsShown() {
        assertThat(
                        edited("- Some news of [f5f5]", "> A quote.\n\n- Some news of [f5f5]")
                                .unplaced())
                .extracting(Unplaced::text)
                .containsExactly("> A quote.");
        assertThat(edited("## News in brief", "## Nothing\n\nHere.\n\n## News in brief").unplaced())
                .extracting(Unplaced::text)
                .containsExactly("## Nothing", "Here.");
        assertThat(edited("Until the next one.", "Until the next one, friends.").unplaced())
                .extracting(Unplaced::text)
                .containsExactly("Until the next one, friends.");
        assertThat(
                        edited("Hello there.", "Hello there.\n\n| a | b |\n|---|---|\n| c | d |")
                                .unplaced())
                .extracting(Unplaced::text)
                .containsExactly("| a | b |\n|---|---|\n| c | d |");
        assertThat(edited(text -> text + "- Do not forget the tea.\n").unplaced())
                .extracting(Unplaced::text)
                .containsExactly("Do not forget the tea.");
        assertThat(
                        edited("- Some news of [f5f5]", "- No link here.\n- Some news of [f5f5]")
                                .unplaced())
                .extracting(Unplaced::text)
                .containsExactly("No link here.");
    }

    @Test
    void picturesAndParagraphsBelowAnItem() {
        var picture =
                edited(
                        "(Press f5f5)",
                        "(Press f5f5)\n\n  ![A lamp](https://p.example/l.png) *(Ada)*");
        assertThat(item(picture, "f5f5").blurb()).isEmpty();
        assertThat(item(picture, "f5f5").picture().orElseThrow().orElseThrow().credit())
                .isEqualTo("Ada");
        var more = edited("More of it.", "Less of it.");
        assertThat(item(more, "d4d4").blurb()).contains("A [four](d4d4) of words.\n\nLess of it.");
    }
}
