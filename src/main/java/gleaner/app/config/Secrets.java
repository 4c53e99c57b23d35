package gleaner.app.config;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Tokens and passwords: from `NAME` in the environment, or from the file that `NAME_FILE` names.
///
/// A file is what container engines mount secrets as, and what keeps them out of `ps` and of crash
/// reports.
public final class Secrets {

    private static final int MOST_BYTES = 65_536;

    private final Map<String, String> environment;

    public Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// The secret of that name without the white space around it; an empty variable counts as not
    /// set.
    ///
    /// @throws GleanerException USAGE where both ways are set, or the file is empty, too long or no
    ///   text; UNAVAILABLE where it cannot be read
    public Optional<Secret> get(String name) {
        var value = environment.getOrDefault(name, "").strip();
        var file = environment.getOrDefault(name + "_FILE", "").strip();
        if (!value.isEmpty() && !file.isEmpty()) {
            throw GleanerException.usage(
                    "Both %s and %s_FILE are set; unset one of them.".formatted(name, name));
        }
        if (!file.isEmpty()) {
            return Optional.of(new Secret(read(name + "_FILE", file)));
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(new Secret(value));
    }

    private static String read(String variable, String file) {
        var told = "The file %s that %s names".formatted(Excerpt.of(file), variable);
        byte[] bytes;
        try (var in = Files.newInputStream(Path.of(file))) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException | InvalidPathException | SecurityException e) {
            throw new GleanerException(
                    GleanerException.Kind.UNAVAILABLE,
                    "%s cannot be read: %s.".formatted(told, ReadProblem.of(e)),
                    e);
        }
        if (bytes.length > MOST_BYTES) {
            throw GleanerException.usage(
                    "%s holds more than %d bytes; that is no secret.".formatted(told, MOST_BYTES));
        }
        String text;
        try {
            text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()
                            .strip();
        } catch (CharacterCodingException e) {
            throw new GleanerException(GleanerException.Kind.USAGE, told + " is not UTF-8.", e);
        }
        if (text.isEmpty()) {
            throw GleanerException.usage(told + " is empty.");
        }
        return text;
    }
}
