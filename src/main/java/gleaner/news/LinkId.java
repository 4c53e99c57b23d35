package gleaner.news;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The short name by which people call a link: 4 or 5 characters that cannot be mistaken for one
/// another.
///
/// The alphabet has no vowels (no id is a word), no `0`, `1`, `l` and `o`.
///
/// @param value lower case
public record LinkId(String value) {

    private static final String ALPHABET = "23456789bcdfghjkmnpqrstvwxyz";

    public LinkId {
        if (!isForm(value)) {
            throw new IllegalArgumentException("Not a link's id: " + Excerpt.of(value));
        }
    }

    /// The id that somebody typed, upper or lower case, if it has an id's form.
    public static Optional<LinkId> parse(String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        return isForm(lower) ? Optional.of(new LinkId(lower)) : Optional.empty();
    }

    private static boolean isForm(String text) {
        if (text.length() != 4 && text.length() != 5) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The ids that a link with this key may get, in the order in which the store tries them.
    ///
    /// They depend on the key alone, so that the same link gets the same id in every store that is
    /// not crowded: two of 4 characters (614,656 there are), then ten of 5 (17 million).
    public static List<LinkId> candidates(LinkKey key) {
        var hash = sha256(key.value());
        var ids = new ArrayList<LinkId>(12);
        for (int i = 0; i < 12; i++) {
            ids.add(new LinkId(letters(hash, i * 2, i < 2 ? 4 : 5)));
        }
        return ids;
    }

    private static String letters(byte[] hash, int from, int count) {
        long number = 0;
        for (int i = 0; i < 6; i++) {
            number = (number << 8) | (hash[from + i] & 0xff);
        }
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt((int) (number % ALPHABET.length())));
            number /= ALPHABET.length();
        }
        return text.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
