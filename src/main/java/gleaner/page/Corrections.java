package gleaner.page;

import gleaner.news.Correction;
import gleaner.news.Page;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// What editors said of other pages of the same host, used for a page that says nothing, or the
/// same that was corrected.
///
/// "Rory McCune writes for Datadog": the publisher of an author's other pages; that of the pages in
/// the same folder, unless editors named several there; the name that a page should have had in the
/// place of the one that it gives. What a page says and nobody corrected stands. The newest
/// correction counts first.
public final class Corrections {

    private static final Comparator<Correction> NEWEST =
            Comparator.comparing(Correction::at)
                    .reversed()
                    .thenComparing(correction -> correction.link().value());

    private Corrections() {}

    /// The page with what is remembered; its sources name the link whose byline it came from.
    ///
    /// @param corrections of pages of the same host; those of the page itself do not count
    public static Page applied(Page page, String url, List<Correction> corrections) {
        var others =
                corrections.stream()
                        .filter(correction -> !correction.url().equals(url))
                        .sorted(NEWEST)
                        .toList();
        if (others.isEmpty()) {
            return page;
        }
        var sources = new HashMap<>(page.sources());
        var author = author(page, Web.of(url), others);
        author.ifPresent(correction -> sources.put("authors", source(correction)));
        var authors =
                author.flatMap(correction -> correction.byline().author())
                        .map(List::of)
                        .orElse(page.authors());
        var publisher = publisher(page, authors, Web.of(url), others);
        publisher.ifPresent(correction -> sources.put("publisher", source(correction)));
        return page.withAuthors(authors)
                .withPublisher(
                        publisher
                                .flatMap(correction -> correction.byline().publisher())
                                .or(page::publisher))
                .withSources(sources);
    }

    private static String source(Correction correction) {
        return "byline of " + correction.link();
    }

    private static Optional<Correction> author(Page page, Web web, List<Correction> corrections) {
        return corrections.stream()
                .filter(correction -> correction.byline().author().isPresent())
                .filter(correction ->
                        page.authors().isEmpty()
                                ? isOnesOwn(folder(web))
                                        && folder(web).equals(folder(Web.of(correction.url())))
                                : page.authors().equals(correction.authors()))
                .findFirst();
    }

    /// A folder that bears a person's name: `/@ada/`, `/~ada/`.
    private static boolean isOnesOwn(String folder) {
        return folder.startsWith("@") || folder.startsWith("~");
    }

    private static Optional<Correction> publisher(
            Page page, List<String> authors, Web web, List<Correction> corrections) {
        var possible =
                corrections.stream()
                        .filter(correction -> correction.byline().publisher().isPresent())
                        .filter(correction ->
                                page.publisher().isEmpty()
                                        || page.publisher().equals(correction.publisher()))
                        .toList();
        return possible.stream()
                .filter(correction ->
                        correction
                                .byline()
                                .author()
                                .filter(name -> isNamed(authors, name))
                                .isPresent())
                .findFirst()
                .or(() -> ofFolder(page, web, possible));
    }

    private static boolean isNamed(List<String> authors, String name) {
        return !authors.isEmpty() && Fold.words(authors.getFirst()).equals(Fold.words(name));
    }

    private static Optional<Correction> ofFolder(Page page, Web web, List<Correction> possible) {
        var here =
                possible.stream()
                        .filter(correction ->
                                page.publisher().isPresent() || !folder(web).isEmpty())
                        .filter(correction -> folder(web).equals(folder(Web.of(correction.url()))))
                        .toList();
        var named =
                here.stream().map(correction -> correction.byline().publisher()).distinct().count();
        return named == 1 ? here.stream().findFirst() : Optional.empty();
    }

    /// The first segment of a path of several, unless it is only a number, such as a year.
    private static String folder(Web web) {
        var segments = web.segments();
        return segments.size() > 1 && !segments.getFirst().matches("\\d+")
                ? segments.getFirst()
                : "";
    }
}
