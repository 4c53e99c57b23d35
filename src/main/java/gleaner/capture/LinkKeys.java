package gleaner.capture;

import gleaner.news.LinkKey;
import java.util.List;

/// The one function from URLs to keys, for chat, web, import and commands: two URLs with the same
/// key are the same page to a reader.
///
/// What the key leaves out: the scheme, `www.`, the scheme's own port, AMP and mobile forms,
/// tracking parameters, the order of the rest, fragments that do not choose a page, index pages,
/// slashes too many, ways of percent-encoding; and for well-known sites all but what names the
/// page. Where two URLs might be two pages, they get two keys: a page listed twice is a nuisance, a
/// page lost a loss. Different languages of a page are different pages, and so are an archive's
/// copy and the original.
///
/// The work is linear in the URL's length, needs no request and no I/O, and nothing is thrown: a
/// text that is no web address gets a key that no web address has. The key is a URL without its
/// scheme, whose own key it is again. Instances are immutable and may be shared by threads; making
/// one reads a resource of some twenty kilobytes.
public final class LinkKeys {

    private static final int DEEPEST = 5;

    private final LinkRules rules;

    public LinkKeys() {
        rules = LinkRules.builtIn();
    }

    /// The key of a URL.
    public LinkKey of(String url) {
        String key = key(url, 0);
        for (int i = 0; i < DEEPEST && !key.startsWith(":") && !isWritten(url, key); i++) {
            String again = key("http://" + key, 0);
            if (again.equals(key)) {
                break;
            }
            key = again;
        }
        return new LinkKey(key);
    }

    /// Whether the URL is the key but for its scheme, `www.` and the last slash, so that nothing
    /// more can change.
    private static boolean isWritten(String url, String key) {
        int start = url.indexOf("://") + 3;
        if (url.startsWith("www.", start)) {
            start += 4;
        }
        int end = start + key.length();
        return url.startsWith(key, start)
                && (url.length() == end || (url.length() == end + 1 && url.endsWith("/")));
    }

    private String key(String url, int depth) {
        String text = withoutEntities(UrlParts.trim(url));
        return switch (UrlParts.read(text)) {
            case UrlParts.Unreadable(String _) -> unreadable(text);
            case UrlParts.Read(UrlParts parts) -> key(parts, depth);
        };
    }

    private String key(UrlParts parts, int depth) {
        String host = Hosts.preferred(parts.host(), rules);
        if (depth < DEEPEST) {
            String target = Wrappers.target(host, parts, rules);
            if (!target.isEmpty() && UrlParts.read(target) instanceof UrlParts.Read) {
                return key(target, depth + 1);
            }
            if (host.equals("web.archive.org")) {
                String archived = Archives.key(parts, inner -> key(inner, depth + 1));
                if (!archived.isEmpty()) {
                    return archived;
                }
            }
        }
        List<String> segments = Paths.segments(parts.path(), rules);
        host = Hosts.plain(host, Paths.leadsToPage(segments), !segments.isEmpty(), rules);
        if (!rules.isLiteralAmp(host)) {
            segments = Amp.without(segments);
        }
        segments = Paths.withoutExtension(segments);
        Address address =
                new Address(host, segments, Queries.read(parts.query(), rules), parts.fragment());
        if (parts.port().isEmpty()) {
            address = Sites.page(address);
        } else {
            address = address.withHost(host + ":" + parts.port());
        }
        return written(Fragments.clean(Queries.clean(address, rules), rules));
    }

    private static String written(Address address) {
        StringBuilder key = new StringBuilder(96).append(address.host());
        for (String segment : address.segments()) {
            key.append('/').append(segment);
        }
        char separator = '?';
        for (Address.Param param : address.params()) {
            key.append(separator).append(param.name());
            if (!param.value().isEmpty()) {
                key.append('=').append(param.value());
            }
            separator = '&';
        }
        if (!address.fragment().isEmpty()) {
            key.append('#').append(address.fragment());
        }
        return key.toString();
    }

    /// Ampersands as HTML writes them, in links that were copied from a page's source.
    private static String withoutEntities(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&amp;", "&").replace("&#038;", "&").replace("&#38;", "&");
    }

    /// A key that no web address has: it begins with a colon.
    private static String unreadable(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return ":" + text.substring(0, end);
    }
}
