package gleaner.news;

import java.util.Optional;

/// Who wrote a page and who published it, as an editor says: "Rory McCune/Datadog".
///
/// An empty one says that the item is to have no attribution.
public record Byline(Optional<String> author, Optional<String> publisher) {

    /// No attribution is wanted.
    public static final Byline NONE = new Byline(Optional.empty(), Optional.empty());

    /// Reads `Author/Publisher`, `Author`, `/Publisher`; `-` or `none` is [#NONE].
    public static Byline parse(String written) {
        var text = written.strip();
        if (text.equals("-") || text.equalsIgnoreCase("none")) {
            return NONE;
        }
        var slash = text.indexOf('/');
        var author = slash < 0 ? text : text.substring(0, slash);
        var publisher = slash < 0 ? "" : text.substring(slash + 1);
        return new Byline(part(author), part(publisher));
    }

    private static Optional<String> part(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    @Override
    public String toString() {
        return author.orElse("") + publisher.map(name -> "/" + name).orElse("");
    }
}
