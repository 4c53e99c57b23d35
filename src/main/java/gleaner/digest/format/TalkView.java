package gleaner.digest.format;

import gleaner.digest.Talk;
import gleaner.digest.Wording;
import gleaner.template.View;
import java.util.List;

/// An interview for templates.
final class TalkView implements View {

    private final Talk talk;
    private final Wording wording;
    private final PageLanguage in;

    TalkView(Talk talk, Wording wording, PageLanguage in) {
        this.talk = talk;
        this.wording = wording;
        this.in = in;
    }

    public String kind() {
        return "talk";
    }

    public List<View> intro() {
        return PieceViews.of(talk.intro(), wording, in);
    }

    public List<TurnView> turns() {
        return talk.turns().stream().map(turn -> new TurnView(turn, wording, in)).toList();
    }
}
