package gleaner.publishing;

import gleaner.command.Destination;
import java.util.List;
import java.util.Optional;

/// A publisher that keeps drafts; all of it throws [Trouble].
interface Remote {

    Destination destination();

    /// The letter as it is sent and compared: within the publisher's limits, and nothing in it that
    /// the publisher would take for code.
    Letter letter(Letter letter);

    Optional<Stored> read(String id);

    /// Looks for the draft of that issue where no id is known.
    ///
    /// @param tried a draft that was asked for before, and nobody knows whether it was made
    Optional<Stored> find(int issue, Optional<Note.Trial> tried);

    Stored make(int issue, Note.Trial trial);

    /// Puts a letter into the place of that one.
    ///
    /// @throws Trouble with status 409 where it was changed meanwhile
    Stored update(Stored stored, Letter letter);

    /// What would be asked.
    List<Ask> rehearse(int issue, Note note, Letter letter);

    Place place();
}
