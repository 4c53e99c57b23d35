package gleaner.page;

import gleaner.news.LinkId;
import gleaner.news.Page;
import java.time.Duration;
import java.util.List;

/// The pages that are still to be read, and where what was read is kept; owned by the store.
///
/// Every method may throw [gleaner.news.GleanerException] (UNAVAILABLE); then nothing has happened.
public interface Pages {

    /// A link whose page is due: nobody else's for the time of its lease.
    ///
    /// @param attempt how many times it was taken, this one included
    /// @param lease whatever the owner needs to know it again
    record Due(LinkId link, String url, int attempt, Object lease) {}

    /// Takes links that are due, at most `count`, for that long.
    List<Due> take(int count, Duration lease);

    /// Keeps what a page says of itself.
    void keep(Due due, Page page);

    /// Tries it again after that time.
    ///
    /// @param why a sentence for people
    void retry(Due due, Duration after, String why);

    /// Tries it after that time; it was not its turn.
    void putOff(Due due, Duration after);

    /// Tries it no more until somebody asks for it.
    ///
    /// @param why a sentence for people
    void giveUp(Due due, String why);
}
