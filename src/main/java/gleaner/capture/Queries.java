package gleaner.capture;

import gleaner.capture.Address.Param;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The query's part of the key: the parameters that choose the page, in one spelling and order.
final class Queries {

    /// Parameters whose value may be the word `amp` for its own sake.
    private static final Set<String> WORDS =
            Set.of(
                    "q", "query", "search", "s", "k", "term", "keyword", "tag", "tags", "id",
                    "name", "title", "p");

    private static final int SHORTEST_SESSION = 20;

    private Queries() {}

    /// The parameters as written, in one spelling.
    static List<Param> read(String raw, LinkRules rules) {
        if (raw.isEmpty()) {
            return List.of();
        }
        List<Param> params = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= raw.length(); i++) {
            if (i == raw.length() || raw.charAt(i) == '&' || secondQuery(raw, i, start, rules)) {
                add(params, raw.substring(start, i));
                start = i + 1;
            }
        }
        return params;
    }

    /// A question mark in place of an ampersand, before a parameter that can only be a tracker.
    private static boolean secondQuery(String raw, int at, int start, LinkRules rules) {
        if (raw.charAt(at) != '?' || at == start) {
            return false;
        }
        int end = at + 1;
        int limit = Math.min(raw.length(), at + 40);
        while (end < limit && raw.charAt(end) != '=' && raw.charAt(end) != '&') {
            end++;
        }
        return end < limit
                && raw.charAt(end) == '='
                && rules.dropsEverywhere(raw.substring(at + 1, end).toLowerCase(Locale.ROOT));
    }

    private static void add(List<Param> params, String raw) {
        int equals = raw.indexOf('=');
        if (equals == 0 || raw.isEmpty()) {
            return;
        }
        if (equals < 0) {
            String name = Percent.normal(raw, Percent.OPAQUE_LITERAL, Percent.OPAQUE, true);
            if (!name.isEmpty()) {
                params.add(new Param(name, ""));
            }
            return;
        }
        String name = spelled(raw.substring(0, equals));
        if (!name.isEmpty()) {
            params.add(new Param(name, spelled(raw.substring(equals + 1))));
        }
    }

    private static String spelled(String raw) {
        return Percent.normal(raw, Percent.FORM_LITERAL, Percent.FORM, true);
    }

    /// The address with only those parameters that choose the page, by name; those of one name stay
    /// in order.
    static Address clean(Address address, LinkRules rules) {
        if (address.params().isEmpty()) {
            return address;
        }
        List<LinkRules.Site> sites = rules.sites(host(address), address.path());
        boolean article =
                rules.isArticleSite(address.host()) || Paths.isDatedArticle(address.segments());
        boolean title = article || Paths.endsInTitle(address.segments());
        List<Param> kept = new ArrayList<>(address.params().size());
        for (Param param : address.params()) {
            String name = compared(param.name());
            if (!rules.dropsEverywhere(name)
                    && !isSession(name, param.value())
                    && !isForm(name, param.value())
                    && !dropsHere(sites, name, rules)
                    && !tellsSource(address, name, param.value(), title, rules)
                    && (!article || rules.isContent(name))) {
                kept.add(param);
            }
        }
        kept.sort(Comparator.comparing(Param::name));
        return address.withParams(kept);
    }

    /// The host whose rules hold: writers' own domains on Substack show by their paths.
    private static String host(Address address) {
        boolean substack = address.size() == 2 && address.segment(0).equals("p");
        boolean own = substack && !address.param("publication_id").isEmpty();
        return own ? "substack.com" : address.host();
    }

    /// The name in lower case, without the brackets that mark lists in some languages.
    private static String compared(String name) {
        int bracket = name.indexOf("%5B");
        return (bracket > 0 ? name.substring(0, bracket) : name).toLowerCase(Locale.ROOT);
    }

    private static boolean dropsHere(List<LinkRules.Site> sites, String name, LinkRules rules) {
        for (LinkRules.Site site : sites) {
            boolean named = site.names().contains(name);
            if (site.only()
                    ? !named
                    : named
                            || site.names().contains("**")
                            || (site.names().contains("*") && !rules.isContent(name))) {
                return true;
            }
        }
        return false;
    }

    private static boolean tellsSource(
            Address address, String name, String value, boolean title, LinkRules rules) {
        if (title && rules.isReferrer(name)) {
            return true;
        }
        if (!rules.isSoft(name)) {
            return false;
        }
        String lower = value.toLowerCase(Locale.ROOT);
        return rules.isSource(lower) || Hosts.preferred(lower, rules).equals(address.host());
    }

    /// Session ids that other things share a name with are known by their look: a conference's
    /// session has no such id.
    private static boolean isSession(String name, String value) {
        return switch (name) {
            case "sid" -> value.length() == 32 && isToken(value);
            case "sessionid", "session_id", "sessid", "sess_id" ->
                    value.length() >= SHORTEST_SESSION && isToken(value);
            case "ticket" -> value.startsWith("ST-");
            default -> name.startsWith("aspsessionid");
        };
    }

    private static boolean isToken(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!Character.isLetterOrDigit(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// `outputType=amp` and its kin choose the page's form, not the page.
    private static boolean isForm(String name, String value) {
        boolean amp = value.equalsIgnoreCase("amp") || value.equalsIgnoreCase("amphtml");
        return (amp && !WORDS.contains(name))
                || (name.equals("outputtype") && value.toLowerCase(Locale.ROOT).contains("amp"));
    }
}
