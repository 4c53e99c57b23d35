package gleaner.digest.format;

import gleaner.digest.Item;
import gleaner.digest.Listing;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.digest.Wording;
import gleaner.template.View;
import java.util.List;

/// Pieces of a draft for templates.
final class PieceViews {

    private PieceViews() {}

    /// @param wording the newsletter's own words
    static List<View> of(List<Piece> pieces, Wording wording, PageLanguage in) {
        return pieces.isEmpty()
                ? List.of()
                : pieces.stream().map(piece -> of(piece, wording, in)).toList();
    }

    private static View of(Piece piece, Wording wording, PageLanguage in) {
        return switch (piece) {
            case Paragraph(var words) -> new ParagraphView(words, in);
            case Listing listing -> new ListingView(listing, in);
            case Picture picture -> new PictureView(picture, wording, in);
            case Item item -> new ItemView(item, wording, in);
            case Talk talk -> new TalkView(talk, wording, in);
        };
    }
}
