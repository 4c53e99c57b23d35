package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Itâ€™s here            | It’s here
                    CafÃ© Zoë              | Café Zoë
                    a â€“ b                | a – b
                    â€œquotedâ€\u009d       | “quoted”
                    ZÃ¼rich, KÃ¶ln          | Zürich, Köln
                    ðŸ”” bells               | 🔔 bells
                    """)
    void utf8ThatWasReadAsWindowsIsReadAgain(String broken, String right) {
        assertThat(Mojibake.repair(broken)).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Café",
                "«CAFÉ»",
                "São Paulo",
                "Ångström",
                "âge",
                "ÀÉÎ",
                "Ûber – alles",
                "naïve"
            })
    void rightTextStays(String text) {
        assertThat(Mojibake.repair(text)).isEqualTo(text);
    }

    @Test
    void aTitleWhoseLettersAreLostIsNotShown() {
        assertThat(Html.read("<title>Caf\uFFFD bells</title>").title()).isEmpty();
        assertThat(
                        Html.read(
                                        "<title>Caf\uFFFD bells</title><meta property=og:title content='Café bells'>")
                                .title())
                .contains("Café bells");
    }
}
