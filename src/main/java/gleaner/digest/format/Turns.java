package gleaner.digest.format;

import gleaner.digest.Listing;
import gleaner.digest.Paragraph;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.digest.prose.Characters;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.Run;
import java.util.ArrayList;
import java.util.List;

/// An interview's turns where the form has bold: questions in it, and so the name of who speaks.
public final class Turns {

    private Turns() {}

    public static List<Piece> told(Talk.Turn turn) {
        var told = new ArrayList<Piece>();
        var name = turn.speaker().isEmpty() ? List.<Run>of() : named(turn.speaker());
        for (var piece : turn.words()) {
            if (piece instanceof Paragraph(var words)) {
                var loud = turn.isQuestion() ? words.inStrong() : words;
                told.add(new Paragraph(name.isEmpty() ? loud : loud.ledBy(name)));
                name = List.of();
            } else {
                if (piece instanceof Listing && !name.isEmpty()) {
                    told.add(new Paragraph(Prose.of(name)));
                    name = List.of();
                }
                told.add(
                        turn.isQuestion() && piece instanceof Listing(var is, var points)
                                ? new Listing(is, points.stream().map(Prose::inStrong).toList())
                                : piece);
            }
        }
        return told;
    }

    private static List<Run> named(String speaker) {
        return List.of(Run.plain(Characters.clean(speaker) + ":").inStrong(), Run.plain(" "));
    }
}
