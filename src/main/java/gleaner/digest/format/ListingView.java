package gleaner.digest.format;

import gleaner.digest.Listing;
import gleaner.digest.prose.Prose;
import gleaner.template.Shown;
import gleaner.template.View;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A list among the issue's own words, for templates.
final class ListingView implements View {

    private final Listing listing;
    private final PageLanguage in;

    ListingView(Listing listing, PageLanguage in) {
        this.listing = listing;
        this.in = in;
    }

    public String kind() {
        return "list";
    }

    public boolean isNumbered() {
        return listing.isNumbered();
    }

    public List<PointView> points() {
        return IntStream.rangeClosed(1, listing.points().size())
                .mapToObj(number ->
                        new PointView(listing.mark(number), listing.points().get(number - 1), in))
                .toList();
    }

    /// All of it on one line, for templates that know of no lists.
    public Shown words() {
        return new Shown(
                points().stream()
                        .map(point -> point.words().text())
                        .collect(Collectors.joining(" ")));
    }

    /// A point of it, for templates.
    static final class PointView implements View {

        private final String mark;
        private final Prose words;
        private final PageLanguage in;

        private PointView(String mark, Prose words, PageLanguage in) {
            this.mark = mark;
            this.words = words;
            this.in = in;
        }

        public Shown mark() {
            return new Shown(mark);
        }

        public Shown words() {
            return in.words(words);
        }
    }
}
