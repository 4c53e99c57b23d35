package gleaner.digest.check;

import static gleaner.digest.Shared.link;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Draft;
import gleaner.digest.Note;
import gleaner.digest.Shared;
import gleaner.digest.drafting.Drafter;
import gleaner.news.LinkId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// If these fail, an editor publishes what was not ready, or is told to mend what is.
class ReadinessTest {

    private static Draft draft(Shared... links) {
        return new Drafter(Shared.STYLE)
                .draft(
                        7,
                        Optional.empty(),
                        List.of(links).stream().map(Shared::build).toList(),
                        false);
    }

    private static List<String> told(Draft draft, Map<LinkId, String> lost, List<Integer> usual) {
        return Readiness.of(draft, lost, usual).stream()
                .filter(note -> note.kind().compareTo(Note.Kind.LINK_WORDS) > 0)
                .map(Note::markdown)
                .toList();
    }

    @Test
    void aPageThatIsLostIsToldOnceWithItsReason() {
        var draft =
                draft(link("k3f9", "https://a.example/x").said(1, "It runs https://a.example/x"));
        assertThat(draft.notes().stream().map(Note::kind)).contains(Note.Kind.UNREAD);
        var notes =
                Readiness.of(draft, Map.of(new LinkId("k3f9"), "It does not answer."), List.of());
        assertThat(notes.stream().map(Note::kind)).doesNotContain(Note.Kind.UNREAD);
        assertThat(notes.getLast().markdown())
                .isEqualTo(
                        "The page of `k3f9` could not be read: It does not answer. Open it, then `refresh k3f9`,"
                                + " `skip k3f9` or leave it.");
    }

    @Test
    void aSentenceThatIsCutOffIsTold() {
        var draft =
                draft(
                        link("k3f9", "https://a.example/x")
                                .said(1, "w")
                                .blurb("They tell how (and why…)"),
                        link("k3fb", "https://a.example/y")
                                .said(2, "w")
                                .blurb("They tell all of it."));
        assertThat(told(draft, Map.of(), List.of()))
                .containsExactly(
                        "The sentence of `k3f9` is cut off: `blurb k3f9 …` writes it whole.");
    }

    @Test
    void whatIsFarFromUsualIsTold() {
        var draft = draft(link("k3f9", "https://a.example/x").said(1, "w").blurb("It runs."));
        assertThat(told(draft, Map.of(), List.of(12, 14, 13)))
                .containsExactly(
                        "1 link is in the draft, and usually it is about 13: `list new` and `list held` show what else there is.");
        assertThat(told(draft, Map.of(), List.of(12, 14))).isEmpty();
        assertThat(told(draft, Map.of(), List.of(1, 2, 1))).isEmpty();
        var letters = "23456789bcdf";
        var many =
                IntStream.range(0, 12)
                        .mapToObj(i ->
                                link("zzz" + letters.charAt(i), "https://a.example/" + i)
                                        .said(i, "w")
                                        .blurb("Story number %d is told.".formatted(i)))
                        .toArray(Shared[]::new);
        assertThat(told(draft(many), Map.of(), List.of(5, 5, 5)))
                .containsExactly(
                        "12 links are in the draft, and usually it is about 5: `hold` some for the next issue, or `skip` them.");
    }
}
