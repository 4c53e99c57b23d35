package gleaner.digest.format;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import gleaner.digest.Note;
import gleaner.digest.Picture;
import gleaner.digest.prose.Characters;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.ProseReader;
import gleaner.template.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A draft's parts as plain text of 72 columns: links are numbers, their URLs stand at the end;
/// footnotes are numbers with a star, `[*1]`.
///
/// A column is what a terminal gives a character: two for East Asian wide ones (Unicode TR 11),
/// none for marks that join the one before. A line breaks where Unicode TR 14 allows it.
final class TextPage implements PageLanguage {

    private static final int WIDTH = 72;

    /// Keeps a link's number with its words; [Characters#clean] leaves no other no-break space.
    private static final char GLUE = '\u00a0';

    private final Calls calls = new Calls();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final BreakIterator breaks;

    TextPage(Locale locale) {
        breaks = BreakIterator.getLineInstance(ULocale.forLocale(locale));
    }

    /// The words, each link's number behind it; code in backticks.
    @Override
    public Shown words(Prose words) {
        var text = new StringBuilder();
        var runs = words.runs();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            if (run.note().isPresent()) {
                text.append(mark(calls.number(run.note().get())).text());
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
        return new Shown(text.toString());
    }

    @Override
    public Shown plain(String words) {
        return new Shown(Prose.plain(words).text());
    }

    @Override
    public Shown url(String url) {
        return new Shown(url);
    }

    @Override
    public Shown image(Picture picture) {
        return new Shown(picture.described());
    }

    @Override
    public Shown note(Note note) {
        return words(ProseReader.read(note.markdown()));
    }

    @Override
    public Shown mark(int number) {
        return new Shown("[*" + number + "]");
    }

    @Override
    public Shown footnote(int number, Prose words) {
        return words(words);
    }

    @Override
    public Calls calls() {
        return calls;
    }

    @Override
    public List<Numbered> numbered() {
        var all = new ArrayList<Numbered>();
        numbers.forEach((url, number) -> all.add(new Numbered(number, url)));
        return all;
    }

    /// `wrap(first, next)`: in lines, those words before the first of them and before the others
    /// (spaces as wide, unless they are given); `underline(by)`: in lines, below them a line of
    /// that character, as long as the longest.
    @Override
    public Shown laidOut(String filter, Shown words, List<String> arguments) {
        var first = Characters.clean(arguments.getFirst());
        if (filter.equals("wrap")) {
            var next = Characters.clean(arguments.getLast());
            return new Shown(
                    wrapped(first, next.isEmpty() ? " ".repeat(width(first)) : next, words.text()));
        }
        var lines = wrapped("", "", words.text());
        int widest = 1;
        for (var line : lines.split("\n", -1)) {
            widest = Math.max(widest, width(line));
        }
        return new Shown(
                lines + "\n" + (first.isEmpty() ? "-" : first.substring(0, 1)).repeat(widest));
    }

    /// The words in lines, without a line end behind the last.
    private String wrapped(String first, String next, String words) {
        var out = new StringBuilder();
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
        return out.append(line.toString().replace(GLUE, ' ').stripTrailing()).toString();
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
