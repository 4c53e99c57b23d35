package gleaner.page;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/// Sockets that connect to no address but an allowed one, and over which no more than a limit of
/// bytes comes in; so nothing that a server may send before a page begins (headers without end)
/// costs more.
final class GuardSockets extends SocketFactory {

    private final Guard guard;
    private final long most;
    private final AtomicLong received = new AtomicLong();

    /// @param most bytes, from all of its sockets together
    GuardSockets(Guard guard, long most) {
        this.guard = guard;
        this.most = most;
    }

    /// Bytes that have come in so far.
    long received() {
        return received.get();
    }

    /// More came than was allowed.
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// The address is not an allowed one.
    static final class Forbidden extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Socket createSocket() {
        return new Guarded();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw onlyUnconnected();
    }

    private static UnsupportedOperationException onlyUnconnected() {
        return new UnsupportedOperationException(
                "A guarded socket is connected by connect() only.");
    }

    private final class Guarded extends Socket {

        private @Nullable InputStream in;

        @Override
        public void connect(SocketAddress address, int timeout) throws IOException {
            if (!guard.isAllowed(address)) {
                throw new Forbidden();
            }
            super.connect(address, timeout);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            if (in == null) {
                in = new Counted(super.getInputStream());
            }
            return in;
        }
    }

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var read = in.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            if (received.addAndGet(read) > most) {
                throw new TooMuch();
            }
        }
    }
}
