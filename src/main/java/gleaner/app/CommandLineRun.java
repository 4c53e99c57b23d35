package gleaner.app;

import gleaner.app.logging.Redaction;
import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// One call of the command line with streams and environment of its own, so that it runs in a test
/// as in a shell.
final class CommandLineRun {

    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 69;

    private static final List<String> LEVELS =
            List.of("error", "warn", "info", "debug", "trace", "off");

    private final Session session;
    private final Map<String, String> environment;
    private final PrintWriter err;

    CommandLineRun(Session session) {
        this.session = session;
        this.environment = session.environment();
        this.err = session.err();
    }

    /// Does what the arguments say.
    ///
    /// @return the exit code: 0, 1, 2 or 69
    int run(String... arguments) {
        var args = SpokenOptions.spoken(arguments);
        var level = environment.getOrDefault("GLEANER_LOG", "");
        if (!level.isEmpty() && !LEVELS.contains(level.toLowerCase(Locale.ROOT))) {
            return tell(
                    USAGE,
                    "GLEANER_LOG should be one of %s, not '%s'."
                            .formatted(String.join(", ", LEVELS), Excerpt.of(level)));
        }
        var plain = PlainWords.of(args);
        if (plain.isPresent()) {
            return say(plain.get());
        }
        var line =
                new CommandLine(new RootCommand(session))
                        .setOut(session.out())
                        .setErr(err)
                        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(args)))
                        .setParameterExceptionHandler((e, given) -> misunderstood(e))
                        .setExecutionExceptionHandler((e, command, parsed) -> failed(e));
        return line.execute(said(line, args));
    }

    private int say(PlainWords plain) {
        try {
            return WordsCommand.say(new Workplace(session, plain.options()), plain.words());
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private Ansi ansi(String[] args) {
        var plain =
                Arrays.asList(args).contains("--no-color")
                        || !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return plain ? Ansi.OFF : Ansi.AUTO;
    }

    /// The arguments with `say` before the first word, where that word is no command of the command
    /// line.
    ///
    /// Left to itself, picocli takes any word that is a command's name for that command: `gleaner
    /// note ab3d run it` would start the bot.
    private static String[] said(CommandLine line, String[] args) {
        var first = 0;
        while (first < args.length && args[first].startsWith("-") && !args[first].equals("--")) {
            var option = line.getCommandSpec().findOption(args[first]);
            first += option != null && option.arity().min() > 0 ? 2 : 1;
        }
        if (first >= args.length || line.getSubcommands().containsKey(args[first])) {
            return args;
        }
        var said = new ArrayList<>(Arrays.asList(args));
        said.add(first, WordsCommand.NAME);
        return said.toArray(String[]::new);
    }

    private int misunderstood(ParameterException e) {
        if (e.getCause() instanceof GleanerException cause) {
            return failed(cause);
        }
        var sentence =
                e instanceof UnmatchedArgumentException unmatched
                        ? unmatched(unmatched)
                        : Excerpt.of(String.valueOf(e.getMessage()), 200);
        return tell(
                USAGE,
                sentence
                        + (sentence.endsWith(".") || sentence.endsWith("?") ? "" : ".")
                        + " See: gleaner --help");
    }

    private static String unmatched(UnmatchedArgumentException e) {
        var words = e.getUnmatched();
        var word = Excerpt.of(words.isEmpty() ? "" : words.getFirst());
        var near = word.startsWith("-") ? e.getSuggestions() : List.<String>of();
        return "%s is not known here%s"
                .formatted(
                        "'" + word + "'",
                        near.isEmpty() ? "." : "; did you mean '" + near.getFirst() + "'?");
    }

    private int failed(Exception e) {
        if (e instanceof GleanerException expected) {
            LoggerFactory.getLogger(CommandLineRun.class).debug("The command failed.", expected);
            return tell(
                    switch (expected.kind()) {
                        case FAILED -> FAILED;
                        case USAGE -> USAGE;
                        case UNAVAILABLE -> UNAVAILABLE;
                    },
                    expected.sentence());
        }
        LoggerFactory.getLogger(CommandLineRun.class).debug("The command broke.", e);
        return tell(
                FAILED,
                "Something broke that should not (%s); GLEANER_LOG=debug shows where."
                        .formatted(Excerpt.of(e.toString(), 160)));
    }

    private int tell(int code, String sentences) {
        Redaction.of(sentences)
                .lines()
                .forEach(line -> err.println("gleaner: " + Excerpt.of(line, 1000)));
        err.flush();
        return code;
    }
}
