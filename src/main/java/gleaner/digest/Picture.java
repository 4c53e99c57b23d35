package gleaner.digest;

import gleaner.digest.prose.Characters;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.SafeUrl;
import java.util.Locale;
import java.util.Optional;

/// A picture somewhere on the web.
///
/// @param url `https` only, so that no mail program warns of it
/// @param alt what it shows, in plain words; may be empty
/// @param credit whose it is, in plain words; may be empty
public record Picture(String url, String alt, String credit) implements Piece {

    private static final int LONGEST = 500;

    /// The picture, if it may be shown at all.
    public static Optional<Picture> of(String url, String alt, String credit) {
        return SafeUrl.of(url)
                .filter(safe -> safe.toLowerCase(Locale.ROOT).startsWith("https://"))
                .map(safe -> new Picture(safe, plain(alt), plain(credit)));
    }

    private static String plain(String words) {
        return Characters.cut(Prose.plain(words).text(), LONGEST);
    }

    /// What stands for it where pictures are not shown: "alt (credit)"; may be empty.
    public String described() {
        return credit.isEmpty() ? alt : (alt + " (" + credit + ")").strip();
    }
}
