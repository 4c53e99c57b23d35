package gleaner.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// A port that speaks just enough RESP to pose as servers that cannot be had: too old ones,
/// read-only ones, or programs that are no Redis.
final class FakeRedis implements AutoCloseable {

    private final ServerSocket server;

    private FakeRedis(ServerSocket server) {
        this.server = server;
    }

    /// Answers each command, given as its words joined by spaces with the first in capitals, with
    /// raw RESP.
    static FakeRedis answering(Function<String, String> answers) {
        return answering(0, answers);
    }

    static FakeRedis answering(int port, Function<String, String> answers) {
        try {
            ServerSocket server =
                    new ServerSocket(port, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
            FakeRedis fake = new FakeRedis(server);
            Thread.ofVirtual().start(() -> fake.accept(answers));
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String bulk(String text) {
        return "$" + text.getBytes(StandardCharsets.UTF_8).length + "\r\n" + text + "\r\n";
    }

    int port() {
        return server.getLocalPort();
    }

    String url() {
        return "redis://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Function<String, String> answers) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket, answers));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void serve(Socket socket, Function<String, String> answers) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            String line = line(in);
            while (!line.isEmpty()) {
                List<String> words = new ArrayList<>();
                int count = Integer.parseInt(line.substring(1));
                for (int i = 0; i < count; i++) {
                    int length = Integer.parseInt(line(in).substring(1));
                    words.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
                    line(in);
                }
                words.set(0, words.getFirst().toUpperCase(Locale.ROOT));
                out.write(answers.apply(String.join(" ", words)).getBytes(StandardCharsets.UTF_8));
                out.flush();
                line = line(in);
            }
        } catch (IOException _) {
            // The client has gone.
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        while (c >= 0 && c != '\n') {
            if (c != '\r') {
                line.append((char) c);
            }
            c = in.read();
        }
        return line.toString();
    }
}
