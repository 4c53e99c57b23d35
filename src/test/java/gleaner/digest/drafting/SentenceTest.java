package gleaner.digest.drafting;

import static gleaner.digest.Shared.line;
import static gleaner.digest.Shared.link;
import static gleaner.digest.Shared.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If one of these fails, an editor gets a sentence that must be rewritten rather than polished.
class SentenceTest {

    private static final String U = "https://acme.example/post";

    /// `U` stands for the link's URL.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    acme moved [its queues](U) to NATS                     |                                  | Acme moved [its queues](U) to NATS.
                    Acme moved its queues to NATS: U                       | Why our queues to NATS went wrong | Acme moved its [queues to NATS](U).
                    Acme moved its job queues to NATS U                    |                                  | Acme moved its [job queues to NATS](U).
                    Make sure nobody can abuse the TokenRequest API U      | TokenRequest, abused             | Make sure nobody can abuse the [TokenRequest](U) API.
                    worth a read: U                                        | How lamps are lit                | Worth a read: [How lamps are lit](U).
                    worth a read: U                                        |                                  | [Worth a read](U).
                    The crew at U tells how lamps went out on Friday       | Lamps out                        | The crew at [Lamps out](U) tells how lamps went out on Friday.
                    More on the lamps outage at U                          |                                  | More on the lamps outage at [acme.example](U).
                    U is a calm look at lamp oil prices                    | Lamp oil                         | [Lamp oil](U) is a calm look at lamp oil prices.
                    U - A calm look at lamp oil prices                     |                                  | A [calm look](U) at lamp oil prices.
                    A calm look at lamp oil prices (U), with graphs        |                                  | A calm look at [lamp oil prices](U), with graphs.
                    Lamplighters strike <U> in three towns                 |                                  | [Lamplighters strike](U) in three towns.
                    FYI: lamps will be lit by robots soon U                |                                  | Lamps will be lit by [robots soon](U).
                    TIL that lamps have a patron saint U                   |                                  | Lamps have a [patron saint](U).
                    @ada, @bob: lamps are out in Ghent U :scream: cc @eve  |                                  | Lamps are [out in Ghent](U).
                    🎉 Lamps are back in Ghent! U 🎉🎉                      |                                  | Lamps are [back in Ghent](U)!
                    The #gaslight lobby fights issue #12 U                 |                                  | The gaslight [lobby fights issue #12](U).
                    iPhones can now find street lamps U                    |                                  | iPhones can now [find street lamps](U).
                    `lampctl` has learned to dim U                         |                                  | `lampctl` has [learned to dim](U).
                    Who lights the lamps at night? U                       |                                  | Who lights the [lamps at night](U)?
                    lol U                                                  | Oil runs out                     | [Oil runs out](U).
                    this: U                                                | Oil runs out                     | [Oil runs out](U).
                    Oil runs out U                                         | Oil runs out - acme.example      | [Oil runs out](U).
                    U                                                      |                                  | [acme.example/post](U).
                    三つの街で灯りが消えた U                                |                                  | 三つの街で灯り[が消えた](U)。
                    """)
    void theLinkStandsOnWords(String sentence, String title, String expected) {
        var shared = said(sentence.replace("U", U)).page(title == null ? "" : title, "");

        assertThat(line(shared)).isEqualTo(expected.replace("(U)", "(" + U + ")"));
    }

    @Test
    void severalLinksOfOneSentenceStandAsOneItem() {
        var sentence =
                "Acme lit [every lamp](https://acme.example/a) while Bolt [lost its oil](https://bolt.example/b)";
        var one =
                link("k3f9", "https://acme.example/a")
                        .together("m1", 0, sentence)
                        .page("A", "Acme");
        var other =
                link("m4g2", "https://bolt.example/b")
                        .together("m1", 0, sentence)
                        .page("B", "Gazette");

        assertThat(line(one, other))
                .isEqualTo(
                        "Acme lit [every lamp](https://acme.example/a) while Bolt [lost its"
                                + " oil](https://bolt.example/b). (Gazette)");
    }
}
