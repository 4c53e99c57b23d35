package gleaner.terminal;

import gleaner.news.GleanerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Lines that somebody edits on a terminal: history, completion of commands, colour.
public final class EditedLines implements Lines {

    private final Terminal terminal;
    private final LineReader reader;
    private final String prompt;
    private final boolean coloured;

    private EditedLines(Terminal terminal, LineReader reader, String prompt, boolean coloured) {
        this.terminal = terminal;
        this.reader = reader;
        this.prompt = prompt;
        this.coloured = coloured;
    }

    /// Takes the terminal over.
    ///
    /// @param history the file that keeps what was typed
    /// @param completions what a line so far may go on with
    public static EditedLines open(
            String prompt,
            boolean coloured,
            Path history,
            Function<String, List<String>> completions) {
        try {
            var terminal = TerminalBuilder.builder().system(true).build();
            var reader =
                    LineReaderBuilder.builder()
                            .terminal(terminal)
                            .appName("gleaner")
                            .variable(LineReader.HISTORY_FILE, history)
                            .completer((_, line, candidates) ->
                                    completions
                                            .apply(line.line().substring(0, line.cursor()))
                                            .forEach(begun ->
                                                    candidates.add(
                                                            new Candidate(
                                                                    begun.substring(
                                                                            begun.lastIndexOf(' ')
                                                                                    + 1)))))
                            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                            .build();
            return new EditedLines(terminal, reader, prompt, coloured);
        } catch (IOException e) {
            throw GleanerException.failed(
                    "This terminal cannot be used (%s); pipe the lines in instead."
                            .formatted(e.getMessage()));
        }
    }

    @Override
    public Optional<String> next() {
        try {
            return Optional.of(reader.readLine(prompt));
        } catch (UserInterruptException | EndOfFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void print(String line) {
        reader.printAbove(line);
    }

    @Override
    public boolean isColoured() {
        return coloured;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
