package gleaner.app;

import gleaner.app.config.Config;
import gleaner.command.Asker;
import gleaner.command.Reply;
import gleaner.news.Channel;
import gleaner.news.GleanerException;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.Visibility;
import gleaner.page.PageReader;
import gleaner.terminal.TerminalText;
import java.io.IOException;
import java.nio.file.Files;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What the commands of the command line share: the configuration, the house, who speaks, and how
/// an answer is printed.
final class Workplace {

    private final Session session;
    private final GlobalOptions options;

    Workplace(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    Session session() {
        return session;
    }

    /// The configuration; what is unwise in it is told on standard error.
    Config config() {
        var config =
                Config.load(session.home(), options.config, options.data, session.environment());
        config.warnings().forEach(warning -> session.err().println("gleaner: " + warning));
        return config;
    }

    /// Reads pages by the rules in `config/site.rules`; where that file is not there, by those with
    /// which Gleaner was built.
    PageReader pages() {
        var rules = session.home().resolve("config").resolve("site.rules");
        if (!Files.isRegularFile(rules)) {
            return PageReader.builtIn();
        }
        try {
            return PageReader.with(Files.readAllLines(rules), "config/site.rules");
        } catch (IOException e) {
            throw GleanerException.unavailable(
                    "config/site.rules should be text in UTF-8 that can be read; mend it, or take it away to have the rules that Gleaner brings.");
        }
    }

    House open(Config config) {
        return House.open(
                config,
                session.clock(),
                session.random(),
                percent -> {
                    if (session.terminal().err()) {
                        session.err()
                                .print("\r\u001b[KReading what was kept: %d %%".formatted(percent));
                        session.err().print(percent >= 100 ? "\r\u001b[K" : "");
                        session.err().flush();
                    }
                },
                this::pages);
    }

    /// Who speaks: `--as`, else the user of this machine.
    Person person() {
        var name =
                options.as
                        .map(String::strip)
                        .orElseGet(() ->
                                session.environment()
                                        .getOrDefault(
                                                "USER",
                                                System.getProperty("user.name", "somebody")));
        if (name.isBlank() || name.length() > 100) {
            throw GleanerException.usage("--as should name a person in 1 to 100 characters.");
        }
        return Person.of("terminal", name);
    }

    /// Where it is said.
    Channel channel() {
        var name = options.channel.map(String::strip).orElse("general");
        name = name.startsWith("#") ? name.substring(1) : name;
        if (name.isBlank() || name.length() > 100) {
            throw GleanerException.usage("--channel should name a channel in 1 to 100 characters.");
        }
        return Channel.of("terminal", name);
    }

    boolean isJson() {
        return options.json;
    }

    boolean isColoured(boolean terminal) {
        return terminal
                && !options.noColor
                && session.environment().getOrDefault("NO_COLOR", "").isEmpty()
                && !session.environment().getOrDefault("TERM", "").equals("dumb");
    }

    Asker asker(House house) {
        var person = person();
        return new Asker(
                new MessageId(channel().id(), house.uniqueName("cli")),
                person,
                house.roleOf(person.id()),
                channel(),
                Visibility.PUBLIC,
                session.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty());
    }

    /// Prints an answer: what was asked for on standard output, what went wrong on standard error.
    ///
    /// @return the exit code
    int print(Reply reply) {
        var fine = reply.kind().isFine();
        if (isJson()) {
            session.out().println(reply.json());
        } else if (reply.isDocument()) {
            session.out().println(reply.markdown().stripTrailing());
        } else if (fine) {
            session.out()
                    .println(
                            TerminalText.of(
                                    reply.markdown(), isColoured(session.terminal().out())));
        } else {
            session.err()
                    .println(
                            TerminalText.of(
                                    reply.markdown(), isColoured(session.terminal().err())));
        }
        session.out().flush();
        session.err().flush();
        return switch (reply.kind()) {
            case DONE, SHOWN, DOCUMENT -> 0;
            case REFUSED -> 1;
            case MISUNDERSTOOD -> 2;
            case FAILED -> 69;
        };
    }
}
