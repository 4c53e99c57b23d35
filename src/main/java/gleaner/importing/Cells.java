package gleaner.importing;

import java.util.ArrayList;
import java.util.List;

/// Splits a row of a table into its cells, as RFC 4180 has it, with any delimiter.
///
/// A quote stands for itself where no quoting is meant: within a cell, or at the beginning of one
/// whose closing quote neither ends the row nor is followed by a delimiter (`"Foo" and bar`). So a
/// stray quote swallows nothing.
final class Cells {

    private final char delimiter;

    Cells(char delimiter) {
        this.delimiter = delimiter;
    }

    /// The cells of a whole row.
    List<String> split(String row) {
        var cells = new ArrayList<String>();
        var from = 0;
        while (from <= row.length()) {
            var end = from < row.length() && row.charAt(from) == '"' ? quotedEnd(row, from) : -1;
            if (end >= 0) {
                cells.add(row.substring(from + 1, end).replace("\"\"", "\""));
                from = end + 2;
            } else {
                end = row.indexOf(delimiter, from);
                end = end < 0 ? row.length() : end;
                cells.add(row.substring(from, end));
                from = end + 1;
            }
        }
        return cells;
    }

    /// Whether a quoted cell begins at or after `from` and does not end in the line: it may go on
    /// in the next.
    boolean isOpen(String line, int from) {
        for (var at = line.indexOf('"', from) < 0 ? line.length() : from; at < line.length(); ) {
            var end = line.charAt(at) == '"' ? closing(line, at) : -2;
            if (end == -1) {
                return true;
            }
            if (end >= 0 && ends(line, end)) {
                at = end + 2;
            } else {
                var next = line.indexOf(delimiter, at);
                at = next < 0 ? line.length() : next + 1;
            }
        }
        return false;
    }

    /// Whether a quote at this place can end a cell.
    boolean ends(String line, int quote) {
        return quote + 1 == line.length() || line.charAt(quote + 1) == delimiter;
    }

    private int quotedEnd(String row, int open) {
        var end = closing(row, open);
        return end >= 0 && ends(row, end) ? end : -1;
    }

    /// The first quote after the place that is not doubled; -1 where there is none.
    static int closing(String row, int open) {
        for (var at = row.indexOf('"', open + 1); at >= 0; at = row.indexOf('"', at + 2)) {
            if (at + 1 == row.length() || row.charAt(at + 1) != '"') {
                return at;
            }
        }
        return -1;
    }
}
