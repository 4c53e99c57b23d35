package gleaner.digest.takeback;

import gleaner.digest.Paragraph;
import gleaner.digest.PictureReader;
import gleaner.digest.Piece;
import gleaner.digest.prose.EditorMarkdown;
import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.ProseReader;
import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the paragraphs of an edited draft with its footnotes: the same words give the same piece,
/// whatever they are numbered.
final class EditedWords {

    /// Stands before an id that an editor wrote in a URL's place, so that it is one.
    static final String BY_ID = "https://by-id.invalid/";

    private final Map<String, String> footnotes;
    private final String definitions;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /// @param footnotes their words by their names
    /// @param definitions of links by name
    EditedWords(Map<String, String> footnotes, String definitions) {
        this.footnotes = footnotes;
        this.definitions = definitions;
    }

    /// A paragraph or a picture; a paragraph of nothing that shows is empty.
    Piece piece(String markdown) {
        return PictureReader.read(markdown)
                .<Piece>map(picture -> picture)
                .orElseGet(() -> new Paragraph(prose(markdown)));
    }

    /// The words of a paragraph.
    Prose prose(String markdown) {
        if (!EditorMarkdown.mayHold(markdown)) {
            return ProseReader.readWhole(withDefinitions(markdown), List.of());
        }
        var taken = EditorMarkdown.take(withNotes(markdown), EditedWords::byId);
        missing.addAll(taken.missing());
        var notes = new ArrayList<Footnote>();
        for (var words : taken.notes()) {
            var targeted = EditorMarkdown.retargeted(words, EditedWords::byId);
            notes.add(
                    new Footnote("", ProseReader.readWhole(withDefinitions(targeted), List.of())));
        }
        return ProseReader.readWhole(withDefinitions(taken.markdown()), notes);
    }

    private String withDefinitions(String markdown) {
        return definitions.isEmpty() || markdown.indexOf('[') < 0
                ? markdown
                : markdown + "\n\n" + definitions;
    }

    private String withNotes(String markdown) {
        var whole = new StringBuilder(markdown);
        for (int at = markdown.indexOf("[^"); at >= 0; at = markdown.indexOf("[^", at + 2)) {
            int end = markdown.indexOf(']', at);
            var name = end < 0 || end - at > 53 ? "" : markdown.substring(at + 2, end);
            var words = footnotes.get(name);
            if (words != null && !words.isBlank()) {
                whole.append("\n\n[^").append(name).append("]: ").append(words);
                used.add(name);
            }
        }
        return whole.toString();
    }

    private static Optional<String> byId(String target) {
        return LinkId.parse(target).map(id -> "<" + BY_ID + id + ">");
    }

    /// The footnotes whose marks were read.
    Set<String> used() {
        return used;
    }

    /// The marks without a footnote.
    Set<String> missing() {
        return missing;
    }
}
