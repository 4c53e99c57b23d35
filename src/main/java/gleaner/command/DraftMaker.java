package gleaner.command;

import gleaner.digest.Note;
import gleaner.digest.check.Usual;
import gleaner.news.LinkId;
import gleaner.news.Period;
import gleaner.news.SectionName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /// The open issue as it would be published then.
    Frozen freeze(boolean pickedOnly, Instant time);

    /// What the open issue still lacks.
    ///
    /// @param usual how long the last issues were
    /// @param lost why a link's page could not be read, in Markdown
    Checked check(Usual usual, Function<LinkId, Optional<String>> lost);

    /// What is not ready.
    ///
    /// @param number of the open issue
    /// @param notes each says how to mend it
    record Checked(int number, List<Note> notes) {

        public Checked {
            notes = List.copyOf(notes);
        }
    }

    /// The links of a section in the order in which the draft of everything that has not run has
    /// them now.
    List<LinkId> order(SectionName section);
}
