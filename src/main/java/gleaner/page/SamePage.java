package gleaner.page;

import gleaner.news.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Under which other URLs a page that was read is the same page: where its redirects ended, and
/// what it gives as its own.
///
/// Two links that are made one by mistake hide a page, so that whatever is doubtful does not count:
/// a redirect that ends at a home page, at a list, or where one has to log in, to consent or to
/// read that there is no such page; then nothing that this page says counts either. Across sites
/// only redirects count (shorteners, a site that moved), never what a page says.
public final class SamePage {

    /// A segment of a path that is a wall by its name alone.
    private static final Set<String> WALLS =
            Set.of(
                    "login",
                    "log-in",
                    "signin",
                    "sign-in",
                    "sign_in",
                    "signup",
                    "sign-up",
                    "register",
                    "auth",
                    "oauth",
                    "oauth2",
                    "sso",
                    "session",
                    "sessions",
                    "account",
                    "accounts",
                    "consent",
                    "cookies",
                    "cookie-consent",
                    "captcha",
                    "challenge",
                    "checkpoint",
                    "verify",
                    "subscribe",
                    "paywall",
                    "error",
                    "errors",
                    "404",
                    "403",
                    "410",
                    "500",
                    "not-found",
                    "notfound",
                    "page-not-found",
                    "gone",
                    "unavailable",
                    "blocked",
                    "unsupported",
                    "geo-blocked",
                    "age-gate",
                    "search");

    private static final Set<String> WALL_HOSTS =
            Set.of(
                    "login",
                    "signin",
                    "auth",
                    "sso",
                    "id",
                    "account",
                    "accounts",
                    "consent",
                    "captcha",
                    "challenge");

    /// How titles of pages begin that stand in the place of others.
    private static final List<String> WALL_TITLES =
            List.of(
                    "log in",
                    "login",
                    "sign in",
                    "sign up",
                    "just a moment",
                    "attention required",
                    "access denied",
                    "access to this page",
                    "are you a robot",
                    "before you continue",
                    "page not found",
                    "not found",
                    "404",
                    "403",
                    "error",
                    "forbidden",
                    "verify you are",
                    "security check",
                    "one moment",
                    "please wait");

    /// Parameters that choose a page on most sites.
    private static final Set<String> CHOOSING =
            Set.of(
                    "id",
                    "p",
                    "v",
                    "t",
                    "q",
                    "f",
                    "s",
                    "story",
                    "article",
                    "articleid",
                    "post",
                    "page",
                    "paged",
                    "item",
                    "doc",
                    "topic",
                    "thread",
                    "section",
                    "list",
                    "abstract_id",
                    "arnumber");

    private SamePage() {}

    /// The other URLs, the redirects' end first; none where it is doubtful. They may have the key
    /// that the link has already.
    ///
    /// @param asked the URL that was fetched
    /// @param got where it ended
    public static List<String> of(String asked, String got, Page page) {
        var from = Web.of(asked);
        var to = Web.of(got);
        if (!from.isKnown() || !to.isKnown() || isWall(to) || isWallTitle(page)) {
            return List.of();
        }
        var same = new ArrayList<String>();
        if (!asked.equals(got)) {
            if (!isPlausible(from, to)) {
                return List.of();
            }
            same.add(got);
        }
        page.canonical()
                .filter(url -> !same.contains(url) && !url.equals(asked))
                .filter(url ->
                        isPlausible(to, Web.of(url)) && Web.of(url).domain().equals(to.domain()))
                .filter(url -> !isWall(Web.of(url)))
                .ifPresent(same::add);
        return List.copyOf(same);
    }

    private static boolean isPlausible(Web from, Web to) {
        if (from.isHome() || to.segments().isEmpty()) {
            return isAlike(from, to);
        }
        return !to.isHome()
                && !isList(from, to)
                && !losesChoice(from, to)
                && !to.query().contains(from.host());
    }

    /// Home pages of one host: `http` to `https`, with and without `www`.
    private static boolean isAlike(Web from, Web to) {
        return bare(from.host()).equals(bare(to.host()))
                && from.segments().equals(to.segments())
                && from.query().equals(to.query());
    }

    private static String bare(String host) {
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /// Whether something in particular led to something general, higher up: a page that is gone
    /// often leads to its list.
    private static boolean isList(Web from, Web to) {
        return to.segments().size() < from.segments().size()
                && isParticular(from.segments().getLast())
                && !isParticular(to.segments().getLast());
    }

    private static boolean isParticular(String segment) {
        return segment.length() > 40
                || segment.chars().anyMatch(Character::isDigit)
                || segment.chars().filter(c -> c == '-' || c == '_').count() >= 2;
    }

    /// Whether the same path lost the parameter that chose the page.
    private static boolean losesChoice(Web from, Web to) {
        if (!from.segments().equals(to.segments())) {
            return false;
        }
        var kept = Set.of(names(to));
        for (var name : names(from)) {
            if (CHOOSING.contains(name) && !kept.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static String[] names(Web web) {
        return web.query()
                .toLowerCase(Locale.ROOT)
                .lines()
                .flatMap(query -> List.of(query.split("&", 100)).stream())
                .map(pair -> pair.split("=", 2)[0])
                .distinct()
                .toArray(String[]::new);
    }

    private static boolean isWall(Web web) {
        return isWallHost(web.host().split("\\.", 10))
                || web.segments().stream()
                        .map(segment -> segment.toLowerCase(Locale.ROOT))
                        .map(segment -> segment.replaceFirst("\\.[a-z]{2,5}$", ""))
                        .anyMatch(WALLS::contains);
    }

    private static boolean isWallHost(String[] labels) {
        return labels.length > 2 && WALL_HOSTS.contains(labels[0]);
    }

    /// Whether something stands in the page's place: a login, a captcha, a page of an error.
    static boolean isWallTitle(Page page) {
        return page.title()
                .map(title -> title.strip().toLowerCase(Locale.ROOT))
                .filter(title -> WALL_TITLES.stream().anyMatch(wall -> begins(title, wall)))
                .isPresent();
    }

    /// Short ones only: an article may be called "Error handling in Go".
    private static boolean begins(String title, String wall) {
        if (!title.startsWith(wall)) {
            return false;
        }
        var rest = title.substring(wall.length()).strip();
        return rest.isEmpty()
                || !Character.isLetter(rest.charAt(0))
                || (wall.length() > 12 && title.length() < 80);
    }
}
