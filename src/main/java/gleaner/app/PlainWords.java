package gleaner.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Arguments that are plain words to Gleaner, with none but the options that every command knows:
/// read without picocli, whose classes alone would take a fifth of a second of such a call.
///
/// @param words what is said, at least one word
record PlainWords(GlobalOptions options, List<String> words) {

    /// The names of the command line's own commands, which are no words to Gleaner.
    static final Set<String> COMMANDS =
            Set.of(
                    "run",
                    "chat",
                    "import",
                    "mastodon",
                    "doctor",
                    "inspect",
                    "manifest",
                    "help",
                    "completion",
                    "edit",
                    "take-back",
                    "say",
                    "warm-up");

    /// Reads them; empty where anything is in them that only picocli can tell about.
    static Optional<PlainWords> of(String... args) {
        var options = new GlobalOptions();
        var words = new ArrayList<String>();
        var rest = List.of(args).iterator();
        while (rest.hasNext()) {
            var arg = rest.next();
            if (arg.equals("--")) {
                rest.forEachRemaining(words::add);
            } else if (!arg.startsWith("-") || arg.equals("-")) {
                words.add(arg);
            } else if (!flag(options, arg)) {
                var value = rest.hasNext() ? Optional.of(rest.next()) : Optional.<String>empty();
                if (value.isEmpty()
                        || value.get().startsWith("-")
                        || !valued(options, arg, value)) {
                    return Optional.empty();
                }
            }
        }
        return words.isEmpty() || COMMANDS.contains(words.getFirst())
                ? Optional.empty()
                : Optional.of(new PlainWords(options, words));
    }

    private static boolean flag(GlobalOptions options, String arg) {
        switch (arg) {
            case "--json" -> options.json = true;
            case "--no-color" -> options.noColor = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean valued(GlobalOptions options, String arg, Optional<String> value) {
        switch (arg) {
            case "--data" -> options.data = value;
            case "--config" -> options.config = value;
            case "--as" -> options.as = value;
            case "--channel" -> options.channel = value;
            default -> {
                return false;
            }
        }
        return true;
    }
}
