package gleaner.page;

import gleaner.news.PageKind;
import java.util.Locale;
import java.util.Optional;

/// What sort of thing the page is about, by what it says of itself.
final class Kinds {

    private Kinds() {}

    static Optional<PageKind> of(Head head, Optional<JsonThing> main) {
        if (head.first("citation_title", "citation_doi", "citation_arxiv_id").isPresent()
                && head.first("citation_author", "citation_journal_title").isPresent()) {
            return Optional.of(PageKind.PAPER);
        }
        var type = head.first("og:type").orElse("").strip().toLowerCase(Locale.ROOT);
        if (main.isPresent()) {
            var thing = main.get();
            if (thing.is(Articles.PAPERS)) {
                return Optional.of(PageKind.PAPER);
            }
            if (thing.is(Articles.VIDEOS)) {
                return Optional.of(PageKind.VIDEO);
            }
            if (thing.is(Articles.EVENTS)) {
                return Optional.of(PageKind.EVENT);
            }
            if (thing.is(Articles.CODE)) {
                return Optional.of(PageKind.REPOSITORY);
            }
        }
        if (type.startsWith("video")) {
            return Optional.of(PageKind.VIDEO);
        }
        if (type.equals("event")) {
            return Optional.of(PageKind.EVENT);
        }
        boolean written =
                main.isPresent() && main.get().node().has("headline") && !main.get().isWeak();
        return type.equals("article")
                        || type.equals("blog")
                        || written
                        || head.first("article:published_time").isPresent()
                ? Optional.of(PageKind.ARTICLE)
                : Optional.empty();
    }
}
