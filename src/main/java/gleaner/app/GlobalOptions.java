package gleaner.app;

import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command knows, before or after its name.
final class GlobalOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where links are kept (default: data/ in Gleaner's folder).")
    Optional<String> data = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The settings (default: config/gleaner.yaml in Gleaner's folder).")
    Optional<String> config = Optional.empty();

    @Option(
            names = "--as",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Who says it (default: the user's name on this machine).")
    Optional<String> as = Optional.empty();

    @Option(
            names = "--channel",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Where it is said (default: general).")
    Optional<String> channel = Optional.empty();

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Answer as JSON, for scripts.")
    boolean json;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colour; NO_COLOR in the environment does the same.")
    boolean noColor;
}
