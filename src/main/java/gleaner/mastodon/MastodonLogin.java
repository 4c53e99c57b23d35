package gleaner.mastodon;

import gleaner.news.GleanerException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Gets a token for an account: registers Gleaner as an app, sends its owner to the authorisation
/// page, takes the code.
///
/// See <https://docs.joinmastodon.org/client/authorized/>.
public final class MastodonLogin implements AutoCloseable {

    /// What Gleaner may do: read mentions and what stands around them, answer, favourite, set the
    /// bot flag and the policy.
    public static final String SCOPES =
            "read:accounts read:statuses read:notifications read:search write:accounts write:statuses write:favourites"
                    + " write:notifications";

    private static final Logger log = LoggerFactory.getLogger(MastodonLogin.class);
    private static final String NOWHERE = "urn:ietf:wg:oauth:2.0:oob";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MastodonServer server;
    private final Clock clock;
    private final Rest rest;
    private final String client;
    private final String secret;

    private MastodonLogin(
            MastodonServer server, Clock clock, Rest rest, String client, String secret) {
        this.server = server;
        this.clock = clock;
        this.rest = rest;
        this.client = client;
        this.secret = secret;
    }

    /// Who was logged in.
    ///
    /// @param handle full
    /// @param token never shown
    public record Done(String handle, String token) {

        @Override
        public String toString() {
            return "Done[" + handle + "]";
        }
    }

    /// Registers the app.
    ///
    /// @throws GleanerException UNAVAILABLE or FAILED where the server does not let it
    public static MastodonLogin begin(MastodonServer server, Clock clock) {
        var rest = new Rest(server, Optional.empty(), clock, PATIENCE);
        try {
            var app = Map.of("client_name", "Gleaner", "redirect_uris", NOWHERE, "scopes", SCOPES);
            var answer = rest.form("/api/v1/apps", app).json();
            return new MastodonLogin(
                    server, clock, rest, need(answer, "client_id"), need(answer, "client_secret"));
        } catch (MastodonTrouble e) {
            rest.close();
            throw e.toGleaner();
        }
    }

    /// Where the account's owner is asked; they get a code there.
    public String page() {
        return server.at(
                        "/oauth/authorize?response_type=code&client_id="
                                + encoded(client)
                                + "&redirect_uri="
                                + encoded(NOWHERE)
                                + "&scope="
                                + encoded(SCOPES))
                .toString();
    }

    /// Takes the code, marks the account as a bot's, and lets mentions of strangers through, as far
    /// as the server can.
    ///
    /// @throws GleanerException USAGE where the code is not right
    public Done finish(String code) {
        var form =
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", client,
                        "client_secret", secret,
                        "redirect_uri", NOWHERE,
                        "code", code.strip(),
                        "scope", SCOPES);
        try {
            var answer = rest.form("/oauth/token", form).json();
            var token = need(answer, "access_token");
            try (var api = new MastodonClient(server, token, clock, PATIENCE, PATIENCE)) {
                var handle = Handle.of(api.self(), api.instance()).toString();
                settle(api::markAsBot, "The account could not be marked as a bot's");
                settle(api::acceptStrangers, "Mentions of strangers may be filtered");
                return new Done(handle, token);
            }
        } catch (MastodonTrouble e) {
            if (e.kind() == MastodonTrouble.Kind.REFUSED
                    || e.kind() == MastodonTrouble.Kind.TOKEN) {
                throw new GleanerException(
                        GleanerException.Kind.USAGE,
                        "%s did not take that code; it is good once and for some minutes: log in again."
                                .formatted(server),
                        e);
            }
            throw e.toGleaner();
        }
    }

    private static void settle(Runnable step, String otherwise) {
        try {
            step.run();
        } catch (MastodonTrouble e) {
            log.warn("{}: {}", otherwise, e.sentence());
        }
    }

    private static String need(JsonNode answer, String field) {
        return Wire.text(answer, field)
                .orElseThrow(() ->
                        new MastodonTrouble(
                                MastodonTrouble.Kind.GARBLED,
                                "The server's answer to the login lacks '%s'.".formatted(field)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        rest.close();
    }
}
