package gleaner.digest.prose;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A stranger's URL in the form in which it may stand in a link: `http` or `https`, and no
/// character that a browser, a Markdown reader or a template engine could take for anything but
/// part of it.
public final class SafeUrl {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final List<String> PREFIXES = List.of("https://", "http://", "www.");
    private static final String REFUSED = " \"<>\\^`{|}";

    private SafeUrl() {}

    /// The URL with what RFC 3986 (2) does not allow percent-encoded, letters outside ASCII kept;
    /// empty for any scheme but `http` and `https`.
    public static Optional<String> of(String written) {
        var url = written.strip();
        var scheme = url.length() > 8 ? url.substring(0, 8).toLowerCase(Locale.ROOT) : "";
        if (!scheme.equals("https://") && !scheme.startsWith("http://")) {
            return Optional.empty();
        }
        if (isSafe(url)) {
            return Optional.of(url);
        }
        var safe = new StringBuilder(url.length() + 16);
        url.codePoints()
                .forEach(c -> {
                    if (isRefused(c)) {
                        encode(c, safe);
                    } else {
                        safe.appendCodePoint(c);
                    }
                });
        return Optional.of(safe.toString());
    }

    private static boolean isSafe(String url) {
        int c;
        for (int i = 0; i < url.length(); i += Character.charCount(c)) {
            c = url.codePointAt(i);
            if (isRefused(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRefused(int c) {
        return c < 0x80
                ? c < 0x20 || c == 0x7f || REFUSED.indexOf(c) >= 0
                : !Characters.isVisible(c);
    }

    private static void encode(int c, StringBuilder to) {
        var known = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c;
        for (byte octet : Character.toString(known).getBytes(StandardCharsets.UTF_8)) {
            to.append('%').append(HEX.toHexDigits(octet));
        }
    }

    /// The name of its host without `www.`, the whole URL where it has none.
    public static String host(String url) {
        var from = url.indexOf("//") + 2;
        var end = from;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var host = url.substring(from, end);
        host = host.substring(host.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        host = host.startsWith("www.") ? host.substring(4) : host;
        return host.isEmpty() ? url : host;
    }

    /// What two ways to write a URL have in common: without its scheme, `www.` and a slash at its
    /// end.
    public static String bare(String url) {
        var bare = url.strip().toLowerCase(Locale.ROOT);
        for (var prefix : PREFIXES) {
            bare = bare.startsWith(prefix) ? bare.substring(prefix.length()) : bare;
        }
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /// Host and path, at most 60 characters: what stands where a page has no title and nobody gave
    /// it words.
    public static String shortened(String url) {
        var bare = url.strip();
        var scheme = bare.indexOf("//");
        bare = scheme < 0 ? bare : bare.substring(scheme + 2);
        bare = bare.startsWith("www.") ? bare.substring(4) : bare;
        var end = 0;
        while (end < bare.length() && "?#".indexOf(bare.charAt(end)) < 0) {
            end++;
        }
        bare = bare.substring(0, end);
        bare = bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
        return gleaner.news.Excerpt.of(bare);
    }
}
