package gleaner.page;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Which of a page's things in JSON-LD the page is about.
final class Articles {

    /// Types of schema.org of things that people write, make or hold, in lower case.
    static final Set<String> TYPES =
            Set.of(
                    "article",
                    "newsarticle",
                    "blogposting",
                    "techarticle",
                    "scholarlyarticle",
                    "report",
                    "review",
                    "opinionnewsarticle",
                    "analysisnewsarticle",
                    "backgroundnewsarticle",
                    "reportagenewsarticle",
                    "reviewnewsarticle",
                    "askpublicnewsarticle",
                    "liveblogposting",
                    "socialmediaposting",
                    "discussionforumposting",
                    "podcastepisode",
                    "radioepisode",
                    "videoobject",
                    "audioobject",
                    "recipe",
                    "event",
                    "softwaresourcecode",
                    "qapage",
                    "question",
                    "howto",
                    "book",
                    "course",
                    "creativework",
                    "webpage",
                    "medicalwebpage",
                    "itempage",
                    "advertisercontentarticle",
                    "satiricalarticle",
                    "chapter",
                    "publicationissue",
                    "presentationdigitaldocument",
                    "learningresource",
                    "photograph",
                    "imagegallery",
                    "mediagallery",
                    "blog",
                    "episode",
                    "softwareapplication",
                    "businessevent",
                    "educationevent");

    static final Set<String> VIDEOS = Set.of("videoobject", "movie", "tvepisode", "clip");
    static final Set<String> EVENTS =
            Set.of("event", "businessevent", "educationevent", "socialevent", "conferenceevent");
    static final Set<String> PAPERS =
            Set.of("scholarlyarticle", "medicalscholarlyarticle", "thesis");
    static final Set<String> CODE = Set.of("softwaresourcecode");

    private static final Set<String> WEAK =
            Set.of(
                    "webpage",
                    "itempage",
                    "creativework",
                    "blog",
                    "softwareapplication",
                    "imagegallery",
                    "mediagallery",
                    "medicalwebpage",
                    "qapage");
    private static final Set<String> MEDIA =
            Set.of("videoobject", "audioobject", "photograph", "review", "event");

    private Articles() {}

    /// The thing that the page is about: one with a headline and an author before others.
    static Optional<JsonNode> main(JsonLd things, Web web) {
        return things.ofType(TYPES).stream()
                .max(Comparator.comparingInt(thing -> weight(thing, web)))
                .map(best -> first(things, best, web));
    }

    /// The first among equals.
    private static JsonNode first(JsonLd things, JsonNode best, Web web) {
        int weight = weight(best, web);
        return things.ofType(TYPES).stream()
                .filter(thing -> weight(thing, web) == weight)
                .findFirst()
                .orElse(best);
    }

    private static int weight(JsonNode thing, Web web) {
        int weight = JsonLd.isA(thing, WEAK) ? 0 : JsonLd.isA(thing, MEDIA) ? 4 : 8;
        if (thing.has("headline")) {
            weight += 2;
        }
        if (thing.has("author") || thing.has("creator")) {
            weight += 3;
        }
        if (isOf(thing, web)) {
            weight += 2;
        }
        return weight;
    }

    private static boolean isOf(JsonNode thing, Web web) {
        for (var field : new String[] {"url", "mainEntityOfPage", "@id"}) {
            var value = thing.path(field);
            var text = JsonLd.text(value).or(() -> JsonLd.text(value.path("@id"))).orElse("");
            var at = Web.of(text);
            if (at.isKnown() && at.path().equals(web.path()) && !web.isHome()) {
                return true;
            }
        }
        return false;
    }
}
