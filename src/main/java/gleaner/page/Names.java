package gleaner.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// People's names out of what pages put where an author belongs.
///
/// A name is one to five words that begin like names, with particles ("van der") between them. What
/// comes before ("By"), what somebody is ("Staff Writer"), dates, addresses and handles are left out;
/// several names are told apart at "and", "&", "/", ";" and commas. The words are those of
/// `names.words`.
final class Names {

    private static final WordLists WORDS = WordLists.of("names.words");

    private static final Set<String> MONTHS = Set.of("april", "may", "june", "jan", "august", "mar", "sun");

    private static final int LONGEST = 100;
    private static final int MOST = 12;

    /// What a value gave: people, or the name of an organisation.
    record Found(List<String> people, boolean organisation) {

        static final Found NOTHING = new Found(List.of(), false);
    }

    private Names() {}

    /// Names in a field that is meant for them, such as JSON-LD's `author.name`; one word will do.
    static Found field(String raw) {
        var text = bare(Plain.of(Plain.withoutTags(raw), 400));
        if (text.isEmpty() || isPlaceholder(text) || isAddress(text)) {
            return Found.NOTHING;
        }
        if (isHan(text)) {
            return new Found(han(text), false);
        }
        var reading = read(text, true);
        // One word of several is no name: "Example Staff".
        boolean part = reading.stream().anyMatch(name -> name.indexOf(' ') < 0 && text.indexOf(' ') > 0 && !text.startsWith(name + ","));
        if (!reading.isEmpty() && !part) {
            return new Found(reading, false);
        }
        var head = text.length() > LONGEST ? "" : text;
        return isOrganisation(head) || head.split(" ", -1).length > 3
                ? new Found(head.isEmpty() ? List.of() : List.of(head), true)
                : new Found(handle(head), false);
    }

    /// Names in a catalogue's field, where the family name may come first: "Winter, Ada".
    static Found catalogued(String raw) {
        var plain = Plain.of(raw, 200);
        int comma = plain.indexOf(", ");
        boolean turned = comma > 0
                && plain.indexOf(',', comma + 1) < 0
                && plain.indexOf(';') < 0
                && plain.substring(0, comma).split(" ", -1).length <= 2
                && plain.substring(comma + 2).split(" ", -1).length <= 3
                && plain.indexOf(" and ") < 0;
        return field(turned ? plain.substring(comma + 2) + " " + plain.substring(0, comma) : plain);
    }

    /// Names in words of a page; only those with two words or more, told by their form.
    static List<String> prose(String raw) {
        var text = bare(Plain.of(raw, 300));
        if (isHan(text)) {
            return han(text);
        }
        return text.isEmpty() || isAddress(text) ? List.of() : read(text, false);
    }

    /// Whether the words begin with one that announces a name ("By …").
    static boolean isAnnounced(String text) {
        var plain = Plain.of(text, 300);
        return !prefix(plain).isEmpty();
    }

    /// Whether these are the name of an organisation rather than of a person.
    static boolean isOrganisation(String name) {
        for (var word : lower(name).split("[ ,/|-]+")) {
            if (WORDS.has("organisation", word) || word.endsWith(".com") || word.endsWith(".org")) {
                return true;
            }
        }
        return false;
    }

    /// Whether the words only say that somebody of the house wrote it.
    static boolean isStaff(String name) {
        for (var word : lower(name).split("[ ,/|-]+")) {
            if (WORDS.has("staff", word)) {
                return true;
            }
        }
        return false;
    }

    static boolean isEngine(String name) {
        return WORDS.has("engine", lower(name).strip());
    }

    private static boolean isPlaceholder(String text) {
        return WORDS.has("placeholder", lower(text)) || text.codePoints().noneMatch(Character::isLetter);
    }

    private static boolean isAddress(String text) {
        return text.startsWith("http")
                || text.startsWith("www.")
                || text.startsWith("//")
                || text.indexOf(' ') < 0 && (text.indexOf('@') > 0 || text.indexOf('/') >= 0);
    }

    /// Without what announces the name, and up to the first thing that cannot be part of it.
    private static String bare(String text) {
        var rest = withoutBrackets(text);
        for (int i = 0; i < 3; i++) {
            var prefix = prefix(rest);
            if (prefix.isEmpty()) {
                break;
            }
            rest = rest.substring(prefix.length()).strip();
        }
        while (!rest.isEmpty() && "|•·–—-:,.\"“”".indexOf(rest.charAt(0)) >= 0) {
            rest = rest.substring(1).strip();
        }
        int end = rest.length();
        for (var stop : List.of("|", "•", "·", "●", " – ", " — ", " - ", "(", "[", "<", "{", "»", " http", "▪", "⋅", ": ", " // ", "…", "\"", "”")) {
            int at = rest.indexOf(stop);
            if (at > 0 && at < end) {
                end = at;
            }
        }
        return rest.substring(0, end).strip();
    }

    /// Without what stands in brackets.
    private static String withoutBrackets(String text) {
        var out = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' && text.indexOf(')', i) > 0) {
                depth++;
            } else if (c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                out.append(c);
            }
        }
        return depth == 0 ? out.toString().strip().replace("  ", " ") : text;
    }

    private static String prefix(String text) {
        var lower = lower(text);
        if (lower.length() != text.length()) {
            return "";
        }
        var found = "";
        for (var prefix : WORDS.of("by", Set.of())) {
            if (prefix.length() > found.length() && lower.startsWith(prefix) && ends(lower, prefix)) {
                found = prefix;
            }
        }
        return text.substring(0, found.length());
    }

    private static boolean ends(String lower, String prefix) {
        char last = prefix.charAt(prefix.length() - 1);
        return lower.length() == prefix.length()
                || !Character.isLetterOrDigit(last)
                || last > 0x2E80
                || " :/".indexOf(lower.charAt(prefix.length())) >= 0;
    }

    /// The names from the beginning of the text on, as far as it goes.
    private static List<String> read(String text, boolean single) {
        var names = new ArrayList<String>();
        var name = new ArrayList<String>();
        boolean role = false;
        var words = spaced(text).split(" ", -1);
        int begin = 0;
        while (begin + 2 < words.length && WORDS.has("before", lower(words[begin]))) {
            begin++;
        }
        for (int i = begin; i < words.length && names.size() < MOST; i++) {
            var word = words[i];
            if (word.isEmpty()) {
                continue;
            }
            boolean comma = word.endsWith(",") || word.endsWith(";");
            var bare = comma ? word.substring(0, word.length() - 1) : word;
            var lower = lower(bare);
            if (isJoint(word, lower)) {
                if (!close(name, names, single)) {
                    break;
                }
                role = false;
                continue;
            }
            boolean inName = !role && !bare.isEmpty() && isPart(bare, lower, name, i + 1 < words.length ? words[i + 1] : "");
            if (inName) {
                if (!WORDS.has("degree", lower) || name.isEmpty() && bare.length() > 3) {
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
                if (name.isEmpty() || Character.isLetter(bare.codePointAt(0)) && !isEnd(lower) && !isRole(lower)) {
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
        return text.replace("/", " / ").replace("&", " & ").replace(" ,", ",").replace(",", ", ").replace(";", "; ").replace("+", " & ");
    }

    private static boolean isJoint(String word, String lower) {
        return word.equals("/") || word.equals("&") || word.length() > 1 && lower.equals(word) && WORDS.has("and", lower)
                || lower.equals("y") && word.equals("y");
    }

    private static boolean isSuffixNext(String[] words, int i) {
        return i + 1 < words.length && WORDS.has("suffix", lower(words[i + 1]));
    }

    /// What ends all names: a date, a number, an address.
    private static boolean isEnd(String lower) {
        return lower.isEmpty()
                || Character.isDigit(lower.charAt(0))
                || lower.indexOf('@') >= 0
                || WORDS.has("never", stripped(lower));
    }

    private static boolean isRole(String lower) {
        return WORDS.has("role", lower) || WORDS.has("role", stripped(lower));
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
        if (WORDS.has("particle", lower) && !word.equals("I")) {
            return !next.isEmpty() || Character.isUpperCase(word.codePointAt(0)) && !name.isEmpty();
        }
        if (WORDS.has("suffix", lower) || WORDS.has("degree", lower)) {
            return true;
        }
        int first = word.codePointAt(0);
        if (!Character.isUpperCase(first) && !(isCaseless(first)) && !innerUpper(word)) {
            return false;
        }
        if (isRole(lower) || WORDS.has("never", lower) && !isLikelyName(lower, next)) {
            return false;
        }
        return word.codePoints().allMatch(c -> Character.isLetter(c) || ".'’‘`-‐‑ʻ·".indexOf(c) >= 0
                || Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }

    /// "April Smith", "Jan Novak": a month may be somebody's first name.
    private static boolean isLikelyName(String lower, String next) {
        return MONTHS.contains(lower) && !next.isEmpty() && Character.isUpperCase(next.codePointAt(0));
    }

    private static boolean isCaseless(int c) {
        return Character.isLetter(c) && !Character.isLowerCase(c) && !Character.isUpperCase(c);
    }

    /// "d'Angelo", "al-Zubaidi", "iJustine".
    private static boolean innerUpper(String word) {
        return Character.isLetter(word.charAt(0)) && word.length() > 3
                && word.substring(1, Math.min(4, word.length())).chars().anyMatch(Character::isUpperCase);
    }

    /// Ends a name.
    ///
    /// @return whether there was one, or none was begun
    private static boolean close(List<String> name, List<String> names, boolean single) {
        if (name.isEmpty()) {
            return true;
        }
        while (!name.isEmpty() && WORDS.has("particle", lower(name.getLast()))
                && Character.isLowerCase(name.getLast().charAt(0))) {
            name.removeLast();
        }
        long proper = name.stream().filter(word -> word.length() > 1 && !WORDS.has("particle", lower(word))).count();
        var whole = String.join(" ", name);
        name.clear();
        boolean good = proper >= (single ? 1 : 2) || proper == 1 && whole.indexOf(' ') > 0;
        if (!good || whole.length() > LONGEST || isOrganisation(whole) || isPlaceholder(whole)
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
        if (name.indexOf(' ') < 0 || !name.equals(name.toUpperCase(Locale.ROOT)) || name.equals(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        var out = new StringBuilder(name.length());
        boolean up = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(up ? c : Character.toLowerCase(c));
            up = !Character.isLetter(c) || i > 0 && c == 'C' && name.charAt(i - 1) == 'M' && (i == 1 || name.charAt(i - 2) == ' ');
        }
        return out.toString();
    }

    private static List<String> handle(String text) {
        boolean plain = text.indexOf(' ') < 0
                && text.length() > 1
                && text.length() <= 40
                && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-')
                && text.codePoints().anyMatch(Character::isLetter);
        return plain || text.codePoints().allMatch(c -> c == ' ' || Character.isLetter(c)) && !text.isEmpty()
                ? List.of(text)
                : List.of();
    }

    private static boolean isHan(String text) {
        return !text.isEmpty() && Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    /// Chinese names have two to four characters.
    private static List<String> han(String text) {
        var names = new ArrayList<String>();
        for (var part : text.split("[ 、，,/；;]+")) {
            if (part.length() >= 2 && part.length() <= 4 && part.codePoints().allMatch(c ->
                    Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
                names.add(part);
            } else {
                break;
            }
        }
        return List.copyOf(names);
    }

    private static String lower(String text) {
        var lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        var plain = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            var one = Normalizer.normalize(lower.substring(i, i + 1), Normalizer.Form.NFD);
            plain.append(one.charAt(0));
        }
        return plain.toString();
    }
}
