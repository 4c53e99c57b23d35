package gleaner.digest.takeback;

import gleaner.digest.ListingReader;
import gleaner.digest.Paragraph;
import gleaner.digest.PictureReader;
import gleaner.digest.Piece;
import gleaner.digest.prose.EditorMarkdown;
import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.ProseReader;
import gleaner.digest.prose.SafeUrl;
import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/// Reads the paragraphs of an edited draft with its footnotes: the same words give the same piece,
/// whatever they are numbered.
final class EditedWords {

    /// Stands before an id that an editor wrote in a URL's place, so that it is one.
    static final String BY_ID = "https://by-id.invalid/";

    private final Map<String, String> footnotes;
    private final String definitions;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Map<String, String> kept = new LinkedHashMap<>();
    private final Map<String, String> before;
    private final Set<String> pages = new LinkedHashSet<>();
    private final Set<String> pictures = new LinkedHashSet<>();

    /// @param footnotes their words by their names
    /// @param definitions of links by name
    EditedWords(Map<String, String> footnotes, String definitions) {
        this(footnotes, definitions, Map.of());
    }

    /// @param before the footnotes of the draft that was edited: one of which only the mark was
    ///   left is there all the same
    EditedWords(Map<String, String> footnotes, String definitions, Map<String, String> before) {
        this.before = before;
        this.footnotes = footnotes;
        this.definitions = definitions;
    }

    /// A paragraph or a picture; a paragraph of nothing that shows is empty.
    Piece piece(String markdown) {
        return PictureReader.read(markdown)
                .<Piece>map(picture -> picture)
                .orElseGet(() -> new Paragraph(prose(markdown)));
    }

    /// The same of a draft's own block, which may be a list too.
    Piece own(String markdown) {
        var lines = markdown.lines().toList();
        return ListingReader.begin(lines, 0) == 0 && !lines.isEmpty()
                ? ListingReader.read(lines, this::prose)
                        .<Piece>map(listing -> listing)
                        .orElseGet(() -> piece(markdown))
                : piece(markdown);
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
        note(taken.markdown());
        return ProseReader.readWhole(withDefinitions(taken.markdown()), notes);
    }

    /// Notes what the words hold that a draft has no place for.
    private void note(String markdown) {
        if (!markdown.contains("](")) {
            return;
        }
        ProseReader.parsed(withDefinitions(markdown))
                .accept(
                        new AbstractVisitor() {
                            @Override
                            public void visit(Link link) {
                                if (SafeUrl.of(link.getDestination()).isEmpty()
                                        && !link.getDestination().isBlank()) {
                                    pages.add(link.getDestination());
                                }
                                visitChildren(link);
                            }

                            @Override
                            public void visit(Image image) {
                                pictures.add(image.getDestination());
                            }
                        });
    }

    /// The targets of links that are no pages.
    Set<String> noPages() {
        return pages;
    }

    /// The URLs of pictures that stand among words.
    Set<String> pictures() {
        return pictures;
    }

    /// The footnotes of which only the mark was left, by their names.
    Map<String, String> kept() {
        return kept;
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
            if ((words == null || words.isBlank()) && before.containsKey(name)) {
                words = before.get(name);
                kept.put(name, words);
            }
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
