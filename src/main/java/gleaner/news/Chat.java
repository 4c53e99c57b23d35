package gleaner.news;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The interview of an issue, as its editors have it: a copy of a thread or of pasted text, which
/// no later change of its source touches.
///
/// @param title its heading, plain text; without one it is made from who answers
/// @param intro Markdown before the first question
/// @param thread the message that the thread began with from which it was taken
/// @param source what the thread said then, as [#sourceOf] tells it
/// @param turns in the order in which they stand
public record Chat(
        Optional<String> title,
        Optional<String> intro,
        Optional<MessageId> thread,
        Optional<String> source,
        List<Turn> turns) {

    /// What one person says.
    ///
    /// @param speaker plain text; may be empty
    /// @param text Markdown
    public record Turn(Interview.Kind kind, String speaker, String text) {}

    public Chat {
        turns = List.copyOf(turns);
    }

    /// A copy of a thread that was kept.
    public static Chat of(Interview interview) {
        return new Chat(
                Optional.empty(),
                Optional.empty(),
                Optional.of(interview.thread()),
                Optional.of(sourceOf(interview)),
                interview.turns().stream()
                        .map(turn -> new Turn(turn.kind(), turn.speaker().name(), turn.text()))
                        .toList());
    }

    /// A short text that is another one where somebody edited or deleted words of the thread, or
    /// closed its place to the public.
    public static String sourceOf(Interview interview) {
        long hash = interview.visibility().name().length();
        for (var turn : interview.turns()) {
            var said = turn.kind() + "\n" + turn.text() + "\n";
            for (int i = 0; i < said.length(); i++) {
                hash = 31 * hash + said.charAt(i);
            }
        }
        return Long.toHexString(hash);
    }

    /// The people on one side, each once, in the order in which they speak; none without a name.
    public List<String> speakers(Interview.Kind kind) {
        return turns.stream()
                .filter(turn -> turn.kind() == kind && !turn.speaker().isBlank())
                .map(Turn::speaker)
                .distinct()
                .toList();
    }

    public Chat withTitle(Optional<String> changed) {
        return new Chat(changed, intro, thread, source, turns);
    }

    public Chat withIntro(Optional<String> changed) {
        return new Chat(title, changed, thread, source, turns);
    }

    public Chat withTurns(List<Turn> changed) {
        return new Chat(title, intro, thread, source, changed);
    }

    /// The same with every turn changed.
    public Chat withEach(UnaryOperator<Turn> change) {
        var changed = new ArrayList<Turn>();
        turns.forEach(turn -> changed.add(change.apply(turn)));
        return withTurns(changed);
    }
}
