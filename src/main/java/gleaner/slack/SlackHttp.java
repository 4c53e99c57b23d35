package gleaner.slack;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gleaner.news.GleanerException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slack's signed requests over HTTP, on `/slack/events`, for those who have a public address with
/// TLS before it.
///
/// Bolt checks the signature
/// (<https://docs.slack.dev/authentication/verifying-requests-from-slack>); every request is
/// answered, whatever breaks.
final class SlackHttp implements SlackLine {

    private static final Logger log = LoggerFactory.getLogger(SlackHttp.class);
    private static final String PATH = "/slack/events";
    private static final long MOST_OFF = Duration.ofMinutes(5).toSeconds();
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private final App app;
    private final Ears ears;
    private final SlackSignature.Verifier signatures;
    private final int port;
    private final Clock clock;
    private Optional<HttpServer> server = Optional.empty();
    private Optional<ExecutorService> executor = Optional.empty();

    /// @param ears hear what Bolt could make nothing of
    SlackHttp(App app, Ears ears, SlackSignature.Verifier signatures, int port, Clock clock) {
        this.app = app;
        this.ears = ears;
        this.signatures = signatures;
        this.port = port;
        this.clock = clock;
    }

    @Override
    public void open() {
        close();
        try {
            var fresh = HttpServer.create(new InetSocketAddress(port), 64);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            fresh.setExecutor(threads);
            fresh.createContext("/", this::handle);
            fresh.start();
            server = Optional.of(fresh);
            executor = Optional.of(threads);
        } catch (IOException e) {
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE,
                    "Slack's port %d ('slack.port') cannot be listened on: %s."
                            .formatted(port, e.getMessage()),
                    e);
        }
    }

    /// Where it listens; 0 where it does not.
    int port() {
        return server.map(each -> each.getAddress().getPort()).orElse(0);
    }

    @Override
    public boolean isAlive() {
        return server.isPresent();
    }

    @Override
    public Duration patience() {
        return Duration.ofDays(1);
    }

    @Override
    public void close() {
        server.ifPresent(each -> each.stop(1));
        executor.ifPresent(ExecutorService::close);
        server = Optional.empty();
        executor = Optional.empty();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            Response response;
            try {
                response = answer(exchange);
            } catch (Exception e) {
                log.error("A request of Slack's broke: {}", e.toString());
                response = plain(500, "broken");
            }
            send(exchange, response);
        } catch (IOException e) {
            log.debug("Slack did not wait for its answer: {}", e.toString());
        }
    }

    private Response answer(HttpExchange exchange) throws Exception {
        var path = exchange.getRequestURI().getPath();
        if (!path.equals(PATH) && !path.equals(PATH + "/")) {
            return plain(404, "not here");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return plain(405, "POST only");
        }
        var bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return plain(413, "too long");
        }
        var body = new String(bytes, StandardCharsets.UTF_8);
        var headers = new RequestHeaders(exchange.getRequestHeaders());
        if (isFromTheFuture(headers)) {
            return plain(401, "not signed now");
        }
        var request = parsed(headers, body);
        if (request.isPresent()) {
            return app.run(request.get());
        }
        return isSigned(headers, body) ? ears.unparsed(body) : plain(401, "not signed");
    }

    /// Empty where Bolt does not know the kind, or does not understand it.
    private Optional<Request<?>> parsed(RequestHeaders headers, String body) {
        try {
            return Optional.ofNullable(
                    new SlackRequestParser(app.config())
                            .parse(
                                    SlackRequestParser.HttpRequest.builder()
                                            .requestUri(PATH)
                                            .queryString(Map.of())
                                            .requestBody(body)
                                            .headers(headers)
                                            .remoteAddress("")
                                            .build()));
        } catch (RuntimeException e) {
            log.debug("Bolt does not understand a request: {}", e.toString());
            return Optional.empty();
        }
    }

    /// Slack wants requests refused whose time is more than five minutes off; Bolt looks at old
    /// ones only.
    private boolean isFromTheFuture(RequestHeaders headers) {
        var time = headers.getFirstValue(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP);
        try {
            return time != null
                    && Long.parseLong(time) - clock.instant().getEpochSecond() > MOST_OFF;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private boolean isSigned(RequestHeaders headers, String body) {
        var time = headers.getFirstValue(SlackSignature.HeaderNames.X_SLACK_REQUEST_TIMESTAMP);
        var signature = headers.getFirstValue(SlackSignature.HeaderNames.X_SLACK_SIGNATURE);
        return time != null && signature != null && signatures.isValid(time, body, signature);
    }

    private static Response plain(int status, String words) {
        return Response.builder().statusCode(status).contentType("text/plain").body(words).build();
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        var body =
                response.getBody() == null
                        ? new byte[0]
                        : response.getBody().getBytes(StandardCharsets.UTF_8);
        if (response.getContentType() != null) {
            exchange.getResponseHeaders().put("Content-Type", List.of(response.getContentType()));
        }
        exchange.sendResponseHeaders(response.getStatusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
