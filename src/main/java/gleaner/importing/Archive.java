package gleaner.importing;

/// Something that was kept elsewhere and is read once, from its beginning to its end.
///
/// Reading takes memory that does not grow with the archive. The same archive gives the same events
/// with the same ids in the same order: importing it twice changes nothing. Not for use by several
/// threads.
public interface Archive extends AutoCloseable {

    /// As what it was recognised.
    Form form();

    /// Gives every event, and a problem for everything that had to be left out; then everything
    /// good has been given.
    ///
    /// A problem never ends the reading of what can still be read. What the sink throws does, and
    /// is passed on.
    void read(Sink sink);

    @Override
    void close();
}
