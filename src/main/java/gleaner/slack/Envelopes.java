package gleaner.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.listener.WebSocketMessageListener;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Hands what comes over the socket to Bolt and acknowledges it: in the thread that read it, and
/// those envelopes too that Bolt does not know or stumbles over, which Slack would send again and
/// again.
///
/// See <https://docs.slack.dev/apis/events-api/using-socket-mode>.
final class Envelopes implements WebSocketMessageListener {

    private static final Logger log = LoggerFactory.getLogger(Envelopes.class);

    private final App app;
    private final Ears ears;
    private final SocketModeClient client;
    private final SocketModeRequestParser parser;
    private final JsonMapper json = new JsonMapper();

    Envelopes(App app, Ears ears, SocketModeClient client) {
        this.app = app;
        this.ears = ears;
        this.client = client;
        this.parser = new SocketModeRequestParser(app.config());
    }

    @Override
    public void handle(String message) {
        try {
            var request = parsed(message);
            if (request.isPresent()) {
                acknowledge(
                        request.get().getEnvelope().getEnvelopeId(),
                        app.run(request.get().getBoltRequest()));
            } else {
                unparsed(message);
            }
        } catch (Exception e) {
            log.error("What came over Slack's socket broke: {}", e.toString());
        }
    }

    private Optional<SocketModeRequest> parsed(String message) {
        try {
            return Optional.ofNullable(parser.parse(message))
                    .filter(request -> request.getBoltRequest() != null);
        } catch (RuntimeException e) {
            log.debug("Bolt does not understand an envelope: {}", e.toString());
            return Optional.empty();
        }
    }

    /// What has no envelope (`hello`, `disconnect`) is the client's.
    private void unparsed(String message) {
        try {
            var envelope = json.readTree(message);
            var id = envelope.path("envelope_id").asString("");
            if (!id.isEmpty()) {
                acknowledge(id, ears.unparsed(envelope.path("payload").toString()));
            }
        } catch (JacksonException e) {
            log.debug("Slack's socket said something that is no JSON.");
        }
    }

    /// What could not be kept is not acknowledged: Slack sends it again.
    private void acknowledge(String id, Response response) {
        if (response.getStatusCode() != 200) {
            log.debug("An envelope is not acknowledged: {}", response.getStatusCode());
            return;
        }
        var answer = JsonNodeFactory.instance.objectNode().put("envelope_id", id);
        var body = response.getBody();
        if (body != null && !body.isEmpty()) {
            if (String.valueOf(response.getContentType()).startsWith("application/json")) {
                answer.set("payload", json.readTree(body));
            } else {
                answer.putObject("payload").put("text", body);
            }
        }
        client.sendSocketModeResponse(answer.toString());
    }
}
