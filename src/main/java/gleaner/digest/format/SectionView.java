package gleaner.digest.format;

import gleaner.digest.Draft;
import gleaner.digest.Item;
import gleaner.digest.Talk;
import gleaner.digest.Wording;
import gleaner.template.Shown;
import gleaner.template.View;
import java.util.List;

/// A section for templates.
final class SectionView implements View {

    private final Draft.Part part;
    private final PageLanguage in;
    private final List<View> pieces;

    SectionView(Draft.Part part, Wording wording, PageLanguage in) {
        this.part = part;
        this.in = in;
        this.pieces = PieceViews.of(part.pieces(), wording, in);
    }

    public Shown name() {
        return in.plain(part.name().value());
    }

    public Shown heading() {
        return in.plain(part.heading());
    }

    public boolean isLead() {
        return part.isLead();
    }

    public boolean isInterview() {
        return part.pieces().stream().anyMatch(Talk.class::isInstance);
    }

    public boolean isList() {
        return !part.isLead() && part.pieces().stream().allMatch(Item.class::isInstance);
    }

    public List<View> pieces() {
        return pieces;
    }

    public List<ItemView> items() {
        return pieces.stream()
                .filter(ItemView.class::isInstance)
                .map(ItemView.class::cast)
                .toList();
    }
}
