package gleaner.news;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What the linked page says of itself; all of it a stranger's words.
///
/// @param authors people, in the page's order; empty where none is sure
/// @param publisher who publishes it, without "Inc." and the like
/// @param language BCP 47
/// @param image a URL
/// @param canonical the URL that the page gives as its own, where that is plausible
/// @param pointsTo the URL that the page is only a pointer to, such as a post of a link
/// @param minutes reading time, at least 1
/// @param sources where each field was found, by the field's name
public record Page(
        Optional<String> title,
        List<String> authors,
        Optional<String> publisher,
        Optional<LocalDate> date,
        Optional<String> summary,
        Optional<String> language,
        Optional<String> image,
        Optional<String> canonical,
        Optional<String> pointsTo,
        Optional<PageKind> kind,
        Optional<Integer> minutes,
        Map<String, String> sources) {

    /// A page that has not been read.
    public static final Page UNREAD =
            new Page(
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public Page {
        authors = List.copyOf(authors);
        sources = Map.copyOf(sources);
    }

    /// A page of which only what goes into a draft is known.
    public Page(
            Optional<String> title,
            List<String> authors,
            Optional<String> publisher,
            Optional<LocalDate> date,
            Optional<String> summary,
            Optional<String> language,
            Optional<String> image) {
        this(
                title,
                authors,
                publisher,
                date,
                summary,
                language,
                image,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    public Page withTitle(Optional<String> changed) {
        return changed(copy -> copy.title = changed);
    }

    public Page withAuthors(List<String> changed) {
        return changed(copy -> copy.authors = changed);
    }

    public Page withPublisher(Optional<String> changed) {
        return changed(copy -> copy.publisher = changed);
    }

    public Page withSummary(Optional<String> changed) {
        return changed(copy -> copy.summary = changed);
    }

    public Page withImage(Optional<String> changed) {
        return changed(copy -> copy.image = changed);
    }

    public Page withKind(Optional<PageKind> changed) {
        return changed(copy -> copy.kind = changed);
    }

    public Page withSources(Map<String, String> changed) {
        return changed(copy -> copy.sources = changed);
    }

    private Page changed(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.page();
    }

    /// The one place that names every part when a few of them change.
    private static final class Copy {
        private final Page of;
        private Optional<String> title;
        private List<String> authors;
        private Optional<String> publisher;
        private Optional<String> summary;
        private Optional<String> image;
        private Optional<PageKind> kind;
        private Map<String, String> sources;

        Copy(Page of) {
            this.of = of;
            title = of.title;
            authors = of.authors;
            publisher = of.publisher;
            summary = of.summary;
            image = of.image;
            kind = of.kind;
            sources = of.sources;
        }

        Page page() {
            return new Page(
                    title,
                    authors,
                    publisher,
                    of.date,
                    summary,
                    of.language,
                    image,
                    of.canonical,
                    of.pointsTo,
                    kind,
                    of.minutes,
                    sources);
        }
    }
}
