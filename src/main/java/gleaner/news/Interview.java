package gleaner.news;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

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

    private static final int MOST_NAMED = 5;

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

    /// Who asks and who answers, and how often: "2 questions by Ada, 1 answer by Grace".
    public String summary() {
        return "%s by %s, %s by %s"
                .formatted(
                        counted(Kind.QUESTION, "question"),
                        speakers(Kind.QUESTION),
                        counted(Kind.ANSWER, "answer"),
                        speakers(Kind.ANSWER));
    }

    private String counted(Kind kind, String word) {
        var count = count(kind);
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private String speakers(Kind kind) {
        var names =
                turns.stream()
                        .filter(turn -> turn.kind() == kind)
                        .map(turn -> turn.speaker().name())
                        .distinct()
                        .toList();
        return names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? " and others" : "");
    }
}
