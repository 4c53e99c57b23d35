package gleaner.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong at the server: if these fail, the token goes astray, or the server is asked more
/// than it allows.
abstract class TroubleContract extends MastodonApiContract {

    private static final String MENTIONS = "GET /api/v1/notifications";

    @Test
    void theTokenFollowsNoRedirect() {
        try (var elsewhere = new FakeMastodon()) {
            for (var code : new int[] {301, 302, 307, 308}) {
                server.fault(
                        MENTIONS,
                        code,
                        "",
                        Map.of("Location", elsewhere.url() + "/api/v1/notifications"));
                var trouble =
                        catchThrowableOfType(
                                MastodonTrouble.class, () -> api.mentions(Optional.empty()));
                assertThat(trouble.kind()).isEqualTo(MastodonTrouble.Kind.MOVED);
            }
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    502, <html><body>Bad gateway</body></html>, AWAY
                    503, '', AWAY
                    200, <html><body>Please wait</body></html>, GARBLED
                    200, '', GARBLED
                    200, '{"no": "list"}', GARBLED
                    200, '[{"id":', GARBLED
                    401, '{"error": "The access token is invalid"}', TOKEN
                    403, '{"error": "outside the authorised scopes"}', FORBIDDEN
                    404, '{"error": "Record not found"}', MISSING
                    422, '{"error": "Validation failed"}', REFUSED
                    429, '{"error": "Throttled"}', TOO_MANY
                    """)
    void failuresAreToldApart(int code, String body, MastodonTrouble.Kind kind) {
        server.fault(MENTIONS, code, body, Map.of());
        var trouble =
                catchThrowableOfType(MastodonTrouble.class, () -> api.mentions(Optional.empty()));
        assertThat(trouble.kind()).isEqualTo(kind);
        assertThat(trouble.sentence()).doesNotContain(FakeMastodon.TOKEN);
    }

    @Test
    void aServerThatIsNotThereIsAway() {
        server.close();
        var trouble = catchThrowableOfType(MastodonTrouble.class, () -> api.self());
        assertThat(trouble.kind()).isEqualTo(MastodonTrouble.Kind.AWAY);
    }

    @Test
    void afterA429NothingIsAskedUntilTheServerSaysSo() {
        var reset = Instant.now().plusSeconds(600);
        server.fault(MENTIONS, 429, "{}", Map.of("X-RateLimit-Reset", reset.toString()));
        var trouble =
                catchThrowableOfType(MastodonTrouble.class, () -> api.mentions(Optional.empty()));
        assertThat(trouble.until().orElseThrow()).isBetween(reset.minusSeconds(1), reset);
        var asked = server.requests().size();
        assertThat(
                        catchThrowableOfType(
                                        MastodonTrouble.class, () -> api.mentions(Optional.empty()))
                                .kind())
                .isEqualTo(MastodonTrouble.Kind.TOO_MANY);
        assertThat(server.requests()).hasSize(asked);
    }

    @Test
    void theLastRequestThatIsLeftIsHeeded() {
        server.fault(
                MENTIONS,
                200,
                "[]",
                Map.of(
                        "X-RateLimit-Remaining",
                        "0",
                        "X-RateLimit-Reset",
                        Instant.now().plusSeconds(600).toString()));
        assertThat(api.mentions(Optional.empty()).notices()).isEmpty();
        assertThat(
                        catchThrowableOfType(
                                        MastodonTrouble.class, () -> api.mentions(Optional.empty()))
                                .kind())
                .isEqualTo(MastodonTrouble.Kind.TOO_MANY);
        assertThat(api.self().acct()).isEqualTo("gleaner");
    }
}
