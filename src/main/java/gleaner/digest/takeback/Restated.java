package gleaner.digest.takeback;

import gleaner.digest.Item;
import gleaner.digest.Listing;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.digest.format.MarkdownPage;
import gleaner.digest.prose.EditorMarkdown;
import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.MarkdownWriter;
import gleaner.digest.prose.Prose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes pieces as an editor's Markdown, with the footnotes where their marks are: what is kept of
/// an edited draft.
final class Restated {

    private static final int LONGEST_IN_PLACE = 1_900;

    private final Function<String, Optional<String>> target;
    private final List<String> named = new ArrayList<>();

    /// @param target what is to stand for a link's URL; empty to leave it
    private Restated(Function<String, Optional<String>> target) {
        this.target = target;
    }

    static String of(List<Piece> pieces, Function<String, Optional<String>> target) {
        var restated = new Restated(target);
        var paragraphs = new ArrayList<String>();
        for (var piece : pieces) {
            switch (piece) {
                case Paragraph(var words) -> paragraphs.add(restated.words(words));
                case Listing(var isNumbered, var points) ->
                        paragraphs.add(restated.listing(isNumbered, points));
                case Picture picture -> paragraphs.add(MarkdownPage.picture(picture));
                case Item _, Talk _ -> {}
            }
        }
        paragraphs.removeIf(String::isBlank);
        paragraphs.addAll(restated.named);
        return String.join("\n\n", paragraphs);
    }

    private String listing(boolean isNumbered, List<Prose> points) {
        var lines = new ArrayList<String>();
        for (var point : points) {
            lines.add((isNumbered ? lines.size() + 1 + ". " : "- ") + words(point));
        }
        return String.join("\n", lines);
    }

    private String words(Prose words) {
        return retargeted(words, MarkdownWriter.inline(words, this::footnote));
    }

    private String retargeted(Prose words, String written) {
        var targets = new HashMap<String, String>();
        for (var anchor : words.anchors()) {
            target.apply(anchor.url())
                    .ifPresent(to -> targets.put(MarkdownWriter.target(anchor.url()), to));
        }
        return targets.isEmpty()
                ? written
                : EditorMarkdown.retargeted(written, to -> Optional.ofNullable(targets.get(to)));
    }

    private String footnote(Footnote note) {
        var words = retargeted(note.words(), MarkdownWriter.inline(note.words()));
        if (fitsInPlace(words)) {
            return "^[" + words + "]";
        }
        var name = "note-" + (named.size() + 1);
        named.add("[^" + name + "]: " + words);
        return "[^" + name + "]";
    }

    private static boolean fitsInPlace(String words) {
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            switch (words.charAt(i)) {
                case '\\' -> i++;
                case '[' -> depth++;
                case ']' -> {
                    if (--depth < 0) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return depth == 0
                && words.length() <= LONGEST_IN_PLACE
                && !words.contains("^[")
                && !words.contains("[^")
                && !words.contains("((");
    }
}
