package gleaner.digest;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import gleaner.digest.Draft.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A draft as plain text of 72 columns: links are numbers, their URLs stand at the end; footnotes
/// are numbers with a star, `[*1]`, and stand before them. A question of an interview begins with
/// `Q:`, an answer with `A:`.
///
/// A column is what a terminal gives a character: two for East Asian wide ones (Unicode TR 11),
/// none for marks that join the one before. A line breaks where Unicode TR 14 allows it.
final class TextPage {

    private static final int WIDTH = 72;

    /// Keeps a link's number with its words; [Characters#clean] leaves no other no-break space.
    private static final char GLUE = '\u00a0';

    private final StringBuilder out = new StringBuilder();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final BreakIterator breaks;

    private final Footnotes footnotes;
    private final String also;

    private TextPage(Draft draft) {
        breaks = BreakIterator.getLineInstance(ULocale.forLocale(draft.style().locale()));
        footnotes = draft.footnotes();
        also = draft.style().wording().also();
    }

    static String of(Draft draft, boolean forEditor) {
        return new TextPage(draft).page(draft, forEditor);
    }

    private String page(Draft draft, boolean forEditor) {
        var wording = draft.style().wording();
        heading(numbered(draft.heading()), '=');
        pieces("", "", draft.opening(forEditor));
        draft.parts().forEach(this::part);
        if (!wording.signOffHeading().isBlank()) {
            heading(Prose.plain(wording.signOffHeading()).text(), '-');
        }
        pieces("", "", draft.ending());
        out.append(footnotes.isEmpty() ? "" : "\n");
        footnotes.inOrder().forEach(this::footnote);
        if (!numbers.isEmpty()) {
            out.append('\n');
            numbers.forEach((url, number) ->
                    out.append('[').append(number).append("] ").append(url).append('\n'));
        }
        if (forEditor && !draft.notes().isEmpty()) {
            heading(Prose.plain(wording.notesHeading()).text(), '-');
            out.append('\n');
            draft.notes()
                    .forEach(note -> wrap("- ", "  ", numbered(ProseReader.read(note.markdown()))));
        }
        return out.toString();
    }

    private void part(Part part) {
        heading(Prose.plain(part.heading()).text(), '-');
        var isList = !part.isLead() && part.pieces().stream().allMatch(Item.class::isInstance);
        if (!isList) {
            pieces("", "", part.pieces());
            return;
        }
        out.append('\n');
        var items = part.items();
        for (var item : items) {
            wrap("- ", "  ", numbered(item.whole(also)));
            pieces("  ", "  ", item.more());
            out.append(item.more().isEmpty() || item.equals(items.getLast()) ? "" : "\n");
        }
    }

    /// @param first before the first line of all
    /// @param next before every other
    private void pieces(String first, String next, List<Piece> pieces) {
        var lead = first;
        for (var piece : pieces) {
            switch (piece) {
                case Paragraph(var words) -> block(lead, next, numbered(words));
                case Picture picture -> picture(lead, next, picture);
                case Item item -> {
                    block(lead, next, numbered(item.whole(also)));
                    pieces(next, next, item.more());
                }
                case Talk(var intro, var turns) -> {
                    pieces(lead, next, intro);
                    turns.forEach(turn -> pieces(spoken(turn), next + "   ", turn.words()));
                }
            }
            lead = next;
        }
    }

    private static String spoken(Talk.Turn turn) {
        return (turn.isQuestion() ? "Q: " : "A: ")
                + (turn.speaker().isEmpty() ? "" : Characters.clean(turn.speaker()) + ": ");
    }

    private void picture(String first, String next, Picture picture) {
        var described = picture.described();
        block(first, next, described.isEmpty() ? "[Picture]" : "[Picture: " + described + "]");
        out.append(next).append(picture.url()).append('\n');
    }

    private void footnote(Footnote note) {
        var mark = mark(note) + " ";
        wrap(mark, " ".repeat(mark.length()), numbered(note.words()));
    }

    private String mark(Footnote note) {
        return "[*" + footnotes.number(note) + "]";
    }

    private void heading(String words, char line) {
        var from = out.length();
        block("", "", words);
        int widest = 1;
        for (var shown : out.substring(from).split("\n", -1)) {
            widest = Math.max(widest, width(shown));
        }
        out.repeat(line, widest).append('\n');
    }

    private void block(String first, String next, String words) {
        out.append(out.isEmpty() ? "" : "\n");
        wrap(first, next, words);
    }

    /// The words, each link's number behind it; code in backticks.
    private String numbered(Prose prose) {
        var text = new StringBuilder();
        var runs = prose.runs();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            if (run.note().isPresent()) {
                text.append(mark(run.note().get()));
                continue;
            }
            text.append(run.code() ? "`" + run.text() + "`" : run.text());
            var ends = i + 1 == runs.size() || !runs.get(i + 1).href().equals(run.href());
            if (ends && run.href().isPresent()) {
                var url = run.href().get();
                numbers.putIfAbsent(url, numbers.size() + 1);
                text.append(GLUE).append('[').append(numbers.get(url)).append(']');
            }
        }
        return text.toString();
    }

    private void wrap(String first, String next, String words) {
        breaks.setText(words);
        var line = new StringBuilder(first);
        int column = width(first);
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            var piece = words.substring(from, to);
            if (column + width(piece.stripTrailing()) > WIDTH && column > width(next)) {
                out.append(line.toString().replace(GLUE, ' ').stripTrailing()).append('\n');
                line.setLength(0);
                line.append(next);
                column = width(next);
            }
            line.append(piece);
            column += width(piece);
        }
        out.append(line.toString().replace(GLUE, ' ').stripTrailing()).append('\n');
    }

    static int width(String text) {
        return text.codePoints().map(TextPage::width).sum();
    }

    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        var type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return 0;
        }
        int wide = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        return wide == UCharacter.EastAsianWidth.WIDE || wide == UCharacter.EastAsianWidth.FULLWIDTH
                ? 2
                : 1;
    }
}
