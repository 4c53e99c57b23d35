package gleaner.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A table's rows one after another; a quoted cell may go on over at most 100 lines and 64 KB.
///
/// Where a quote is not closed within that, or in a way that no quoting explains, it was no
/// quoting: the row ends with its line, and the next lines are rows of their own.
final class Rows {

    private static final int MOST_LINES = 100;
    private static final int MOST_CHARACTERS = 1 << 16;

    private record Line(long number, String text) {}

    private final Lines lines;
    private final Cells cells;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private long number;
    private List<String> row = List.of();

    Rows(Lines lines, char delimiter) {
        this.lines = lines;
        this.cells = new Cells(delimiter);
    }

    /// Goes on to the next row that is not blank; false at the end.
    boolean next() {
        while (advance()) {
            var line = ahead.removeFirst();
            if (!line.text.isBlank()) {
                number = line.number;
                row = cells.split(cells.isOpen(line.text, 0) ? joined(line.text) : line.text);
                return true;
            }
        }
        return false;
    }

    List<String> cells() {
        return row;
    }

    /// The number of the row's first line.
    long number() {
        return number;
    }

    private boolean advance() {
        if (ahead.isEmpty() && lines.read()) {
            ahead.add(new Line(lines.number(), lines.text()));
        }
        return !ahead.isEmpty();
    }

    private String joined(String first) {
        var whole = new StringBuilder(first);
        var used = new ArrayList<Line>();
        for (var open = true; open; ) {
            if (used.size() == MOST_LINES || whole.length() > MOST_CHARACTERS || !advance()) {
                return giveBack(used, first);
            }
            var line = ahead.removeFirst();
            used.add(line);
            whole.append('\n').append(line.text);
            var end = Cells.closing(line.text, -1);
            if (end >= 0 && !cells.ends(line.text, end)) {
                return giveBack(used, first);
            }
            open = end < 0 || cells.isOpen(line.text, end + 2);
        }
        return whole.toString();
    }

    private String giveBack(List<Line> used, String first) {
        used.reversed().forEach(ahead::addFirst);
        return first;
    }
}
