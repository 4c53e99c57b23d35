package gleaner.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The path's part of the key: one spelling, no dot segments, no index page; and what a path's
/// shape tells.
final class Paths {

    private static final Set<String> EXTENSIONS =
            Set.of(
                    "html", "htm", "shtml", "xhtml", "php", "php3", "php5", "asp", "aspx", "jsp",
                    "cgi", "cfm", "do");

    private Paths() {}

    /// The segments of a raw path in their one spelling; RFC 3986, section 5.2.4, and without empty
    /// segments.
    static List<String> segments(String raw, LinkRules rules) {
        List<String> segments = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= raw.length(); i++) {
            if (i == raw.length() || raw.charAt(i) == '/') {
                add(segments, raw.substring(start, i));
                start = i + 1;
            }
        }
        if (!segments.isEmpty()) {
            String last = withoutTrackers(segments.removeLast(), rules);
            if (!last.isEmpty() && !isIndex(last)) {
                segments.add(last);
            }
        }
        return segments;
    }

    private static void add(List<String> segments, String raw) {
        String segment =
                withoutSession(Percent.normal(raw, Percent.PATH_LITERAL, Percent.PATH, false));
        if (segment.equals("..")) {
            if (!segments.isEmpty()) {
                segments.removeLast();
            }
        } else if (!segment.isEmpty() && !segment.equals(".")) {
            segments.add(segment);
        }
    }

    private static String withoutSession(String segment) {
        int semicolon = segment.indexOf(';');
        if (semicolon < 0) {
            return isAspSession(segment) ? "" : segment;
        }
        StringBuilder kept = new StringBuilder(segment.substring(0, semicolon));
        for (String param : segment.substring(semicolon + 1).split(";", -1)) {
            String lower = param.toLowerCase(Locale.ROOT);
            if (!lower.startsWith("jsessionid=") && !lower.startsWith("phpsessid=")) {
                kept.append(';').append(param);
            }
        }
        return kept.toString();
    }

    /// `(S(lit3py55t21z5v55vlm25s55))`, the cookieless session of ASP.NET.
    private static boolean isAspSession(String segment) {
        return segment.length() == 29 && segment.startsWith("(S(") && segment.endsWith("))");
    }

    /// Parameters glued to a path without a question mark, as broken links and mail programs do.
    private static String withoutTrackers(String segment, LinkRules rules) {
        int encoded = segment.indexOf("%3F");
        int at = encoded >= 0 && isTracker(segment, encoded + 3, rules) ? encoded : -1;
        if (at < 0) {
            int and = segment.indexOf('&');
            at = and > 0 && isTracker(segment, and + 1, rules) ? and : -1;
        }
        return at < 0 ? segment : segment.substring(0, at);
    }

    private static boolean isTracker(String segment, int start, LinkRules rules) {
        int end = start;
        while (end < segment.length() && "=&%".indexOf(segment.charAt(end)) < 0) {
            end++;
        }
        return rules.dropsEverywhere(segment.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /// A title of three words or more is the same page with `.html` and without.
    static List<String> withoutExtension(List<String> segments) {
        String name = segments.isEmpty() ? "" : segments.getLast();
        int end = name.length();
        while (name.startsWith(".html", end - 5) && words(name) >= 3) {
            end -= 5;
        }
        if (end == name.length() || end == 0) {
            return segments;
        }
        List<String> bare = new ArrayList<>(segments);
        bare.set(bare.size() - 1, name.substring(0, end));
        return bare;
    }

    private static boolean isIndex(String segment) {
        int dot = segment.indexOf('.');
        if (dot != 5 && dot != 7) {
            return false;
        }
        String name = segment.substring(0, dot).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(segment.substring(dot + 1).toLowerCase(Locale.ROOT))
                && (name.equals("index") || name.equals("default"));
    }

    /// Whether a segment looks like one page's name, not like a folder's: digits, an extension,
    /// several words.
    static boolean namesPage(String segment, int joins) {
        int found = 0;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (Ascii.isDigit(c) || c == '%') {
                return true;
            }
            if (c == '-' || c == '_' || c == ',' || c == '.') {
                found++;
            }
        }
        return found >= joins;
    }

    /// Whether a path leads to a page of its own that two unrelated sites would not both have.
    static boolean leadsToPage(List<String> segments) {
        return segments.size() >= 3
                || (!segments.isEmpty()
                        && (namesPage(segments.getLast(), 2)
                                || segments.getLast().endsWith(".html")
                                || segments.getLast().endsWith(".php")));
    }

    /// Whether the last segment is a title of four words or more.
    static boolean endsInTitle(List<String> segments) {
        return !segments.isEmpty() && words(segments.getLast()) >= 4;
    }

    /// Whether the path holds a date and ends in a title: `/2024/05/01/a-long-title`.
    static boolean isDatedArticle(List<String> segments) {
        if (segments.size() < 3 || words(segments.getLast()) < 3) {
            return false;
        }
        for (int i = 0; i + 2 < segments.size(); i++) {
            if (isNumber(segments.get(i), 4) && isNumber(segments.get(i + 1), 2)) {
                return true;
            }
        }
        return false;
    }

    private static int words(String segment) {
        int words = 1;
        for (int i = 1; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if ((c == '-' || c == '_') && Character.isLetter(segment.charAt(i - 1))) {
                words++;
            }
        }
        return words;
    }

    static boolean isNumber(String text, int length) {
        return text.length() == length && isNumber(text);
    }

    static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Ascii.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
