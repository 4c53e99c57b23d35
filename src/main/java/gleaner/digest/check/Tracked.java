package gleaner.digest.check;

import java.util.List;

/// That the URL with which a link would stand in the issue follows its readers.
///
/// @param parameters those that do, as they are called in it
/// @param without the URL without them
public record Tracked(List<String> parameters, String without) {

    public Tracked {
        parameters = List.copyOf(parameters);
    }
}
