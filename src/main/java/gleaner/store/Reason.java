package gleaner.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;

/// Why the operating system refused, in words that fit into a parenthesis; Java's own often are
/// only the file's name.
final class Reason {

    private static final int LONGEST = 200;

    private Reason() {}

    static String of(Exception e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "no such file or directory";
            case FileAlreadyExistsException _ -> "a file of that name is in the way";
            case ReadOnlyFileSystemException _ -> "the file system is read-only";
            case FileSystemException f when f.getReason() != null ->
                    tidy(String.valueOf(f.getReason()));
            case IOException io when io.getMessage() != null ->
                    tidy(String.valueOf(io.getMessage()));
            default -> e.getClass().getSimpleName();
        };
    }

    /// One line without control characters, cut off where it would no longer be read.
    static String tidy(String words) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words.length() && line.length() < LONGEST; i++) {
            char c = words.charAt(i);
            line.append(Character.isISOControl(c) || Character.isSurrogate(c) ? ' ' : c);
        }
        return line.toString().strip();
    }
}
