package gleaner.capture;

import gleaner.capture.Address.Param;
import java.util.List;
import java.util.Locale;

/// Redirects, share dialogs and AMP caches whose URL holds the URL of the page itself.
final class Wrappers {

    private Wrappers() {}

    /// The URL inside, or an empty text when the address wraps none.
    static String target(String host, UrlParts parts, LinkRules rules) {
        String path = parts.path().isEmpty() ? "/" : parts.path();
        String inPath = inPath(host, path, parts);
        if (!inPath.isEmpty()) {
            return inPath;
        }
        if (parts.query().isEmpty()) {
            return "";
        }
        if (host.equals("href.li") || host.equals("anonym.to") || host.equals("nullrefer.com")) {
            return web(Percent.decode(parts.query()));
        }
        List<String> names = rules.wrapped(host, trimmed(path).toLowerCase(Locale.ROOT));
        if (names.isEmpty()) {
            return "";
        }
        for (Param param : Queries.read(parts.query(), rules)) {
            if (names.contains(param.name().toLowerCase(Locale.ROOT))) {
                String target = web(decoded(host, param.value()));
                if (!target.isEmpty()) {
                    return target;
                }
            }
        }
        return "";
    }

    private static String decoded(String host, String value) {
        String text = Percent.decode(value.indexOf('+') < 0 ? value : value.replace('+', ' '));
        if (host.equals("disq.us")) {
            int colon = text.lastIndexOf(':');
            return colon > 6 && text.indexOf('/', colon) < 0 ? text.substring(0, colon) : text;
        }
        if (host.startsWith("urldefense.")) {
            return Percent.decode(text.replace('-', '%').replace('_', '/'));
        }
        return text;
    }

    private static String trimmed(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String inPath(String host, String path, UrlParts parts) {
        if (host.equals("12ft.io") || host.equals("outline.com") || host.equals("txtify.it")) {
            return web(afterSlash(path, parts));
        }
        if (host.startsWith("urldefense.") && path.startsWith("/v3/__")) {
            int end = path.indexOf("__;");
            return web(path.substring(6, end < 6 ? path.length() : end));
        }
        if (host.endsWith(".ampproject.org") || host.equals("ampproject.org")) {
            return ampCache(path, parts);
        }
        if (path.startsWith("/amp/")
                && (host.startsWith("google.")
                        || host.equals("bing.com")
                        || host.endsWith("bing-amp.com"))) {
            return ampViewer(path.substring(5), parts);
        }
        if (host.equals("bing-amp.com") || host.endsWith(".bing-amp.com")) {
            return ampCache(path, parts);
        }
        return "";
    }

    /// `/c/s/host/path`: content, secure; `/v/` and `/i/` are its other kinds.
    private static String ampCache(String path, UrlParts parts) {
        boolean kind =
                path.startsWith("/c/")
                        || path.startsWith("/v/")
                        || path.startsWith("/i/")
                        || path.startsWith("/wp/");
        return kind ? ampViewer(path.substring(path.indexOf('/', 1) + 1), parts) : "";
    }

    private static String ampViewer(String rest, UrlParts parts) {
        String target = rest.startsWith("s/") ? rest.substring(2) : rest;
        int slash = target.indexOf('/');
        if ((slash < 0 ? target : target.substring(0, slash)).indexOf('.') <= 0) {
            return "";
        }
        return "https://" + Percent.decode(target) + query(parts);
    }

    private static String afterSlash(String path, UrlParts parts) {
        String rest = path.substring(1);
        if (rest.startsWith("proxy")) {
            return "";
        }
        if (!rest.startsWith("http") && rest.indexOf('.') > 0) {
            rest = "https://" + rest;
        }
        return rest + query(parts);
    }

    private static String query(UrlParts parts) {
        return parts.query().isEmpty() ? "" : "?" + parts.query();
    }

    /// The text if it begins as a web address does, else nothing.
    private static String web(String text) {
        String trimmed = UrlParts.trim(text);
        boolean web =
                trimmed.regionMatches(true, 0, "http://", 0, 7)
                        || trimmed.regionMatches(true, 0, "https://", 0, 8)
                        || trimmed.regionMatches(true, 0, "http:/", 0, 6)
                        || trimmed.regionMatches(true, 0, "https:/", 0, 7)
                        || trimmed.regionMatches(true, 0, "www.", 0, 4);
        return web ? trimmed : "";
    }
}
