package gleaner.command;

import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.store.Sharing;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is said of a message whose links were kept. Who shared a link first in private is never
/// named.
public final class Acknowledgements {

    private static final int MOST = 10;

    private final Lines lines;

    public Acknowledgements(Clock clock, ZoneId zone, Locale locale) {
        this.lines = new Lines(clock, zone, locale);
    }

    /// One line a link, at most ten;
    /// `{"kept":[{"id","url","new","first_shared":{"person","channel","time"},"ran"}]}`.
    public Reply shared(List<Sharing> sharings) {
        var told = new ArrayList<String>();
        var json = Json.object();
        var array = json.putArray("kept");
        for (var sharing : sharings) {
            var link = sharing.link();
            told.add(sharing.isNew() ? kept(sharing) : known(sharing));
            var item =
                    array.addObject()
                            .put("id", link.id().value())
                            .put("url", sharing.share().url())
                            .put("new", sharing.isNew());
            var first =
                    link.shares().stream()
                            .findFirst()
                            .filter(share -> !sharing.isNew() && share.isPublic());
            first.ifPresentOrElse(
                    share ->
                            item.putObject("first_shared")
                                    .put("person", share.person().name())
                                    .put("channel", share.channel().name())
                                    .put("time", share.time().toString()),
                    () -> item.putNull("first_shared"));
            Json.put(item, "ran", link.ran());
        }
        if (told.size() > MOST) {
            var more = told.size() - MOST;
            told.subList(MOST, told.size()).clear();
            told.add("… and %d more.".formatted(more));
        }
        return new Reply(Reply.Kind.DONE, String.join("\n", told), json.toString());
    }

    /// What is said of a message with a URL that is too long to be kept, and no other.
    public static Reply tooLong() {
        return Replies.refused(
                "A URL of more than %,d characters is not kept; share a shorter one that leads to the same page."
                        .formatted(Link.MAX_URL));
    }

    private String kept(Sharing sharing) {
        var tags = sharing.share().tags();
        return "Kept " + name(sharing) + (tags.isEmpty() ? "" : " " + lines.tags(tags));
    }

    private String name(Sharing sharing) {
        var share = sharing.share();
        var words =
                sharing.link()
                        .page()
                        .title()
                        .filter(title -> !title.isBlank())
                        .orElse(share.words().isBlank() ? share.url() : share.words());
        return "`%s` %s".formatted(sharing.link().id(), Markdown.link(words, share.url(), 100));
    }

    private String known(Sharing sharing) {
        Link link = sharing.link();
        LinkId id = link.id();
        var ran = link.ran().map(" and ran in issue %d"::formatted).orElse("");
        var first = link.shares().getFirst();
        return first.isPublic()
                ? "`%s` was first shared by %s in %s on %s%s"
                        .formatted(
                                id,
                                lines.name(first.person().name()),
                                lines.channel(first),
                                lines.day(first.time()),
                                ran)
                : "`%s` was shared before%s".formatted(id, ran);
    }
}
