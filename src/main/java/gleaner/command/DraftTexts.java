package gleaner.command;

import gleaner.digest.takeback.DraftOutline;
import gleaner.news.IssueWords;
import gleaner.news.Link;
import gleaner.news.Sections;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The draft of the open issue as one text that an editor changes.
public interface DraftTexts {

    /// The open issue as it stands.
    ///
    /// @param sections of this issue
    /// @param links the candidates
    /// @param also the word before further links
    record Now(
            IssueWords words,
            Sections sections,
            List<Link> links,
            DraftOutline outline,
            String also) {

        public Now {
            links = List.copyOf(links);
        }
    }

    Now now();

    /// The draft as it would be.
    ///
    /// @param words instead of those that are written
    /// @param changed in the place of the links of those ids, or besides them
    DraftOutline as(IssueWords words, Collection<Link> changed);

    /// What a text was made from; empty where it is not known any more.
    Optional<KeptDraft> kept(String reference);
}
