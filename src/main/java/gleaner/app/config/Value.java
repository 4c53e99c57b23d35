package gleaner.app.config;

import gleaner.news.Excerpt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A value of the file, the path of keys that leads to it, and where its mistakes are told.
///
/// Whoever asks for the wrong kind gets an empty answer, and the mistake is noted.
record Value(String path, Node node, Problems problems) {

    private static final Set<String> NOTHING = Set.of("", "~", "null");

    int line() {
        return line(node);
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /// Whether nothing stands after the colon: then the key counts as not set.
    boolean isEmpty() {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && NOTHING.contains(scalar.getValue());
    }

    /// The text as written; numbers and `yes` are text too, so that a newsletter may be called 42.
    ///
    /// @param expected what is told where it is no text
    Optional<String> text(String expected) {
        if (node instanceof ScalarNode scalar && !isEmpty()) {
            return Optional.of(scalar.getValue());
        }
        return refuse(expected);
    }

    /// `true` or `false`, and nothing else that YAML has been known to take for them.
    Optional<Boolean> flag() {
        var expected = "true or false";
        return text(expected)
                .flatMap(text ->
                        switch (text) {
                            case "true" -> Optional.of(true);
                            case "false" -> Optional.of(false);
                            default -> refuse(expected);
                        });
    }

    /// A whole number.
    Optional<Integer> number(int least, int most) {
        var expected = "a number from %d to %d".formatted(least, most);
        return text(expected)
                .flatMap(text -> {
                    var digits =
                            text.length() < 10
                                    && !text.isEmpty()
                                    && text.chars().allMatch(c -> c >= '0' && c <= '9');
                    var number = digits ? Integer.parseInt(text) : -1;
                    return number >= least && number <= most
                            ? Optional.of(number)
                            : refuse(expected);
                });
    }

    Optional<List<Value>> items(String expected) {
        if (!(node instanceof SequenceNode sequence)) {
            return refuse(expected);
        }
        var nodes = sequence.getValue();
        return Optional.of(
                IntStream.range(0, nodes.size())
                        .mapToObj(i ->
                                new Value("%s[%d]".formatted(path, i + 1), nodes.get(i), problems))
                        .toList());
    }

    Optional<Block> block(String expected) {
        if (!(node instanceof MappingNode mapping)) {
            return refuse(expected);
        }
        return Optional.of(new Block(path, mapping, problems));
    }

    /// Notes that something else was expected here.
    ///
    /// @return empty, so that a reader can end with it
    <T> Optional<T> refuse(String expected) {
        return refuse(expected, Optional.empty());
    }

    /// @param near what was meant, as far as that can be told
    <T> Optional<T> refuse(String expected, Optional<String> near) {
        var end = near.map("; did you mean '%s'?"::formatted).orElse(".");
        problems.add(line(), "'%s' should be %s, not %s%s".formatted(path, expected, found(), end));
        return Optional.empty();
    }

    private String found() {
        return switch (node) {
            case ScalarNode scalar ->
                    isEmpty() ? "nothing" : "'" + Excerpt.of(scalar.getValue()) + "'";
            case SequenceNode list -> "a list";
            case MappingNode keys -> "keys of its own";
            default -> "this";
        };
    }
}
