package gleaner.digest;

import java.util.ArrayList;
import java.util.List;

/// An interview's turns where the form has bold: questions in it, and so the name of who speaks.
final class Turns {

    private Turns() {}

    static List<Piece> told(Talk.Turn turn) {
        var told = new ArrayList<Piece>();
        var name = turn.speaker().isEmpty() ? List.<Run>of() : named(turn.speaker());
        for (var piece : turn.words()) {
            if (piece instanceof Paragraph(var words)) {
                var loud = turn.isQuestion() ? words.inStrong() : words;
                told.add(new Paragraph(name.isEmpty() ? loud : loud.ledBy(name)));
                name = List.of();
            } else {
                told.add(piece);
            }
        }
        return told;
    }

    private static List<Run> named(String speaker) {
        return List.of(Run.plain(Characters.clean(speaker) + ":").inStrong(), Run.plain(" "));
    }
}
