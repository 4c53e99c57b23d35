package gleaner.importing;

import gleaner.news.Event;

/// Takes what an archive holds, in the order in which it stands there.
public interface Sink {

    /// Something happened.
    void event(Event event);

    /// Something was left out, or is not as one would expect.
    void problem(Problem problem);

    /// How far the reading is, told every now and then.
    ///
    /// @param bytesRead of the archive as it lies there, packed
    /// @param bytesTotal the same of the whole archive; -1 where nobody knows
    default void progress(long bytesRead, long bytesTotal) {}
}
