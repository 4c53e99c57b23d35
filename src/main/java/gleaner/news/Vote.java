package gleaner.news;

/// One person's reaction to one message that shared a link.
public record Vote(MessageId message, PersonId person, String emoji) {}
