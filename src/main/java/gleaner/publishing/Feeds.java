package gleaner.publishing;

import gleaner.command.DraftForm;
import gleaner.command.Edition;
import gleaner.command.FeedForm;
import gleaner.markdown.Plain;
import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Feeds of published issues, and of what ran in them under a tag.
///
/// They are made of the issues' exact texts for readers only, so nothing is in them that was not in
/// an issue. Ids are UUIDs made from newsroom, issue and link: they stay when the site moves.
///
/// @param site where the issues' files are for readers, with a slash at its end
record Feeds(Newsletter newsletter, Optional<URI> site) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_SUMMARY = 300;
    private static final int LONGEST_TITLE = 120;
    private static final Pattern HTML_MARK =
            Pattern.compile("<sup><a href=\"#fn-[0-9]{1,4}\">[0-9]{1,4}</a></sup>");
    private static final Pattern TEXT_MARK = Pattern.compile("\\[\\*[0-9]{1,4}]");

    /// What the feed of that form is called as a file.
    static String file(FeedForm form) {
        return switch (form) {
            case RSS -> "feed.xml";
            case ATOM -> "atom.xml";
            case JSON -> "feed.json";
        };
    }

    /// What an issue's text of that form is called as a file.
    static String file(int issue, DraftForm form) {
        return "issue-%d.%s"
                .formatted(
                        issue,
                        switch (form) {
                            case MARKDOWN -> "md";
                            case HTML -> "html";
                            case TEXT -> "txt";
                            case JSON -> "json";
                        });
    }

    /// @param current what a tag is called now
    String write(
            FeedForm form, List<Edition> issues, Optional<Tag> tag, UnaryOperator<Tag> current) {
        var entries =
                tag.map(wanted ->
                                issues.stream()
                                        .flatMap(issue -> items(issue, wanted, current))
                                        .toList())
                        .orElseGet(() -> issues.stream().map(this::entry).toList());
        var feed =
                new Feed(
                        id("feed" + tag.map(wanted -> ":" + wanted.folded()).orElse("")),
                        newsletter.name() + tag.map(wanted -> ": " + wanted).orElse(""),
                        newsletter.language().toLanguageTag(),
                        site.map(URI::toString),
                        site.filter(_ -> tag.isEmpty()).map(url -> url + file(form)),
                        newsletter.name(),
                        entries);
        return switch (form) {
            case RSS -> RssFeed.of(feed);
            case ATOM -> AtomFeed.of(feed);
            case JSON -> JsonFeed.of(feed);
        };
    }

    private Entry entry(Edition issue) {
        var json = json(issue);
        var intro = json.path("intro").path(0).path("text").asString("");
        return new Entry(
                id("issue:" + issue.number()),
                issue.title(),
                site.map(url -> url + file(issue.number(), DraftForm.HTML)),
                issue.at(),
                Excerpt.of(intro.isBlank() ? issue.title() : intro, LONGEST_SUMMARY),
                Texts.body(issue.in(DraftForm.HTML)),
                List.of());
    }

    private Stream<Entry> items(Edition issue, Tag wanted, UnaryOperator<Tag> current) {
        return all(json(issue).path("sections"))
                .flatMap(section -> all(section.path("items")))
                .filter(item ->
                        all(item.path("tags"))
                                .anyMatch(tag -> isTag(tag.asString(""), wanted, current)))
                .map(item -> item(issue, item));
    }

    private static boolean isTag(String written, Tag wanted, UnaryOperator<Tag> current) {
        try {
            return current.apply(Tag.of(written)).equals(wanted);
        } catch (GleanerException _) {
            return false;
        }
    }

    private Entry item(Edition issue, JsonNode item) {
        // The issue's footnotes are not in this feed, so nothing leads to them.
        var text = TEXT_MARK.matcher(item.path("text").asString("")).replaceAll("");
        var html = HTML_MARK.matcher(item.path("html").asString("")).replaceAll("");
        var by = item.path("attribution").asString("");
        var escaped = by.isBlank() ? "" : " (" + Xml.escaped(by) + ")";
        return new Entry(
                id("issue:%d:%s".formatted(issue.number(), item.path("id").asString(""))),
                Excerpt.of(text, LONGEST_TITLE),
                all(item.path("urls"))
                        .map(url -> url.asString(""))
                        .filter(Plain::isWeb)
                        .findFirst(),
                issue.at(),
                Excerpt.of(text, LONGEST_SUMMARY),
                "<p>" + html + escaped + "</p>",
                all(item.path("tags")).map(tag -> tag.asString("")).toList());
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode json(Edition issue) {
        try {
            return JSON.readTree(issue.in(DraftForm.JSON));
        } catch (JacksonException _) {
            return JSON.createObjectNode();
        }
    }

    private String id(String what) {
        var name = "gleaner:%s:%s".formatted(newsletter.team(), what);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
