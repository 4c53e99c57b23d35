package gleaner.app.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How an issue is called until an editor gives it a title of its own: words with places to fill
/// in.
///
/// @param value may hold `{number}`, `{period}` and `{name}` (the newsletter's)
public record TitlePattern(String value) {

    static final List<String> PLACES = List.of("number", "period", "name");

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    public TitlePattern {
        var wrong = unknown(value);
        if (value.isBlank() || wrong.isPresent()) {
            throw new IllegalArgumentException(
                    "A title knows " + PLACES + ", not '" + value + "'.");
        }
    }

    /// The first place in the words that nothing can fill.
    static Optional<String> unknown(String value) {
        return PLACE.matcher(value)
                .results()
                .map(place -> place.group(1))
                .filter(place -> !PLACES.contains(place))
                .findFirst();
    }

    /// The title of one issue; what is filled in is never looked into for places.
    public String of(long number, String period, String name) {
        return PLACE.matcher(value)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                switch (place.group(1)) {
                                    case "number" -> Long.toString(number);
                                    case "period" -> period;
                                    case "name" -> name;
                                    default -> place.group();
                                }));
    }
}
