package gleaner.publishing;

import java.time.Duration;
import java.util.Optional;

/// What has to be remembered of drafts that were made elsewhere; all processes of a newsroom share
/// it.
public interface PublishingMemory {

    Optional<String> read(String name);

    /// Keeps it for years.
    void write(String name, String text);

    void forget(String name);

    /// Takes what only one may have at a time; false where somebody else has it.
    boolean claim(String name, Duration life);
}
