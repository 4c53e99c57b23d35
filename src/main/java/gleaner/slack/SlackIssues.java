package gleaner.slack;

import gleaner.news.MessageId;
import gleaner.news.PersonId;
import java.time.Instant;
import java.util.List;

/// What was published, and who had shared in Slack what ran.
public interface SlackIssues {

    /// An issue that stands.
    ///
    /// @param title plain text
    record Published(int number, String title, Instant at) {}

    /// A share of a link that ran.
    ///
    /// @param url as that person shared it
    /// @param title plain text: nothing in it was said in private by anybody else
    record Ran(PersonId sharer, MessageId message, String url, String title) {}

    /// The issues that were published after that time and not taken back, the oldest first.
    List<Published> publishedSince(Instant time);

    /// The shares that stood when it was published; none where it was taken back meanwhile.
    List<Ran> ran(Published issue);
}
