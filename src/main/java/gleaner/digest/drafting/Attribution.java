package gleaner.digest.drafting;

import gleaner.digest.prose.Characters;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.Words;
import gleaner.news.Byline;
import gleaner.news.Link;
import gleaner.news.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who wrote and who published a page, as far as its sentence does not say so: "Rory
/// McCune/Datadog", "Tyler Cipriani".
///
/// An editor's byline stands as given. Else what the page says, without what the sentence names: an
/// author by the whole name, or by the surname alone where it is written with a capital (a "long
/// read" does not name Sam Long); a publisher by its words in a row, its "The" not needed ("the
/// Datadog team"). Two authors stand as "A and B", more as "A et al."; if the first of more than
/// two is named, all are. Nothing is guessed from the host, nor from who shared it.
final class Attribution {

    private static final int LONGEST_NAME = 80;

    private Attribution() {}

    static Optional<String> of(Link link, String sentence) {
        var byline = link.curation().byline();
        if (byline.isPresent()) {
            var given = byline.get();
            return given.equals(Byline.NONE)
                    ? Optional.empty()
                    : joined(given.author(), given.publisher());
        }
        var page = link.page();
        if (!isKnown(page)) {
            return Optional.empty();
        }
        var words = Words.of(sentence);
        var authors = authors(page);
        var publisher =
                publisher(page)
                        .filter(name -> !isNamed(words, name))
                        .filter(name -> authors.stream().noneMatch(author -> isSame(author, name)));
        return joined(unnamed(authors, sentence, words), publisher);
    }

    /// Whether anybody can be named at all: by an editor, or by the page.
    static boolean isKnown(Link link) {
        return link.curation().byline().isPresent() || isKnown(link.page());
    }

    private static boolean isKnown(Page page) {
        return publisher(page).isPresent() || !authors(page).isEmpty();
    }

    private static List<String> authors(Page page) {
        var names = new ArrayList<String>();
        for (var author : page.authors()) {
            var name = clean(author);
            if (!name.isBlank()
                    && !name.contains("://")
                    && names.stream().noneMatch(known -> isSame(known, name))) {
                names.add(name);
            }
            if (names.size() == 3) {
                break;
            }
        }
        return names;
    }

    private static Optional<String> publisher(Page page) {
        return page.publisher().map(Attribution::clean).filter(name -> !name.isBlank());
    }

    private static String clean(String name) {
        return Characters.cut(Prose.plain(name).text(), LONGEST_NAME);
    }

    private static boolean isSame(String one, String other) {
        return Words.fold(one).equals(Words.fold(other));
    }

    private static Optional<String> joined(Optional<String> author, Optional<String> publisher) {
        var parts =
                Stream.concat(author.stream(), publisher.stream())
                        .map(Attribution::clean)
                        .filter(part -> !part.isBlank())
                        .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("/", parts));
    }

    private static Optional<String> unnamed(
            List<String> authors, String sentence, List<Words.Word> words) {
        if (authors.size() > 2) {
            var first = authors.getFirst();
            return isNamed(sentence, words, first)
                    ? Optional.empty()
                    : Optional.of(first + " et al.");
        }
        var left = authors.stream().filter(name -> !isNamed(sentence, words, name)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", left));
    }

    private static boolean isNamed(List<Words.Word> words, String publisher) {
        var name = Words.of(publisher);
        var shortName =
                name.size() > 1 && name.getFirst().folded().equals("the")
                        ? name.subList(1, name.size())
                        : name;
        return Words.indexOf(words, shortName) >= 0;
    }

    private static boolean isNamed(String sentence, List<Words.Word> words, String author) {
        var name = Words.of(author);
        if (name.isEmpty() || Words.indexOf(words, name) >= 0) {
            return !name.isEmpty();
        }
        var surname = List.of(name.getLast());
        int from = 0;
        while (from < words.size()) {
            int at = Words.indexOf(words.subList(from, words.size()), surname);
            if (at < 0) {
                return false;
            }
            int start = words.get(from + at).from();
            if (name.size() > 1 && !startsSmall(sentence, start)) {
                return true;
            }
            from += at + 1;
        }
        return false;
    }

    private static boolean startsSmall(String text, int at) {
        var first = Character.toString(text.codePointAt(at));
        return !first.equals(first.toUpperCase(Locale.ROOT));
    }
}
