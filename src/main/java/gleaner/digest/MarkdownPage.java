package gleaner.digest;

import gleaner.digest.Draft.Part;
import java.util.List;

/// A draft as CommonMark: every paragraph and item on a line of its own.
///
/// Footnotes have the syntax that CommonMark's readers agree on: `[^1]` and, at the end, `[^1]: …`.
/// A picture is a paragraph, its credit in emphasis behind it; questions of an interview are bold.
final class MarkdownPage {

    private final StringBuilder out = new StringBuilder();
    private final Footnotes footnotes;
    private final String also;

    private MarkdownPage(Draft draft) {
        this.footnotes = draft.footnotes();
        this.also = draft.style().wording().also();
    }

    static String of(Draft draft, boolean forEditor) {
        return new MarkdownPage(draft).page(draft, forEditor);
    }

    private String page(Draft draft, boolean forEditor) {
        var wording = draft.style().wording();
        heading("# ", draft.heading());
        pieces("", draft.opening(forEditor));
        draft.parts().forEach(this::part);
        if (!wording.signOffHeading().isBlank()) {
            heading("## ", Prose.plain(wording.signOffHeading()));
        }
        pieces("", draft.ending());
        footnotes.inOrder().forEach(note -> paragraph("", footnote(note)));
        if (forEditor && !draft.notes().isEmpty()) {
            out.append("\n---\n");
            heading("## ", Prose.plain(wording.notesHeading()));
            out.append('\n');
            draft.notes().forEach(note -> out.append("- ").append(note.markdown()).append('\n'));
        }
        return out.toString();
    }

    /// What a reader that knows no footnotes would take for the definition of a link (CommonMark
    /// 4.7), and so not show, ends in a character of no width, which makes it words.
    private String footnote(Footnote note) {
        var written = mark(note) + ": " + MarkdownWriter.inline(note.words());
        var isShown =
                ProseReader.parsed(written).getFirstChild()
                        instanceof org.commonmark.node.Paragraph;
        return isShown ? written : written + " &#8203;";
    }

    private String mark(Footnote note) {
        return "[^" + footnotes.number(note) + "]";
    }

    private void part(Part part) {
        heading("## ", Prose.plain(part.heading()));
        var isList = !part.isLead() && part.pieces().stream().allMatch(Item.class::isInstance);
        if (!isList) {
            pieces("", part.pieces());
            return;
        }
        out.append('\n');
        var items = part.items();
        for (var item : items) {
            out.append("- ").append(words(item.whole(also))).append('\n');
            pieces("  ", item.more());
            out.append(item.more().isEmpty() || item.equals(items.getLast()) ? "" : "\n");
        }
    }

    private void pieces(String indent, List<Piece> pieces) {
        for (var piece : pieces) {
            switch (piece) {
                case Paragraph(var words) -> paragraph(indent, words(words));
                case Picture picture -> paragraph(indent, picture(picture));
                case Item item -> {
                    paragraph(indent, words(item.whole(also)));
                    pieces(indent, item.more());
                }
                case Talk(var intro, var turns) -> {
                    pieces(indent, intro);
                    turns.forEach(turn -> pieces(indent, Turns.told(turn)));
                }
            }
        }
    }

    static String picture(Picture picture) {
        var url = Prose.of(List.of(Run.link("x", picture.url())));
        var target = MarkdownWriter.inline(url).substring("[x]".length());
        return "!["
                + MarkdownWriter.inline(Prose.plain(picture.alt()))
                + "]"
                + target
                + (picture.credit().isEmpty()
                        ? ""
                        : " *(" + MarkdownWriter.inline(Prose.plain(picture.credit())) + ")*");
    }

    private String words(Prose words) {
        return MarkdownWriter.inline(words, this::mark);
    }

    private void paragraph(String indent, String words) {
        out.append('\n').append(indent).append(words).append('\n');
    }

    private void heading(String marks, Prose words) {
        out.append(out.isEmpty() ? "" : "\n")
                .append(marks)
                .append(open(MarkdownWriter.inline(words)))
                .append('\n');
    }

    /// CommonMark 4.2: `#` behind a space at the end would close the heading and not show.
    private static String open(String words) {
        int at = words.length();
        while (at > 0 && words.charAt(at - 1) == '#') {
            at--;
        }
        return at == words.length() || (at > 0 && words.charAt(at - 1) != ' ')
                ? words
                : words.substring(0, at) + "\\" + words.substring(at);
    }
}
