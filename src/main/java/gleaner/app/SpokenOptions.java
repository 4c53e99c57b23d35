package gleaner.app;

import gleaner.command.ShellWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `publish --to ghost --dry-run`, `digest --html`, `digest --edit`, `pick --help`: options of the
/// command line that are words to Gleaner, or name another command.
final class SpokenOptions {

    private static final Set<String> VALUED = Set.of("--data", "--config", "--as", "--channel");
    private static final Set<String> FORMS = Set.of("markdown", "html", "text", "json");
    private static final Set<String> OPTIONS =
            Set.of("--markdown", "--html", "--text", "--picked", "--all");

    private SpokenOptions() {}

    /// The arguments with such options as words; all others stay as they are.
    static String[] spoken(String... args) {
        var edited = edited(Arrays.asList(args));
        if (edited.isPresent()) {
            return edited.get();
        }
        int first = first(args);
        if (first == args.length || !ShellWords.isCommand(args[first])) {
            return args;
        }
        var before = Arrays.asList(args).subList(0, first);
        var said = Arrays.asList(args).subList(first, args.length);
        var literal = said.indexOf("--") < 0 ? said.size() : said.indexOf("--");
        var options = said.subList(0, literal);
        if (options.contains("--help") || options.contains("-h")) {
            var words = new ArrayList<>(before);
            words.add("help");
            options.stream().filter(word -> !word.startsWith("-")).limit(2).forEach(words::add);
            return words.toArray(String[]::new);
        }
        return switch (said.getFirst()) {
            case "publish" -> published(before, said);
            case "digest", "issue" -> formed(before, said);
            default -> args;
        };
    }

    private static int first(String... args) {
        var first = 0;
        while (first < args.length && args[first].startsWith("-")) {
            first += VALUED.contains(args[first]) ? 2 : 1;
        }
        return Math.min(first, args.length);
    }

    private static String[] published(List<String> before, List<String> said) {
        var words = new ArrayList<>(before);
        said.forEach(arg -> words.addAll(word(arg)));
        return words.toArray(String[]::new);
    }

    /// `--html`, and `--as html`, which names no person.
    private static String[] formed(List<String> before, List<String> said) {
        var words = new ArrayList<>(before);
        for (int i = 0; i < said.size(); i++) {
            var word = said.get(i);
            var next = i + 1 < said.size() ? said.get(i + 1) : "";
            if (word.equals("--as") && FORMS.contains(next)) {
                words.add("as");
            } else if (word.startsWith("--as=") && FORMS.contains(word.substring(5))) {
                words.addAll(List.of("as", word.substring(5)));
            } else {
                words.add(OPTIONS.contains(word) ? word.substring(2) : word);
            }
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
