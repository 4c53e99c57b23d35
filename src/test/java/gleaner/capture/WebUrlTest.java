package gleaner.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gleaner.news.GleanerException;
import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// If this fails, people's links are refused, or something that is no link is stored and later
/// fetched.
class WebUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    https://example.com/a?b=c#d       ~ https://example.com/a?b=c#d
                    '  https://example.com/a\u00A0 '  ~ https://example.com/a
                    HTTPS://Example.COM/Path          ~ https://example.com/Path
                    www.example.com/a                 ~ https://www.example.com/a
                    http:/example.com/a               ~ http://example.com/a
                    http:\\\\example.com\\a           ~ http://example.com/a
                    http:///example.com               ~ http://example.com
                    https://example.com.:443/a        ~ https://example.com/a
                    https://example.com:8443/a        ~ https://example.com:8443/a
                    https://bücher.example/a          ~ https://xn--bcher-kva.example/a
                    https://example.com/größe?q=ü     ~ https://example.com/gr%C3%B6%C3%9Fe?q=%C3%BC
                    https://example.com/a|b[1]        ~ https://example.com/a%7Cb%5B1%5D
                    https://example.com/a b?c d       ~ https://example.com/a%20b?c%20d
                    https://example.com/100%          ~ https://example.com/100%25
                    https://example.com/%e4%b8%ad     ~ https://example.com/%e4%b8%ad
                    https://bank.example@evil.example ~ https://evil.example
                    https://user:pass@example.com/a   ~ https://example.com/a
                    https://[2001:DB8::1]:8080/a      ~ https://[2001:db8::1]:8080/a
                    https://example.com#a#b           ~ https://example.com#a%23b
                    https://my_host.example.com/a     ~ https://my_host.example.com/a
                    """)
    void repairs_what_people_paste(String pasted, String repaired) {
        assertThat(WebUrl.of(pasted)).contains(repaired);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    ''                        ~ nothing.
                    hello                     ~ no scheme: 'hello'.
                    example.com/a             ~ no scheme: 'example.com/a'.
                    //example.com/a           ~ no scheme: '//example.com/a'.
                    javascript:alert(1)       ~ the scheme 'javascript:': 'javascript:alert(1)'.
                    data:text/html,x          ~ the scheme 'data:': 'data:text/html,x'.
                    mailto:ann@example.com    ~ the scheme 'mailto:': 'mailto:…@example.com'.
                    ftp://example.com/        ~ the scheme 'ftp:': 'ftp://example.com/'.
                    http://                   ~ no host: 'http://'.
                    https://?a                ~ no host: 'https://…'.
                    http:example.com          ~ no // after 'http:': 'http:example.com'.
                    http://[::1               ~ a host that cannot exist: 'http://[::1'.
                    http://a..b/              ~ a host that cannot exist: 'http://a..b/'.
                    http://a b.example/       ~ a host that cannot exist: 'http://a b.example/'.
                    http://example.com:99999/ ~ a port that is no number from 0 to 65535: 'http://example.com:99999/'.
                    https://me:pw@host:x/     ~ a port that is no number from 0 to 65535: 'https:…@host:x/'.
                    """)
    void says_what_was_found_instead(String text, String found) {
        assertThat(WebUrl.check(text))
                .isEqualTo(
                        new WebUrl.Refused(
                                "Expected a web address such as https://example.org/page of at"
                                        + " most 4096 characters, found "
                                        + found));
    }

    @Test
    void takes_4096_characters_and_no_more() {
        String longest = "https://example.com/" + "a".repeat(4096 - 20);

        assertThat(WebUrl.of(longest)).contains(longest);
        assertThat(WebUrl.check(longest + "a"))
                .isEqualTo(
                        new WebUrl.Refused(
                                "Expected a web address such as https://example.org/page of at most"
                                        + " 4096 characters, found one of 4097 characters:"
                                        + " 'https://example.com/"
                                        + "a".repeat(40)
                                        + "…'."));
        assertThat(WebUrl.of("https://example.com/" + "ü".repeat(1000))).isEmpty();
    }

    @Test
    void throws_the_sentence_where_an_address_is_required() {
        assertThat(WebUrl.require(" http://example.com ")).isEqualTo("http://example.com");
        assertThatThrownBy(() -> WebUrl.require("gopher://example.com"))
                .isInstanceOf(GleanerException.class)
                .hasMessage(
                        "Expected a web address such as https://example.org/page of at most 4096"
                                + " characters, found the scheme 'gopher:': 'gopher://example.com'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a\nb",
                "https://example.com/\u0000",
                "https://exa\tmple.com/",
                "https://example.com/\u009F",
            })
    void refuses_control_characters_inside(String text) {
        assertThat(WebUrl.of(text + "x")).isEmpty();
    }

    @Test
    void gives_only_addresses_that_java_can_read() {
        Random random = new Random(20260416);
        for (int i = 0; i < 20_000; i++) {
            String text = HostileText.url(random);
            WebUrl.of(text)
                    .ifPresent(url -> {
                        assertThat(URI.create(url).isAbsolute()).isTrue();
                        assertThat(WebUrl.of(url)).contains(url);
                    });
        }
    }
}
