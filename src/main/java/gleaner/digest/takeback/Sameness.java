package gleaner.digest.takeback;

import gleaner.digest.Item;
import gleaner.digest.Listing;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.Run;
import gleaner.digest.prose.Words;
import java.util.List;

/// What two texts have in common that differ only in what editors' programs change of their own
/// accord: curly quotes, dashes, three dots, spaces that do not break.
final class Sameness {

    private Sameness() {}

    /// Two pieces are the same to a reader if these are equal.
    static Piece of(Piece piece) {
        return switch (piece) {
            case Paragraph(var words) -> new Paragraph(of(words));
            case Listing(var isNumbered, var points) ->
                    new Listing(isNumbered, points.stream().map(Sameness::of).toList());
            case Picture(var url, var alt, var credit) ->
                    new Picture(url, straight(alt), straight(credit));
            case Item _, Talk _ -> piece;
        };
    }

    static List<Piece> of(List<Piece> pieces) {
        return pieces.stream().map(Sameness::of).toList();
    }

    static Prose of(Prose prose) {
        var isPlain = prose.text().chars().allMatch(c -> c < 0x80);
        if (isPlain && !prose.text().contains("--") && !prose.text().contains("...")) {
            return prose;
        }
        return Prose.of(
                prose.runs().stream()
                        .map(run ->
                                run.note().isPresent()
                                        ? Run.mark(
                                                new Footnote("", of(run.note().get().words())),
                                                run.emphasis(),
                                                run.strong())
                                        : run.withText(straight(run.text())))
                        .toList());
    }

    static String straight(String text) {
        var straight = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '“', '”', '„', '‟', '«', '»', '″' -> straight.append('"');
                case '‘', '’', '‚', '‛', '′' -> straight.append('\'');
                case '‐', '‑', '‒', '–', '—', '―', '−', '-' -> {
                    if (straight.isEmpty() || straight.charAt(straight.length() - 1) != '-') {
                        straight.append('-');
                    }
                }
                case '…' -> straight.append("...");
                default -> straight.append(c);
            }
        }
        return straight.toString();
    }

    /// How much of their words two texts share: from 0 to 1.
    static double likeness(String one, String other) {
        var words = new java.util.HashSet<String>();
        Words.of(one).forEach(word -> words.add(word.folded()));
        var others = new java.util.HashSet<String>();
        Words.of(other).forEach(word -> others.add(word.folded()));
        if (words.isEmpty() || others.isEmpty()) {
            return 0;
        }
        var all = new java.util.HashSet<>(words);
        all.addAll(others);
        words.retainAll(others);
        return (double) words.size() / all.size();
    }
}
