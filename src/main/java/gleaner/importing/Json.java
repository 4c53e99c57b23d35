package gleaner.importing;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as it may come from anywhere: trees only, not deeper than 200, no name twice in an object.
final class Json {

    private static final int DEPTH = 200;

    private Json() {}

    static JsonMapper mapper(Limits limits) {
        var factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(DEPTH)
                                        .maxStringLength(limits.item())
                                        .maxNameLength(1000)
                                        .maxNumberLength(100)
                                        .build())
                        .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// The same for texts of which each is one value and nothing else.
    static JsonMapper wholeMapper(Limits limits) {
        return mapper(limits)
                .rebuild()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// What is wrong, after "The line " or "The message ".
    static String fault(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException _ ->
                    "is nested deeper than %d, or a name or number in it is too long"
                            .formatted(DEPTH);
            case UnexpectedEndOfInputException _ -> "is cut off";
            case JacksonIOException _ -> "is cut off or damaged";
            case DatabindException _ -> "names something twice, or goes on after its end";
            default -> {
                var at = e.getLocation();
                var column =
                        at == null || at.getColumnNr() < 1
                                ? ""
                                : " at character " + at.getColumnNr();
                yield "is no JSON" + column;
            }
        };
    }

    /// A string's or number's characters; a number is written without an exponent unless it is
    /// endless.
    static String text(JsonNode value) {
        if (value.isBigDecimal() && Math.abs(value.decimalValue().scale()) < 30) {
            return value.decimalValue().toPlainString();
        }
        return value.asString();
    }

    /// `a number`, `an array`
    static String type(JsonNode node) {
        var name = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
