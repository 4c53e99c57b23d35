package gleaner.mastodon;

import gleaner.news.Interview;
import gleaner.news.MessageId;
import java.time.Instant;
import java.util.Optional;

/// What the channel asks of the newsroom and hands over to it, beside messages. Throws
/// [gleaner.news.GleanerException] (UNAVAILABLE) where it is away.
public interface MastodonDesk {

    /// A published issue.
    ///
    /// @param at when; another time means that it was taken back and published again
    /// @param markdown its exact text
    record Issue(int number, Instant at, String markdown) {}

    /// What a server found on a page, as a reader sees it below a link; all of it a stranger's
    /// words, and any but the URL may be empty.
    record Preview(
            String url,
            String title,
            String description,
            String author,
            String provider,
            String image) {}

    /// A public post under a hashtag that is followed, which was not meant for Gleaner.
    ///
    /// @param status the platform's id of it
    /// @param handle of its author
    /// @param permalink where people see it
    /// @param hashtag without `#`
    /// @param markdown its words
    record Post(
            String status,
            String handle,
            Optional<String> permalink,
            Instant at,
            String hashtag,
            String markdown) {}

    /// Takes a preview for what is known of a page that has not been read.
    void preview(Preview preview);

    /// Suggests the links of a post to editors.
    void suggest(Post post);

    /// Keeps a thread as an interview, in the place of what was kept of it before.
    void keep(Interview interview);

    /// What is kept of the thread that begins with that message.
    Optional<Interview> interview(MessageId thread);

    /// Keeps nothing of that thread any more.
    void forget(MessageId thread);

    /// The latest published issue; empty where none stands.
    Optional<Issue> published();
}
