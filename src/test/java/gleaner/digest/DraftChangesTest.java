package gleaner.digest;

import static gleaner.digest.Shared.link;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.DraftChanges.ItemEdit;
import gleaner.digest.DraftChanges.Unplaced;
import gleaner.news.Chat;
import gleaner.news.Interview.Kind;
import gleaner.news.LinkId;
import gleaner.news.State;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                                said("b2b2", 0).state(State.LEAD).blurb("The [one](b2b2) and [two](c3c3)^[Both.]."),
                                said("c3c3", 1),
                                said("d4d4", 2).blurb("A [four](https://d4d4.example/) of words.\n\nMore of it."),
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
}
