package gleaner.digest;

import gleaner.news.LinkId;
import gleaner.news.SectionName;
import java.util.List;

/// The open issue as it stands: made on request, as often as wanted, ready to be rendered.
///
/// @param heading the title
/// @param period its label; empty where no share and no period is known
/// @param intro its paragraphs; empty until an editor wrote it
/// @param parts the sections that have items, in the newsletter's order
/// @param signOff the editor's last paragraphs
/// @param notes what is not ready; only for editors
public record Draft(
        DraftStyle style,
        int number,
        Prose heading,
        String period,
        List<Prose> intro,
        List<Part> parts,
        List<Prose> signOff,
        List<Note> notes) {

    /// One section with its items in order.
    ///
    /// @param isLead whether its items are paragraphs rather than a list
    public record Part(SectionName name, String heading, boolean isLead, List<Item> items) {

        public Part {
            items = List.copyOf(items);
        }
    }

    public Draft {
        intro = List.copyOf(intro);
        parts = List.copyOf(parts);
        signOff = List.copyOf(signOff);
        notes = List.copyOf(notes);
    }

    /// The title as plain text.
    public String title() {
        return heading.text();
    }

    /// Every link of the draft in its order, those that only follow another on the same story
    /// included.
    public List<LinkId> links() {
        return parts.stream()
                .flatMap(part -> part.items().stream())
                .flatMap(item -> item.links().stream())
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
        return switch (format) {
            case MARKDOWN -> MarkdownPage.of(this, forEditor);
            case HTML -> HtmlPage.of(this, forEditor);
            case TEXT -> TextPage.of(this, forEditor);
            case JSON -> JsonPage.of(this, forEditor);
        };
    }

    /// The intro, or in an editor's draft what stands in its place.
    List<Prose> opening(boolean forEditor) {
        return intro.isEmpty() && forEditor
                ? ProseReader.paragraphs(style.wording().introPlaceholder())
                : intro;
    }

    /// The last words: the editor's, then the line that always ends an issue.
    List<Prose> ending() {
        var closing = ProseReader.paragraphs(style.wording().closing());
        return java.util.stream.Stream.concat(signOff.stream(), closing.stream()).toList();
    }
}
