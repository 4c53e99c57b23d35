package gleaner.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `gleaner` itself: without a command it shows what there is.
@Command(
        name = "gleaner",
        description = "Gathers the links a team shares and drafts its weekly newsletter from them.",
        synopsisHeading = "Usage: ",
        customSynopsis = "gleaner [OPTIONS] COMMAND | WORDS…",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nAny other words are said to Gleaner, as in a chat:%n",
        footer = {
            "  gleaner add https://example.org '#security'",
            "  gleaner list '#security' --json",
            "  gleaner digest"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:not understood",
            "69:something it needs is not there"
        },
        mixinStandardHelpOptions = false,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            ChatCommand.class,
            ImportCommand.class,
            EditCommand.class,
            TakeBackCommand.class,
            MastodonCommand.class,
            DoctorCommand.class,
            InspectCommand.class,
            ManifestCommand.class,
            HelpCommand.class,
            CompletionCommand.class,
            WordsCommand.class,
            WarmUpCommand.class
        })
final class RootCommand implements Runnable {

    private final Session session;

    RootCommand(Session session) {
        this.session = session;
    }

    /// What the subcommands share; the options have been read by then.
    Workplace workplace() {
        return new Workplace(session, options);
    }

    @Mixin GlobalOptions options = new GlobalOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
