package gleaner.intake;

import gleaner.news.MessageId;
import gleaner.news.PersonId;

/// A reaction that was carried out as a command, or a message of which nothing could be kept: the
/// answer goes to that person, at that message.
///
/// @param person who reacted, or wrote the message
/// @param message the message that they reacted to or wrote
public record Gesture(PersonId person, MessageId message) {}
