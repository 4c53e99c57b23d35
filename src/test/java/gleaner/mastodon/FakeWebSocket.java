package gleaner.mastodon;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The server's end of one WebSocket (RFC 6455), as awkward as servers and proxies are: it can send
/// a text in fragments with a ping between them, be silent, and break off.
final class FakeWebSocket {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final OutputStream out;
    private volatile boolean silent;

    private FakeWebSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    static FakeWebSocket accept(Socket socket, String key) throws IOException {
        var accepted = new FakeWebSocket(socket);
        accepted.out.write(
                ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                + "Sec-WebSocket-Accept: "
                                + proof(key)
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        accepted.out.flush();
        return accepted;
    }

    private static String proof(String key) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(
                                    (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                            .getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads what the client sends until it is gone; answers pings unless silent.
    void serve() {
        try {
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                var code = in.readUnsignedByte() & 0x0f;
                var length = in.readUnsignedByte() & 0x7f;
                length = length == 126 ? in.readUnsignedShort() : length;
                var mask = in.readNBytes(4);
                var payload = in.readNBytes(length);
                for (int i = 0; i < payload.length; i++) {
                    payload[i] ^= mask[i % 4];
                }
                if (code == PING && !silent) {
                    frame(0x80 | PONG, payload);
                } else if (code == CLOSE) {
                    drop();
                    return;
                }
            }
        } catch (IOException e) {
            drop();
        }
    }

    /// @param pieces into which the text is cut, within characters too; a ping stands between them
    synchronized void text(String text, int pieces) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var size = Math.max(1, (bytes.length + pieces - 1) / pieces);
        for (int at = 0; at < bytes.length; at += size) {
            var isLast = at + size >= bytes.length;
            var part = java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size));
            frame((isLast ? 0x80 : 0) | (at == 0 ? TEXT : 0), part);
            if (!isLast) {
                frame(0x80 | PING, new byte[0]);
            }
        }
    }

    private synchronized void frame(int head, byte[] payload) {
        if (silent) {
            return;
        }
        try {
            var frame = new ByteArrayOutputStream();
            frame.write(head);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else if (payload.length < 65_536) {
                frame.write(126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            } else {
                frame.write(127);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    frame.write((int) ((long) payload.length >> shift));
                }
            }
            frame.writeBytes(payload);
            out.write(frame.toByteArray());
            out.flush();
        } catch (IOException e) {
            drop();
        }
    }

    /// Sends nothing more and answers no ping, the connection stays open: as when a machine between
    /// went away.
    void fallSilent() {
        silent = true;
    }

    void drop() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    boolean isOpen() {
        return !socket.isClosed();
    }
}
