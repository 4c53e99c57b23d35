package gleaner.page;

import java.text.Normalizer;
import java.util.Locale;

/// Words for comparing: what case, accents, punctuation and spaces make different is the same here.
final class Fold {

    private Fold() {}

    /// Letters and digits only, in lower case; "L'Équipe.fr" is "lequipefr".
    static String key(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(plain.length());
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }

    /// The same, with a space between words.
    static String words(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var words = new StringBuilder(plain.length());
        plain.codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c)) {
                        words.appendCodePoint(c);
                    } else if (Character.getType(c) != Character.NON_SPACING_MARK
                            && c != '\''
                            && c != 0x2019
                            && !words.isEmpty()
                            && words.charAt(words.length() - 1) != ' ') {
                        words.append(' ');
                    }
                });
        return words.toString().strip();
    }
}
