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

    static FetchFailure of(IOException thrown, String host, Duration limit) {
        for (Throwable cause : thrown.getSuppressed()) {
            if (cause instanceof GuardSockets.TooMuch) {
                return new FetchFailure.TooLarge(host);
            }
        }
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof GuardSockets.TooMuch) {
                return new FetchFailure.TooLarge(host);
            }
            if (cause instanceof GuardSockets.Forbidden) {
                return new FetchFailure.NotAllowed(host + " leads into a network that is not public.", false);
            }
        }
        return switch (thrown) {
            case InterruptedIOException _ -> new FetchFailure.TimedOut(host, limit);
            case SSLException _ -> new FetchFailure.TlsFailed(host);
            case ConnectException _, NoRouteToHostException _ ->
                new FetchFailure.Broken(host, "could not be reached", true);
            case EOFException _ when isHeaderLimit(thrown) -> new FetchFailure.TooLarge(host);
            case ProtocolException _ -> new FetchFailure.Broken(host, "did not answer as HTTP has it", true);
            default -> new FetchFailure.Broken(host, "broke the connection off", true);
        };
    }

    /// OkHttp's own limit for header lines is told by the message of Okio's `readUtf8LineStrict(limit)`.
    private static boolean isHeaderLimit(IOException thrown) {
        return String.valueOf(thrown.getMessage()).startsWith("\\n not found: limit=");
    }
}
