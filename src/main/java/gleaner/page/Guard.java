package gleaner.page;

import gleaner.news.Excerpt;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/// Decides to what a request may go: by the address's form before anybody is asked, by where the
/// name leads, and once more when the connection is made.
///
/// @param loopback whether this machine itself is allowed, for a server of one's own
record Guard(boolean loopback) {

    /// As `WebUrl` has it.
    private static final int LONGEST = 4096;

    /// Names that lead into somebody's own network, whatever DNS says.
    private static final List<String> INSIDE =
            List.of(
                    ".localhost",
                    ".local",
                    ".localdomain",
                    ".internal",
                    ".intranet",
                    ".private",
                    ".corp",
                    ".home",
                    ".lan",
                    ".home.arpa",
                    ".onion",
                    ".in-addr.arpa",
                    ".ip6.arpa");

    /// Ports from 1024 on at which other things than pages are found: those of the WHATWG's Fetch
    /// standard, section 2.9 ("bad port"), and the usual ones of databases, brokers and remote
    /// control.
    private static final Set<Integer> SERVICES =
            Set.of(
                    1080, 1433, 1521, 1719, 1720, 1723, 2049, 2181, 2375, 2376, 2379, 2380, 3128,
                    3306, 3389, 3659, 4045, 4190, 4369, 5060, 5061, 5432, 5672, 5900, 5984, 5985,
                    5986, 6000, 6379, 6443, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9042,
                    9092, 9200, 9300, 10080, 10250, 11211, 26379, 27017);

    /// The address as a URL to which a request may be sent as far as its form tells.
    HttpUrl parse(String text) throws FetchEnd {
        var url = text.length() > LONGEST ? null : HttpUrl.parse(text);
        if (url == null) {
            throw new FetchEnd(new FetchFailure.NotHttp("The address is not one of a web page."));
        }
        return check(url);
    }

    /// The URL to which a page at `from` leads by a Location header.
    HttpUrl follow(HttpUrl from, String location) throws FetchEnd {
        var to = location.length() > LONGEST ? null : from.resolve(location.strip());
        if (to == null || to.toString().length() > LONGEST) {
            throw new FetchEnd(
                    new FetchFailure.NotHttp(
                            "%s leads to something that is not a web page.".formatted(name(from))));
        }
        return check(to);
    }

    private HttpUrl check(HttpUrl url) throws FetchEnd {
        if (url.port() != 80
                && url.port() != 443
                && (url.port() < 1024 || SERVICES.contains(url.port()))) {
            throw refused(
                    "Port %d of %s is none at which pages are found."
                            .formatted(url.port(), name(url)));
        }
        var clean = url.newBuilder().username("").password("").build();
        var host = bare(clean.host());
        if (host.indexOf(':') >= 0 || GuardNumbers.isNumeric(host)) {
            var address =
                    literal(host).orElseThrow(() -> refused(name(url) + " is not an address."));
            check(address, host);
            return host.indexOf(':') >= 0
                    ? clean
                    : clean.newBuilder().host(address.getHostAddress()).build();
        }
        var own = host.equals("localhost") && loopback;
        if (!own && (host.indexOf('.') < 0 || INSIDE.stream().anyMatch(host::endsWith))) {
            throw refused("%s is a name within somebody's own network.".formatted(name(url)));
        }
        return clean;
    }

    private static Optional<InetAddress> literal(String host) {
        if (host.indexOf(':') < 0) {
            return GuardNumbers.parse(host);
        }
        try {
            return host.indexOf('%') < 0
                    ? Optional.of(InetAddress.ofLiteral(host))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String bare(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /// All of them must be allowed: a name that leads both outside and inside is somebody's trick.
    void check(List<InetAddress> addresses, String host) throws FetchEnd {
        for (var address : addresses) {
            check(address, host);
        }
    }

    private void check(InetAddress address, String host) throws FetchEnd {
        if (!isAllowed(address)) {
            throw refused(
                    "%s leads into a network that is not public.".formatted(Excerpt.of(host)));
        }
    }

    /// Whether a connection may be made to it.
    boolean isAllowed(SocketAddress address) {
        return address instanceof InetSocketAddress inet
                && inet.getAddress() != null
                && isAllowed(inet.getAddress());
    }

    private boolean isAllowed(InetAddress address) {
        return GuardAddresses.isPublic(address) || (loopback && GuardAddresses.isLoopback(address));
    }

    /// A URL's host as a sentence may name it.
    static String name(HttpUrl url) {
        return Excerpt.of(url.host());
    }

    private static FetchEnd refused(String sentence) {
        return new FetchEnd(new FetchFailure.NotAllowed(sentence, false));
    }
}
