package gleaner.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds a command by any of its names.
final class Verbs {

    private static final Map<String, Verb> BY_NAME = byName();

    private Verbs() {}

    /// The command that is called so, in whatever case.
    static Optional<Verb> named(String word) {
        return Optional.ofNullable(BY_NAME.get(word.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Verb> byName() {
        var names = new HashMap<String, Verb>();
        for (var verb : Verb.values()) {
            names.put(verb.word(), verb);
            for (var synonym : verb.synonyms()) {
                names.put(synonym, verb);
            }
        }
        return Map.copyOf(names);
    }
}
