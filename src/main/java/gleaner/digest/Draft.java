package gleaner.digest;

import gleaner.digest.prose.MarkdownWriter;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.ProseReader;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The open issue as it stands: made on request, as often as wanted, ready to be rendered.
///
/// @param heading the title
/// @param period its label; empty where no share and no period is known
/// @param intro its paragraphs and pictures; empty until an editor wrote it
/// @param parts the sections that have items, in the newsletter's order, and the interview
/// @param signOff the editor's last paragraphs and pictures
/// @param mentioned the links that the intro, the interview and the last words mention by their ids
///   and that stand nowhere else
/// @param notes what is not ready; only for editors
public record Draft(
        DraftStyle style,
        int number,
        Prose heading,
        String period,
        List<Piece> intro,
        List<Part> parts,
        List<Piece> signOff,
        List<LinkId> mentioned,
        List<Note> notes) {

    /// One section with what stands in it, in order; the interview is one of its own.
    ///
    /// @param isLead whether its items are paragraphs rather than a list
    public record Part(SectionName name, String heading, boolean isLead, List<Piece> pieces) {

        /// The name of the interview's.
        public static final SectionName CHAT = new SectionName("interview");

        public Part {
            pieces = List.copyOf(pieces);
        }

        /// The items in it.
        public List<Item> items() {
            var items = new ArrayList<Item>();
            for (var piece : pieces) {
                if (piece instanceof Item item) {
                    items.add(item);
                }
            }
            return items;
        }
    }

    public Draft {
        intro = List.copyOf(intro);
        parts = List.copyOf(parts);
        signOff = List.copyOf(signOff);
        mentioned = List.copyOf(mentioned);
        notes = List.copyOf(notes);
    }

    /// The title as plain text.
    public String title() {
        return heading.text();
    }

    /// Every link of the draft in its order, those that only follow another on the same story or
    /// are woven into its words included; at the end those that are only mentioned.
    public List<LinkId> links() {
        return Stream.concat(
                        parts.stream()
                                .flatMap(part -> part.items().stream())
                                .flatMap(item -> item.links().stream()),
                        mentioned.stream())
                .toList();
    }

    /// The section's links as they stand in it; empty if it is not in the draft.
    public List<LinkId> order(SectionName section) {
        return parts.stream()
                .filter(part -> part.name().equals(section))
                .flatMap(part -> part.items().stream())
                .flatMap(item -> item.links().stream())
                .toList();
    }

    /// The whole draft, ending with a line end; the same draft gives the same text.
    ///
    /// @param forEditor whether the placeholders and the notes are in it
    public String render(Format format, boolean forEditor) {
        return style.look().render(this, format, forEditor);
    }

    /// The same with one more note: that a template cannot be used.
    public Draft noting(String problem) {
        return new Draft(
                style,
                number,
                heading,
                period,
                intro,
                parts,
                signOff,
                mentioned,
                Stream.concat(notes.stream(), Stream.of(templateNote(problem))).toList());
    }

    /// That a template cannot be used.
    public static Note templateNote(String problem) {
        return new Note(
                Note.Kind.TEMPLATE,
                List.of(),
                MarkdownWriter.inline(Prose.plain(problem + " Another template stands in.")));
    }

    /// The intro, or in an editor's draft what stands in its place.
    public List<Piece> opening(boolean forEditor) {
        return intro.isEmpty() && forEditor ? own(style.wording().introPlaceholder()) : intro;
    }

    /// The last words: the editor's, then the line that always ends an issue.
    public List<Piece> ending() {
        return Stream.concat(signOff.stream(), own(style.wording().closing()).stream()).toList();
    }

    private static List<Piece> own(String markdown) {
        return ProseReader.paragraphs(markdown).stream()
                .map(words -> (Piece) new Paragraph(words))
                .toList();
    }

    /// The footnotes, numbered in reading order.
    public Footnotes footnotes() {
        return Footnotes.of(
                Stream.of(
                                intro.stream(),
                                parts.stream().flatMap(part -> part.pieces().stream()),
                                signOff.stream())
                        .flatMap(pieces -> pieces)
                        .flatMap(Draft::words));
    }

    private static Stream<Prose> words(Piece piece) {
        return switch (piece) {
            case Paragraph(var words) -> Stream.of(words);
            case Listing(_, var points) -> points.stream();
            case Picture _ -> Stream.empty();
            case Item item ->
                    item.more().isEmpty()
                            ? Stream.of(item.sentence())
                            : Stream.concat(
                                    Stream.of(item.sentence()),
                                    item.more().stream().flatMap(Draft::words));
            case Talk(var intro, var turns) ->
                    Stream.concat(
                            intro.stream().flatMap(Draft::words),
                            turns.stream()
                                    .flatMap(turn -> turn.words().stream())
                                    .flatMap(Draft::words));
        };
    }
}
