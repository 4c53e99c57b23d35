package gleaner.digest;

import gleaner.news.LinkId;
import gleaner.news.State;
import gleaner.news.Tag;
import java.util.List;
import java.util.Optional;

/// One story in a draft: a sentence with its links and who wrote the page.
///
/// @param links its links, the leading one first; those that only follow it included
/// @param urls their URLs, in the same order
/// @param sentence without attribution
/// @param attribution `Author/Publisher`, without brackets
/// @param tags of what was shared where everybody could read, and of commands
/// @param votes the leading link's
/// @param state the leading link's
/// @param shares how often its links were shared where everybody could read
public record Item(
        List<LinkId> links,
        List<String> urls,
        Prose sentence,
        Optional<String> attribution,
        List<Also> also,
        List<Tag> tags,
        int votes,
        State state,
        int shares) {

    /// Another page on the same story.
    ///
    /// @param host as shown
    public record Also(LinkId link, String host, String url) {}

    public Item {
        links = List.copyOf(links);
        urls = List.copyOf(urls);
        also = List.copyOf(also);
        tags = List.copyOf(tags);
    }

    /// The sentence, the further links and the attribution, as they stand in the issue.
    ///
    /// @param alsoWord before the further links
    Prose whole(String alsoWord) {
        if (also.isEmpty() && attribution.isEmpty()) {
            return sentence;
        }
        var more = new java.util.ArrayList<Run>();
        for (var other : also) {
            more.add(Run.plain(more.isEmpty() ? " (" + alsoWord + ": " : ", "));
            more.add(Run.link(Characters.clean(other.host()), other.url()));
        }
        if (!more.isEmpty()) {
            more.add(Run.plain(")"));
        }
        attribution.ifPresent(name -> more.add(Run.plain(" (" + Characters.clean(name) + ")")));
        return sentence.followedBy(more);
    }
}
