package gleaner.digest.prose;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A text's words, compared without case and accents.
///
/// A word is a run of letters, digits and marks, apostrophes inside it included; of a script
/// without spaces each character is one, so that counts and comparisons work in Chinese and
/// Japanese.
public final class Words {

    /// A word and where it stands.
    ///
    /// @param from where it begins in the text, in UTF-16 units
    /// @param folded what is compared
    public record Word(int from, int to, String folded) {

        public boolean isSmall() {
            return SMALL.contains(folded);
        }
    }

    /// English words on which no link begins or ends.
    private static final Set<String> SMALL =
            Set.of(
                    ("a an the this that these those and or but nor so as if of to in on at by for from with without into onto"
                                    + " over under about after before between via per than then is are was were be been am has"
                                    + " have had do does did will would can could should may might must not no it its it's we"
                                    + " our us you your they their them he she his her i my me who which what when where why"
                                    + " how there here just also very too some any all more now aren't isn't don't doesn't の が は を に で と も")
                            .split(" "));

    private Words() {}

    public static boolean isSmall(String folded) {
        return SMALL.contains(folded);
    }

    public static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (isPart(c)) {
                if (!isWholeWord(c)) {
                    end = end(text, end);
                }
                words.add(new Word(at, end, fold(text.substring(at, end))));
            }
            at = end;
        }
        return words;
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            var goesOn = isPart(c) && !isWholeWord(c);
            if (!goesOn && (c == '\'' || c == '’') && end + 1 < text.length()) {
                goesOn = Character.isLetter(text.codePointAt(end + 1));
            }
            if (!goesOn) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    private static boolean isPart(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        var type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isWholeWord(int c) {
        return c >= 0x3040 && (Character.isIdeographic(c) || c <= 0x30ff);
    }

    /// Without case, accents, compatibility forms and curly apostrophes.
    public static String fold(String text) {
        var ascii = true;
        for (int i = 0; i < text.length(); i++) {
            ascii &= text.charAt(i) < 0x80;
        }
        if (ascii) {
            return text.toLowerCase(java.util.Locale.ROOT);
        }
        var apart = Normalizer2.getNFKDInstance().normalize(text);
        var folded = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> folded.appendCodePoint(c == '’' ? '\'' : c));
        return UCharacter.foldCase(folded.toString(), true);
    }

    /// The words joined by single spaces, folded: two texts with the same are the same words.
    public static String joined(List<Word> words) {
        var joined = new StringBuilder();
        for (var word : words) {
            joined.append(joined.isEmpty() ? "" : " ").append(word.folded());
        }
        return joined.toString();
    }

    /// The text's words as [#joined(List)] has them.
    public static String folded(String text) {
        return joined(of(text));
    }

    /// How many words were joined.
    public static int count(String joined) {
        int count = joined.isEmpty() ? 0 : 1;
        for (int at = joined.indexOf(' '); at >= 0; at = joined.indexOf(' ', at + 1)) {
            count++;
        }
        return count;
    }

    /// Where the words of `part` first stand in a row in `words`; -1 if nowhere.
    public static int indexOf(List<Word> words, List<Word> part) {
        for (int i = 0; !part.isEmpty() && i + part.size() <= words.size(); i++) {
            int same = 0;
            while (same < part.size()
                    && isSame(words.get(i + same).folded(), part.get(same).folded())) {
                same++;
            }
            if (same == part.size()) {
                return i;
            }
        }
        return -1;
    }

    /// "Datadog's" names Datadog.
    private static boolean isSame(String word, String sought) {
        return word.equals(sought)
                || (word.length() == sought.length() + 2
                        && word.startsWith(sought)
                        && word.endsWith("'s"));
    }
}
