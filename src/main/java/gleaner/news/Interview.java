package gleaner.news;

import java.time.Instant;
import java.util.List;

/// A conversation that somebody wants in the issue: who asked what, and who answered.
///
/// @param thread the message that it begins with
/// @param channel where it was held
/// @param visibility of the place; what was said in private is not for readers
/// @param by who asked for it to be kept
/// @param kept when
/// @param turns in the order in which they were spoken
public record Interview(
        MessageId thread,
        Channel channel,
        Visibility visibility,
        Person by,
        Instant kept,
        List<Turn> turns) {

    /// What one person said before another one spoke.
    ///
    /// @param text Markdown, its messages parted by an empty line
    /// @param time of its first message
    public record Turn(Person speaker, Kind kind, String text, Instant time) {}

    /// Which side a turn is on.
    public enum Kind {
        QUESTION,
        ANSWER
    }

    public Interview {
        turns = List.copyOf(turns);
    }

    public long count(Kind kind) {
        return turns.stream().filter(turn -> turn.kind() == kind).count();
    }
}
