package gleaner.app;

import gleaner.news.GleanerException;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints a script that teaches a shell to complete `gleaner`; picocli writes it, for bash, and zsh
/// by way of `bashcompinit`.
@Command(
        name = "completion",
        description = "Print shell completion: source <(gleaner completion bash)")
final class CompletionCommand implements Runnable {

    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    String shell = "";

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw GleanerException.usage(
                    "Completion is there for bash and zsh, not for '%s'."
                            .formatted(gleaner.news.Excerpt.of(shell)));
        }
        var out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("gleaner", spec.root().commandLine()));
        out.flush();
    }
}
