package gleaner.template;

import java.util.List;
import java.util.Map;

/// The filters of one format besides those that all formats have: how each is called and what its
/// arguments are.
public record Filters(Map<String, List<String>> arguments) {

    /// None.
    public static final Filters NONE = new Filters(Map.of());

    public Filters {
        arguments = Map.copyOf(arguments);
    }
}
