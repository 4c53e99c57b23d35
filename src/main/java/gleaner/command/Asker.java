package gleaner.command;

import gleaner.news.Channel;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Role;
import gleaner.news.Visibility;
import java.time.Instant;
import java.util.Optional;

/// Who says something to Gleaner, where, and as whom.
///
/// @param command the command's own id: given twice with the same id, it is done once
/// @param visibility of the place where it was said
/// @param about the message that it answers
/// @param permalink a URL of what was said
public record Asker(
        MessageId command,
        Person person,
        Role role,
        Channel channel,
        Visibility visibility,
        Instant time,
        Optional<MessageId> about,
        Optional<String> permalink) {

    /// Where no URL leads to what was said.
    public Asker(
            MessageId command,
            Person person,
            Role role,
            Channel channel,
            Visibility visibility,
            Instant time,
            Optional<MessageId> about) {
        this(command, person, role, channel, visibility, time, about, Optional.empty());
    }
}
