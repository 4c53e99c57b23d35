package gleaner.slack;

import java.util.Optional;

/// What the ids in a message's words stand for; nothing where it is not known.
public interface SlackNames {

    /// Knows nobody.
    SlackNames NONE =
            new SlackNames() {
                @Override
                public Optional<String> person(String id) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> channel(String id) {
                    return Optional.empty();
                }
            };

    /// The name shown for `U024BE7LH`, without `@`.
    Optional<String> person(String id);

    /// The name of `C012AB3CD`, without `#`.
    Optional<String> channel(String id);
}
