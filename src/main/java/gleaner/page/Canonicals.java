package gleaner.page;

import java.util.List;
import java.util.Optional;

/// The URL that a page gives as its own, where it can be believed.
///
/// It must lie on the same site (by the public suffix list), must not be a home page or a section's
/// when the page is none, and must not be the first of several pages.
final class Canonicals {

    /// A URL, and where it was found.
    record Found(String url, String source) {}

    private Canonicals() {}

    static Optional<Found> of(Head head, Web web) {
        return head.link("canonical")
                .flatMap(href -> plausible(href, web))
                .map(url -> new Found(url, "rel=canonical"))
                .or(() ->
                        head.first("og:url")
                                .flatMap(href -> plausible(href, web))
                                .map(url -> new Found(url, "og:url")));
    }

    static Optional<String> plausible(String href, Web web) {
        return web.resolve(href)
                .filter(url -> {
                    var other = Web.of(url);
                    return other.isKnown()
                            && other.domain().equals(web.domain())
                            && (!other.isHome() || web.isHome())
                            && !isSectionOf(other.segments(), web.segments())
                            && !isFirstOfMany(other, web);
                });
    }

    /// Whether the path is only the beginning of the page's and names nothing in particular.
    private static boolean isSectionOf(List<String> other, List<String> own) {
        if (other.isEmpty()
                || other.size() >= own.size()
                || !own.subList(0, other.size()).equals(other)) {
            return false;
        }
        var last = other.getLast();
        boolean particular =
                last.chars().anyMatch(Character::isDigit)
                        || last.chars().filter(c -> c == '-').count() >= 2;
        var rest = own.subList(other.size(), own.size());
        boolean trifling =
                rest.size() == 1
                        && rest.getFirst().matches("(?i)amp|print|index\\.\\w+|single-page|all|1");
        return !particular && !trifling;
    }

    private static boolean isFirstOfMany(Web other, Web own) {
        return page(own) > 1 && page(other) != page(own);
    }

    private static int page(Web web) {
        var segments = web.segments();
        for (int i = 0; i + 1 < segments.size(); i++) {
            if (segments.get(i).equalsIgnoreCase("page")) {
                return number(segments.get(i + 1));
            }
        }
        for (var pair : web.query().split("&", 50)) {
            if (pair.startsWith("page=") || pair.startsWith("paged=")) {
                return number(pair.substring(pair.indexOf('=') + 1));
            }
        }
        return 1;
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 1;
    }
}
