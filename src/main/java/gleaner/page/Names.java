package gleaner.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// People's names out of what pages put where an author belongs.
///
/// A name is one to five words that begin like names, with particles ("van der") between them. What
/// comes before ("By"), what somebody is ("Staff Writer"), dates, addresses and handles are left
/// out; several names are told apart at "and", "&", "/", ";" and commas. The words are those of
/// `names.words`.
final class Names {

    static final WordLists WORDS = WordLists.of("names.words");

    private static final int LONGEST = 100;

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
        var reading = NameReader.read(text, true);
        // One word of several is no name: "Example Staff".
        boolean part =
                reading.stream()
                        .anyMatch(name ->
                                name.indexOf(' ') < 0
                                        && text.indexOf(' ') > 0
                                        && !text.startsWith(name + ","));
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
        boolean turned =
                comma > 0
                        && plain.indexOf(',', comma + 1) < 0
                        && plain.indexOf(';') < 0
                        && isTurned(plain.substring(0, comma), plain.substring(comma + 2));
        return field(turned ? plain.substring(comma + 2) + " " + plain.substring(0, comma) : plain);
    }

    /// "Winter" and "Ada Marie", "van Winter" and "Ada"; not two whole names.
    private static boolean isTurned(String family, String given) {
        int families = family.split(" ", -1).length;
        int givens = given.split(" ", -1).length;
        return families == 1 && givens <= 3 || families == 2 && givens == 1;
    }

    /// Names in words of a page; only those with two words or more, told by their form.
    static List<String> prose(String raw) {
        var text = bare(Plain.of(raw, 300));
        if (isHan(text)) {
            return han(text);
        }
        return text.isEmpty() || isAddress(text) ? List.of() : NameReader.read(text, false);
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

    static boolean isPlaceholder(String text) {
        return WORDS.has("placeholder", lower(text))
                || text.codePoints().noneMatch(Character::isLetter);
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
        for (var stop :
                List.of(
                        "|", "•", "·", "●", " – ", " — ", " - ", "(", "[", "<", "{", "»", " http",
                        "▪", "⋅", ": ", " // ", "…", "\"", "”")) {
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
            if (prefix.length() > found.length()
                    && lower.startsWith(prefix)
                    && ends(lower, prefix)) {
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

    private static List<String> handle(String text) {
        boolean plain =
                text.indexOf(' ') < 0
                        && text.length() > 1
                        && text.length() <= 40
                        && text.codePoints()
                                .allMatch(c ->
                                        Character.isLetterOrDigit(c)
                                                || c == '.'
                                                || c == '_'
                                                || c == '-')
                        && text.codePoints().anyMatch(Character::isLetter);
        return plain
                        || text.codePoints().allMatch(c -> c == ' ' || Character.isLetter(c))
                                && !text.isEmpty()
                ? List.of(text)
                : List.of();
    }

    private static boolean isHan(String text) {
        return !text.isEmpty()
                && Character.UnicodeScript.of(text.codePointAt(0)) == Character.UnicodeScript.HAN;
    }

    /// Chinese names have two to four characters.
    private static List<String> han(String text) {
        var names = new ArrayList<String>();
        for (var part : text.split("[ 、，,/；;]+")) {
            if (part.length() >= 2
                    && part.length() <= 4
                    && part.codePoints()
                            .allMatch(c ->
                                    Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
                names.add(part);
            } else {
                break;
            }
        }
        return List.copyOf(names);
    }

    static String lower(String text) {
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
