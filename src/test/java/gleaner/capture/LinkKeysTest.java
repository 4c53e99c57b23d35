package gleaner.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If this fails, an editor sees one page twice, or a link is lost in another.
class LinkKeysTest {

    private final LinkKeys keys = new LinkKeys();

    private String key(String url) {
        return keys.of(url).value();
    }

    @ParameterizedTest
    @MethodSource("same")
    void is_the_same_for_every_form_of_a_page(String expected, String url) {
        assertThat(key(url)).isEqualTo(expected);
        assertThat(key("https://" + expected)).as("the key of its own URL").isEqualTo(expected);
    }

    /// Lines of `same-pages.txt`: a key at the margin, then URLs that have it, indented.
    static Stream<String[]> same() throws Exception {
        String[] key = {""};
        return lines("same-pages.txt")
                .filter(line -> {
                    boolean url = line.startsWith(" ");
                    key[0] = url ? key[0] : line;
                    return url;
                })
                .map(line -> new String[] {key[0], line.trim()})
                .toList()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("different")
    void differs_for_different_pages(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    /// Lines of `different-pages.txt`: two URLs with a space between.
    static Stream<String[]> different() throws Exception {
        return lines("different-pages.txt").map(line -> line.split(" +", -1));
    }

    private static Stream<String> lines(String resource) throws Exception {
        try (var in = LinkKeysTest.class.getResourceAsStream(resource)) {
            assertThat(in).isNotNull();
            return Arrays.stream(new String(in.readAllBytes(), UTF_8).split("\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("//"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    javascript:alert(1) ~ :javascript:alert(1)
                    data:text/html,x    ~ :data:text/html,x
                    http://             ~ :http:
                    http://[::1         ~ :http://[::1
                    ''                  ~ :
                    not a link          ~ :not a link
                    """)
    void gives_what_is_no_web_address_a_key_of_its_own(String text, String expected) {
        assertThat(key(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a", "?a=%41&", "&", "/../x", ";", "#/", "%", "ü", "\uD800", ".amp", "/amp/b", "@"
            })
    void stays_quick_on_a_huge_url(String piece) {
        String url = "https://example.com/" + piece.repeat(100_000 / piece.length());

        assertThat(key(url)).startsWith("example.com");
    }

    @Test
    void unwraps_redirects_to_redirects() {
        String url = "https://example.com/a";
        for (int i = 0; i < 4; i++) {
            url = "https://www.google.com/url?q=" + URLEncoder.encode(url, UTF_8);
        }

        assertThat(key(url)).isEqualTo("example.com/a");
        assertThat(key("https://12ft.io/".repeat(6000) + "https://example.com/a"))
                .startsWith("12ft.io/");
    }

    @Test
    void is_its_own_key_whatever_the_text() {
        Random random = new Random(20260401);
        for (int i = 0; i < 50_000; i++) {
            String text = HostileText.url(random);
            String key = key(text);
            if (!key.startsWith(":")) {
                assertThat(key("http://" + key)).as("of %s", text).isEqualTo(key);
            }
        }
    }

    @Test
    void is_the_same_for_a_url_as_pasted_and_as_repaired() {
        Random random = new Random(20260402);
        for (int i = 0; i < 20_000; i++) {
            String text = HostileText.url(random);
            WebUrl.of(text)
                    .ifPresent(url -> assertThat(key(url)).as("of %s", text).isEqualTo(key(text)));
        }
    }
}
