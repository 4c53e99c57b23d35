package gleaner.page;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What an element's attributes say that it is; the words are those of `bylines.words`.
final class Marks {

    private static final WordLists WORDS = WordLists.of("bylines.words");

    private Marks() {}

    static boolean isOutsideTag(String name) {
        return WORDS.has("tag", name);
    }

    static Optional<Bylines.Mark> mark(Element element, Set<String> marks) {
        var prop = element.attr("itemprop").toLowerCase(Locale.ROOT);
        if (prop.contains("author") || prop.equals("creator")) {
            return Optional.of(Bylines.Mark.ITEMPROP);
        }
        if (element.attr("rel").toLowerCase(Locale.ROOT).contains("author")) {
            return Optional.of(Bylines.Mark.REL);
        }
        if (any(marks, "hint")) {
            return Optional.of(Bylines.Mark.HINT);
        }
        return element.normalName().equals("a") && isAuthorPage(element.attr("href"))
                ? Optional.of(Bylines.Mark.LINK)
                : Optional.empty();
    }

    static boolean any(Set<String> marks, String list) {
        for (var mark : marks) {
            if (WORDS.has(list, mark)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAuthorPage(String href) {
        if (href.length() > 500) {
            return false;
        }
        var parts = href.toLowerCase(Locale.ROOT).split("[/?#&=]+");
        for (int i = 0; i + 1 < parts.length; i++) {
            if ((WORDS.has("segment", parts[i]) || parts[i].startsWith("author"))
                    && !parts[i + 1].isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// The words in an element's class, id and test ids, one by one and joined in twos.
    static Set<String> of(Element element) {
        if (element.attributesSize() == 0) {
            return Set.of();
        }
        var marks = new HashSet<String>();
        for (var attribute :
                List.of("class", "id", "data-testid", "data-test", "data-qa", "data-component")) {
            var value = element.attr(attribute);
            if (!value.isEmpty() && value.length() < 400) {
                words(value, marks);
            }
        }
        return marks;
    }

    private static void words(String value, Set<String> into) {
        var before = "";
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            boolean end = i == value.length() || !Character.isLetter(value.charAt(i));
            boolean hump =
                    !end
                            && i > start
                            && Character.isUpperCase(value.charAt(i))
                            && Character.isLowerCase(value.charAt(i - 1));
            if (end || hump) {
                if (i > start) {
                    var word = value.substring(start, i).toLowerCase(Locale.ROOT);
                    into.add(word);
                    if (!before.isEmpty()) {
                        into.add(before + word);
                    }
                    before = word;
                }
                start = hump ? i : i + 1;
                if (end && i < value.length() && value.charAt(i) == ' ') {
                    before = "";
                }
            }
        }
    }
}
