package gleaner.app;

import gleaner.app.config.Config;
import gleaner.command.Grammar;
import gleaner.intake.Worker;
import gleaner.terminal.Chat;
import gleaner.terminal.EditedLines;
import gleaner.terminal.Lines;
import gleaner.terminal.PipedLines;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// A chat in the terminal.
@Command(
        name = "chat",
        description = "Chat in the terminal: each line is a message, '/glean WORDS' a command.",
        footer = {
            "%nEach line is a message of --as NAME in --channel NAME; its links are kept.",
            "A line that starts with /glean is a command: /glean help. /quit or Ctrl-D leaves.",
            "Lines may be piped in: gleaner chat < lines.txt"
        })
final class ChatCommand implements Callable<Integer> {

    private static final Duration STOP = Duration.ofSeconds(4);

    @ParentCommand @Nullable RootCommand root;

    @Override
    public Integer call() throws InterruptedException {
        var place = Objects.requireNonNull(root).workplace();
        var config = place.config();
        try (var house = place.open(config)) {
            var worker = house.worker();
            worker.start();
            try {
                return chat(place, config, house) ? 0 : 1;
            } finally {
                stop(worker);
            }
        }
    }

    private static void stop(Worker worker) throws InterruptedException {
        worker.stop(STOP);
    }

    /// Chats until the lines end.
    ///
    /// @return whether every line was understood
    static boolean chat(Workplace place, Config config, House house) {
        var session = place.session();
        try (var conversation = new InboxConversation(house.store(), house.uniqueName("chat"));
                var lines = lines(place, config)) {
            var chat =
                    new Chat(
                            conversation,
                            place.channel(),
                            place.person(),
                            session.clock(),
                            house.uniqueName("chat"));
            if (session.terminal().in()) {
                lines.print(
                        "Share a link as you would in a channel. '/glean help' shows the commands, /quit leaves.");
            }
            var fine = chat.run(lines);
            return fine || session.terminal().in();
        }
    }

    private static Lines lines(Workplace place, Config config) {
        var session = place.session();
        if (!session.terminal().in() || !session.terminal().out()) {
            return new PipedLines(session.in(), session.out());
        }
        var grammar = new Grammar(config.sections());
        return EditedLines.open(
                "%s #%s> ".formatted(place.person().name(), place.channel().name()),
                place.isColoured(true),
                config.data().resolve("chat-history"),
                begun ->
                        begun.startsWith(Chat.COMMAND + " ")
                                ? grammar.completions(begun.substring(Chat.COMMAND.length() + 1))
                                : List.of(Chat.COMMAND, "/quit"));
    }
}
