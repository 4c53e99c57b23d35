package gleaner.news;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One person's one act of sharing one link.
///
/// @param message where; a link has at most one share of each message
/// @param time when the message was written
/// @param url as shared
/// @param words the link's own words in the message, plain; empty where the URL stood bare
/// @param sentence the sentence around the link, Markdown, the link included
/// @param tags the message's hashtags
/// @param quoted whether the link stood in words that the person quoted
/// @param permalink a URL of the message
/// @param section the section that the message named (an imported table's column), as written
/// @param edited when the message was last edited
/// @param gone when the message was deleted, or edited so that the link is no longer in it
public record Share(
        MessageId message,
        Person person,
        Channel channel,
        Instant time,
        String url,
        String words,
        String sentence,
        List<Tag> tags,
        boolean quoted,
        Visibility visibility,
        Optional<String> permalink,
        Optional<String> section,
        Optional<Instant> edited,
        Optional<Instant> gone) {

    public Share {
        tags = List.copyOf(tags);
    }

    /// Whether its words and its sharer may be rendered.
    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    /// The same share, gone from its channel.
    public Share goneAt(Instant when) {
        return new Share(
                message,
                person,
                channel,
                time,
                url,
                words,
                sentence,
                tags,
                quoted,
                visibility,
                permalink,
                section,
                edited,
                Optional.of(when));
    }
}
