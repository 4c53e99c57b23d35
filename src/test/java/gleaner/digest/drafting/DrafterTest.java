package gleaner.digest.drafting;

import static gleaner.digest.Shared.BRIEF;
import static gleaner.digest.Shared.LEAD;
import static gleaner.digest.Shared.RELEASES;
import static gleaner.digest.Shared.draft;
import static gleaner.digest.Shared.line;
import static gleaner.digest.Shared.link;
import static gleaner.digest.Shared.said;
import static org.assertj.core.api.Assertions.assertThat;

import gleaner.digest.Format;
import gleaner.digest.Note;
import gleaner.digest.Shared;
import gleaner.news.LinkId;
import gleaner.news.Period;
import gleaner.news.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrafterTest {

    private static final String A = "https://a.example/1";
    private static final String B = "https://b.example/2";
    private static final String C = "https://c.example/3";
    private static final String D = "https://d.example/4";

    @Test
    void itemsStandByRankThenVotesThenTimeThenId() {
        var draft =
                draft(
                        link("f7f7", A).said(3, "The seventh word on lamps"),
                        link("f2f2", B).said(3, "The second word on oil"),
                        link("f3f3", C).said(4, "A third word on wicks").votes(2),
                        link("f4f4", D).said(9, "A fourth word on glass").rank(5),
                        link("f5f5", "https://e.example/5")
                                .said(8, "A fifth word on soot")
                                .rank(1));

        assertThat(draft.order(BRIEF))
                .extracting(LinkId::value)
                .containsExactly("f5f5", "f4f4", "f3f3", "f2f2", "f7f7");
        assertThat(draft.order(LEAD)).isEmpty();
    }

    @Test
    void onlyPickedOnesOnRequest() {
        var links =
                List.of(
                        link("f2f2", A).said(1, "Nobody chose this one yet").build(),
                        link("f3f3", B)
                                .said(2, "Somebody chose this one")
                                .state(State.PICKED)
                                .build(),
                        link("f4f4", C)
                                .said(3, "Somebody made this the lead")
                                .state(State.LEAD)
                                .ran(6)
                                .build());
        var draft = new Drafter(Shared.STYLE).draft(7, Optional.empty(), links, true);

        assertThat(draft.order(BRIEF)).extracting(LinkId::value).containsExactly("f3f3");
        assertThat(draft.order(LEAD)).extracting(LinkId::value).containsExactly("f4f4");
    }

    @Test
    void nothingPrivateIsInAnyFormat() {
        var links =
                new Shared[] {
                    link("f2f2", A)
                            .whispered(1, "Psst, a secret about lamps")
                            .page("Lamps", "")
                            .state(State.PICKED),
                    link("f3f3", B).whispered(2, "Psst, another secret of ours"),
                    link("f4f4", C)
                            .whispered(3, "Psst, a third secret of ours")
                            .said(4, "Everybody knows about lamps")
                };
        for (var format : Format.values()) {
            assertThat(draft(links).render(format, true))
                    .doesNotContainIgnoringCase("psst", "secret", "Ada", B);
        }
        assertThat(line(links))
                .isEqualTo("[Lamps](%s).\n[Everybody knows](%s) about lamps.".formatted(A, C));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Acme lit [a lamp](https://acme.example/post) |            | Acme lit [a lamp](U).
                    Acme lit a lamp                              | a lamp     | Acme lit [a lamp](U).
                    Acme lit a lamp                              | LIT A      | Acme [lit a](U) lamp.
                    Acme lit a lamp                              |            | [Acme lit](U) a lamp.
                    Acme lit a lamp                              | two lamps  | [Acme lit](U) a lamp.
                    Acme lit a [lamp](https://other.example/)    | Acme       | [Acme](U) lit a [lamp](https://other.example/).
                    Acme lit a lamp: https://acme.example/post   |            | [Acme lit a lamp](U).
                    """)
    void theEditorsBlurbCarriesTheLink(String blurb, String words, String expected) {
        var shared = said("whatever was said before").page("On the use of a lamp", "").blurb(blurb);
        var link = words == null ? shared : shared.linkWords(words);
        var exact = expected.replace("(U)", "(https://acme.example/post)");

        assertThat(line(link)).isEqualTo(exact);
    }

    @Test
    void anEditorsLinkWordsMoveASharersLink() {
        var shared =
                said("Acme lit [a lamp](https://acme.example/post) on Monday")
                        .linkWords("on Monday");

        assertThat(line(shared))
                .isEqualTo("Acme lit a lamp [on Monday](https://acme.example/post).");
    }

    @Test
    void aSharersSentenceLeadsOnlyToWhatWasChosen() {
        var sentence = "Acme lit [a lamp](%s) and Bolt [put one out](%s)".formatted(A, B);

        assertThat(
                        line(
                                link("f2f2", A).together("m", 1, sentence),
                                link("f3f3", B).together("m", 1, sentence).state(State.SKIPPED)))
                .isEqualTo("Acme lit [a lamp](%s) and Bolt put one out.".formatted(A));
    }

    @Test
    void oneStoryStandsOnceUnlessAnEditorWroteTwice() {
        var one = link("f2f2", A).said(1, "Lamps went out in the whole of Ghent");
        var other = link("f3f3", B).said(2, "lamps went out in the WHOLE of Ghent!").votes(3);

        assertThat(line(one, other))
                .isEqualTo(
                        "[Lamps went out](%s) in the WHOLE of Ghent! (also: [a.example](%s))"
                                .formatted(B, A));
        assertThat(
                        line(
                                one.blurb("Ghent is dark."),
                                other.blurb("Ghent is [still dark](%s).".formatted(B))))
                .isEqualTo("Ghent is [still dark](%s).\n[Ghent is dark](%s).".formatted(B, A));
    }

    @Test
    void oneStoryInTwoPlacesOfAnEditorsChoosingStandsTwice() {
        var one = link("f2f2", A).said(1, A).page("A night without any lamps", "");
        var other = link("f3f3", B).said(2, B).page("A night without any lamps", "");

        assertThat(draft(one.section(RELEASES), other).order(RELEASES)).hasSize(2);
        assertThat(draft(one, other.section(BRIEF)).order(RELEASES)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0   | 0     | Issue 7: 16 November 2026
                    0   | 150   | Issue 7: 16–22 November 2026
                    300 | 400   | Issue 7: 28 November – 3 December 2026
                    900 | 1200  | Issue 7: 23 December 2026 – 5 January 2027
                    """)
    void theTitleNamesTheDays(int first, int last, String expected) {
        var draft =
                draft(
                        link("f2f2", A).said(first, "The first of it all"),
                        link("f3f3", B).said(last, "The last of it all"));

        assertThat(draft.title().replace('\u2009', ' ')).isEqualTo(expected);
    }

    @Test
    void aPeriodNamesTheDraft() {
        var week = new Period(Shared.MONDAY, Shared.MONDAY.plus(Duration.ofDays(7)), "Week 47");
        var draft = new Drafter(Shared.STYLE).draft(12, Optional.of(week), List.of(), false);

        assertThat(draft.title()).isEqualTo("Issue 12: Week 47");
        assertThat(draft.period()).isEqualTo("Week 47");
        assertThat(draft.number()).isEqualTo(12);
    }

    @Test
    void manyNotesOfAKindAreCounted() {
        var letters = "23456789bcdfghjkmnpqrstvwxyz";
        var links =
                IntStream.range(0, 14)
                        .mapToObj(i ->
                                link("zzz" + letters.charAt(i), "https://a.example/" + i)
                                        .said(i, "https://a.example/" + i))
                        .toArray(Shared[]::new);
        var notes =
                draft(links).notes().stream()
                        .filter(note -> note.kind() == Note.Kind.NO_WORDS)
                        .toList();

        assertThat(notes).hasSize(11);
        assertThat(notes.getFirst().markdown()).isEqualTo("`zzz2` has no words: `blurb zzz2 …`.");
        assertThat(notes.getLast().markdown())
                .isEqualTo("… and 4 more have no words of their own: `blurb` writes them.");
        assertThat(notes.getLast().links()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "md, MARKDOWN",
        "Markdown, MARKDOWN",
        "html, HTML",
        "mail, HTML",
        "text, TEXT",
        "txt, TEXT",
        "plain, TEXT",
        "JSON, JSON"
    })
    void formatsGoByManyNames(String word, Format format) {
        assertThat(Format.parse(word)).contains(format);
        assertThat(Format.parse(word + "x")).isEmpty();
    }
}
