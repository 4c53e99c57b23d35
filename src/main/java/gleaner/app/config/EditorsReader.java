package gleaner.app.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the `editors` block; a kind that is not in it keeps its standard.
final class EditorsReader {

    /// See Slack's types reference: members' ids begin with U or W.
    private static final Pattern SLACK = Pattern.compile("[UW][A-Z0-9]+");

    private static final Pattern MASTODON = Pattern.compile("@?[^@\\s]+@[^@\\s]+");

    private EditorsReader() {}

    static Optional<Editors> read(Value value) {
        return value.block("a list of people for each kind of channel")
                .map(keys -> {
                    var byKind = new HashMap<String, Set<String>>();
                    for (var kind : Editors.KINDS) {
                        var standard = Editors.standard().byKind().getOrDefault(kind, Set.of());
                        byKind.put(kind, keys.read(kind, standard, list -> names(kind, list)));
                    }
                    keys.finish();
                    return new Editors(byKind);
                });
    }

    private static Optional<Set<String>> names(String kind, Value list) {
        return list.items("a list of people")
                .map(items -> {
                    var names = new HashSet<String>();
                    items.forEach(item -> name(kind, item).ifPresent(names::add));
                    return names;
                });
    }

    private static Optional<String> name(String kind, Value value) {
        var expected =
                switch (kind) {
                    case "slack" ->
                            "a member's id such as U024BE7LH (in Slack: the profile, 'Copy member ID')";
                    case "mastodon" -> "an address such as @ada@social.example";
                    default -> "a person's name";
                };
        return ConfigReader.line(value, expected)
                .flatMap(text -> {
                    if (text.equals(Editors.ALL) && !Editors.OPEN_KINDS.contains(kind)) {
                        return value.refuse(
                                expected + "; everybody may be editor only on terminal and import");
                    }
                    var fits =
                            switch (kind) {
                                case "slack" -> SLACK.matcher(text).matches();
                                case "mastodon" -> MASTODON.matcher(text).matches();
                                default -> true;
                            };
                    return fits ? Optional.of(text) : value.refuse(expected);
                });
    }
}
