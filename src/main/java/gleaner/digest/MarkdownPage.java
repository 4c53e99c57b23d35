package gleaner.digest;

import gleaner.digest.Draft.Part;
import java.util.List;

/// A draft as CommonMark: every paragraph and item on a line of its own.
final class MarkdownPage {

    private final StringBuilder out = new StringBuilder();

    private MarkdownPage() {}

    static String of(Draft draft, boolean forEditor) {
        return new MarkdownPage().page(draft, forEditor);
    }

    private String page(Draft draft, boolean forEditor) {
        var wording = draft.style().wording();
        heading("# ", draft.heading());
        paragraphs(draft.opening(forEditor));
        draft.parts().forEach(part -> part(part, wording.also()));
        if (!wording.signOffHeading().isBlank()) {
            heading("## ", Prose.plain(wording.signOffHeading()));
        }
        paragraphs(draft.ending());
        if (forEditor && !draft.notes().isEmpty()) {
            out.append("\n---\n");
            heading("## ", Prose.plain(wording.notesHeading()));
            out.append('\n');
            draft.notes().forEach(note -> out.append("- ").append(note.markdown()).append('\n'));
        }
        return out.toString();
    }

    private void part(Part part, String also) {
        heading("## ", Prose.plain(part.heading()));
        if (part.isLead()) {
            paragraphs(part.items().stream().map(item -> item.whole(also)).toList());
            return;
        }
        out.append('\n');
        for (var item : part.items()) {
            out.append("- ").append(MarkdownWriter.inline(item.whole(also))).append('\n');
        }
    }

    private void heading(String marks, Prose words) {
        out.append(out.isEmpty() ? "" : "\n")
                .append(marks)
                .append(MarkdownWriter.inline(words))
                .append('\n');
    }

    private void paragraphs(List<Prose> paragraphs) {
        paragraphs.forEach(
                words -> out.append('\n').append(MarkdownWriter.inline(words)).append('\n'));
    }
}
