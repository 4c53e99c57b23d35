package gleaner.news;

/// Who could read a message where it was written.
public enum Visibility {
    /// Everybody in the team, or in the world.
    PUBLIC,
    /// A direct message, a private channel, a followers-only post: its words and its sharer's name
    /// are never rendered.
    PRIVATE
}
