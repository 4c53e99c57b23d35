package gleaner.digest.takeback;

import gleaner.digest.Draft;
import gleaner.digest.Draft.Part;
import gleaner.digest.Footnotes;
import gleaner.digest.Item;
import gleaner.digest.Listing;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.digest.format.MarkdownPage;
import gleaner.digest.format.Turns;
import gleaner.digest.prose.Characters;
import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.MarkdownWriter;
import gleaner.digest.prose.Prose;
import gleaner.digest.takeback.DraftOutline.Block;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.digest.takeback.DraftOutline.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Writes down what [MarkdownPage] shows.
final class OutlineWriter {

    private final Draft draft;
    private final Footnotes footnotes;
    private final String also;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    OutlineWriter(Draft draft) {
        this.draft = draft;
        this.footnotes = draft.footnotes();
        this.also = draft.style().wording().also();
    }

    DraftOutline outline() {
        var wording = draft.style().wording();
        block(Kind.TITLE, "", words(draft.heading()));
        pieces(
                draft.intro().isEmpty() ? Kind.PLACEHOLDER : Kind.INTRO,
                "",
                draft.opening(/* forEditor= */ true));
        draft.parts().forEach(this::part);
        if (!wording.signOffHeading().isBlank()) {
            block(Kind.SIGN_OFF, "", words(Prose.plain(wording.signOffHeading())));
        }
        pieces(Kind.CLOSING, "", draft.signOff());
        var ending = draft.ending();
        pieces(Kind.ENDING, "", ending.subList(draft.signOff().size(), ending.size()));
        for (var note : footnotes.inOrder()) {
            block(
                    Kind.FOOTNOTE,
                    Integer.toString(footnotes.number(note)),
                    MarkdownWriter.inline(note.words()));
        }
        if (!draft.notes().isEmpty()) {
            block(Kind.NOTES, "", words(Prose.plain(wording.notesHeading())));
            draft.notes().forEach(note -> block(Kind.NOTE, "", note.markdown()));
        }
        return new DraftOutline(draft.number(), blocks, entries, draft.mentioned());
    }

    private void part(Part part) {
        var isTalk = part.pieces().stream().anyMatch(Talk.class::isInstance);
        block(
                isTalk ? Kind.CHAT : Kind.SECTION,
                part.name().value(),
                words(Prose.plain(part.heading())));
        for (var piece : part.pieces()) {
            switch (piece) {
                case Item item -> item(part, item);
                case Talk talk -> talk(talk);
                case Listing _, Paragraph _, Picture _ -> pieces(Kind.MORE, "", List.of(piece));
            }
        }
    }

    private void item(Part part, Item item) {
        var leader = item.links().getFirst().value();
        entries.add(
                new Entry(
                        part.name(),
                        item.links(),
                        item.urls(),
                        words(item.sentence()),
                        item.attribution().map(Characters::clean)));
        block(Kind.ITEM, leader, words(item.whole(also)));
        pieces(Kind.MORE, leader, item.more());
    }

    private void talk(Talk talk) {
        pieces(Kind.CHAT_INTRO, "", talk.intro());
        for (int i = 0; i < talk.turns().size(); i++) {
            var turn = talk.turns().get(i);
            var scope = (turn.isQuestion() ? "Q" : "A") + (i + 1);
            pieces(
                    Kind.TURN,
                    turn.speaker().isEmpty() ? scope : scope + " " + turn.speaker(),
                    Turns.told(turn));
        }
    }

    private void pieces(Kind kind, String scope, List<Piece> pieces) {
        for (var piece : pieces) {
            lines(piece).forEach(line -> block(kind, scope, line));
        }
    }

    private Stream<String> lines(Piece piece) {
        return switch (piece) {
            case Paragraph(var words) -> Stream.of(words(words));
            case Listing listing -> Stream.of(MarkdownPage.listing(listing, this::mark));
            case Picture picture -> Stream.of(MarkdownPage.picture(picture));
            case Item _, Talk _ -> Stream.empty();
        };
    }

    private void block(Kind kind, String scope, String markdown) {
        blocks.add(new Block(kind, scope, markdown));
    }

    private String words(Prose words) {
        return MarkdownWriter.inline(words, this::mark);
    }

    private String mark(Footnote note) {
        return "[^" + footnotes.number(note) + "]";
    }
}
