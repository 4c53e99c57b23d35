package gleaner.command;

import gleaner.news.Channel;
import gleaner.news.ChannelId;
import gleaner.news.Event.MessagePosted;
import gleaner.news.LinkKey;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Visibility;
import gleaner.store.Repository;
import gleaner.store.Suggested;
import gleaner.store.Suggestions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Links that nobody here shared, for editors to see and to take. What is taken is a link like any
/// other, shared by "via @who@server"; of the post nothing but the link and its hashtag is kept, as
/// it was not meant for Gleaner.
final class Suggesting {

    private static final int LONGEST = 100;
    private static final int SHOWN = 20;

    private final Suggestions suggestions;
    private final Repository repository;
    private final Collector collector;
    private final Function<String, LinkKey> keys;
    private final Lines lines;
    private final Clock clock;

    Suggesting(
            Suggestions suggestions,
            Repository repository,
            Collector collector,
            Function<String, LinkKey> keys,
            Lines lines,
            Clock clock) {
        this.suggestions = suggestions;
        this.repository = repository;
        this.collector = collector;
        this.keys = keys;
        this.lines = lines;
        this.clock = clock;
    }

    /// `{"suggestions":[{"id","url","by","tag","permalink","time"}]}`
    Reply list() {
        var open =
                suggestions.newest(clock.instant()).stream()
                        .filter(suggested -> repository.find(keys.apply(suggested.url())).isEmpty())
                        .toList();
        var json = Json.object();
        var array = json.putArray("suggestions");
        var told = new StringBuilder();
        for (var suggested : open) {
            if (array.size() < SHOWN) {
                told.append("- ").append(line(suggested)).append('\n');
            }
            var each =
                    array.addObject()
                            .put("id", suggested.id().value())
                            .put("url", suggested.url())
                            .put("by", suggested.by().name())
                            .put("tag", suggested.tag());
            Json.put(each, "permalink", suggested.permalink());
            Json.put(each, "time", Optional.<Instant>of(suggested.at()));
        }
        return Replies.shown(
                open.isEmpty()
                        ? "Nothing is suggested: under the hashtags of `mastodon.follow` in config/gleaner.yaml nobody posted a new link in the last two weeks."
                        : "%s, the latest first; `pick %s` takes one.\n\n%s"
                                .formatted(counted(open.size()), open.getFirst().id(), told),
                json);
    }

    private static String counted(int count) {
        var suggestions = count == 1 ? "1 suggestion" : count + " suggestions";
        return count > SHOWN
                ? suggestions + ", of which %d are here".formatted(SHOWN)
                : suggestions;
    }

    private String line(Suggested suggested) {
        return "`%s` %s — by %s under #%s, %s"
                .formatted(
                        suggested.id(),
                        Markdown.link(suggested.url(), suggested.url(), LONGEST),
                        suggested
                                .permalink()
                                .map(url -> Markdown.link(suggested.by().name(), url, LONGEST))
                                .orElseGet(() -> Markdown.line(suggested.by().name(), LONGEST)),
                        Markdown.line(suggested.tag(), LONGEST),
                        lines.day(suggested.at()));
    }

    /// The same links, suggestions among them kept first and named by their URLs.
    List<LinkRef> taken(List<LinkRef> refs) {
        return refs.stream().map(this::taken).toList();
    }

    private LinkRef taken(LinkRef ref) {
        if (!(ref instanceof LinkRef.ById(var id)) || repository.link(id).isPresent()) {
            return ref;
        }
        return suggestions
                .find(id)
                .<LinkRef>map(suggested -> {
                    collector.collect(share(suggested));
                    return new LinkRef.ByUrl(suggested.url());
                })
                .orElse(ref);
    }

    /// Once they are taken, they are suggested no more.
    void settle(List<LinkRef> refs) {
        for (var ref : refs) {
            if (ref instanceof LinkRef.ById(var id)) {
                suggestions.remove(id);
            }
        }
    }

    private static MessagePosted share(Suggested suggested) {
        var channel = new Channel(ChannelId.of(suggested.by().kind(), "hashtags"), "hashtags");
        return new MessagePosted(
                new MessageId(channel.id(), suggested.post()),
                channel,
                new Person(suggested.by(), "via " + suggested.by().name()),
                suggested.at(),
                "<" + suggested.url() + "> #" + suggested.tag(),
                Visibility.PUBLIC,
                Optional.empty(),
                suggested.permalink(),
                Optional.empty());
    }
}
