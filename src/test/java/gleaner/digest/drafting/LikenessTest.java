package gleaner.digest.drafting;

import static gleaner.digest.Shared.draft;
import static gleaner.digest.Shared.link;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Note;
import gleaner.digest.Shared;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, editors are not told of doubles, or are told of so many that are none that they
/// stop to read.
class LikenessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Acme buys the Widget Works for a fortune | Widget Works bought: Acme buys for a fortune | 1   | true
                    Acme buys the Widget Works for a fortune | Acme buys Widget Works                       | 1   | true
                    Acme buys the Widget Works for a fortune | Acme buys Widget Works                       | 120 | false
                    Acme buys the Widget Works for a fortune | Widget makers fear for their fortune         | 1   | false
                    Acme Server 1.33 released today          | Acme Server 1.34 released today              | 1   | false
                    Acme Server 1.33 released today          | Acme Server 1.33 is released                 | 1   | true
                    Acme news                                | Acme news too                                | 1   | false
                    """)
    void itemsOfOneStoryAreSuggested(String one, String other, int hours, boolean suggested) {
        var notes =
                draft(
                                link("k3f9", "https://one.example/a")
                                        .said(0, "https://one.example/a")
                                        .page(one, "One"),
                                link("p2xw", "https://two.example/b")
                                        .said(hours, "https://two.example/b")
                                        .page(other, "Two"))
                        .notes()
                        .stream()
                        .filter(note -> note.kind() == Note.Kind.ONE_STORY)
                        .map(Note::markdown)
                        .toList();
        if (suggested) {
            assertThat(notes)
                    .containsExactly(
                            "`k3f9` and `p2xw` may be one story: `merge k3f9 p2xw` makes them one item; a `blurb` for each keeps them apart.");
        } else {
            assertThat(notes).isEmpty();
        }
    }

    @Test
    void anEditorsWordsForEachKeepThemApart() {
        var title = "Acme buys the Widget Works for a fortune";
        assertThat(
                        draft(
                                        link("k3f9", "https://one.example/a")
                                                .said(0, "https://one.example/a")
                                                .page(title + " today", "")
                                                .blurb("One side"),
                                        link("p2xw", "https://two.example/b")
                                                .said(1, "https://two.example/b")
                                                .page(title, "")
                                                .blurb("The other side"))
                                .notes())
                .extracting(Note::kind)
                .doesNotContain(Note.Kind.ONE_STORY);
    }

    @Test
    void manyItemsTakeTimeInProportion() {
        var letters = "23456789bcdfghjkmnpqrstvwxyz";
        var links =
                IntStream.range(0, 20_000)
                        .mapToObj(i ->
                                link(
                                                "z"
                                                        + letters.charAt(i / 784 % 28)
                                                        + letters.charAt(i / 28 % 28)
                                                        + letters.charAt(i % 28)
                                                        + letters.charAt(i / 21_952 % 28),
                                                "https://a.example/" + i)
                                        .said(i % 90, "https://a.example/" + i)
                                        .page(
                                                "Word%d and word%d meet word%d in the common town of Acme"
                                                        .formatted(i % 1300, i % 1700, i % 1900),
                                                ""))
                        .toArray(Shared[]::new);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(draft(links).notes()).isNotEmpty());
    }
}
