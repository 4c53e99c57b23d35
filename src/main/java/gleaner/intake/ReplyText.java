package gleaner.intake;

import gleaner.command.Reply;
import gleaner.news.MessageId;
import gleaner.news.PersonId;
import java.util.Optional;

/// A reply as one text, on its way through the outbox: the kind and the lengths of the Markdown and
/// the JSON, then both, then whose reaction it answers.
public final class ReplyText {

    private static final int PARTS = 3;

    private ReplyText() {}

    /// The text that [#read] reads.
    public static String write(Reply reply) {
        return "%s %d %d\n%s%s"
                .formatted(
                        reply.kind(),
                        reply.markdown().length(),
                        reply.json().length(),
                        reply.markdown(),
                        reply.json());
    }

    /// The text of a reply to a reaction; [#gesture] finds whose it was.
    public static String write(Reply reply, Gesture gesture) {
        return write(reply) + gesture.person() + "\n" + gesture.message();
    }

    /// Reads what was sent.
    ///
    /// @throws IllegalStateException where that was not written here
    public static Reply read(String text) {
        try {
            var head = head(text);
            var from = text.indexOf('\n') + 1;
            var middle = from + Integer.parseInt(head[1]);
            return new Reply(
                    Reply.Kind.valueOf(head[0]),
                    text.substring(from, middle),
                    text.substring(middle, middle + Integer.parseInt(head[2])));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw foreign(e);
        }
    }

    /// Whose reaction it answers; empty where it answers words.
    ///
    /// @throws IllegalStateException where it was not written here
    public static Optional<Gesture> gesture(String text) {
        try {
            var head = head(text);
            var end =
                    text.indexOf('\n') + 1 + Integer.parseInt(head[1]) + Integer.parseInt(head[2]);
            var line = text.indexOf('\n', end);
            return line < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Gesture(
                                    new PersonId(text.substring(end, line)),
                                    MessageId.parse(text.substring(line + 1))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw foreign(e);
        }
    }

    private static String[] head(String text) {
        return text.substring(0, text.indexOf('\n')).split(" ", PARTS);
    }

    private static IllegalStateException foreign(RuntimeException cause) {
        return new IllegalStateException(
                "The outbox holds an answer that Gleaner did not write.", cause);
    }
}
