package gleaner.page;

import gleaner.news.Page;
import gleaner.news.PageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/// Reads one HTML page: each field by the class that knows it, the site's rules before them.
final class HtmlPage {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_NAME = 100;
    private static final int DEEPEST = 300;
    private static final int MOST_ELEMENTS = 250_000;

    private final Document page;
    private final Head head;
    private final Web web;
    private final SiteRules rules;
    private final Optional<JsonThing> main;
    private final Map<String, String> sources = new HashMap<>();

    private HtmlPage(Document page, Web web, SiteRules rules) {
        this.page = page;
        this.web = web;
        this.rules = rules;
        head = Head.of(page);
        main = Articles.main(head.things(), web).map(node -> new JsonThing(head.things(), node));
    }

    static Page read(String html, Web web, SiteRules rules) {
        return new HtmlPage(document(html, web), web, rules).read();
    }

    /// The page's elements, as far as there are not more than any page needs: a few kilobytes that
    /// never close what they open would make millions, and so fill the memory.
    static Document document(String html, Web web) {
        try (var parser = new StreamParser(Parser.htmlParser().setMaxDepth(DEEPEST))) {
            var elements = parser.parse(html, web.url()).iterator();
            for (int i = 0; i < MOST_ELEMENTS && elements.hasNext(); i++) {
                elements.next();
            }
            return parser.document();
        }
    }

    /// What is no HTML, with what the rules know of its place.
    static Page known(Page page, Web web, SiteRules rules) {
        var empty = new HtmlPage(Document.createShell(web.url()), web, rules);
        var publisher = empty.ruled("publisher", LONGEST_NAME);
        var kind = empty.ruled("kind", LONGEST_NAME).flatMap(PageKind::parse);
        page.sources().forEach(empty.sources::putIfAbsent);
        return page.withPublisher(publisher.or(page::publisher))
                .withKind(kind.or(page::kind))
                .withSources(empty.sources);
    }

    private Page read() {
        var homeNames = HomeLinks.names(page, head.title(), web);
        var site = new SiteNames(head, web, homeNames);
        var headings = Headings.of(page, head.title(), web);
        var voted = Titles.of(head, main, headings, site, web);
        var title =
                ruled("title", LONGEST_TITLE)
                        .or(() -> voted.map(found -> from("title", found.source(), found.title())));
        var heading = heading(headings, voted.map(Titles.Voted::title).orElse(""));
        var authors = authors(heading, site);
        var publisher =
                ruled("publisher", LONGEST_NAME)
                        .or(() ->
                                Publishers.of(page, head, main, web, title.orElse(""), homeNames)
                                        .map(found ->
                                                from("publisher", found.source(), found.name())));
        Optional<LocalDate> date =
                Dates.of(page, head, main, web)
                        .map(found -> from("date", found.source(), found.day()));
        var language = language();
        var summary =
                Summaries.of(
                                page,
                                head,
                                main,
                                title.orElse(""),
                                language.map(Locale::forLanguageTag).orElse(Locale.ROOT))
                        .map(found -> from("summary", found.source(), found.words()));
        return new Page(
                title,
                authors,
                publisher,
                date,
                summary,
                language,
                image(),
                Canonicals.of(head, web)
                        .map(found -> from("canonical", found.source(), found.url())),
                rules.of("points-to", web, page, head)
                        .flatMap(given -> given.values().stream().findFirst())
                        .flatMap(web::resolve)
                        .filter(url -> !Web.of(url).domain().equals(web.domain()))
                        .map(url -> from("pointsTo", "site", url)),
                kind(),
                minutes(),
                sources);
    }

    private <T> T from(String field, String source, T value) {
        sources.put(field, source);
        return value;
    }

    private Optional<String> ruled(String field, int longest) {
        return rules.of(field, web, page, head)
                .flatMap(given -> given.values().stream().findFirst())
                .map(value -> Plain.of(value, longest))
                .filter(value -> !value.isEmpty())
                .map(value -> from(field, "site", value));
    }

    private List<String> authors(Optional<Element> heading, SiteNames site) {
        var given = rules.of("author", web, page, head);
        if (given.isPresent()) {
            var names =
                    given.get().values().stream()
                            .map(name -> Plain.of(name, LONGEST_NAME))
                            .filter(name -> !name.isEmpty())
                            .toList();
            return names.isEmpty() ? names : from("authors", "site", names);
        }
        return Authors.of(head, main, Bylines.of(page, heading, site), site)
                .map(named -> from("authors", named.source(), named.people()))
                .orElse(List.of());
    }

    /// The heading that shows the title, else the first one.
    private static Optional<Element> heading(List<Element> headings, String title) {
        var key = Fold.key(title);
        return headings.stream()
                .filter(heading -> !key.isEmpty() && Fold.key(Headings.text(heading)).contains(key))
                .findFirst()
                .or(() -> headings.stream().findFirst());
    }

    private Optional<String> language() {
        var declared = new ArrayList<String>();
        declared.add(head.language());
        main.flatMap(thing -> thing.text("inLanguage")).ifPresent(declared::add);
        declared.addAll(head.all("og:locale", "content-language", "language", "dc.language"));
        for (var each : declared) {
            var tag = each.strip().replace('_', '-');
            int end = 0;
            while (end < tag.length()
                    && (Character.isLetterOrDigit(tag.charAt(end)) || tag.charAt(end) == '-')) {
                end++;
            }
            try {
                var locale = new Locale.Builder().setLanguageTag(tag.substring(0, end)).build();
                if (!locale.getLanguage().isEmpty()) {
                    return Optional.of(from("language", "page", locale.toLanguageTag()));
                }
            } catch (IllformedLocaleException e) {
                // The next one may be a language.
            }
        }
        return Optional.empty();
    }

    private Optional<String> image() {
        var found =
                new ArrayList<>(
                        head.all(
                                "og:image",
                                "og:image:secure_url",
                                "og:image:url",
                                "twitter:image",
                                "twitter:image:src"));
        main.ifPresent(thing ->
                thing.values("image")
                        .forEach(image ->
                                JsonLd.text(
                                                image.isObject() && image.has("url")
                                                        ? image.path("url")
                                                        : image)
                                        .ifPresent(found::add)));
        return found.stream()
                .flatMap(href -> web.resolve(href).stream())
                .findFirst()
                .map(url -> from("image", "page", url));
    }

    private Optional<PageKind> kind() {
        return ruled("kind", 20)
                .flatMap(PageKind::parse)
                .or(() -> Kinds.of(head, main).map(kind -> from("kind", "page", kind)));
    }

    private Optional<Integer> minutes() {
        var paragraphs = page.getElementsByTag("p").stream().map(Element::wholeOwnText).toList();
        int minutes = Summaries.minutes(paragraphs);
        return minutes < 1 ? Optional.empty() : Optional.of(from("minutes", "words", minutes));
    }
}
