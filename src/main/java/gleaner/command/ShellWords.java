package gleaner.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// A command as a shell hands it over, in the words in which somebody would type it in a chat.
///
/// A shell takes the quotes away and leaves arguments. Where a command tells several quoted words
/// apart, they get quotes again; everywhere else the arguments are one text, as they would be
/// without quotes, so that `list "last week"` is a list of last week.
public final class ShellWords {

    private static final List<String> QUOTES = List.of("\"\"", "“”", "«»", "„“");
    private static final Set<String> BEFORE_NAMES = Set.of("by", "from", "in", "about", "for");

    /// The commands that tell quoted words apart, and which of their arguments those are.
    private static final Map<Verb, Function<List<String>, List<Integer>>> TOLD =
            Map.of(
                    Verb.PICTURE, ShellWords::picture,
                    Verb.NEW_SECTION, ShellWords::heading,
                    Verb.LIST, ShellWords::names,
                    Verb.SHOW, ShellWords::names,
                    Verb.INTERVIEW, ShellWords::renamed);

    private ShellWords() {}

    /// Whether that word is a command's name.
    public static boolean isCommand(String word) {
        return Verbs.named(word).isPresent();
    }

    /// The sentence that the arguments are.
    public static String typed(List<String> arguments) {
        var typed = new ArrayList<>(arguments);
        for (var at : told(arguments)) {
            quoted(arguments.get(at)).ifPresent(word -> typed.set(at, word));
        }
        return String.join(" ", typed);
    }

    /// The arguments that are told apart.
    private static List<Integer> told(List<String> arguments) {
        return verb(arguments)
                .map(TOLD::get)
                .map(places -> places.apply(arguments))
                .orElse(List.of());
    }

    private static Optional<Verb> verb(List<String> arguments) {
        var first = arguments.isEmpty() ? "" : CommandParser.name(arguments.getFirst());
        var second = arguments.size() > 1 ? CommandParser.name(arguments.get(1)) : "";
        return Verbs.named(first).map(verb -> Verbs.named(verb.word() + " " + second).orElse(verb));
    }

    /// What it shows and whose it is, where at least one of the two has several words.
    private static List<Integer> picture(List<String> arguments) {
        var first = arguments.size() > 2 ? arguments.get(2) : "";
        var said = places(arguments, Markdown.isWeb(first) || first.equals("page") ? 3 : 2);
        return said.size() <= 2 && said.stream().anyMatch(at -> isSeveral(arguments.get(at)))
                ? said
                : List.of();
    }

    private static List<Integer> heading(List<String> arguments) {
        return arguments.size() > 2 && isSeveral(arguments.get(2)) ? List.of(2) : List.of();
    }

    private static List<Integer> names(List<String> arguments) {
        return places(arguments, 2).stream()
                .filter(at -> isSeveral(arguments.get(at)))
                .filter(at -> BEFORE_NAMES.contains(arguments.get(at - 1).toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<Integer> renamed(List<String> arguments) {
        return arguments.size() > 1 && arguments.get(1).equalsIgnoreCase("rename")
                ? places(arguments, 2).stream().filter(at -> isSeveral(arguments.get(at))).toList()
                : List.of();
    }

    private static List<Integer> places(List<String> arguments, int from) {
        var places = new ArrayList<Integer>();
        for (int at = from; at < arguments.size(); at++) {
            places.add(at);
        }
        return places;
    }

    private static boolean isSeveral(String argument) {
        return argument.strip().chars().anyMatch(Character::isWhitespace);
    }

    /// In the first kind of quotes that reads back as this one word.
    private static Optional<String> quoted(String argument) {
        return QUOTES.stream()
                .map(quotes -> quotes.charAt(0) + argument + quotes.charAt(1))
                .filter(word -> {
                    var words = Words.of(word).all();
                    return words.size() == 1
                            && words.getFirst().quoted()
                            && words.getFirst().plain().equals(argument.strip());
                })
                .findFirst();
    }
}
