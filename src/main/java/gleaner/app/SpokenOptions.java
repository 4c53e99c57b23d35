package gleaner.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// `publish --to ghost --dry-run`, `digest --edit`: options of the command line that are words to
/// Gleaner, or name another command.
final class SpokenOptions {

    private SpokenOptions() {}

    /// The arguments with such options as words; all others stay as they are.
    static String[] spoken(String... args) {
        var edited = edited(Arrays.asList(args));
        if (edited.isPresent()) {
            return edited.get();
        }
        var publish = Arrays.asList(args).indexOf("publish");
        if (publish < 0 || (publish > 0 && !args[0].startsWith("-"))) {
            return args;
        }
        var words = new ArrayList<>(Arrays.asList(args).subList(0, publish + 1));
        for (var arg : Arrays.asList(args).subList(publish + 1, args.length)) {
            words.addAll(word(arg));
        }
        return words.toArray(String[]::new);
    }

    /// `digest --edit` is `edit`.
    private static Optional<String[]> edited(List<String> args) {
        int digest = args.indexOf("digest");
        if (digest < 0
                || !args.contains("--edit")
                || (digest > 0 && !args.getFirst().startsWith("-"))) {
            return Optional.empty();
        }
        var words = new ArrayList<>(args);
        words.set(digest, "edit");
        words.remove("--edit");
        return Optional.of(words.toArray(String[]::new));
    }

    private static List<String> word(String arg) {
        return switch (arg) {
            case "--to" -> List.of("to");
            case "--dry-run" -> List.of("dry", "run");
            case "--confirm" -> List.of("confirm");
            case "--picked" -> List.of("picked");
            default ->
                    arg.startsWith("--to=")
                            ? List.of("to", arg.substring("--to=".length()))
                            : List.of(arg);
        };
    }
}
