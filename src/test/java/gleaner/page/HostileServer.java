package gleaner.page;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A server on this machine that answers each path as it is told, byte by byte, also as no server
/// should.
final class HostileServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Answer> greetings = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    HostileServer() {
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("hostile").start(this::accept);
    }

    /// What is sent once a request has been read.
    interface Answer {
        void to(Wire wire) throws IOException, InterruptedException;
    }

    /// One connection.
    final class Wire {

        private final Socket socket;
        private final OutputStream out;

        Wire(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
        }

        void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void send(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            sent.addAndGet(bytes.length);
        }

        /// Closes what is sent, so that the other side sees an end.
        void end() throws IOException {
            socket.shutdownOutput();
        }

        /// Breaks the connection off.
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /// Until the other side goes.
        void hang() throws IOException {
            while (socket.getInputStream().read() >= 0) {}
        }
    }

    /// What is sent as soon as somebody connects, whatever they ask.
    HostileServer atOnce(Answer answer) {
        greetings.add(answer);
        return this;
    }

    HostileServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    HostileServer on(String path, String head, String body) {
        return on(
                path,
                wire ->
                        wire.send(
                                head
                                        + "\r\nContent-Length: %d\r\n\r\n".formatted(body.length())
                                        + body));
    }

    /// A page that is as it should be.
    HostileServer page(String path, String title) {
        return on(
                path,
                "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8",
                "<!doctype html><title>%s</title>".formatted(title));
    }

    int port() {
        return listening.getLocalPort();
    }

    String url(String path) {
        return "http://site.example:" + port() + path;
    }

    /// The heads of the requests that came.
    List<String> requests() {
        return List.copyOf(requests);
    }

    long sent() {
        return sent.get();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try (socket) {
            for (var greeting : greetings) {
                greeting.to(new Wire(socket));
            }
            var head = head(new BufferedInputStream(socket.getInputStream()));
            requests.add(head);
            var parts = head.split(" ", 3);
            var path = parts.length > 1 ? parts[1] : "";
            var answer =
                    answers.getOrDefault(
                            path,
                            wire ->
                                    wire.send(
                                            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
            answer.to(new Wire(socket));
            atOnce.decrementAndGet();
        } catch (IOException | InterruptedException e) {
            // The other side has gone: what it is for.
            atOnce.decrementAndGet();
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0 || head.length() > 64_000) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
