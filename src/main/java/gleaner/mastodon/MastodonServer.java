package gleaner.mastodon;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The one origin that Gleaner's token is sent to: `https`, or plain `http` on this machine's
/// loopback and nowhere else.
///
/// @param origin scheme, host and port; nothing else
public record MastodonServer(URI origin) {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]");

    /// Reads an address as people write it: `social.example`, `https://social.example/`.
    ///
    /// @throws GleanerException USAGE where it is no such address, or plain `http` beyond loopback
    public static MastodonServer parse(String written) {
        var text = written.strip();
        try {
            var uri = new URI(text.contains("://") ? text : "https://" + text);
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            var host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
            var bare =
                    uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && Optional.ofNullable(uri.getRawPath())
                                    .orElse("")
                                    .replace("/", "")
                                    .isEmpty();
            if (!host.isEmpty() && bare && (scheme.equals("https") || scheme.equals("http"))) {
                if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
                    throw GleanerException.usage(
                            "The Mastodon server '%s' should be reached by https://; plain http is for localhost only."
                                    .formatted(Excerpt.of(text)));
                }
                return new MastodonServer(
                        new URI(scheme, null, host, port(scheme, uri.getPort()), null, null, null));
            }
        } catch (URISyntaxException e) {
            throw new GleanerException(GleanerException.Kind.USAGE, refusal(text), e);
        }
        throw GleanerException.usage(refusal(text));
    }

    private static int port(String scheme, int port) {
        return port == (scheme.equals("https") ? 443 : 80) ? -1 : port;
    }

    private static String refusal(String text) {
        return "A Mastodon server is an address such as https://social.example, not '%s'."
                .formatted(Excerpt.of(text));
    }

    /// The host, with its port where it is not the usual one: `social.example`, `localhost:8080`.
    public String authority() {
        return origin.getRawAuthority();
    }

    boolean isLoopback() {
        return origin.getScheme().equals("http");
    }

    /// A place on this server.
    ///
    /// @param pathAndQuery begins with a slash
    URI at(String pathAndQuery) {
        return URI.create(origin + pathAndQuery);
    }

    /// Where a `Link` header leads, on this server whatever host it names; empty where that is not
    /// below `path`.
    Optional<String> follow(String link, String path) {
        try {
            var uri = new URI(link);
            var query = uri.getRawQuery();
            return path.equals(uri.getRawPath()) && query != null
                    ? Optional.of(path + "?" + query)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// Where streaming is tried, the best first: at the address that the server itself names, else
    /// at its own.
    ///
    /// The named one may be another host of the same operator's. It is believed only over TLS: a
    /// server on loopback names addresses that it does not serve, so there it is always the own
    /// one, without TLS.
    ///
    /// @param named `configuration.urls.streaming`
    java.util.List<URI> streaming(Optional<String> named) {
        var own = URI.create((isLoopback() ? "ws://" : "wss://") + origin.getRawAuthority());
        var other =
                named.filter(_ -> !isLoopback())
                        .flatMap(MastodonServer::secure)
                        .filter(uri -> !uri.equals(own));
        return other.map(uri -> java.util.List.of(uri, own)).orElse(java.util.List.of(own));
    }

    private static Optional<URI> secure(String named) {
        try {
            var uri = new URI(named.strip());
            var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            return (scheme.equals("wss") || scheme.equals("https"))
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                    ? Optional.of(
                            new URI("wss", null, uri.getHost(), uri.getPort(), null, null, null))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return origin.toString();
    }
}
