package gleaner.intake;

import gleaner.command.Reply;

/// A reply as one text, on its way through the outbox: the kind, the length of the Markdown, then
/// both parts.
public final class ReplyText {

    private ReplyText() {}

    /// The text that [#read] reads.
    public static String write(Reply reply) {
        return reply.kind()
                + " "
                + reply.markdown().length()
                + "\n"
                + reply.markdown()
                + reply.json();
    }

    /// Reads what was sent.
    ///
    /// @throws IllegalStateException where that was not written here
    public static Reply read(String text) {
        try {
            var line = text.indexOf('\n');
            var head = text.substring(0, line).split(" ", 2);
            var middle = line + 1 + Integer.parseInt(head[1]);
            return new Reply(
                    Reply.Kind.valueOf(head[0]),
                    text.substring(line + 1, middle),
                    text.substring(middle));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "The outbox holds an answer that Gleaner did not write.", e);
        }
    }
}
