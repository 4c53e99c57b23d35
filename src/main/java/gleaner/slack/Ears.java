package gleaner.slack;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import gleaner.command.Verb;
import gleaner.news.GleanerException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Keeps what Slack sends, and acknowledges it then: nothing is asked or understood before.
///
/// A middleware and not handlers, because every event is wanted with its raw JSON, the kinds that
/// Bolt does not know among them. What has to be answered at once, with a form or with what is
/// wrong in one, is [SlackDoor]'s.
final class Ears implements Middleware {

    private static final Logger log = LoggerFactory.getLogger(Ears.class);

    private static final String PAYLOAD = "payload=";

    private final Keeper keeper;
    private final Clock clock;
    private final SlackDoor door;
    private final JsonMapper json = new JsonMapper();
    private final AtomicBoolean missed = new AtomicBoolean();

    Ears(Keeper keeper, SlackDoor door, Clock clock) {
        this.keeper = keeper;
        this.clock = clock;
        this.door = door;
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
            return event(request.getRequestBodyAsString());
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
                    .orElseGet(() -> atOnce(slash.getPayload().getText()));
        }
        return switch (request.getRequestType()) {
            case BlockAction, MessageShortcut, GlobalShortcut, ViewSubmission, ViewClosed ->
                    interaction(request.getRequestBodyAsString());
            case UrlVerification -> chain.next(request);
            default -> Response.ok();
        };
    }

    /// Takes what Bolt could make nothing of: it stumbles over a `null` where it expects an object.
    ///
    /// @param body as Slack sent and signed it
    Response unparsed(String body) {
        if (body.startsWith(PAYLOAD)) {
            return interaction(body);
        }
        try {
            var sent = json.readTree(body);
            return switch (sent.path("type").asString("")) {
                case "event_callback" -> event(body);
                case "app_rate_limited" -> {
                    dropped();
                    yield Response.ok();
                }
                default -> Response.builder().statusCode(sent.isMissingNode() ? 400 : 200).build();
            };
        } catch (JacksonException e) {
            return Response.builder().statusCode(400).build();
        }
    }

    /// <https://docs.slack.dev/reference/events/app_rate_limited>: events of that minute are gone.
    private void dropped() {
        missed.set(true);
        log.warn(
                "Slack sent more than it may in a minute and dropped events; Gleaner reads what it missed.");
    }

    private Response event(String body) {
        return keep("event", body)
                .map(_ -> Response.builder().statusCode(503).build())
                .orElseGet(Response::ok);
    }

    /// A draft takes a moment: whoever asks for it is told so.
    private static Response atOnce(@Nullable String text) {
        var first = (text == null ? "" : text.strip()).split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        return first.equals(Verb.DIGEST.word()) || Verb.DIGEST.synonyms().contains(first)
                ? answer("{\"response_type\":\"ephemeral\",\"text\":\"Drafting…\"}")
                : Response.ok();
    }

    private static Response answer(String body) {
        return Response.builder()
                .statusCode(200)
                .contentType("application/json; charset=utf-8")
                .body(body)
                .build();
    }

    private Response interaction(String body) {
        try {
            var text =
                    body.startsWith(PAYLOAD)
                            ? URLDecoder.decode(
                                    body.substring(PAYLOAD.length()), StandardCharsets.UTF_8)
                            : body;
            var payload = json.readTree(text);
            var refusal = door.refusal(payload);
            if (refusal.isPresent()) {
                return answer(refusal.get());
            }
            door.open(payload);
            var unkept = door.keptAs(payload).flatMap(kind -> keep(kind, payload.toString()));
            return unkept.isPresent() ? Response.builder().statusCode(503).build() : Response.ok();
        } catch (JacksonException | IllegalArgumentException e) {
            log.error("Slack sent a press that could not be understood: {}", e.toString());
            return Response.ok();
        }
    }

    /// @return why it could not be kept: Slack sends it again
    private Optional<String> keep(String kind, String json) {
        try {
            keeper.keep("{\"at\":%d,\"%s\":%s}".formatted(clock.millis(), kind, json));
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
