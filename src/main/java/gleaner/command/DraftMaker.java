package gleaner.command;

import gleaner.news.LinkId;
import gleaner.news.Period;
import gleaner.news.SectionName;
import java.util.List;
import java.util.Optional;

/// Drafts the open issue for the commands.
public interface DraftMaker {

    /// A draft, to be rendered in any form.
    interface Drafted {

        String in(DraftForm form);
    }

    /// The draft.
    ///
    /// @param period what was shared in it and has not run; without one, whatever has not run
    /// @param pickedOnly only what an editor took
    /// @param forEditor whether what only editors may see may be in it
    Drafted draft(Optional<Period> period, boolean pickedOnly, boolean forEditor);

    /// The links of a section in the order in which the draft of everything that has not run has
    /// them now.
    List<LinkId> order(SectionName section);
}
