package gleaner.terminal;

import java.util.Optional;

/// Where a chat's lines come from.
public interface Lines extends AutoCloseable {

    /// The next line without its end; empty at the end of all.
    Optional<String> next();

    /// Prints a line above the one that is being written.
    void print(String line);

    /// Whether somebody looks at it, and colour is wanted.
    boolean isColoured();

    @Override
    void close();
}
