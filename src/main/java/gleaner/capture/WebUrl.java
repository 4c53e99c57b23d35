package gleaner.capture;

import gleaner.news.GleanerException;
import java.util.Optional;

/// The one check of whether a text is the address of a web page, used by chat, web, import and
/// commands.
///
/// Accepted are absolute `http` and `https` addresses with a host, and those that begin with a bare
/// `www.`. What people paste is repaired: margins, the scheme's case, one slash too few or too
/// many, backslashes, names in other alphabets, characters that no URL may hold. A user name and
/// password before the host are left out. What comes out is ASCII that [java.net.URI] reads.
/// Nothing is thrown on odd input; the work is linear in the text's length.
public final class WebUrl {

    /// The most UTF-16 characters of a URL, as pasted and as repaired.
    public static final int LONGEST = 4096;

    private static final int SHOWN = 60;

    private WebUrl() {}

    /// What the check came to.
    public sealed interface Check {}

    /// The text is a web address.
    ///
    /// @param url the repaired address
    public record Accepted(String url) implements Check {}

    /// The text is no web address.
    ///
    /// @param sentence what was expected and what was found, with the text shortened
    public record Refused(String sentence) implements Check {}

    /// Checks and repairs a text.
    public static Check check(String raw) {
        String text = UrlParts.trim(raw);
        if (text.length() > LONGEST) {
            return refused(text, "one of " + text.length() + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return refused(text, "a control character");
            }
        }
        return switch (UrlParts.read(text)) {
            case UrlParts.Unreadable(String found) -> refused(text, found);
            case UrlParts.Read(UrlParts parts) -> {
                String url = repaired(parts);
                yield url.length() > LONGEST
                        ? refused(text, "one of " + url.length() + " characters once encoded")
                        : new Accepted(url);
            }
        };
    }

    /// The repaired address, or nothing when the text is no web address.
    public static Optional<String> of(String raw) {
        return switch (check(raw)) {
            case Accepted(String url) -> Optional.of(url);
            case Refused(String _) -> Optional.empty();
        };
    }

    /// The repaired address.
    ///
    /// @throws GleanerException of kind USAGE when the text is no web address
    public static String require(String raw) {
        return switch (check(raw)) {
            case Accepted(String url) -> url;
            case Refused(String sentence) -> throw GleanerException.usage(sentence);
        };
    }

    private static String repaired(UrlParts parts) {
        StringBuilder url = new StringBuilder(parts.scheme()).append("://").append(parts.host());
        if (!parts.port().isEmpty()) {
            url.append(':').append(parts.port());
        }
        url.append(Percent.repaired(parts.path(), "/&+;="));
        if (!parts.query().isEmpty()) {
            url.append('?').append(Percent.repaired(parts.query(), "/&+;=?"));
        }
        if (!parts.fragment().isEmpty()) {
            url.append('#').append(Percent.repaired(parts.fragment(), "/&+;=?"));
        }
        return url.toString();
    }

    private static Refused refused(String text, String found) {
        return new Refused(
                "Expected a web address such as https://example.org/page of at most "
                        + LONGEST
                        + " characters, found "
                        + found
                        + (text.isEmpty() ? "." : ": '" + shown(text) + "'."));
    }

    /// The beginning of the text without what could break a line, a terminal or a quotation, nor
    /// anything secret: no password, no query.
    private static String shown(String whole) {
        String text = withoutSecrets(whole);
        StringBuilder shown = new StringBuilder();
        int end = Math.min(text.length(), SHOWN);
        for (int i = 0; i < end; ) {
            int point = text.codePointAt(i);
            if (isOdd(point)) {
                shown.append('\uFFFD');
            } else {
                shown.appendCodePoint(point);
            }
            i += Character.charCount(point);
        }
        return end < text.length() ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isOdd(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String withoutSecrets(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
            end++;
        }
        String shown = end < text.length() ? text.substring(0, end) + "…" : text;
        int at = shown.lastIndexOf('@');
        int colon = shown.indexOf(':');
        return colon >= 0 && at > colon
                ? shown.substring(0, colon + 1) + "…" + shown.substring(at)
                : shown;
    }
}
