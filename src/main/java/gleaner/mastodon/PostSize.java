package gleaner.mastodon;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long a text is to a server, and how it is cut into posts that it takes.
///
/// Mastodon counts grapheme clusters, and each URL the same, however long it is
/// (<https://docs.joinmastodon.org/user/posting/#text>). GoToSocial says the same and counts code
/// points and whole URLs. So where the limit is not Mastodon's own the greater count is taken, and
/// everywhere a mention counts whole, and what only looks like a URL counts as it stands.
///
/// @param most characters of a post
/// @param perUrl what a URL counts
record PostSize(int most, int perUrl) {

    private static final String SENTENCE_ENDS = ".!?…";
    private static final String WIDE_SENTENCE_ENDS = "。！？";
    private static final String MORE = "…";
    private static final int USUAL_URL = 23;
    private static final int USUAL_MOST = 1000;

    int of(String text) {
        var count = 0;
        var words = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            var end = urlEnd(text, i);
            if (end > i) {
                count += length(words) + ofUrl(i, end);
                words.setLength(0);
                i = end;
            } else {
                words.append(text.charAt(i++));
            }
        }
        return count + length(words);
    }

    private boolean isWhole() {
        return perUrl != USUAL_URL || most > USUAL_MOST;
    }

    private int ofUrl(int from, int to) {
        return isWhole() ? Math.max(perUrl, to - from) : perUrl;
    }

    private int length(CharSequence text) {
        return isWhole() ? Character.codePointCount(text, 0, text.length()) : clusters(text);
    }

    private static int clusters(CharSequence text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return text.length();
        }
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text.toString());
        var count = 0;
        while (breaks.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    /// Where the URL that begins here ends; `i` itself where none does. Its host needs a dot, as
    /// servers want it.
    private static int urlEnd(String text, int i) {
        var scheme = text.startsWith("https://", i) ? 8 : text.startsWith("http://", i) ? 7 : 0;
        if (scheme == 0) {
            return i;
        }
        var end = i + scheme;
        while (end < text.length() && isUrl(text.charAt(end))) {
            end++;
        }
        while (end > i && ".,;:!?)'\"".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        var slash = text.indexOf('/', i + scheme);
        var host =
                text.substring(Math.min(i + scheme, end), slash < 0 || slash > end ? end : slash);
        return host.indexOf('.') > 0 ? end : i;
    }

    private static boolean isUrl(char c) {
        return c > ' ' && c < 0x7f && c != '<' && c != '>' && c != '"';
    }

    /// The text as posts that each begin with the address, cut between lines where that is
    /// possible, else between words.
    ///
    /// @param address `@ada@social.example`
    /// @param posts at most so many; what does not fit is left out, and the last one ends with an
    ///   ellipsis
    List<String> cut(String address, String text, int posts) {
        var start = address + " ";
        var room = Math.max(20, most - of(start));
        var cut = new ArrayList<String>();
        var rest = text.strip();
        while (!rest.isEmpty() && cut.size() < posts) {
            var isLast = cut.size() == posts - 1;
            var part =
                    of(rest) <= room
                            ? rest
                            : beginning(rest, isLast ? room - MORE.length() - 1 : room);
            rest = rest.substring(part.length()).strip();
            cut.add(start + part.strip() + (isLast && !rest.isEmpty() ? "\n" + MORE : ""));
        }
        return cut;
    }

    /// The longest beginning that fits and ends well; never empty.
    String beginning(String text, int room) {
        var fits = 0;
        var line = 0;
        var sentence = 0;
        var word = 0;
        var taken = 0;
        while (fits < text.length()) {
            var next = step(text, fits);
            taken +=
                    next > fits + 1 && urlEnd(text, fits) == next
                            ? ofUrl(fits, next)
                            : isWhole() ? Character.codePointCount(text, fits, next) : 1;
            if (taken > room) {
                break;
            }
            fits = next;
            if (fits < text.length() && text.charAt(fits) == '\n') {
                line = fits;
            }
            if (fits < text.length() && Character.isWhitespace(text.charAt(fits))) {
                word = fits;
                sentence = SENTENCE_ENDS.indexOf(text.charAt(fits - 1)) >= 0 ? fits : sentence;
            }
            if (WIDE_SENTENCE_ENDS.indexOf(text.charAt(fits - 1)) >= 0) {
                sentence = fits;
            }
        }
        var whole = Math.max(line, sentence);
        var end = whole > fits / 2 ? whole : word > 0 ? word : Math.max(1, fits);
        return text.substring(0, end);
    }

    /// The next place after a URL or a cluster.
    private static int step(String text, int at) {
        var url = urlEnd(text, at);
        if (url > at) {
            return url;
        }
        if (text.charAt(at) < 0x7f && (at + 1 == text.length() || text.charAt(at + 1) < 0x7f)) {
            return at + 1;
        }
        var window = text.substring(at, Math.min(text.length(), at + 64));
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(window);
        var end = breaks.next();
        return end == BreakIterator.DONE ? text.length() : at + end;
    }
}
