package gleaner.digest.format;

import gleaner.digest.Talk;
import gleaner.digest.Wording;
import gleaner.template.Shown;
import gleaner.template.View;
import java.util.List;

/// What one person said in an interview, for templates.
final class TurnView implements View {

    private final Talk.Turn turn;
    private final Wording wording;
    private final PageLanguage in;

    TurnView(Talk.Turn turn, Wording wording, PageLanguage in) {
        this.turn = turn;
        this.wording = wording;
        this.in = in;
    }

    public boolean isQuestion() {
        return turn.isQuestion();
    }

    public Shown mark() {
        return in.plain(turn.isQuestion() ? wording.question() : wording.answer());
    }

    public Shown speaker() {
        return in.plain(turn.speaker());
    }

    public List<View> pieces() {
        return PieceViews.of(turn.words(), wording, in);
    }

    public List<View> told() {
        return PieceViews.of(Turns.told(turn), wording, in);
    }
}
