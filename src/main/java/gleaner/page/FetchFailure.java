package gleaner.page;

import java.time.Duration;
import java.util.Optional;

/// Why a page could not be fetched. The sentences name hosts at most: an address may hold
/// somebody's secret.
public sealed interface FetchFailure extends FetchResult {

    /// For people.
    String sentence();

    /// Whether it may work later.
    boolean isPassing();

    /// Before which it makes no sense to try again, where the server or its queue says so.
    default Optional<Duration> after() {
        return Optional.empty();
    }

    /// An address, a name or a port to which no request is sent, or a site that does not want it
    /// (robots.txt).
    record NotAllowed(String sentence, boolean isPassing) implements FetchFailure {}

    /// Not the address of a web page.
    record NotHttp(String sentence) implements FetchFailure {
        @Override
        public boolean isPassing() {
            return false;
        }
    }

    /// The host's name leads nowhere, or nobody could be asked where it leads.
    ///
    /// @param isKnown whether it is known that there is no such name
    record DnsFailed(String host, boolean isKnown) implements FetchFailure {
        @Override
        public String sentence() {
            return "The address of %s could not be found.".formatted(host);
        }

        @Override
        public boolean isPassing() {
            return true;
        }
    }

    /// The time was over before enough had come.
    record TimedOut(String host, Duration limit) implements FetchFailure {
        @Override
        public String sentence() {
            return "%s did not answer in full within %s s."
                    .formatted(host, limit.toMillis() / 1000.0);
        }

        @Override
        public boolean isPassing() {
            return true;
        }
    }

    /// More came than any page needs before the page itself began.
    record TooLarge(String host) implements FetchFailure {
        @Override
        public String sentence() {
            return "%s sent more than a page's headers may hold.".formatted(host);
        }

        @Override
        public boolean isPassing() {
            return false;
        }
    }

    /// The server answered something else than a page.
    ///
    /// @param after as the server asked
    record BadStatus(String host, int status, Optional<Duration> after) implements FetchFailure {
        @Override
        public String sentence() {
            return "%s answered with status %d.".formatted(host, status);
        }

        @Override
        public boolean isPassing() {
            return status == 408 || status == 425 || status == 429 || status >= 500;
        }
    }

    /// From one address to the next without end.
    record TooManyRedirects(String host, int followed) implements FetchFailure {
        @Override
        public String sentence() {
            return "%s leads from one address to the next, more than %d times or in a circle."
                    .formatted(host, followed);
        }

        @Override
        public boolean isPassing() {
            return false;
        }
    }

    /// No safe connection could be made.
    record TlsFailed(String host) implements FetchFailure {
        @Override
        public String sentence() {
            return "No safe connection to %s could be made: its certificate or its TLS is refused."
                    .formatted(host);
        }

        @Override
        public boolean isPassing() {
            return true;
        }
    }

    /// The connection could not be made, or broke, or what came over it is not HTTP.
    ///
    /// @param what ends the sentence
    record Broken(String host, String what, boolean isPassing) implements FetchFailure {
        @Override
        public String sentence() {
            return "%s %s.".formatted(host, what);
        }
    }

    /// Others are being fetched from the host just now; nothing was asked of it.
    record HostBusy(String host, Duration turn) implements FetchFailure {
        @Override
        public String sentence() {
            return "%s is being asked for other pages; its turn comes later.".formatted(host);
        }

        @Override
        public boolean isPassing() {
            return true;
        }

        @Override
        public Optional<Duration> after() {
            return Optional.of(turn);
        }
    }

    /// The fetcher was closed meanwhile.
    record Stopped() implements FetchFailure {
        @Override
        public String sentence() {
            return "Gleaner was stopped before the page came.";
        }

        @Override
        public boolean isPassing() {
            return true;
        }
    }
}
