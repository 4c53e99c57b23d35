package gleaner.template;

import java.util.Optional;

/// Where the text of templates comes from.
@FunctionalInterface
public interface Sources {

    /// A template, or what it includes or imports.
    ///
    /// @param file a plain name such as `issue.md`
    Optional<Source> of(String file);

    /// How a file would be called that is missing.
    default String placeOf(String file) {
        return file;
    }
}
