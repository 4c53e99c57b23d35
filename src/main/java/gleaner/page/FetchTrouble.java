package gleaner.page;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What an exception of the network means. Its own message is not told: strangers have a say in it.
final class FetchTrouble {

    private FetchTrouble() {}

    /// What a resolver says of a name that does not exist: that of glibc, musl, macOS and Windows.
    private static final List<String> NO_SUCH_NAME =
            List.of(
                    ": name or service not known",
                    ": name does not resolve",
                    ": nodename nor servname provided",
                    ": no address associated with hostname",
                    ": no such host is known");

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

    /// Whether a failed lookup says that there is no such name, rather than that nobody could be
    /// asked. Java tells the two apart by its resolver's words alone.
    static boolean isUnknownName(@Nullable Throwable thrown) {
        if (!(thrown instanceof UnknownHostException)) {
            return false;
        }
        var words = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
        return NO_SUCH_NAME.stream().anyMatch(words::contains);
    }

    /// Whether Java says no more than the name, as where it remembers a failure.
    static boolean isWithoutReason(UnknownHostException thrown, String host) {
        return host.equals(thrown.getMessage());
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
