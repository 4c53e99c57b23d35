package gleaner.news;

import java.text.Normalizer;
import java.util.Locale;

/// A hashtag: compared without case and accents, shown as first written.
///
/// @param folded what is compared; never shown
/// @param shown without the `#`
public record Tag(String folded, String shown) {

    /// The longest tag that is kept, in characters.
    public static final int MAX_LENGTH = 100;

    public Tag {
        if (folded.isBlank() || shown.isBlank() || shown.length() > MAX_LENGTH) {
            throw GleanerException.usage(
                    "A tag is one word of 1 to %d letters and digits, not '%s'."
                            .formatted(MAX_LENGTH, Excerpt.of(shown)));
        }
    }

    /// The tag that somebody wrote, with or without its `#`.
    public static Tag of(String written) {
        var shown = written.strip();
        if (shown.startsWith("#") || shown.startsWith("＃")) {
            shown = shown.substring(1);
        }
        return new Tag(fold(shown), shown);
    }

    /// Case and Latin accents folded, compatibility forms joined: `Café`, `CAFE` and `ｃａｆé` are
    /// one.
    static String fold(String text) {
        var lower = text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        var apart = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        var folded = new StringBuilder(apart.length());
        apart.codePoints().filter(c -> c < 0x300 || c > 0x36f).forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tag tag && tag.folded.equals(folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    @Override
    public String toString() {
        return "#" + shown;
    }
}
