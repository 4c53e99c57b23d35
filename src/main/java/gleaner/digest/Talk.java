package gleaner.digest;

import java.util.List;

/// An interview: questions and answers in turn.
///
/// @param intro before the first question
public record Talk(List<Piece> intro, List<Turn> turns) implements Piece {

    /// What one person said.
    ///
    /// @param speaker plain text; empty where the side has only one person
    /// @param words its paragraphs and pictures
    public record Turn(boolean isQuestion, String speaker, List<Piece> words) {

        public Turn {
            words = List.copyOf(words);
        }
    }

    public Talk {
        intro = List.copyOf(intro);
        turns = List.copyOf(turns);
    }
}
