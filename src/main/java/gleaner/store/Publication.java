package gleaner.store;

import gleaner.news.IssueWords;

/// What an act does to the open issue as a whole; the links that it is about are the act's
/// revisions.
public sealed interface Publication {

    /// Keeps a snapshot for good and opens the next issue.
    ///
    /// @param words what was written for the issue when the snapshot was made; where it has changed
    ///   since, the act is refused
    record Publish(Snapshot snapshot, IssueWords words) implements Publication {}

    /// Throws the latest snapshot away and opens its issue again.
    record Unpublish(int number) implements Publication {}
}
