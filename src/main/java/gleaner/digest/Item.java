package gleaner.digest;

import gleaner.digest.prose.Characters;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.Run;
import gleaner.news.LinkId;
import gleaner.news.State;
import gleaner.news.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One story in a draft: a sentence with its links and who wrote the page.
///
/// @param links its links, the leading one first; those that only follow it included
/// @param urls their URLs, in the same order
/// @param sentence without attribution
/// @param attribution `Author/Publisher`, without brackets
/// @param more paragraphs and pictures below the sentence
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
        List<Piece> more,
        List<Tag> tags,
        int votes,
        State state,
        int shares)
        implements Piece {

    /// Another page on the same story.
    ///
    /// @param host as shown
    public record Also(LinkId link, String host, String url) {}

    public Item {
        links = List.copyOf(links);
        urls = List.copyOf(urls);
        also = List.copyOf(also);
        more = List.copyOf(more);
        tags = List.copyOf(tags);
    }

    /// The sentence, the attribution and the further links, as they stand in the issue.
    ///
    /// @param alsoWord before the further links
    public Prose whole(String alsoWord) {
        if (also.isEmpty() && attribution.isEmpty()) {
            return sentence;
        }
        var more = new ArrayList<Run>();
        attribution.ifPresent(name -> more.add(Run.plain(" (" + Characters.clean(name) + ")")));
        for (int i = 0; i < also.size(); i++) {
            more.add(Run.plain(i == 0 ? " (" + alsoWord + ": " : ", "));
            more.add(Run.link(Characters.clean(also.get(i).host()), also.get(i).url()));
        }
        more.add(Run.plain(also.isEmpty() ? "" : ")"));
        return sentence.followedBy(more);
    }
}
