package gleaner.news;

/// What somebody may do.
public enum Role {
    /// Anyone who can write in a channel: shares, tags and withdraws their own, searches, asks for
    /// a draft.
    CONTRIBUTOR,
    /// Named in the configuration: picks, skips, orders, writes, publishes.
    EDITOR
}
