package gleaner.page;

import gleaner.news.Page;
import gleaner.news.PageKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a site's own oEmbed service (<https://oembed.com>, version 1.0) says of a page that says
/// too little itself: a video behind a wall of consent, or one whose page is made by scripts.
final class Oembed {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_NAME = 100;

    private Oembed() {}

    /// Whether it is worth asking.
    static boolean isWanted(Page page) {
        return page.title().isEmpty() || page.authors().isEmpty() || SamePage.isWallTitle(page);
    }

    /// The page with what the answer says: its title and its author, the rest where the page says
    /// nothing.
    ///
    /// @param json whatever came; where it is no answer the page stays as it is
    static Page completed(Page page, byte[] json) {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return page;
        }
        var sources = new HashMap<>(page.sources());
        var title = text(answer, "title", LONGEST_TITLE);
        var author = page.authors().isEmpty() ? text(answer, "author_name", LONGEST_NAME) : none();
        var publisher =
                page.publisher().isEmpty() ? text(answer, "provider_name", LONGEST_NAME) : none();
        var image =
                page.image().isEmpty()
                        ? text(answer, "thumbnail_url", 2000).filter(url -> Web.of(url).isKnown())
                        : none();
        var kind =
                page.kind().isEmpty() && text(answer, "type", 20).equals(Optional.of("video"))
                        ? Optional.of(PageKind.VIDEO)
                        : Optional.<PageKind>empty();
        title.ifPresent(_ -> sources.put("title", "oembed"));
        author.ifPresent(_ -> sources.put("authors", "oembed"));
        publisher.ifPresent(_ -> sources.put("publisher", "oembed"));
        image.ifPresent(_ -> sources.put("image", "oembed"));
        kind.ifPresent(_ -> sources.put("kind", "oembed"));
        return page.withTitle(title.or(page::title))
                .withAuthors(author.map(List::of).orElse(page.authors()))
                .withPublisher(publisher.or(page::publisher))
                .withImage(image.or(page::image))
                .withKind(kind.or(page::kind))
                .withSources(sources);
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode answer, String field, int longest) {
        var value = answer.path(field);
        return value.isString()
                ? Optional.of(Plain.of(value.asString(), longest)).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
