package gleaner.digest.format;

import gleaner.digest.Listing;
import gleaner.digest.Note;
import gleaner.digest.Picture;
import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.MarkdownWriter;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.ProseReader;
import gleaner.digest.prose.Run;
import gleaner.template.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A draft's parts as CommonMark, each on one line.
///
/// Footnotes have the syntax that CommonMark's readers agree on: `[^1]` and, at the end, `[^1]: …`.
public final class MarkdownPage implements PageLanguage {

    private final Calls calls = new Calls();

    @Override
    public Shown words(Prose words) {
        return new Shown(MarkdownWriter.inline(words, note -> mark(calls.number(note)).text()));
    }

    @Override
    public Shown plain(String words) {
        return new Shown(MarkdownWriter.inline(Prose.plain(words)));
    }

    /// Words of which the template knows nothing more: an exclamation mark at their end makes no
    /// picture of a link that the template puts behind them.
    @Override
    public Shown escapedWords(String words) {
        var shown = plain(words).text();
        return new Shown(
                shown.endsWith("!") ? shown.substring(0, shown.length() - 1) + "\\!" : shown);
    }

    /// The target of a link, which also shows as itself where it stands among words.
    @Override
    public Shown url(String url) {
        var target = target(url);
        var safe = new StringBuilder(target.length() + 8);
        for (int i = 0; i < target.length(); i++) {
            var c = target.charAt(i);
            safe.append("*_[]~!<>`".indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return new Shown(safe.toString());
    }

    @Override
    public Shown image(Picture picture) {
        return new Shown(imageOf(picture));
    }

    private static String imageOf(Picture picture) {
        return "!["
                + MarkdownWriter.inline(Prose.plain(picture.alt()))
                + "]("
                + target(picture.url())
                + ")";
    }

    private static String target(String url) {
        var link = MarkdownWriter.inline(Prose.of(List.of(Run.link("x", url))));
        return link.startsWith("[x](") ? link.substring("[x](".length(), link.length() - 1) : "";
    }

    /// The picture, its credit in emphasis behind it.
    public static String picture(Picture picture) {
        return imageOf(picture)
                + (picture.credit().isEmpty()
                        ? ""
                        : " *(" + MarkdownWriter.inline(Prose.plain(picture.credit())) + ")*");
    }

    /// The list, a point on each line.
    ///
    /// @param mark what stands for a footnote's mark
    public static String listing(Listing listing, Function<Footnote, String> mark) {
        var lines = new ArrayList<String>();
        for (var point : listing.points()) {
            lines.add(listing.mark(lines.size() + 1) + " " + MarkdownWriter.inline(point, mark));
        }
        return String.join("\n", lines);
    }

    @Override
    public Shown note(Note note) {
        return new Shown(note.markdown());
    }

    @Override
    public Shown mark(int number) {
        return new Shown("[^" + number + "]");
    }

    /// What a reader that knows no footnotes would take for the definition of a link (CommonMark
    /// 4.7), and so not show, ends in a character of no width, which makes it words.
    @Override
    public Shown footnote(int number, Prose words) {
        var inline = MarkdownWriter.inline(words);
        var written = mark(number).text() + ": " + inline;
        var isShown =
                ProseReader.parsed(written).getFirstChild()
                        instanceof org.commonmark.node.Paragraph;
        return new Shown(isShown ? inline : inline + " &#8203;");
    }

    @Override
    public Calls calls() {
        return calls;
    }

    @Override
    public List<Numbered> numbered() {
        return List.of();
    }

    /// `indent(by)`: every line but empty ones moved to the right, to stand in a list item.
    @Override
    public Shown laidOut(String filter, Shown words, List<String> arguments) {
        var by = " ".repeat(Spaces.of(arguments.getFirst()));
        var moved = new StringBuilder(words.text().length() + 16);
        for (var line : words.text().split("(?<=\n)", -1)) {
            moved.append(line.isBlank() ? "" : by).append(line);
        }
        return new Shown(moved.toString());
    }
}
