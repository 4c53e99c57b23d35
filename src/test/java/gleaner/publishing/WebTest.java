package gleaner.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever a publisher answers, an editor gets one sentence, and the key goes nowhere.
class WebTest {

    private static final String KEY = "very-secret-key";

    private final FakePublisher fake =
            new FakePublisher() {
                @Override
                Answer answer(Request request) {
                    return Answer.json(200, object().put("id", "1"));
                }
            };

    @AfterEach
    void close() {
        fake.close();
    }

    private Web web(URI url) {
        return web(url, Duration.ofSeconds(20));
    }

    private static Web web(URI url, Duration patience) {
        return new Web(
                new Place("Ghost", url, "publishing.ghost.url", "GHOST_ADMIN_API_KEY"),
                new Credential("Ghost", KEY, () -> KEY),
                patience);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    400 | {"code":"bad","detail":"Not so."}            | Ghost did not take it (HTTP 400: bad, Not so.).
                    400 | {"message":"No `lists` selected."}           | Ghost did not take it (HTTP 400: No \\`lists\\` selected.).
                    400 | <html>Bad Request</html>                     | Ghost did not take it (HTTP 400: a web page).
                    401 | {"errors":[{"message":"Invalid token: very-secret-key"}]} | Ghost does not know the key in GHOST_ADMIN_API_KEY (HTTP 401: Invalid token: …); is it whole, of this site, and is this machine's clock right?
                    403 | {"message":"no"}                             | Ghost does not allow that with the key in GHOST_ADMIN_API_KEY (HTTP 403: no); it needs the right to write drafts.
                    404 | ''                                           | There is nothing at that address of Ghost (HTTP 404); look at publishing.ghost.url.
                    409 | {"errors":[{"message":"Saving failed!"}]}    | Somebody changed the draft in Ghost at the same moment (HTTP 409: Saving failed!); nothing was written over, look at it and try again.
                    422 | {"detail":[{"loc":["body","subject"],"msg":"field required"}]} | Ghost did not take it (HTTP 422: body subject field required).
                    429 | {"detail":"slow down"}                       | Ghost asks to wait a while (HTTP 429).
                    500 | <h1>Oops</h1>                                | Ghost has trouble of its own (HTTP 500: a web page); try again later.
                    503 | ''                                           | Ghost has trouble of its own (HTTP 503); try again later.
                    200 | <!DOCTYPE html><p>Log in                     | Ghost answered with a web page in the place of JSON; is URL the address of Ghost?
                    200 | [1]                                          | Ghost answered with something in the place of JSON; is URL the address of Ghost?
                    200 | ''                                           | Ghost answered with nothing in the place of JSON; is URL the address of Ghost?
                    """)
    void everyAnswerIsOneSentence(int status, String body, String sentence) {
        fake.answersInstead("GET", status, "text/html", body);

        assertThatThrownBy(() -> web(fake.url()).ask(Ask.get("/x")))
                .isInstanceOf(Trouble.class)
                .hasMessage(sentence.replace("URL", "<" + fake.url() + ">"));
    }

    @Test
    void howLongToWaitIsTold() {
        fake.answersInstead("GET", 429, Map.of("Retry-After", "17"), "{}");
        assertThatThrownBy(() -> web(fake.url()).ask(Ask.get("/x")))
                .hasMessage("Ghost asks to wait 17 seconds (HTTP 429).");
    }

    @Test
    void theKeyIsNotTakenToWhereARedirectLeads() {
        fake.answersInstead("GET", 301, Map.of("Location", fake.url() + "/elsewhere"), "");
        assertThatThrownBy(() -> web(fake.url()).ask(Ask.get("/x")))
                .hasMessage(
                        "Ghost sends on to <%s/elsewhere>, where the key is not taken along; set publishing.ghost.url to the address that it really has."
                                .formatted(fake.url()));
        assertThat(fake.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "http://ghost.example",
        "http://127.0.0.1.ghost.example",
        "http://10.0.0.1:2368",
        "http://localhost.example"
    })
    void theKeyDoesNotTravelInTheOpen(String url) {
        assertThatThrownBy(() -> web(URI.create(url)).ask(Ask.get("/x")))
                .hasMessage(
                        "publishing.ghost.url should begin with https://, or the key could be read on the way; plain http only for localhost.");
    }

    @Test
    void aServerThatIsNotThereIsTold() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        var trouble =
                catchThrowableOfType(
                        Trouble.class,
                        () -> web(URI.create("http://127.0.0.1:" + port)).ask(Ask.get("/x")));
        assertThat(trouble.sentence())
                .isEqualTo(
                        "Nobody answers at <http://127.0.0.1:%d>; is publishing.ghost.url right, and does it run?"
                                .formatted(port));
        assertThat(trouble.isUncertain()).isFalse();
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForLong() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            var trouble =
                    catchThrowableOfType(
                            Trouble.class,
                            () -> web(url, Duration.ofSeconds(1)).ask(Ask.get("/x")));
            assertThat(trouble.sentence()).isEqualTo("Ghost did not answer within 1 seconds.");
            assertThat(trouble.isUncertain()).isTrue();
        }
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        fake.answersInstead("GET", 200, "application/json", "x".repeat(9 * 1024 * 1024));
        assertThatThrownBy(() -> web(fake.url()).ask(Ask.get("/x")))
                .hasMessage("Ghost answered with more than 8 MB; that is no answer of its API.");
    }

    @Test
    void deepJsonIsNoTrap() {
        fake.answersInstead("GET", 200, "application/json", "[".repeat(1_000_000));
        assertThatThrownBy(() -> web(fake.url()).ask(Ask.get("/x"))).isInstanceOf(Trouble.class);
    }
}
