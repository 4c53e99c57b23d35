package gleaner.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A template that comes with Gleaner; what it shares with others lies in `common`.
///
/// @param name such as `house`
public record Shipped(String name) implements Sources {

    @Override
    public Optional<Source> of(String file) {
        return read(name, file).or(() -> read("common", file));
    }

    private static Optional<Source> read(String folder, String file) {
        var path = folder + "/" + file;
        try (var in = Shipped.class.getResourceAsStream("/gleaner/templates/" + path)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(
                            new Source(
                                    "Gleaner's own " + path,
                                    new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
