package gleaner.template;

import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.NodeVisitorFactory;
import io.pebbletemplates.pebble.extension.Test;
import io.pebbletemplates.pebble.extension.core.CoreExtension;
import io.pebbletemplates.pebble.operator.Associativity;
import io.pebbletemplates.pebble.operator.BinaryOperator;
import io.pebbletemplates.pebble.operator.BinaryOperatorImpl;
import io.pebbletemplates.pebble.operator.BinaryOperatorType;
import io.pebbletemplates.pebble.operator.UnaryOperator;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What of the engine a template may use: a list of what is allowed, so that nothing comes in with
/// a later version of it. Nothing escapes another way, makes lists of its own, or reaches an
/// object.
final class Sandbox {

    private static final Set<String> TAGS =
            Set.of("for", "if", "set", "macro", "include", "import");
    private static final Set<String> FILTERS =
            Set.of("first", "last", "length", "slice", "reverse");
    private static final Set<String> TESTS = Set.of("even", "odd", "defined");
    private static final Set<String> REFUSED_OPERATORS =
            Set.of("..", "~", "|", "+", "-", "*", "/", "%");

    private Sandbox() {}

    /// Only what is allowed of the engine's own.
    static ExtensionCustomizer allowed(Extension own) {
        return own instanceof CoreExtension ? new Allowed(own) : new Nothing(own);
    }

    /// What is ours.
    static Extension added(Filters filters, Names names) {
        return new Added(filters, names);
    }

    private static final class Allowed extends ExtensionCustomizer {

        Allowed(Extension own) {
            super(own);
        }

        @Override
        public List<TokenParser> getTokenParsers() {
            return super.getTokenParsers().stream()
                    .filter(tag -> TAGS.contains(tag.getTag()))
                    .toList();
        }

        @Override
        public Map<String, Filter> getFilters() {
            return only(FILTERS, super.getFilters());
        }

        @Override
        public Map<String, Test> getTests() {
            return only(TESTS, super.getTests());
        }

        @Override
        public Map<String, Function> getFunctions() {
            return Map.of();
        }

        @Override
        public List<BinaryOperator> getBinaryOperators() {
            var operators = new ArrayList<BinaryOperator>();
            super.getBinaryOperators().stream()
                    .filter(operator -> !REFUSED_OPERATORS.contains(operator.getSymbol()))
                    .forEach(operators::add);
            operators.add(
                    new BinaryOperatorImpl(
                            "~", 110, Joined::new, BinaryOperatorType.NORMAL, Associativity.LEFT));
            operators.add(
                    new BinaryOperatorImpl(
                            "|",
                            100,
                            Filtered::new,
                            BinaryOperatorType.FILTER,
                            Associativity.LEFT));
            return operators;
        }

        private static <T> Map<String, T> only(Set<String> names, Map<String, T> all) {
            var allowed = new TreeMap<>(all);
            allowed.keySet().retainAll(names);
            return allowed;
        }
    }

    /// No part of an extension that drafts have no use for, such as translations or escaping by
    /// other rules.
    private static final class Nothing extends ExtensionCustomizer {

        Nothing(Extension own) {
            super(own);
        }

        @Override
        public @Nullable List<TokenParser> getTokenParsers() {
            return null;
        }

        @Override
        public @Nullable Map<String, Filter> getFilters() {
            return null;
        }

        @Override
        public @Nullable Map<String, Test> getTests() {
            return null;
        }

        @Override
        public @Nullable Map<String, Function> getFunctions() {
            return null;
        }

        @Override
        public @Nullable List<BinaryOperator> getBinaryOperators() {
            return null;
        }

        @Override
        public @Nullable List<UnaryOperator> getUnaryOperators() {
            return null;
        }

        @Override
        public @Nullable Map<String, Object> getGlobalVariables() {
            return null;
        }

        @Override
        public @Nullable List<NodeVisitorFactory> getNodeVisitors() {
            return null;
        }

        @Override
        public @Nullable List<AttributeResolver> getAttributeResolver() {
            return null;
        }
    }

    private static final class Added extends AbstractExtension {

        private final Filters filters;
        private final Names names;

        Added(Filters filters, Names names) {
            this.filters = filters;
            this.names = names;
        }

        @Override
        public Map<String, Filter> getFilters() {
            var all = new TreeMap<String, Filter>();
            filters.arguments()
                    .forEach((name, arguments) -> all.put(name, new LaidOut(name, arguments)));
            return all;
        }

        @Override
        public Map<String, Test> getTests() {
            return Map.of("empty", new Empty());
        }

        @Override
        public List<NodeVisitorFactory> getNodeVisitors() {
            return List.of(template -> new Safeguards((PebbleTemplateImpl) template));
        }

        @Override
        public List<AttributeResolver> getAttributeResolver() {
            return List.of(names);
        }
    }

    private record LaidOut(String name, List<String> arguments) implements Filter {

        @Override
        public List<String> getArgumentNames() {
            return arguments;
        }

        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> given,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            var values = arguments.stream().map(it -> words(given.get(it), self, line)).toList();
            var words = Printed.shown(input, line, self.getName());
            return Rendering.NOW.get().language().laidOut(name, words, values);
        }

        private String words(@Nullable Object value, PebbleTemplate self, int line) {
            return switch (value) {
                case null -> "";
                case String words -> words;
                case Shown shown -> shown.text();
                case Integer number -> number.toString();
                case Long number -> number.toString();
                default ->
                        throw new PebbleException(
                                null,
                                "'%s' takes words and numbers in its brackets".formatted(name),
                                line,
                                self.getName());
            };
        }
    }

    /// Whether there is nothing in it: no words, no piece.
    private static final class Empty implements Test {

        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public boolean apply(
                @Nullable Object input,
                Map<String, Object> given,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return switch (input) {
                case null -> true;
                case Collection<?> list -> list.isEmpty();
                case Shown shown -> shown.text().isBlank();
                case String words -> words.isBlank();
                default -> false;
            };
        }
    }
}
