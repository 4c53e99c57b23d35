package gleaner.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Lines from a pipe or a file: no prompt, no colour.
public final class PipedLines implements Lines {

    private final BufferedReader in;
    private final PrintWriter out;

    public PipedLines(InputStream in, PrintWriter out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public Optional<String> next() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void print(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public boolean isColoured() {
        return false;
    }

    @Override
    public void close() {
        out.flush();
    }
}
