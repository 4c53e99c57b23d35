package gleaner.capture;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Hashtags in plain text, by the rules that Mastodon and Twitter share.
///
/// A tag is `#` or `＃` and a run of Unicode letters, marks, digits and underscores with a letter in
/// it; joiners and middle dots may stand inside. The `#` must not follow a word character, `&` or
/// `/`. Where Twitter and Mastodon differ (a tag that nothing but `)` or `=` precedes), the tag is
/// taken.
final class Hashtags {

    /// ZWNJ, ZWJ, middle dot, katakana middle dot, wave dashes, Hebrew maqaf and gershayim, Tibetan
    /// tshegs: inside only.
    private static final String INNER =
            "\u200c\u200d\u00b7\u30fb\u301c\uff5e\u05be\u05f4\u0f0b\u0f0c";

    /// Ditto mark, Hebrew geresh, voiced sound marks: may end a tag as well.
    private static final String SPECIAL = "\u3003\u05f3\u309b\u309c\u30a0";

    private final Map<String, String> tags = new LinkedHashMap<>();

    /// Adds the tags of this text, as first written.
    void addAll(String text) {
        for (int i = nextHash(text, 0); i >= 0; i = nextHash(text, i)) {
            int end = end(text, i);
            if (end > i) {
                String tag = text.substring(i + 1, end);
                tags.putIfAbsent(key(tag), tag);
            }
            i = Math.max(end, i + 1);
        }
    }

    private static int nextHash(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isHash(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    List<String> inOrder() {
        return List.copyOf(tags.values());
    }

    static boolean isHash(char c) {
        return c == '#' || c == '＃';
    }

    /// Where the tag that begins with the hash at this place ends; the hash's own place when none
    /// does.
    static int end(String text, int hash) {
        if (hash > 0 && forbidsAfter(text, hash)) {
            return hash;
        }
        int end = hash + 1;
        int last = end;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            boolean word = isWord(c) || SPECIAL.indexOf(c) >= 0;
            if (!word && (INNER.indexOf(c) < 0 || end == hash + 1)) {
                break;
            }
            end += Character.charCount(c);
            last = word ? end : last;
        }
        last = beforeScheme(text, hash + 1, last);
        return hasLetter(text, hash + 1, last) ? last : hash;
    }

    /// `#newshttps://…` is the tag `news` before a URL.
    private static int beforeScheme(String text, int from, int end) {
        if (!text.startsWith("://", end)) {
            return end;
        }
        for (String scheme : List.of("https", "http")) {
            if (end - from >= scheme.length()
                    && text.regionMatches(
                            true, end - scheme.length(), scheme, 0, scheme.length())) {
                return end - scheme.length();
            }
        }
        return end;
    }

    private static boolean forbidsAfter(String text, int hash) {
        int before = text.codePointBefore(hash);
        return before == '&' || before == '/' || isWord(before);
    }

    private static boolean hasLetter(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            int c = text.codePointAt(i);
            if (Character.isLetter(c)) {
                return true;
            }
            i += Character.charCount(c) - 1;
        }
        return false;
    }

    /// A letter, mark, decimal digit or underscore; variation selectors belong to the emoji before
    /// them.
    private static boolean isWord(int c) {
        if (c < 0x80) {
            return MessageTextUrl.isAsciiAlnum(c) || c == '_';
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    (c < 0xFE00 || c > 0xFE0F) && (c < 0xE0100 || c > 0xE01EF);
            default -> false;
        };
    }

    /// Equal for tags that differ only in case, in accents on Latin, Greek and Cyrillic letters, or
    /// in width.
    private static String key(String tag) {
        for (int i = 0; i < tag.length(); i++) {
            if (tag.charAt(i) >= 0x80) {
                return folded(tag);
            }
        }
        return tag.toLowerCase(Locale.ROOT);
    }

    private static String folded(String tag) {
        var decomposed = Normalizer.normalize(tag, Normalizer.Form.NFKD);
        var bare = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (c < 0x300 || c > 0x36F) {
                bare.append(c);
            }
        }
        return bare.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
