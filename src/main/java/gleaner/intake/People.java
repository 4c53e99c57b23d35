package gleaner.intake;

import gleaner.news.PersonId;
import gleaner.news.Role;
import gleaner.news.State;
import java.util.Optional;

/// What the newsroom's configuration says of people and of the emoji that are verbs.
public interface People {

    Role roleOf(PersonId person);

    /// What an editor's reaction with that emoji (a name without colons, or the character) decides;
    /// none for a vote.
    Optional<State> verb(String emoji);
}
