package gleaner.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, somebody in a shell cannot tell what to type from the words around it.
class TerminalTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            textBlock =
                    """
                    The URL of `k3f9` lies: `add https://a.example` mends it.  => The URL of k3f9 lies: 'add https://a.example' mends it.
                    After `pick` come links; `a12` is none.                    => After 'pick' come links; a12 is none.
                    `title Eve's` it is.                                       => "title Eve's" it is.
                    `1` is a turn.                                             => 1 is a turn.
                    `#k8s` and `https://a.example/b` stand alone.              => #k8s and https://a.example/b stand alone.
                    """)
    void whatIsToBeTypedStandsInQuotesWithoutColour(String markdown, String shown) {
        assertThat(TerminalText.of(markdown, false)).isEqualTo(shown);
    }

    @Test
    void withColourTheColourTellsIt() {
        assertThat(TerminalText.of("`publish` it", true))
                .isEqualTo("\u001b[36mpublish\u001b[0m it");
    }
}
