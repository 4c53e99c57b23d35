package gleaner.mastodon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The sockets of the made-up server, one port for both: what wants to stream is upgraded,
/// everything else is passed on to an HTTP server.
final class FakeFront implements AutoCloseable {

    private final ServerSocket front;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Behind behind;

    /// A request.
    ///
    /// @param line `METHOD /path?query`
    /// @param token as the header tells it, `none` without one
    /// @param key for which it is done once; empty without one
    record Request(
            String line,
            String method,
            String path,
            Map<String, List<String>> query,
            String body,
            String token,
            String key) {}

    /// Who answers.
    interface Behind {

        FakeAnswers.Answer answer(Request request);

        /// Decides whether it streams.
        ///
        /// @param target the path and query that are asked for
        /// @param token as the header tells it, `none` without one
        /// @param protocol the subprotocol that is asked for
        /// @return the line with which a stream is refused; empty where it may be
        Optional<String> refusal(String target, String token, String protocol);

        void opened(FakeWebSocket socket);
    }

    FakeFront(Behind behind) {
        this.behind = behind;
        try {
            http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            http.createContext("/", this::serve);
            http.setExecutor(threads);
            http.start();
            front = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return front.getLocalPort();
    }

    private void accept() {
        while (!front.isClosed()) {
            try {
                var socket = front.accept();
                threads.execute(() -> take(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    /// Answers an upgrade itself and passes everything else on.
    private void take(Socket socket) {
        try (socket) {
            var head = head(socket.getInputStream());
            if (head.toLowerCase(Locale.ROOT).contains("upgrade: websocket")) {
                upgrade(socket, head);
                return;
            }
            try (var back =
                    new Socket(InetAddress.getLoopbackAddress(), http.getAddress().getPort())) {
                back.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                var up =
                        threads.submit(
                                () -> socket.getInputStream().transferTo(back.getOutputStream()));
                back.getInputStream().transferTo(socket.getOutputStream());
                socket.close();
                up.cancel(true);
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var b = in.read();
            if (b < 0) {
                throw new IOException("cut off");
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private void upgrade(Socket socket, String head) throws IOException {
        var key = "";
        var token = "none";
        var protocol = "";
        for (var line : head.split("\r\n", -1)) {
            var lower = line.toLowerCase(Locale.ROOT);
            key =
                    lower.startsWith("sec-websocket-key:")
                            ? line.substring(line.indexOf(':') + 1).strip()
                            : key;
            protocol =
                    lower.startsWith("sec-websocket-protocol:")
                            ? line.substring(line.indexOf(':') + 1).strip()
                            : protocol;
            token =
                    lower.startsWith("authorization:")
                            ? line.substring(line.indexOf(':') + 1).strip()
                            : token;
        }
        var refusal = behind.refusal(head.split(" ", -1)[1], token, protocol);
        if (refusal.isPresent()) {
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .formatted(refusal.get())
                                    .getBytes(StandardCharsets.US_ASCII));
            return;
        }
        var accepted = FakeWebSocket.accept(socket, key);
        behind.opened(accepted);
        accepted.serve();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var method = exchange.getRequestMethod();
        var uri = exchange.getRequestURI();
        var answer =
                behind.answer(
                        new Request(
                                method + " " + uri,
                                method,
                                uri.getPath(),
                                query(uri.getRawQuery()),
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8),
                                header(exchange, "Authorization", "none"),
                                header(exchange, "Idempotency-Key", "")));
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.getResponseHeaders().add("Connection", "close");
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.code(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name, String otherwise) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse(otherwise);
    }

    private static Map<String, List<String>> query(String raw) {
        var query = new HashMap<String, List<String>>();
        for (var pair : Optional.ofNullable(raw).orElse("").split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                query.computeIfAbsent(
                                URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                                _ -> new ArrayList<>())
                        .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    @Override
    public void close() {
        try {
            front.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.stop(0);
        threads.shutdownNow();
    }
}
