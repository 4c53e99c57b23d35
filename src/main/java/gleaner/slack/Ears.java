package gleaner.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import gleaner.news.GleanerException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;

/// Keeps what Slack sends, and acknowledges it then: nothing is asked or understood before.
///
/// A middleware and not handlers, because every event is wanted with its raw JSON, the kinds that
/// Bolt does not know among them. What is neither an event nor a command (buttons, modals) goes on
/// to Bolt's handlers.
final class Ears implements Middleware {

    private static final Logger log = LoggerFactory.getLogger(Ears.class);

    private final SlackQueue queue;
    private final Clock clock;
    private final AtomicBoolean missed = new AtomicBoolean();

    Ears(SlackQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /// Whether something could not be kept since this was last asked.
    boolean hasMissed() {
        return missed.getAndSet(false);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Bolt declares it
    public Response apply(Request request, Response response, MiddlewareChain chain)
            throws Exception {
        if (request.getRequestType() == RequestType.Event) {
            return keep("event", request.getRequestBodyAsString())
                    .map(_ -> Response.builder().statusCode(503).build())
                    .orElseGet(Response::ok);
        }
        if (request instanceof SlashCommandRequest slash) {
            return keep("slash", json(slash.getPayload()))
                    .map(sentence ->
                            Response.builder()
                                    .statusCode(200)
                                    .contentType("text/plain")
                                    .body(
                                            "Gleaner could not keep your command, so it did nothing. "
                                                    + sentence)
                                    .build())
                    .orElseGet(Response::ok);
        }
        return chain.next(request);
    }

    /// @return why it could not be kept: Slack sends it again
    private Optional<String> keep(String kind, String json) {
        try {
            queue.append("{\"at\":%d,\"%s\":%s}".formatted(clock.millis(), kind, json));
            return Optional.empty();
        } catch (GleanerException e) {
            missed.set(true);
            log.warn("What Slack sent could not be kept and is not acknowledged. {}", e.sentence());
            return Optional.of(e.sentence());
        }
    }

    private static String json(SlashCommandPayload payload) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("channel_id", payload.getChannelId())
                .put("user_id", payload.getUserId())
                .put("user_name", payload.getUserName())
                .put("text", payload.getText())
                .put("response_url", payload.getResponseUrl())
                .put("trigger_id", payload.getTriggerId())
                .toString();
    }
}
