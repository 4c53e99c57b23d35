package gleaner.mastodon;

import gleaner.markdown.Plain;
import gleaner.mastodon.MastodonApi.HashTag;
import gleaner.mastodon.MastodonApi.Mention;
import gleaner.mastodon.MastodonApi.Status;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Tells what an `<a>` of a status is: by its classes, and by what the status itself lists, as
/// servers differ in both.
final class Anchors {

    /// What an anchor is.
    sealed interface Kind {}

    /// A mention.
    ///
    /// @param name as written, with its `@`
    record Person(String name) implements Kind {}

    /// A hashtag.
    ///
    /// @param name as its author wrote it, without `#`
    record Tagged(String name) implements Kind {}

    /// A link.
    ///
    /// @param label the words on it; empty where they are only its address
    record Web(String url, String label) implements Kind {}

    /// Nothing to show: an attached file, the quoted status.
    record Left() implements Kind {}

    /// No link to the web, so only what stands in it counts.
    record Text() implements Kind {}

    private final Set<String> people = new HashSet<>();
    private final Map<String, String> tags = new HashMap<>();
    private final Set<String> left = new HashSet<>();

    Anchors(Status status) {
        status.mentions().stream()
                .map(Mention::url)
                .filter(url -> !url.isEmpty())
                .forEach(people::add);
        for (HashTag tag : status.tags()) {
            if (!tag.url().isEmpty()) {
                tags.put(tag.url(), tag.name());
            }
        }
        left.addAll(status.media());
        status.quote().flatMap(Status::url).ifPresent(left::add);
    }

    boolean isPerson(Element anchor) {
        var href = anchor.attr("href").strip();
        return !isTag(anchor, href) && (anchor.hasClass("mention") || people.contains(href));
    }

    Kind of(Element anchor) {
        var href = anchor.attr("href").strip();
        var text = anchor.text().strip();
        if (isTag(anchor, href)) {
            return tagged(href, text);
        }
        if (isPerson(anchor)) {
            return new Person(text);
        }
        if (left.contains(href)) {
            return new Left();
        }
        if (!Plain.isWeb(href)) {
            return new Text();
        }
        return new Web(href, isAddress(anchor, text, href) ? "" : text);
    }

    private boolean isTag(Element anchor, String href) {
        return anchor.hasClass("hashtag")
                || tags.containsKey(href)
                || (anchor.attr("rel").contains("tag") && anchor.text().strip().startsWith("#"));
    }

    private Kind tagged(String href, String text) {
        var written = text.startsWith("#") || text.startsWith("＃") ? text.substring(1) : text;
        var name =
                written.isBlank() || written.chars().anyMatch(Character::isWhitespace)
                        ? tags.getOrDefault(href, "")
                        : written;
        return name.isBlank() ? new Text() : new Tagged(name);
    }

    /// Whether the words are the address, whole or shortened.
    private static boolean isAddress(Element anchor, String text, String href) {
        if (anchor.selectFirst("span.invisible, span.ellipsis") != null) {
            return true;
        }
        var shown = HtmlMarkdown.bare(text.replace("…", "").toLowerCase(Locale.ROOT));
        return shown.isEmpty()
                || (shown.indexOf('.') > 0 && HtmlMarkdown.bare(href).startsWith(shown));
    }
}
