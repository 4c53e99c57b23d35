package gleaner.digest.drafting;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes off a chat sentence what is surely not part of what it says.
///
/// At its beginning: "FYI", "TIL" (and its "that"), "ICYMI", "BTW"; "PSA", "heads up", "LOL" and
/// names of people only where a colon, comma or dash follows; bullets and emoji. At its end: emoji,
/// "via @ada", "cc @ada @bob". Inside: the `#` of hashtags. Anything else stays, as an editor cuts
/// words more easily than they guess them.
final class Noise {

    private static final String GAP = "[:,!–—-]";
    private static final Pattern LEAD_IN =
            Pattern.compile(
                    "(?:(?:fyi|icymi|btw)\\b ?"
                            + GAP
                            + "*+ "
                            + "|til\\b(?: ?"
                            + GAP
                            + "++)? (?:that )?"
                            + "|(?:psa|heads[ -]up|lol|haha|wow|ooh|nice)\\b ?"
                            + GAP
                            + "++ ?"
                            + "|@[\\w.@-]{1,80}+ ?[:,]++ ?"
                            + "|:[a-z][a-z0-9_+-]{0,40}+: ?"
                            + "|[-*•→>–—]++ )",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAIL =
            Pattern.compile(
                    "(?: :[a-z][a-z0-9_+-]{0,40}+:|[ (](?:via|h/t|cc:?|thx|thanks)(?: @[\\w.@-]{1,80}+)++[).]?)$",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern HASHTAG = Pattern.compile("(?<![\\p{L}\\p{N}&/#])#(?=\\p{L})");
    private static final int REACH = 200;

    private Noise() {}

    static Prose without(Prose prose) {
        var trimmed = trimmed(prose);
        return trimmed.text().indexOf('#') < 0 ? trimmed : withoutHashes(trimmed);
    }

    private static Prose trimmed(Prose prose) {
        var text = prose.text();
        int from = start(text);
        int to = end(text, from);
        return from == 0 && to == text.length() ? prose : prose.slice(from, to);
    }

    private static int start(String text) {
        int from = 0;
        var matcher = LEAD_IN.matcher(text);
        while (from < text.length()) {
            matcher.region(from, text.length());
            int c = text.codePointAt(from);
            if (matcher.lookingAt()) {
                from = matcher.end();
            } else if (c == ' ' || isEmoji(c)) {
                from += Character.charCount(c);
            } else {
                break;
            }
        }
        return from;
    }

    private static int end(String text, int from) {
        int to = text.length();
        while (to > from) {
            int c = text.codePointBefore(to);
            if (c == ' ' || isEmoji(c)) {
                to -= Character.charCount(c);
                continue;
            }
            if (c != ':' && text.indexOf('@') < 0) {
                break;
            }
            var matcher = TRAIL.matcher(text).region(Math.max(from, to - REACH), to);
            if (!matcher.find()) {
                break;
            }
            to = matcher.start();
        }
        return to;
    }

    static boolean isEmoji(int c) {
        return c == 0x200d
                || c == 0xfe0f
                || (c >= 0x1f3fb && c <= 0x1f3ff)
                || (c > 0x2000 && UCharacter.hasBinaryProperty(c, UProperty.EMOJI_PRESENTATION))
                || (c >= 0x2600 && c <= 0x27bf && UCharacter.hasBinaryProperty(c, UProperty.EMOJI));
    }

    private static Prose withoutHashes(Prose prose) {
        var runs = new ArrayList<Run>();
        for (var run : prose.runs()) {
            runs.add(run.code() ? run : run.withText(HASHTAG.matcher(run.text()).replaceAll("")));
        }
        return Prose.of(runs);
    }

    /// As a sentence stands in print: a capital where its first word is all small letters, a full
    /// stop outside its last link unless it ends with another mark.
    static Prose finished(Prose prose) {
        return stopped(capital(prose));
    }

    private static Prose capital(Prose prose) {
        if (prose.isEmpty() || prose.runs().getFirst().code()) {
            return prose;
        }
        var text = prose.runs().getFirst().text();
        int end = 0;
        while (end < text.length() && text.charAt(end) != ' ') {
            int c = text.codePointAt(end);
            if (Character.isUpperCase(c) || Character.isDigit(c) || "./_@:".indexOf(c) >= 0) {
                return prose;
            }
            end += Character.charCount(c);
        }
        int first = text.codePointAt(0);
        if (!Character.isLowerCase(first)) {
            return prose;
        }
        var run = prose.runs().getFirst();
        var capital = run.withText(Character.toString(Character.toTitleCase(first)));
        return prose.replaced(0, Character.charCount(first), List.of(capital));
    }

    static Prose stopped(Prose prose) {
        var text = prose.text();
        int end = text.length();
        while (end > 0 && ":,;-–—→|>( ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0) {
            return Prose.EMPTY;
        }
        int mark = end;
        while (mark > 1 && ")]\"'”’»」』\ufffc".indexOf(text.charAt(mark - 1)) >= 0) {
            mark--;
        }
        var last = text.charAt(mark - 1);
        if (last == '.' && mark == end && !text.endsWith("..")) {
            return prose.slice(0, end - 1).followedBy(List.of(Run.plain(".")));
        }
        var cut = end == text.length() ? prose : prose.slice(0, end);
        return ".!?…。！？．".indexOf(last) >= 0 ? cut : cut.followedBy(List.of(Run.plain(stop(last))));
    }

    private static String stop(char last) {
        return Character.isIdeographic(last) || (last >= 0x3040 && last <= 0x30ff) ? "。" : ".";
    }

    /// The same without a mark at its end.
    static Prose withoutStop(Prose prose) {
        int end = prose.text().length();
        while (end > 0 && ".!?…:,;-–— ".indexOf(prose.text().charAt(end - 1)) >= 0) {
            end--;
        }
        return prose.slice(0, end);
    }
}
