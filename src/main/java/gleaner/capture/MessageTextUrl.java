package gleaner.capture;

import gleaner.news.Link;
import java.util.Set;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/// How far a bare URL reaches in the words around it.
///
/// autolink-java finds brackets that belong to a URL and punctuation that does not; what people
/// type around URLs in chat beyond that (emphasis, possessives, typographic and CJK punctuation,
/// emoji) is taken off here. Hosts are held to the rules of the twitter-text conformance tests: a
/// dot, no label that begins or ends with a hyphen, underscores only inside a subdomain, a
/// top-level domain of letters.
final class MessageTextUrl {

    /// A URL longer than this is no link.
    static final int MAX = Link.MAX_URL;

    /// User, host and port are no longer.
    static final int MAX_HOST = 300;

    private static final String ENDING =
            "\u3001\u3002\uff0c\uff0e\uff1b\uff01\uff1f\uff1a\uff08\uff09\u300c\u300d\u300e\u300f"
                    + "\u3010\u3011\u300a\u300b\u3008\u3009\u3014\u3015\uff3b\uff3d\uff5b\uff5d\u201c\u201d\u201e\u00ab\u00bb\u2039"
                    + "\u203a\u2026\u2014\ufffc\ufffd\u200b\u200e\u200f\u2060\ufeff\u061c";
    private static final String TRAILING = "*_~|'\u2018\u2019\u201a\u2013\u00b7.,;:!?([{^$&";
    private static final String USER = "-._~!$&'*+,;=:%";
    private static final Set<String> KOREAN_PARTICLES =
            Set.of("을", "를", "은", "는", "이", "가", "에", "에서", "로", "으로", "와", "과", "의", "도");
    private static final LinkExtractor EXTRACTOR =
            LinkExtractor.builder().linkTypes(Set.of(LinkType.URL)).build();

    private MessageTextUrl() {}

    /// The URL with a scheme when this is one that a link may have as its target, else empty.
    static String target(String destination) {
        String url = withScheme(destination);
        int host = schemeEnd(url);
        if (host < 0
                || host >= url.length()
                || url.length() > MAX
                || "/?#".indexOf(url.charAt(host)) >= 0) {
            return "";
        }
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (Character.isISOControl(c)
                    || c == '<'
                    || c == '>'
                    || c == '\u2028'
                    || c == '\u2029') {
                return "";
            }
        }
        return url.strip().replace(" ", "%20");
    }

    static String withScheme(String url) {
        return isWww(url) ? "https://" + url : url;
    }

    private static boolean isWww(String text) {
        return text.regionMatches(true, 0, "www.", 0, 4);
    }

    /// Where what follows `http://` or `https://` begins, or -1.
    static int schemeEnd(String text) {
        if (text.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return text.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
    }

    /// Where the `http` or `https` begins that ends before this place, or -1.
    static int schemeStart(String text, int end) {
        if (end >= 5 && text.regionMatches(true, end - 5, "https", 0, 5)) {
            return end - 5;
        }
        return end >= 4 && text.regionMatches(true, end - 4, "http", 0, 4) ? end - 4 : -1;
    }

    /// The length of the URL that this text begins with, or -1.
    ///
    /// @param text from `http://`, `https://` or `www.` on, as far as the line goes or at least
    ///   [#MAX] characters
    /// @param before the character before it, which may be emphasis
    static int length(String text, int before) {
        int host = hostLength(text);
        if (host < 0) {
            return -1;
        }
        if (host == text.length() || "/?#".indexOf(text.charAt(host)) < 0) {
            return host;
        }
        String rest = text.substring(0, pathLimit(text, host, before));
        if (isPlain(rest, host)) {
            return rest.length();
        }
        String whole = isWww(text) ? "https://" + rest : rest;
        int shift = whole.length() - rest.length();
        for (LinkSpan span : EXTRACTOR.extractLinks(whole)) {
            return span.getBeginIndex() == 0 ? trimmed(rest, host, span.getEndIndex() - shift) : -1;
        }
        return -1;
    }

    /// Whether there is nothing from here on that might not belong to a URL, as in most.
    private static boolean isPlain(String text, int from) {
        int end = text.length() - (text.endsWith("/") ? 1 : 0);
        for (int i = from; i < text.length(); i++) {
            if (!isAsciiAlnum(text.charAt(i)) && "/-._=?%+#".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return isAsciiAlnum(text.charAt(end - 1));
    }

    /// The length of scheme, user, host and port that this text begins with, or -1.
    static int hostLength(String text) {
        boolean www = isWww(text);
        int from = www ? 0 : schemeEnd(text);
        int host = from < 0 ? -1 : hostEnd(text, from);
        return www && text.lastIndexOf('.', host - 1) < 4 ? -1 : host;
    }

    /// Where something begins that never belongs to a URL in running words.
    private static int pathLimit(String text, int host, int before) {
        for (int i = host; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == before && (c == '*' || c == '~')) || (c >= 0x80 && endsAt(text, i))) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean endsAt(String text, int at) {
        int c = text.codePointAt(at);
        if (ENDING.indexOf(c) >= 0
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)) {
            return true;
        }
        if (Character.isLowSurrogate(text.charAt(at))) {
            return !Character.isHighSurrogate(text.charAt(at - 1));
        }
        if (c <= 0xFFFF && Character.isSurrogate((char) c)) {
            return true;
        }
        return isAsciiAlnum(text.charAt(at - 1)) && (isHiragana(c) || isParticle(text, at));
    }

    private static boolean isParticle(String text, int at) {
        int end = at;
        while (end < text.length()
                && end - at < 3
                && text.charAt(end) >= 0xAC00
                && text.charAt(end) <= 0xD7A3) {
            end++;
        }
        return KOREAN_PARTICLES.contains(text.substring(at, end));
    }

    private static int trimmed(String text, int host, int length) {
        int end = length;
        while (end > host) {
            int c = text.codePointBefore(end);
            if (TRAILING.indexOf(c) >= 0) {
                end--;
            } else if (c == 's' && "'\u2019".indexOf(text.charAt(end - 2)) >= 0) {
                end -= 2;
            } else if (isEmoji(c)
                    && "/=".indexOf(text.charAt(end - Character.charCount(c) - 1)) < 0) {
                end -= Character.charCount(c);
            } else {
                return end;
            }
        }
        return end;
    }

    /// The end of user, host and port, or -1 when that is none that a link may have.
    private static int hostEnd(String text, int from) {
        int limit = Math.min(text.length(), from + MAX_HOST);
        int user = from;
        while (user < limit && isUser(text.charAt(user))) {
            user++;
        }
        int host = user > from && user < limit && text.charAt(user) == '@' ? user + 1 : from;
        if (host < limit && text.charAt(host) == '[') {
            return bracketedEnd(text, host, limit);
        }
        int end = host;
        while (end < limit) {
            int c = text.codePointAt(end);
            if (!isHost(c)) {
                break;
            }
            end += Character.charCount(c);
        }
        end = topLevelEnd(text, host, end);
        return end < 0 || !labelsAreGood(text, host, end) ? -1 : portEnd(text, end, limit);
    }

    private static int bracketedEnd(String text, int from, int limit) {
        for (int i = from + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == ']') {
                return i > from + 2 ? portEnd(text, i + 1, limit) : -1;
            }
            if (Character.digit(c, 16) < 0 && c != ':' && c != '.') {
                return -1;
            }
        }
        return -1;
    }

    private static int portEnd(String text, int from, int limit) {
        int end = from;
        if (end < limit && text.charAt(end) == ':') {
            end++;
            while (end < limit
                    && end - from < 6
                    && text.charAt(end) >= '0'
                    && text.charAt(end) <= '9') {
                end++;
            }
        }
        return end > from + 1 ? end : from;
    }

    /// The end of a host whose last label is cut where words follow without a space:
    /// `example.comはここ`.
    private static int topLevelEnd(String text, int from, int to) {
        int end = to;
        while (end > from && "._-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end - from == 9 && text.regionMatches(true, from, "localhost", 0, 9)) {
            return end;
        }
        int dot = text.lastIndexOf('.', end - 1);
        if (dot <= from || text.startsWith("xn--", dot + 1) || isAddress(text, from, end)) {
            return dot <= from ? -1 : end;
        }
        int letters = dot + 1;
        boolean ascii = letters < end && text.charAt(letters) < 0x80;
        while (letters < end) {
            int c = text.codePointAt(letters);
            if (ascii ? !isAsciiAlnum(c) || c <= '9' : !Character.isLetter(c) && !isMark(c)) {
                break;
            }
            letters += Character.charCount(c);
        }
        boolean good =
                letters == end || text.charAt(letters) == '-' || text.charAt(letters) >= 0x80;
        return letters > dot + 2 && good ? letters : -1;
    }

    private static boolean labelsAreGood(String text, int from, int to) {
        int start = from;
        int left = dots(text, from, to);
        while (start <= to) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 || dot > to ? to : dot;
            if (end == start || end - start > 63 || !labelIsGood(text, start, end, left < 2)) {
                return false;
            }
            start = end + 1;
            left--;
        }
        return true;
    }

    private static int dots(String text, int from, int to) {
        int dots = 0;
        for (int i = text.indexOf('.', from); i >= 0 && i < to; i = text.indexOf('.', i + 1)) {
            dots++;
        }
        return dots;
    }

    private static boolean labelIsGood(String text, int start, int end, boolean registered) {
        char first = text.charAt(start);
        char last = text.charAt(end - 1);
        boolean edges = first != '-' && first != '_' && last != '-' && last != '_';
        return edges && (!registered || text.substring(start, end).indexOf('_') < 0);
    }

    /// Four numbers of one to three digits.
    private static boolean isAddress(String text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digits = c == '.' ? 0 : digits + 1;
            if ((c != '.' && (c < '0' || c > '9')) || digits > 3) {
                return false;
            }
        }
        return dots(text, from, to) == 3;
    }

    private static boolean isHost(int c) {
        return c < 0x80
                ? isAsciiAlnum(c) || c == '-' || c == '.' || c == '_'
                : Character.isLetterOrDigit(c) || isMark(c) || isEmoji(c);
    }

    private static boolean isUser(char c) {
        return isAsciiAlnum(c) || USER.indexOf(c) >= 0;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || c == 0x200C
                || c == 0x200D;
    }

    private static boolean isEmoji(int c) {
        return c >= 0x2000
                && (Character.getType(c) == Character.OTHER_SYMBOL
                        || c == 0xFE0F
                        || c == 0x200D
                        || (c >= 0x1F3FB && c <= 0x1F3FF));
    }

    private static boolean isHiragana(int c) {
        return c >= 0x3041 && c <= 0x309F;
    }

    static boolean isAsciiAlnum(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
