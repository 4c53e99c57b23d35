package gleaner.page;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a page lies: its host, the name somebody registered for it (by the public suffix list),
/// the segments of its path.
record Web(String url, String host, String path, String query) {

    private static final int LONGEST = 4000;

    /// The parts of an `http` or `https` URL; all empty for anything else.
    static Web of(String url) {
        try {
            var uri =
                    new URI(
                            url.length() > LONGEST
                                    ? ""
                                    : url.strip().replace(" ", "%20").replace("|", "%7C"));
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            var authority = uri.getRawAuthority();
            if (uri.getHost() == null
                    && authority != null
                    && authority.chars().anyMatch(c -> c > 0x7F)) {
                return of(url.replace(authority, IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED)));
            }
            if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
                var path = uri.getPath();
                return new Web(
                        url.strip(),
                        uri.getHost().toLowerCase(Locale.ROOT),
                        path == null || path.isEmpty() ? "/" : path,
                        uri.getRawQuery() == null ? "" : uri.getRawQuery());
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            return new Web("", "", "/", "");
        }
        return new Web("", "", "/", "");
    }

    boolean isKnown() {
        return !host.isEmpty();
    }

    /// What this URL makes of a reference on its page, if that is a web address.
    Optional<String> resolve(String reference) {
        if (reference.isBlank() || reference.length() > 2000) {
            return Optional.empty();
        }
        try {
            var escaped = reference.strip().replace(" ", "%20").replace("|", "%7C");
            var resolved = url.isEmpty() ? new URI(escaped) : new URI(url).resolve(escaped);
            return Optional.of(resolved.toString()).filter(text -> Web.of(text).isKnown());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// `example.co.uk` of `www.news.example.co.uk`; the host itself where there is no such name.
    String domain() {
        boolean number =
                host.isEmpty()
                        || host.indexOf(':') >= 0
                        || Character.isDigit(host.charAt(host.length() - 1));
        var domain = number ? null : EffectiveTldFinder.getAssignedDomain(host, true, false);
        if (domain != null || number) {
            return domain == null ? host : domain;
        }
        // A top level domain that the list does not know has one registry, by the list's own rule.
        int dot = host.lastIndexOf('.');
        int before = dot < 0 ? -1 : host.lastIndexOf('.', dot - 1);
        return host.substring(before + 1);
    }

    /// `example` of `www.news.example.co.uk`.
    String brand() {
        var domain = domain();
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }

    /// The labels of the host before the registered name, without `www` and mobile forms.
    List<String> labels() {
        var domain = domain();
        if (host.length() <= domain.length()) {
            return List.of();
        }
        return Stream.of(host.substring(0, host.length() - domain.length() - 1).split("\\."))
                .filter(label -> !label.matches("www\\d?|m|mobile|amp"))
                .toList();
    }

    /// The path's segments that are not empty.
    List<String> segments() {
        return Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList();
    }

    boolean isHome() {
        var segments = segments();
        return query.isEmpty()
                && (segments.isEmpty()
                        || segments.size() == 1
                                && segments.getFirst()
                                        .matches("(?i)index\\.\\w+|home|[a-z]{2}(-[a-z]{2})?"));
    }
}
