package gleaner.slack;

import gleaner.command.Reply;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Role;
import gleaner.news.Sections;

/// What the channel asks the newsroom for to show it: reads only; what changes anything goes
/// through the inbox.
public interface SlackDesk {

    Role roleOf(PersonId person);

    Sections sections();

    /// Answers a command that shows something, as the person would be answered in private.
    Reply ask(String words, Person person);
}
