package gleaner.digest.check;

import java.util.List;

/// How long the last issues were.
///
/// @param links how many links ran in each
/// @param words how many words each had, as [#words] counts them in the plain text
public record Usual(List<Integer> links, List<Integer> words) {

    public Usual {
        links = List.copyOf(links);
        words = List.copyOf(words);
    }

    /// The words of a text: what stands between spaces and has a letter or a digit.
    public static int words(String text) {
        var count = 0;
        var isIn = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                isIn = false;
            } else if (!isIn && Character.isLetterOrDigit(c)) {
                isIn = true;
                count++;
            }
        }
        return count;
    }
}
