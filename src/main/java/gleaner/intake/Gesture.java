package gleaner.intake;

import gleaner.news.MessageId;
import gleaner.news.PersonId;

/// A reaction that was carried out as a command: its answer goes to that person, at that message.
///
/// @param person who reacted
/// @param message the message that they reacted to
public record Gesture(PersonId person, MessageId message) {}
