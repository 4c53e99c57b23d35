package gleaner.slack;

import gleaner.command.Reply;
import java.util.List;
import java.util.Optional;

/// How a reply looks in Slack.
interface SlackReplies {

    /// One message of Slack's.
    ///
    /// @param text in Slack's own markup; what is read aloud and notified where there are blocks
    /// @param blocks a JSON array of Block Kit blocks
    record Said(String text, Optional<String> blocks) {}

    /// The reply as messages in their order; a long one is several.
    List<Said> of(Reply reply, Showing showing);
}
