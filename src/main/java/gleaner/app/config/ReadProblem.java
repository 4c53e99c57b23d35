package gleaner.app.config;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// Why a file cannot be read, in words for the person who named it.
final class ReadProblem {

    private ReadProblem() {}

    static String of(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> "it does not exist";
            case AccessDeniedException denied -> "this user may not read it";
            case FileSystemException other ->
                    Objects.requireNonNullElse(other.getReason(), "no reason was given");
            default -> Objects.requireNonNullElse(e.getMessage(), "no reason was given");
        };
    }
}
