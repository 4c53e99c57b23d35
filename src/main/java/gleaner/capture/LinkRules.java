package gleaner.capture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The rules of the canonical key that are data: parameters that choose no page, other names of
/// hosts, redirects.
///
/// They are read once from the resource `link.rules`, whose head explains its verbs. The parameter
/// families are those that the programs' own documentation and the public ClearURLs and Brave lists
/// name.
final class LinkRules {

    private static final String RESOURCE = "link.rules";

    private static final int LONGEST_BEGINNING = 24;

    /// What one site, or a path of it, does with the names of its parameters.
    record Site(String path, Set<String> names, boolean only) {

        boolean covers(String urlPath) {
            return urlPath.startsWith(path)
                    && (path.endsWith("/")
                            || urlPath.length() == path.length()
                            || urlPath.charAt(path.length()) == '/');
        }
    }

    /// A redirect: a path and the parameters that may hold its target.
    record Wrapper(String path, List<String> names) {}

    private final Map<String, Set<String>> words = new HashMap<>();
    private final Set<String> beginnings = new HashSet<>();
    private final Set<String> brands = new HashSet<>();
    private final Map<String, List<Site>> sites = new HashMap<>();
    private final Map<String, List<Wrapper>> wrappers = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    private LinkRules() {
        for (String verb :
                List.of(
                        "drop",
                        "soft",
                        "source",
                        "content",
                        "article",
                        "mobile",
                        "real-mobile",
                        "shared",
                        "literal-amp",
                        "fragment",
                        "listing",
                        "referrer",
                        "plain-text")) {
            words.put(verb, new HashSet<>());
        }
    }

    /// Reads the rules that are built in.
    static LinkRules builtIn() {
        try (InputStream in = LinkRules.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing.");
            }
            LinkRules rules = new LinkRules();
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && line.charAt(0) != '#') {
                    rules.add(line.split(" ", -1), number);
                }
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + RESOURCE + " cannot be read.", e);
        }
    }

    private void add(String[] rule, int line) {
        List<String> rest = Arrays.asList(rule).subList(1, rule.length);
        for (String word : rest) {
            int star = word.indexOf(".*");
            if (star > 0) {
                brands.add(word.substring(0, star));
            }
        }
        switch (rule[0]) {
            case "drop" -> rest.forEach(this::drop);
            case "site" -> site(rest, false);
            case "only" -> site(rest, true);
            case "alias" -> aliases.put(rest.get(0), rest.get(1));
            case "wrap" -> {
                int slash = rest.get(0).indexOf('/');
                Wrapper wrapper =
                        new Wrapper(
                                rest.get(0).substring(slash),
                                List.copyOf(rest.subList(1, rest.size())));
                wrappers.merge(
                        rest.get(0).substring(0, slash), List.of(wrapper), LinkRules::joined);
            }
            default -> {
                Set<String> known = words.get(rule[0]);
                if (known == null) {
                    throw new IllegalStateException(
                            RESOURCE + ":" + line + ": expected a verb, found '" + rule[0] + "'.");
                }
                known.addAll(rest);
            }
        }
    }

    private void drop(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("*")) {
            beginnings.add(lower.substring(0, lower.length() - 1));
        } else {
            of("drop").add(lower);
        }
    }

    private void site(List<String> rest, boolean only) {
        String place = rest.get(0);
        int slash = place.indexOf('/');
        String host = slash < 0 ? place : place.substring(0, slash);
        String path = slash < 0 ? "/" : place.substring(slash);
        Set<String> names = Set.copyOf(new HashSet<>(rest.subList(1, rest.size())));
        sites.merge(host, List.of(new Site(path, names, only)), LinkRules::joined);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private Set<String> of(String verb) {
        return words.getOrDefault(verb, Set.of());
    }

    boolean dropsEverywhere(String name) {
        return of("drop").contains(name) || hasBeginning(name);
    }

    private boolean hasBeginning(String name) {
        int end = Math.min(name.length(), LONGEST_BEGINNING);
        for (int i = 1; i < end; i++) {
            char c = name.charAt(i - 1);
            boolean joint = c == '_' || c == '-' || c == '.';
            if (joint && beginnings.contains(name.substring(0, i))) {
                return true;
            }
        }
        return false;
    }

    /// The rules for a host and a path: those of the host itself, then of every name above it.
    List<Site> sites(String host, String path) {
        List<Site> found = new ArrayList<>(2);
        for (String name : names(host, sites.keySet())) {
            for (Site site : sites.getOrDefault(name, List.of())) {
                if (site.covers(path)) {
                    found.add(site);
                }
            }
        }
        return found;
    }

    /// The redirects that a host and path may be.
    List<String> wrapped(String host, String path) {
        for (String name : names(host, wrappers.keySet())) {
            for (Wrapper wrapper : wrappers.getOrDefault(name, List.of())) {
                if (new Site(wrapper.path(), Set.of(), false).covers(path)) {
                    return wrapper.names();
                }
            }
        }
        return List.of();
    }

    boolean isArticleSite(String host) {
        return !names(host, of("article")).isEmpty();
    }

    boolean isLiteralAmp(String host) {
        return !names(host, of("literal-amp")).isEmpty();
    }

    /// The names among those known that a host lies at or under; `name.*` stands for all national
    /// domains.
    private List<String> names(String host, Set<String> known) {
        List<String> found = List.of();
        int start = 0;
        while (true) {
            String name = host.substring(start);
            int dot = name.indexOf('.');
            if (known.contains(name)) {
                found = joined(found, List.of(name));
            }
            if (dot < 0) {
                return found;
            }
            String label = name.substring(0, dot);
            if (brands.contains(label)
                    && known.contains(label + ".*")
                    && Hosts.isRegistry(name.substring(dot + 1), this)) {
                found = joined(found, List.of(label + ".*"));
            }
            start += dot + 1;
        }
    }

    String alias(String host) {
        return aliases.getOrDefault(host, host);
    }

    /// Whether a parameter of this name may tell where a reader came from.
    boolean isSoft(String name) {
        return of("soft").contains(name);
    }

    boolean isReferrer(String name) {
        return of("referrer").contains(name);
    }

    /// Whether a value has a word in it of where a reader came from.
    boolean isSource(String value) {
        Set<String> known = of("source");
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || !Character.isLetterOrDigit(value.charAt(i))) {
                if (known.contains(value.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    boolean isContent(String name) {
        return of("content").contains(name);
    }

    boolean isFragmentNoise(String name) {
        return of("fragment").contains(name) || dropsEverywhere(name);
    }

    boolean isListing(String segment) {
        return of("listing").contains(segment);
    }

    /// Whether a fragment on this host only ever leads to a place on the page.
    boolean isPlainText(String host) {
        return !names(host, of("plain-text")).isEmpty();
    }

    Set<String> mobileLabels() {
        return of("mobile");
    }

    Set<String> realMobile() {
        return of("real-mobile");
    }

    Set<String> shared() {
        return of("shared");
    }
}
