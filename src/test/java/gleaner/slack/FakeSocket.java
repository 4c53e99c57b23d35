package gleaner.slack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The server's side of WebSockets (RFC 6455), just enough for Socket Mode: text, ping, pong and
/// close frames.
final class FakeSocket implements AutoCloseable {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket server;
    private final Consumer<Line> opened;
    private final Consumer<String> heard;
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    /// @param opened told of each connection once it may be written to
    /// @param heard told of each text that a client sends
    FakeSocket(Consumer<Line> opened, Consumer<String> heard) {
        this.opened = opened;
        this.heard = heard;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "ws://127.0.0.1:" + server.getLocalPort() + "/link?ticket=t-1&app_id=A1";
    }

    /// The connections that are open.
    List<Line> lines() {
        return lines;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual().start(() -> new Line(socket).serve());
            } catch (IOException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        lines.forEach(Line::drop);
    }

    /// One connection.
    final class Line {

        private final Socket socket;
        private volatile boolean deaf;

        Line(Socket socket) {
            this.socket = socket;
        }

        private void serve() {
            try {
                var in = new BufferedInputStream(socket.getInputStream());
                handshake(in, socket.getOutputStream());
                lines.add(this);
                opened.accept(this);
                frames(new DataInputStream(in));
            } catch (IOException e) {
                // The client is gone.
            } finally {
                drop();
            }
        }

        private void handshake(InputStream in, OutputStream out) throws IOException {
            var key = "";
            for (var line = line(in); !line.isEmpty(); line = line(in)) {
                if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                    key = line.substring(line.indexOf(':') + 1).strip();
                }
            }
            var answer =
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: "
                            + accept(key)
                            + "\r\n\r\n";
            out.write(answer.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private static String accept(String key) {
            try {
                var hash =
                        MessageDigest.getInstance("SHA-1")
                                .digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String line(InputStream in) throws IOException {
            var bytes = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("cut off");
                }
                if (b != '\r') {
                    bytes.write(b);
                }
            }
            return bytes.toString(StandardCharsets.US_ASCII);
        }

        private void frames(DataInputStream in) throws IOException {
            var text = new ByteArrayOutputStream();
            while (true) {
                int head = in.readUnsignedByte();
                int size = in.readUnsignedByte();
                long length = size & 0x7f;
                length =
                        length == 126
                                ? in.readUnsignedShort()
                                : length == 127 ? in.readLong() : length;
                var mask = new byte[4];
                if ((size & 0x80) != 0) {
                    in.readFully(mask);
                }
                var payload = new byte[(int) length];
                in.readFully(payload);
                for (int i = 0; i < payload.length; i++) {
                    payload[i] ^= mask[i % 4];
                }
                if (deaf) {
                    continue;
                }
                switch (head & 0x0f) {
                    case 0, 1 -> {
                        text.write(payload);
                        if ((head & 0x80) != 0) {
                            heard.accept(text.toString(StandardCharsets.UTF_8));
                            text.reset();
                        }
                    }
                    case 8 -> {
                        frame(8, payload);
                        return;
                    }
                    case 9 -> frame(10, payload);
                    default -> {
                        // A pong.
                    }
                }
            }
        }

        /// Sends a text.
        void send(String text) throws IOException {
            frame(1, text.getBytes(StandardCharsets.UTF_8));
        }

        private synchronized void frame(int kind, byte[] payload) throws IOException {
            if (deaf) {
                return;
            }
            var out = new ByteArrayOutputStream();
            out.write(0x80 | kind);
            if (payload.length < 126) {
                out.write(payload.length);
            } else if (payload.length < 65_536) {
                out.write(126);
                out.write(payload.length >> 8);
                out.write(payload.length);
            } else {
                out.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    out.write((int) ((long) payload.length >> shift));
                }
            }
            out.write(payload);
            socket.getOutputStream().write(out.toByteArray());
            socket.getOutputStream().flush();
        }

        /// Stays connected and neither hears nor says anything any more: what a lost network looks
        /// like.
        void goDeaf() {
            deaf = true;
            lines.remove(this);
        }

        /// Cuts the connection without a word.
        void drop() {
            lines.remove(this);
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
