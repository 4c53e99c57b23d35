package gleaner.publishing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A publisher on this machine. What it refuses, the real one refuses too; what a test wants to go
/// wrong goes wrong once.
public abstract class FakePublisher implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<Request> requests = new ArrayList<>();
    private final Queue<Mishap> mishaps = new ArrayDeque<>();

    /// What came in.
    public record Request(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }

        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    record Answer(int status, String type, String body, Map<String, String> headers) {

        static Answer json(int status, JsonNode body) {
            return new Answer(status, "application/json", body.toString(), Map.of());
        }
    }

    /// What goes wrong.
    ///
    /// @param done whether what was asked is done all the same
    /// @param answer empty for a connection that breaks off
    private record Mishap(String method, boolean done, Optional<Answer> answer) {}

    FakePublisher() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    abstract Answer answer(Request request);

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    synchronized void breaksOffAfter(String method) {
        mishaps.add(new Mishap(method, true, Optional.empty()));
    }

    synchronized void breaksOffBefore(String method) {
        mishaps.add(new Mishap(method, false, Optional.empty()));
    }

    synchronized void answersInstead(String method, int status, String type, String body) {
        mishaps.add(
                new Mishap(method, false, Optional.of(new Answer(status, type, body, Map.of()))));
    }

    synchronized void answersInstead(
            String method, int status, Map<String, String> headers, String body) {
        mishaps.add(
                new Mishap(
                        method,
                        false,
                        Optional.of(new Answer(status, "application/json", body, headers))));
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> asked() {
        return requests().stream().map(each -> each.method() + " " + each.path()).toList();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = request(exchange);
            Optional<Answer> answer;
            synchronized (this) {
                requests.add(request);
                var mishap = mishaps.peek();
                if (mishap != null && mishap.method().equals(request.method())) {
                    mishaps.remove();
                    if (mishap.done()) {
                        answer(request);
                    }
                    answer = mishap.answer();
                } else {
                    answer = Optional.of(answer(request));
                }
            }
            if (answer.isEmpty()) {
                return;
            }
            var given = answer.get();
            var bytes = given.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", given.type());
            given.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(given.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        var query = new HashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var part : (raw == null ? "" : raw).split("&", -1)) {
            var pair = part.split("=", 2);
            if (pair.length == 2) {
                query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query,
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
