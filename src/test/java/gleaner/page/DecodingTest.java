package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingTest {

    private static String text(String text, String charset, String header) {
        return Decoding.text(
                text.getBytes(Charset.forName(charset)),
                Optional.of(header).filter(words -> !words.isEmpty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UTF-8        | ''
                    UTF-8        | text/html; charset=utf-8
                    UTF-8        | text/html; charset=ISO-8859-1
                    UTF-8        | text/html; charset=nonsense
                    windows-1252 | ''
                    windows-1252 | text/html; charset="latin1"
                    windows-1252 | text/html;charset=iso-8859-1
                    UTF-16       | ''
                    UTF-16LE     | text/html; charset=utf-16le
                    """)
    void theBytesDecideWithWhatWasSaid(String charset, String header) {
        assertThat(text("Café für Öl und Straße, très bien", charset, header))
                .isEqualTo("Café für Öl und Straße, très bien");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <meta charset="windows-1251">Колокола гавани   | windows-1251
                    <meta http-equiv=Content-Type content="text/html; charset=shift_jis">港の鐘 | windows-31j
                    <meta charset=gb2312>海港的钟声 | GBK
                    <?xml version="1.0" encoding="iso-8859-2"?>Żółw | ISO-8859-2
                    """)
    void thePageSaysSoItself(String page, String charset) {
        assertThat(text(page, charset, "")).isEqualTo(page);
    }

    @Test
    void aByteOrderMarkIsStrongerThanAll() {
        var body = "\uFEFFGlöckchen".getBytes(StandardCharsets.UTF_8);
        assertThat(Decoding.text(body, Optional.of("text/html; charset=iso-8859-1")))
                .isEqualTo("Glöckchen");
    }

    @Test
    void aLetterCutOffAtTheEndDoesNotChangeTheCharset() {
        var body = "Öl und Glück é".getBytes(StandardCharsets.UTF_8);
        assertThat(Decoding.text(Arrays.copyOf(body, body.length - 1), Optional.empty()))
                .isEqualTo("Öl und Glück ");
    }

    @Test
    void aFewBrokenLettersDoNotMakeDeclaredUtf8SomethingElse() {
        var body = "<meta charset=utf-8>Größe Öl Äpfel Übel süß _".getBytes(StandardCharsets.UTF_8);
        body[body.length - 1] = (byte) 0xE9;
        assertThat(Decoding.text(body, Optional.empty()))
                .startsWith("<meta charset=utf-8>Größe Öl Äpfel");
    }
}
