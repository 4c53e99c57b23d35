package gleaner.terminal;

import gleaner.command.Reply;
import gleaner.news.Channel;
import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessagePosted;
import gleaner.news.GleanerException;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Visibility;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A chat in the terminal: each line is a message, a line that starts with `/glean` a command.
public final class Chat {

    /// What makes a line a command.
    public static final String COMMAND = "/glean";

    private static final int LONGEST = 1_000_000;

    private final Conversation conversation;
    private final Channel channel;
    private final Person person;
    private final Clock clock;
    private final String session;
    private int count;

    /// @param session makes this chat's message ids unlike those of any other
    public Chat(
            Conversation conversation,
            Channel channel,
            Person person,
            Clock clock,
            String session) {
        this.conversation = conversation;
        this.channel = channel;
        this.person = person;
        this.clock = clock;
        this.session = session;
    }

    /// Reads and answers until the lines end or one says `/quit`.
    ///
    /// @return whether every line was understood
    public boolean run(Lines lines) {
        var fine = true;
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            var words = line.get().strip();
            if (words.equals("/quit") || words.equals("/exit")) {
                break;
            }
            if (!words.isEmpty()) {
                fine &= answer(words, lines);
            }
        }
        return fine;
    }

    private boolean answer(String words, Lines lines) {
        if (words.length() > LONGEST) {
            lines.print(
                    "A line may have %,d characters, this one has %,d: nothing of it was kept."
                            .formatted(LONGEST, words.length()));
            return false;
        }
        if (words.startsWith("/") && !isCommand(words)) {
            lines.print(
                    "Commands begin with %s: try '%s help'. To leave, type /quit."
                            .formatted(COMMAND, COMMAND));
            return false;
        }
        try {
            var reply = conversation.say(event(words));
            reply.ifPresent(given -> lines.print(shown(given, lines.isColoured())));
            return reply.map(given -> given.kind().isFine()).orElse(true);
        } catch (GleanerException e) {
            lines.print(e.sentence());
            return false;
        }
    }

    private static boolean isCommand(String words) {
        return words.equals(COMMAND) || words.startsWith(COMMAND + " ");
    }

    private static String shown(Reply reply, boolean coloured) {
        return reply.isDocument()
                ? reply.markdown().stripTrailing()
                : TerminalText.of(reply.markdown(), coloured);
    }

    private Event event(String words) {
        var id = new MessageId(channel.id(), session + "-" + ++count);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (isCommand(words)) {
            return new CommandGiven(
                    id,
                    channel,
                    person,
                    now,
                    words.substring(COMMAND.length()).strip(),
                    Visibility.PUBLIC,
                    Optional.empty());
        }
        return new MessagePosted(
                id,
                channel,
                person,
                now,
                words,
                Visibility.PUBLIC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
