package gleaner.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The many ways in which sites mark the AMP form of an article in its path.
///
/// A mark is taken off only beside what looks like one page's name, so that a page about amplifiers
/// keeps its own.
final class Amp {

    private static final Set<String> EXTENSIONS =
            Set.of("html", "htm", "shtml", "php", "asp", "aspx", "cms", "jsp", "ece");

    private Amp() {}

    /// The path of the article itself: `/a/amp`, `/amp/a/b`, `/a/amp/b-c-d` and `a.amp.html`
    /// without their mark.
    static List<String> without(List<String> original) {
        if (!mentions(original)) {
            return original;
        }
        List<String> segments = new ArrayList<>(original);
        while (drop(segments)) {
            // once more: some sites mark both ends
        }
        return segments;
    }

    private static boolean mentions(List<String> segments) {
        for (String segment : segments) {
            if (isMark(segment) || segment.startsWith("amp_") || segment.equals("tid_amp")) {
                return true;
            }
        }
        return !segments.isEmpty() && segments.getLast().contains("amp");
    }

    private static boolean drop(List<String> segments) {
        int last = segments.size() - 1;
        if (last < 0) {
            return false;
        }
        String name = segments.get(last);
        String bare = withoutSuffix(name);
        if (!bare.equals(name)) {
            segments.set(last, bare);
            return true;
        }
        if (last >= 1
                && (isMark(name) || isFile(name))
                && Paths.namesPage(segments.get(last - 1), 1)) {
            segments.remove(last);
            return true;
        }
        if (last >= 2 && name.equals("1") && isMark(segments.get(last - 1))) {
            segments.remove(last);
            return true;
        }
        return dropInside(segments, name) || dropNumbered(segments, name);
    }

    private static boolean dropInside(List<String> segments, String name) {
        int last = segments.size() - 1;
        for (int i = 0; i < last; i++) {
            String segment = segments.get(i);
            boolean deep = i == 0 && last >= 2;
            if (isMark(segment) && (deep || Paths.namesPage(name, i == 0 ? 1 : 2))) {
                segments.remove(i);
                boolean platform = i == 1 && last >= 3;
                String before = platform ? segments.getFirst() : "";
                if (before.equals("platform") || before.equals("google")) {
                    segments.removeFirst();
                }
                return true;
            }
            if (segment.equals("tid_amp")) {
                segments.remove(i);
                return true;
            }
            boolean show =
                    segment.endsWith("show")
                            || segment.endsWith("story")
                            || segment.endsWith("blog");
            if (segment.startsWith("amp_") && show) {
                segments.set(i, segment.substring(4));
                return true;
            }
        }
        return false;
    }

    /// `/a-title/amp-123.html` is `/a-title-123.html`.
    private static boolean dropNumbered(List<String> segments, String name) {
        int dot = name.indexOf('.');
        String number =
                name.startsWith("amp-") ? name.substring(4, dot < 4 ? name.length() : dot) : "";
        int last = segments.size() - 1;
        if (last < 1 || number.length() < 6 || !Paths.isNumber(number)) {
            return false;
        }
        segments.remove(last);
        segments.set(last - 1, segments.get(last - 1) + name.substring(3));
        return true;
    }

    private static String withoutSuffix(String name) {
        int at = name.indexOf(",view=amp.");
        if (at > 0) {
            return name.substring(0, at) + name.substring(at + 9);
        }
        int dot = name.lastIndexOf('.');
        boolean file = dot > 0 && EXTENSIONS.contains(name.substring(dot + 1));
        String stem = file ? name.substring(0, dot) : name;
        if (stem.length() < 5 || !stem.endsWith("amp")) {
            return name;
        }
        char mark = stem.charAt(stem.length() - 4);
        char before = stem.charAt(stem.length() - 5);
        boolean digit = Ascii.isDigit(before);
        boolean marked =
                mark == '.'
                        || mark == '!'
                        || ((mark == '_' || mark == ',') && (file || digit))
                        || (mark == '-' && digit);
        return marked
                ? stem.substring(0, stem.length() - 4) + (file ? name.substring(dot) : "")
                : name;
    }

    private static boolean isMark(String segment) {
        return segment.equalsIgnoreCase("amp") || segment.equalsIgnoreCase("amphtml");
    }

    private static boolean isFile(String segment) {
        String lower = segment.toLowerCase(Locale.ROOT);
        return lower.equals("amp.html") || lower.equals("amp.htm") || lower.equals("amp.php");
    }
}
