package gleaner.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads names word by word, from the beginning of a text as far as names go.
final class NameReader {

    private static final Set<String> MONTHS =
            Set.of("april", "may", "june", "jan", "august", "mar", "sun");

    private static final int LONGEST = 100;
    private static final int MOST = 12;

    private NameReader() {}

    /// The names from the beginning of the text on, as far as it goes.
    static List<String> read(String text, boolean single) {
        var names = new ArrayList<String>();
        var name = new ArrayList<String>();
        boolean role = false;
        var words = spaced(text).split(" ", -1);
        int begin = 0;
        while (begin + 2 < words.length && Names.WORDS.has("before", Names.lower(words[begin]))) {
            begin++;
        }
        for (int i = begin; i < words.length && names.size() < MOST; i++) {
            var word = words[i];
            if (word.isEmpty()) {
                continue;
            }
            boolean comma = word.endsWith(",") || word.endsWith(";");
            var bare = comma ? word.substring(0, word.length() - 1) : word;
            var lower = Names.lower(bare);
            if (isJoint(word, lower)) {
                if (!close(name, names, single)) {
                    break;
                }
                role = false;
                continue;
            }
            boolean inName =
                    !role
                            && !bare.isEmpty()
                            && isPart(bare, lower, name, i + 1 < words.length ? words[i + 1] : "");
            if (inName) {
                if (!Names.WORDS.has("degree", lower) || (name.isEmpty() && bare.length() > 3)) {
                    name.add(bare);
                }
                if (comma && !isSuffixNext(words, i)) {
                    close(name, names, single);
                }
            } else if (!names.isEmpty() && name.isEmpty()) {
                // After a name: what the person is; another name may follow "and".
                role = true;
                if (isEnd(lower) && !isRole(lower)) {
                    break;
                }
            } else {
                if (name.isEmpty()
                        || (Character.isLetter(bare.codePointAt(0))
                                && !isEnd(lower)
                                && !isRole(lower))) {
                    name.clear();
                    break;
                }
                close(name, names, single);
                role = true;
                if (isEnd(lower)) {
                    break;
                }
            }
        }
        close(name, names, single);
        return List.copyOf(names);
    }

    /// Separators as words of their own.
    private static String spaced(String text) {
        return text.replace("/", " / ")
                .replace("&", " & ")
                .replace(" ,", ",")
                .replace(",", ", ")
                .replace(";", "; ")
                .replace("+", " & ");
    }

    private static boolean isJoint(String word, String lower) {
        return word.equals("/")
                || word.equals("&")
                || (word.length() > 1 && lower.equals(word) && Names.WORDS.has("and", lower))
                || word.equals("y");
    }

    private static boolean isSuffixNext(String[] words, int i) {
        return i + 1 < words.length && Names.WORDS.has("suffix", Names.lower(words[i + 1]));
    }

    /// What ends all names: a date, a number, an address.
    private static boolean isEnd(String lower) {
        return lower.isEmpty()
                || Character.isDigit(lower.charAt(0))
                || lower.indexOf('@') >= 0
                || Names.WORDS.has("never", stripped(lower));
    }

    private static boolean isRole(String lower) {
        return Names.WORDS.has("role", lower) || Names.WORDS.has("role", stripped(lower));
    }

    private static String stripped(String lower) {
        int end = lower.length();
        while (end > 0 && !Character.isLetterOrDigit(lower.charAt(end - 1))) {
            end--;
        }
        return lower.substring(0, end);
    }

    private static boolean isPart(String word, String lower, List<String> name, String next) {
        if (word.length() > 40 || name.size() >= 6) {
            return false;
        }
        if (Names.WORDS.has("particle", lower) && !word.equals("I")) {
            return !next.isEmpty()
                    || (Character.isUpperCase(word.codePointAt(0)) && !name.isEmpty());
        }
        if (Names.WORDS.has("suffix", lower) || Names.WORDS.has("degree", lower)) {
            return true;
        }
        int first = word.codePointAt(0);
        if (!Character.isUpperCase(first) && !isCaseless(first) && !innerUpper(word)) {
            return false;
        }
        if (isRole(lower) || (Names.WORDS.has("never", lower) && !isLikelyName(lower, next))) {
            return false;
        }
        return word.codePoints()
                .allMatch(c ->
                        Character.isLetter(c)
                                || ".'’‘`-‐‑ʻ·".indexOf(c) >= 0
                                || Character.getType(c) == Character.NON_SPACING_MARK
                                || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }

    /// "April Smith", "Jan Novak": a month may be somebody's first name.
    private static boolean isLikelyName(String lower, String next) {
        return MONTHS.contains(lower)
                && !next.isEmpty()
                && Character.isUpperCase(next.codePointAt(0));
    }

    private static boolean isCaseless(int c) {
        return Character.isLetter(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c);
    }

    /// "d'Angelo", "al-Zubaidi", "iJustine".
    private static boolean innerUpper(String word) {
        return Character.isLetter(word.charAt(0))
                && word.length() > 3
                && word.substring(1, Math.min(4, word.length()))
                        .chars()
                        .anyMatch(Character::isUpperCase);
    }

    /// Ends a name.
    ///
    /// @return whether there was one, or none was begun
    private static boolean close(List<String> name, List<String> names, boolean single) {
        if (name.isEmpty()) {
            return true;
        }
        while (!name.isEmpty()
                && Names.WORDS.has("particle", Names.lower(name.getLast()))
                && Character.isLowerCase(name.getLast().charAt(0))) {
            name.removeLast();
        }
        long proper =
                name.stream()
                        .filter(word ->
                                word.length() > 1
                                        && !Names.WORDS.has("particle", Names.lower(word)))
                        .count();
        var whole = String.join(" ", name);
        name.clear();
        boolean good = proper >= (single ? 1 : 2) || (proper == 1 && whole.indexOf(' ') > 0);
        if (!good
                || whole.length() > LONGEST
                || Names.isOrganisation(whole)
                || Names.isPlaceholder(whole)
                || whole.codePoints().filter(Character::isLetter).count() < 2) {
            return false;
        }
        var shown = cased(whole);
        if (names.stream().noneMatch(other -> Fold.key(other).equals(Fold.key(shown)))) {
            names.add(shown);
        }
        return true;
    }

    /// "JOE MCDONALD" as "Joe McDonald"; names that are not all in capitals stay.
    static String cased(String name) {
        if (name.indexOf(' ') < 0
                || !name.equals(name.toUpperCase(Locale.ROOT))
                || name.equals(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        var out = new StringBuilder(name.length());
        boolean up = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(up ? c : Character.toLowerCase(c));
            up =
                    !Character.isLetter(c)
                            || (i > 0
                                    && c == 'C'
                                    && name.charAt(i - 1) == 'M'
                                    && (i == 1 || name.charAt(i - 2) == ' '));
        }
        return out.toString();
    }
}
