package gleaner.digest.drafting;

import static gleaner.digest.Shared.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If one of these fails, the newsletter names a writer twice, or not at all.
class AttributionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Somebody lit a lamp                              | Rae Holm                   | Acme        | Rae Holm/Acme
                    Somebody lit a lamp                              | Rae Holm                   |             | Rae Holm
                    Somebody lit a lamp                              |                            | Acme        | Acme
                    Somebody lit a lamp                              |                            |             |
                    Rae Holm (now of Bolt) lit a lamp                | Rae Holm                   | Acme        | Acme
                    RAE HOLM lit a lamp at acme                      | Rae Holm                   | Acme        |
                    Holm's lamp burns on                             | Rae Holm                   | Acme        | Acme
                    The Acme team lit a lamp                         | Rae Holm                   | Acme        | Rae Holm
                    Acme's lamp is out                               | Rae Holm                   | Acme        | Rae Holm
                    Acmeism is back                                  | Rae Holm                   | Acme        | Rae Holm/Acme
                    A long read about lamps                          | Sam Long                   |             | Sam Long
                    Long on lamps                                    | Sam Long                   |             |
                    Zoe Nunez lit a lamp                             | Zoë Núñez                  | Soir        | Soir
                    New Lamp says so                                 |                            | The New Lamp|
                    A new oil lamp                                   |                            | The New Lamp| The New Lamp
                    Somebody lit a lamp                              | Rae Holm;Jo Wick           | Acme        | Rae Holm and Jo Wick/Acme
                    Jo Wick lit a lamp                               | Rae Holm;Jo Wick           | Acme        | Rae Holm/Acme
                    Somebody lit a lamp                              | Rae Holm;Jo Wick;Al Ode    | Acme        | Rae Holm et al./Acme
                    Rae Holm and friends lit a lamp                  | Rae Holm;Jo Wick;Al Ode    | Acme        | Acme
                    Somebody lit a lamp                              | Acme                       | ACME        | Acme
                    Somebody lit a lamp                              | https://a.example/rae;Holm |             | Holm
                    山田花子さんが灯りをともした                     | 山田花子                   | 京都新聞    | 京都新聞
                    """)
    void namesWhatTheSentenceDoesNot(
            String sentence, String authors, String publisher, String expected) {
        var names = authors == null ? new String[0] : authors.split(";", -1);
        var link = said(sentence).page("T", publisher == null ? "" : publisher, names).build();

        assertThat(Attribution.of(link, sentence).orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Rae Holm/Bolt | Rae Holm/Bolt
                    /Bolt         | Bolt
                    Jo Wick       | Jo Wick
                    none          |
                    """)
    void anEditorsBylineStandsAsGiven(String byline, String expected) {
        var link =
                said("Bolt lit a lamp").page("T", "Acme", "Somebody Else").byline(byline).build();

        assertThat(Attribution.of(link, "Bolt lit a lamp").orElse(null)).isEqualTo(expected);
    }
}
