package gleaner.news;

/// What an editor decided about a link for the open issue.
public enum State {
    /// Nothing yet.
    NEW,
    /// Taken: it is in the draft.
    PICKED,
    /// Taken, and its place is in the lead section.
    LEAD,
    /// Kept for a later issue.
    HELD,
    /// Left out.
    SKIPPED
}
