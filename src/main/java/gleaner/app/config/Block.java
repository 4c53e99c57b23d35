package gleaner.app.config;

import gleaner.news.Excerpt;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Keys of the file that stand together. The keys that are asked for are those that are known.
final class Block {

    private record Entry(Node key, Value value) {}

    private final String path;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    /// @param path that leads here; empty at the top
    Block(String path, MappingNode node, Problems problems) {
        this.path = path;
        this.problems = problems;
        for (var tuple : node.getValue()) {
            enter(tuple.getKeyNode(), tuple.getValueNode());
        }
    }

    private void enter(Node key, Node value) {
        if (!(key instanceof ScalarNode scalar)) {
            problems.add(Value.line(key), "a key should be a word, not a list or keys of its own.");
            return;
        }
        var name = scalar.getValue();
        var entry = new Entry(key, new Value(below(name), value, problems));
        var earlier = entries.putIfAbsent(name, entry);
        if (earlier != null) {
            problems.add(
                    Value.line(key),
                    "'%s' stands here a second time; it was set in line %d."
                            .formatted(below(name), Value.line(earlier.key())));
        }
    }

    /// The value of that key as the reader has it, else the standard: where it is not set, and
    /// where the reader refused it and so noted a mistake.
    <T> T read(String key, T standard, Function<Value, Optional<T>> reader) {
        return value(key).flatMap(reader).orElse(standard);
    }

    /// The value of that key, where it is set.
    Optional<Value> value(String key) {
        known.add(key);
        return Optional.ofNullable(entries.get(key))
                .map(Entry::value)
                .filter(value -> !value.isEmpty());
    }

    /// Notes the keys that nobody asked for; to be called last.
    void finish() {
        entries.forEach((name, entry) -> {
            if (!known.contains(name)) {
                var hint =
                        Nearest.to(name, known)
                                .map(near -> "did you mean '%s'?".formatted(below(near)))
                                .orElseGet(() -> "known: %s.".formatted(String.join(", ", known)));
                problems.add(
                        Value.line(entry.key()),
                        "'%s' is not known here; %s".formatted(below(name), hint));
            }
        });
    }

    private String below(String name) {
        var shown = Excerpt.of(name);
        return path.isEmpty() ? shown : path + "." + shown;
    }
}
