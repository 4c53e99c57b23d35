package gleaner.command;

import gleaner.news.LinkId;
import java.util.Collection;
import java.util.Optional;

/// The reading of pages, as far as people have to do with it.
public interface PageDesk {

    /// Has pages read again, before all others, whatever came of them before.
    ///
    /// @throws gleaner.news.GleanerException (FAILED) where no pages are read here
    void refresh(Collection<LinkId> links);

    /// Why a page could not be read and is tried no more, a sentence in Markdown; none where it was
    /// read or still may be.
    Optional<String> lost(LinkId link);

    /// What is to be told of a page that is not read yet or could not be: a sentence or two in
    /// Markdown.
    Optional<String> news(LinkId link);
}
