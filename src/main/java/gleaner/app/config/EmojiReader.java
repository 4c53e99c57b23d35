package gleaner.app.config;

import gleaner.news.Excerpt;
import gleaner.news.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the `emoji` block; a verb that is not in it keeps its standard emoji.
final class EmojiReader {

    private EmojiReader() {}

    static Optional<Emoji> read(Value value) {
        return value.block("a list of emoji for each of take, skip, hold and lead")
                .map(keys -> {
                    var byFold = new HashMap<String, State>();
                    Emoji.VERBS.forEach((verb, state) -> {
                        if (keys.value(verb).isEmpty()) {
                            for (var name : Emoji.standardNames().getOrDefault(state, List.of())) {
                                byFold.put(Emoji.fold(name), state);
                            }
                        }
                    });
                    Emoji.VERBS.forEach((verb, state) ->
                            keys.value(verb)
                                    .flatMap(
                                            list -> list.items("a list of emoji such as [star, ⭐]"))
                                    .ifPresent(items ->
                                            items.forEach(item -> add(item, state, byFold))));
                    keys.finish();
                    return new Emoji(byFold);
                });
    }

    private static void add(Value value, State state, Map<String, State> byFold) {
        var expected = "an emoji's name or the emoji itself";
        ConfigReader.line(value, expected)
                .ifPresent(text -> {
                    var fold = Emoji.fold(text);
                    if (fold.isEmpty() || fold.chars().anyMatch(Character::isWhitespace)) {
                        value.refuse(expected);
                        return;
                    }
                    var other = byFold.putIfAbsent(fold, state);
                    if (other != null && other != state) {
                        value.problems()
                                .add(
                                        value.line(),
                                        "'%s' means '%s' already; an emoji can be one verb only ('%s')."
                                                .formatted(
                                                        Excerpt.of(text),
                                                        verb(other),
                                                        value.path()));
                    }
                });
    }

    private static String verb(State state) {
        return Emoji.VERBS.entrySet().stream()
                .filter(verb -> verb.getValue() == state)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("?");
    }
}
