package gleaner.command;

import gleaner.news.Sections;
import java.util.function.Supplier;

/// The sections of the open issue: the usual ones under this issue's headings, and those that it
/// has of its own. Read once a command.
///
/// Safe for use by many threads: each sees what was so when its command began, or later.
final class IssueSections implements Supplier<Sections> {

    private final Supplier<Sections> source;
    private volatile Sections now;

    /// @param usual until they were read
    IssueSections(Sections usual, Supplier<Sections> source) {
        this.source = source;
        this.now = usual;
    }

    /// Reads them anew.
    ///
    /// @throws gleaner.news.GleanerException (UNAVAILABLE) where Redis cannot be asked
    void refresh() {
        now = source.get();
    }

    @Override
    public Sections get() {
        return now;
    }
}
