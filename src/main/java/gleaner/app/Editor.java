package gleaner.app;

import gleaner.news.GleanerException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The program in which somebody edits texts: `$VISUAL`, else `$EDITOR`, both with arguments if
/// wanted, else what this machine has.
///
/// @param command as a shell reads it
record Editor(String command) {

    private static final List<String> USUAL = List.of("sensible-editor", "nano", "vim", "vi");

    /// @throws GleanerException (FAILED) where none is known
    static Editor of(Session session) {
        return named(session, "VISUAL")
                .or(() -> named(session, "EDITOR"))
                .or(() -> usual(session))
                .map(Editor::new)
                .orElseThrow(() ->
                        GleanerException.failed(
                                session.terminal().in() && session.terminal().out()
                                        ? "No editor was found: name yours in VISUAL or EDITOR, for example EDITOR=nano."
                                        : "There is no terminal for an editor here, and neither VISUAL nor EDITOR names one; `gleaner digest > draft.md` and `gleaner take-back draft.md` do the same."));
    }

    private static Optional<String> named(Session session, String variable) {
        return Optional.ofNullable(session.environment().get(variable))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    /// Only where somebody is there to use it.
    private static Optional<String> usual(Session session) {
        if (!session.terminal().in() || !session.terminal().out()) {
            return Optional.empty();
        }
        var folders =
                session.environment()
                        .getOrDefault("PATH", "")
                        .split(Pattern.quote(File.pathSeparator), -1);
        for (var name : USUAL) {
            for (var folder : folders) {
                if (!folder.isBlank() && Files.isExecutable(Path.of(folder, name))) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /// Opens the file and waits until it is closed.
    ///
    /// @return the code with which the program ended
    /// @throws GleanerException (FAILED) where it cannot be started
    int run(Path file) throws InterruptedException {
        var isWindows = File.separatorChar == '\\';
        var line =
                isWindows
                        ? List.of("cmd", "/c", command + " \"" + file + "\"")
                        : List.of("sh", "-c", command + " \"$@\"", "gleaner", file.toString());
        try {
            return new ProcessBuilder(line).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw GleanerException.failed(
                    "The editor %s cannot be started; VISUAL or EDITOR should name one. The draft is in %s."
                            .formatted(command, file));
        }
    }
}
