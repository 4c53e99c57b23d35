package gleaner.app;

import gleaner.command.Reply;
import java.time.Instant;

/// A place where editors get what they have not asked for.
interface EditorsRoom {

    /// Sends a draft; the same one a second time changes nothing.
    ///
    /// @param id of the draft, the same in every process
    /// @param notice a sentence that stands above it
    void send(String id, String notice, Reply draft, Instant now);

    /// Where that is, for people: `the channel C012AB3CD in Slack`.
    String name();
}
