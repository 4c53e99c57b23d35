package gleaner.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// If these fail, a link can lead Gleaner where it must not go.
@Timeout(20)
class FetchedPlacesTest {

    @RegisterExtension final Fetching fetching = new Fetching();

    @Test
    void redirectsAreFollowedAndRemembered() {
        fetching.server()
                .on("/1", "HTTP/1.1 301 Moved\r\nLocation: /2", "")
                .on(
                        "/2",
                        "HTTP/1.1 302 Found\r\nLocation: //other.example:%d/3?x=y"
                                .formatted(fetching.server().port()),
                        "")
                .on("/3?x=y", "HTTP/1.1 303 See\r\nLocation: 4", "")
                .on("/4", "HTTP/1.1 307 There\r\nLocation: ?5", "")
                .on(
                        "/4?5",
                        "HTTP/1.1 308 Gone on\r\nLocation: http://user:pw@site.example:%d/6"
                                .formatted(fetching.server().port()),
                        "")
                .page("/6", "There");
        assertThat(fetching.fetch("/1"))
                .isInstanceOfSatisfying(
                        Fetched.class,
                        page -> {
                            assertThat(page.url()).isEqualTo(fetching.server().url("/6"));
                            assertThat(page.chain())
                                    .hasSize(6)
                                    .first()
                                    .isEqualTo(fetching.server().url("/1"));
                        });
        assertThat(fetching.lookups())
                .containsExactly(
                        "site.example",
                        "site.example",
                        "other.example",
                        "other.example",
                        "other.example",
                        "site.example");
    }

    /// Each is a way to lead a fetcher somewhere by a redirect.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://10.0.0.1/                         | NotAllowed
                    http://169.254.169.254/latest/meta-data/ | NotAllowed
                    http://0xa9.0xfe.0xa9.0xfe/              | NotAllowed
                    http://[::ffff:169.254.169.254]/         | NotAllowed
                    http://[fd00:ec2::254]/                  | NotAllowed
                    //metadata.google.internal/              | NotAllowed
                    http://inside.example/                   | NotAllowed
                    http://printer/                          | NotAllowed
                    http://site.example:6379/                | NotAllowed
                    ftp://site.example/                      | NotHttp
                    file:///etc/passwd                       | NotHttp
                    javascript:alert(1)                      | NotHttp
                    data:text/html,hello                     | NotHttp
                    gopher://127.0.0.1:6379/_FLUSHALL        | NotHttp
                    http://[::1                              | NotHttp
                    http://site.example:99999/               | NotHttp
                    /loop                                    | TooManyRedirects
                    /endless0                                | TooManyRedirects
                    """)
    void aRedirectIsCheckedLikeAnyOtherAddress(String location, String failure) {
        fetching.dns =
                host ->
                        List.of(
                                host.equals("inside.example")
                                        ? InetAddress.ofLiteral("192.168.0.1")
                                        : InetAddress.getLoopbackAddress());
        fetching.server()
                .on("/start", "HTTP/1.1 302 Found\r\nLocation: " + location, "")
                .on("/loop", "HTTP/1.1 302 Found\r\nLocation: /loop", "");
        for (int i = 0; i < 20; i++) {
            fetching.server()
                    .on("/endless" + i, "HTTP/1.1 302 Found\r\nLocation: /endless" + (i + 1), "");
        }
        var result = fetching.fetch("/start");
        assertThat(result.getClass().getSimpleName()).isEqualTo(failure);
        assertThat(result)
                .isInstanceOfSatisfying(
                        FetchFailure.class, it -> assertThat(it.isPassing()).isFalse());
        assertThat(fetching.server().requests()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aNameThatLeadsElsewhereTheSecondTimeIsAskedOnceAndRefusedTheSecondTime() {
        var count = new AtomicInteger();
        fetching.dns =
                host ->
                        List.of(
                                count.getAndIncrement() == 0
                                        ? InetAddress.getLoopbackAddress()
                                        : InetAddress.ofLiteral("10.0.0.1"));
        fetching.server().page("/a", "A");
        assertThat(fetching.fetch("/a")).isInstanceOf(Fetched.class);
        assertThat(count).hasValue(1);
        assertThat(fetching.fetch("/a")).isInstanceOf(FetchFailure.NotAllowed.class);
        assertThat(fetching.server().requests()).hasSize(1);
    }

    @Test
    void aNameThatLeadsToBothAPublicAndAPrivateAddressIsRefused() {
        fetching.dns =
                host ->
                        List.of(
                                InetAddress.getLoopbackAddress(),
                                InetAddress.ofLiteral("169.254.169.254"));
        assertThat(fetching.fetch("/a")).isInstanceOf(FetchFailure.NotAllowed.class);
        assertThat(fetching.server().requests()).isEmpty();
    }

    @Test
    void aResolverThatHangsHoldsNobodyUp() {
        var never = new CountDownLatch(1);
        fetching.dns =
                host -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new UnknownHostException(host);
                };
        assertThat(fetching.fetch("/a")).isInstanceOf(FetchFailure.TimedOut.class);
        never.countDown();
    }
}
