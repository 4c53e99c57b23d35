package gleaner.capture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the parameters of a URL that only say where a reader came from.
///
/// Only those are named that the key's rules know by name, and only where the URL without them has
/// the same key. The work is linear in the URL's length. Instances are immutable and may be shared
/// by threads.
public final class Trackers {

    private final LinkRules rules = LinkRules.builtIn();
    private final LinkKeys keys;

    public Trackers(LinkKeys keys) {
        this.keys = keys;
    }

    /// A URL's trackers.
    ///
    /// @param names as written, each once
    /// @param without the URL without them, otherwise as written
    public record Found(List<String> names, String without) {

        public Found {
            names = List.copyOf(names);
        }
    }

    /// The trackers of a URL; empty where it has none.
    public Optional<Found> in(String url) {
        var question = url.indexOf('?');
        if (question < 0
                || !(UrlParts.read(UrlParts.trim(url)) instanceof UrlParts.Read(var parts))) {
            return Optional.empty();
        }
        var hash = url.indexOf('#', question);
        var end = hash < 0 ? url.length() : hash;
        var sites = rules.sites(Hosts.preferred(parts.host(), rules), parts.path());
        var names = new LinkedHashSet<String>();
        var kept = new ArrayList<String>();
        for (var piece : url.substring(question + 1, end).split("&", -1)) {
            var equals = piece.indexOf('=');
            var name = equals < 0 ? piece : piece.substring(0, equals);
            if (isTracker(name.toLowerCase(Locale.ROOT), sites)) {
                names.add(name);
            } else if (!piece.isEmpty()) {
                kept.add(piece);
            }
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var without =
                url.substring(0, question)
                        + (kept.isEmpty() ? "" : "?" + String.join("&", kept))
                        + url.substring(end);
        return keys.of(without).equals(keys.of(url))
                ? Optional.of(new Found(List.copyOf(names), without))
                : Optional.empty();
    }

    private boolean isTracker(String name, List<LinkRules.Site> sites) {
        return rules.dropsEverywhere(name)
                || sites.stream().anyMatch(site -> !site.only() && site.names().contains(name));
    }
}
