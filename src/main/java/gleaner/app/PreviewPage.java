package gleaner.app;

import gleaner.mastodon.MastodonDesk.Preview;
import gleaner.news.Excerpt;
import gleaner.news.Page;
import java.util.Map;
import java.util.Optional;

/// What another server tells of a page: good enough until the page itself was read.
final class PreviewPage {

    private static final int TITLE = 300;
    private static final int SUMMARY = 500;
    private static final int NAME = 80;
    private static final String SOURCE = "card";

    private PreviewPage() {}

    static Page of(Preview preview) {
        var publisher = text(preview.provider(), NAME);
        var author =
                text(preview.author(), NAME)
                        .filter(name -> !name.contains("://"))
                        .filter(name -> !publisher.equals(Optional.of(name)));
        return Page.UNREAD
                .withTitle(text(preview.title(), TITLE))
                .withAuthors(author.stream().toList())
                .withPublisher(publisher)
                .withSummary(text(preview.description(), SUMMARY))
                .withImage(Optional.of(preview.image()).filter(url -> url.startsWith("https://")))
                .withSources(
                        Map.of(
                                "title", SOURCE,
                                "authors", SOURCE,
                                "publisher", SOURCE,
                                "summary", SOURCE,
                                "image", SOURCE));
    }

    private static Optional<String> text(String text, int most) {
        return Optional.of(Excerpt.of(text, most).strip()).filter(line -> !line.isEmpty());
    }
}
