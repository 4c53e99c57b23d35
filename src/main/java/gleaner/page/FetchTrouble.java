package gleaner.page;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/// What an exception of the network means. Its own message is not told: strangers have a say in it.
final class FetchTrouble {

    private FetchTrouble() {}

    /// OkHttp reads no more than this of an answer's headers.
    private static final long MOST_HEADERS = 256 << 10;

    /// @param received bytes that had come
    static FetchFailure of(IOException thrown, String host, Duration limit, long received) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof GuardSockets.TooMuch
                    || (received >= MOST_HEADERS && isWithinHeaders(cause))) {
                return new FetchFailure.TooLarge(host);
            }
            if (cause instanceof GuardSockets.Forbidden) {
                return new FetchFailure.NotAllowed(
                        host + " leads into a network that is not public.", false);
            }
        }
        return switch (thrown) {
            case InterruptedIOException _ -> new FetchFailure.TimedOut(host, limit);
            case SSLException _ -> new FetchFailure.TlsFailed(host);
            case ConnectException _, NoRouteToHostException _ ->
                    new FetchFailure.Broken(host, "could not be reached", true);
            case ProtocolException _ -> notHttp(host);
            default -> new FetchFailure.Broken(host, "broke the connection off", true);
        };
    }

    static FetchFailure notHttp(String host) {
        return new FetchFailure.Broken(host, "did not answer as HTTP has it", true);
    }

    /// What Okio says where a line does not end, because there are no more bytes or it may not be
    /// as long.
    private static boolean isWithinHeaders(Throwable thrown) {
        return thrown instanceof EOFException
                && String.valueOf(thrown.getMessage()).startsWith("\\n not found: limit=");
    }
}
