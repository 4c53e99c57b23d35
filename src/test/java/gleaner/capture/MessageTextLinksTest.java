package gleaner.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A link that is missed or cut wrongly is lost to the newsletter, or shared broken.
class MessageTextLinksTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            commentCharacter = '\1',
            delimiter = '→',
            quoteCharacter = '\0',
            textBlock =
                    """
                    read https://a.example/x today                         → https://a.example/x
                    HTTPS://A.Example/X                                    → HTTPS://A.Example/X
                    www.a.example/x and WWW.b.example                      → https://www.a.example/x https://WWW.b.example
                    (see https://a.example/wiki/Foo_(bar)).                → https://a.example/wiki/Foo_(bar)
                    [https://a.example/x]                                  → https://a.example/x
                    https://a.example/x[1] twice                           → https://a.example/x[1]
                    https://a.example/x. https://a.example/y, z            → https://a.example/x https://a.example/y
                    https://a.example/x!? https://a.example/y;             → https://a.example/x https://a.example/y
                    "https://a.example/x" 'https://a.example/y'            → https://a.example/x https://a.example/y
                    “https://a.example/x” «https://a.example/y»            → https://a.example/x https://a.example/y
                    https://a.example/x’s end, https://a.example/y's end   → https://a.example/x https://a.example/y
                    **https://a.example/x** and _https://a.example/y_      → https://a.example/x https://a.example/y
                    ~~https://a.example/x~~ *https://a.example/y*          → https://a.example/x https://a.example/y
                    **https://a.example/x**now                             → https://a.example/x
                    https://a.example/x_y_z*w                              → https://a.example/x_y_z*w
                    https://a.example/x… https://a.example/y。             → https://a.example/x https://a.example/y
                    https://a.example/x&gt; &lt;https://a.example/y&gt;    → https://a.example/x https://a.example/y
                    https://a.example/?p=1&amp;q=2&r=3                     → https://a.example/?p=1&q=2&r=3
                    https://a.example/x\\_y                                → https://a.example/x_y
                    https://a.example/x,y;z:1?q=(a)#f!/g                   → https://a.example/x,y;z:1?q=(a)#f!/g
                    https://百科.example/条目/中华                          → https://百科.example/条目/中华
                    「https://a.example/パス」を読む                        → https://a.example/パス
                    詳細はhttps://a.exampleを参照                           → https://a.example
                    https://a.example/x에서 보세요                          → https://a.example/x
                    https://a.example/x🎉 party                            → https://a.example/x
                    http://me:pw@a.example:8080/x http://localhost:80/y    → http://me:pw@a.example:8080/x http://localhost:80/y
                    http://192.0.2.1/x http://[2001:db8::1]/y              → http://192.0.2.1/x http://[2001:db8::1]/y
                    <https://a.example/x> or <https://b.example/_y_>       → https://a.example/x https://b.example/_y_
                    <a href="https://a.example/x">text</a>                 → https://a.example/x
                    http://https://a.example/x                             → https://a.example/x
                    [see https://b.example](https://a.example/x)           → https://a.example/x
                    [see https://b.example](javascript:x)                  → https://b.example
                    [![logo](https://b.example/l.png)](https://a.example/) → https://a.example/
                    [text](www.a.example/x) [text](<https://b.example/y z>) → https://www.a.example/x https://b.example/y%20z
                    """)
    void bareAndMarkedUpLinksAreFoundWhole(String message, String urls) {
        assertThat(urls(message)).containsExactly(urls.split(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            commentCharacter = '\1',
            delimiter = '→',
            quoteCharacter = '\0',
            textBlock =
                    """
                    a.example/x and mail@a.example and mail@www.a.example
                    ftp://a.example/x ftp://www.a.example git+https://a.example/x
                    javascript:alert(1) data:text/html,hi mailto:mail@a.example
                    [a](javascript:alert(1)) [b](data:text/html,x) [c](mailto:m@a.example) [d](/x) [e](https://)
                    `https://a.example/x` and ``www.a.example/y``
                    ![picture](https://a.example/x.png)
                    http://host/x http://a.e-/x http://-a.example http://a_.example http://a.ex_ample http://a..example
                    http:// https:// www. www.example http://. http://1.2.3 http://a.12
                    http://www\\.a\\.example
                    $https://a.example @https://a.example xhttps://a.example
                    """)
    void whatIsNoLinkIsLeftAlone(String message) {
        assertThat(urls(message)).isEmpty();
    }

    @Test
    void codeBlocksHaveNoLinksAndNoTags() {
        var message =
                MessageText.of(
                        """
                        ```sh
                        curl https://a.example/x #first
                        ```

                            wget https://b.example/y #second

                        after https://c.example/z #third
                        """);

        assertThat(message.links())
                .extracting(FoundLink::url)
                .containsExactly("https://c.example/z");
        assertThat(message.hashtags()).containsExactly("third");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            commentCharacter = '\1',
            delimiter = '→',
            quoteCharacter = '\0',
            textBlock =
                    """
                    [plain words](https://a.example/x "title")             → plain words
                    [some **bold** and `code`](https://a.example/x)        → some bold and code
                    [  two   blanks ](https://a.example/x)                 → two blanks
                    [![alt words](https://b.example/i.png)](https://a.example/x) → alt words
                    [R\\&D &amp; more](https://a.example/x)                → R&D & more
                    [https://a.example/x](https://a.example/x)             →
                    [a.example/x](https://a.example/x)                     →
                    [www.a.example/x/](https://a.example/x)                →
                    [a.example/lon…](https://a.example/longer)             →
                    <https://a.example/x>                                  →
                    """)
    void theLabelIsPlainTextUnlessItRepeatsTheUrl(String message, String words) {
        assertThat(MessageText.of(message).links())
                .singleElement()
                .extracting(FoundLink::words)
                .isEqualTo(words == null ? "" : words);
    }

    @Test
    void referencesAreLinksWhereTheyAreReferredTo() {
        var links =
                MessageText.of(
                                """
                                First [the guide][g], then https://b.example/y.

                                [g]: https://a.example/guide
                                [Spare one]: https://c.example/spare
                                """)
                        .links();

        assertThat(links)
                .containsExactly(
                        new FoundLink(
                                "https://a.example/guide",
                                "the guide",
                                "First [the guide](https://a.example/guide), then https://b.example/y.",
                                false),
                        new FoundLink(
                                "https://b.example/y",
                                "",
                                "First [the guide](https://a.example/guide), then https://b.example/y.",
                                false),
                        new FoundLink(
                                "https://c.example/spare",
                                "Spare one",
                                "[Spare one](https://c.example/spare)",
                                false));
    }

    @Test
    void oneUrlIsOneLinkWithTheFirstWordsGiven() {
        var links =
                MessageText.of(
                                """
                                > Somebody said https://a.example/x is good.

                                I agree: https://a.example/x!

                                Here is [the page](https://a.example/x) and [once more](https://a.example/x).
                                """)
                        .links();

        assertThat(links)
                .containsExactly(
                        new FoundLink(
                                "https://a.example/x",
                                "the page",
                                "I agree: https://a.example/x!",
                                false));
    }

    @Test
    void linksInAQuoteAreQuoted() {
        var links =
                MessageText.of(
                                "> > deep https://a.example\n> - item https://b.example\n\nown https://c.example")
                        .links();

        assertThat(links).extracting(FoundLink::quoted).containsExactly(true, true, false);
    }

    private static List<String> urls(String message) {
        return MessageText.of(message).links().stream().map(FoundLink::url).toList();
    }
}
