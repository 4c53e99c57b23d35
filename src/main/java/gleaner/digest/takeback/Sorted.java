package gleaner.digest.takeback;

import gleaner.digest.Listing;
import gleaner.digest.ListingReader;
import gleaner.digest.Paragraph;
import gleaner.digest.Piece;
import gleaner.digest.prose.Prose;
import gleaner.digest.takeback.DraftChanges.Unplaced;
import gleaner.digest.takeback.DraftOutline.Kind;
import gleaner.digest.takeback.EditedDraft.Part;
import gleaner.digest.takeback.EditedItems.Unit;
import gleaner.digest.takeback.Headings.Whose;
import gleaner.news.SectionName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The text's blocks by what they belong to: the opening words, the interview, the last words, or
/// an item.
final class Sorted {

    private final DraftOutline base;
    private final EditedWords oldWords;
    private final EditedWords words;
    private final Resolving links;
    private final EditedItems items;
    private final List<Unplaced> unplaced;
    final List<Piece> intro = new ArrayList<>();
    final List<Piece> chat = new ArrayList<>();
    final List<Piece> closing = new ArrayList<>();
    final List<String> added = new ArrayList<>();
    Optional<String> chatTitle = Optional.empty();
    boolean hasChat;

    /// @param items are given the items
    /// @param unplaced is given what has no place
    Sorted(
            DraftOutline base,
            EditedWords oldWords,
            EditedWords words,
            Resolving links,
            EditedItems items,
            List<Unplaced> unplaced) {
        this.base = base;
        this.oldWords = oldWords;
        this.words = words;
        this.links = links;
        this.items = items;
        this.unplaced = unplaced;
    }

    /// @param whose of each of the parts
    void sort(List<Part> parts, List<Whose> whose) {
        for (int i = 0; i < parts.size(); i++) {
            part(parts.get(i), whose.get(i));
        }
        trailing(whose);
    }

    private void part(Part part, Whose whose) {
        switch (whose) {
            case Whose.Intro _ -> own(part, intro);
            case Whose.SignOff _ -> own(part, closing);
            case Whose.Talk(var title) -> {
                chatTitle = title;
                hasChat = true;
                own(part, chat);
            }
            case Whose.Of(var section) -> section(part, section);
            case Whose.Notes _ -> notes(part);
            case Whose.Nobody(var why) -> {
                unplaced.add(new Unplaced(why, "## " + part.heading().orElse("")));
                part.blocks().forEach(block -> strange("It stands below that heading.", block));
            }
        }
    }

    private void own(Part part, List<Piece> to) {
        for (var block : part.blocks()) {
            switch (block.type()) {
                case STRANGE -> strange(STRANGE, block);
                case PARAGRAPH -> own(words.piece(block.markdown()), to);
                case ITEM, NUMBERED -> {
                    var said = new ArrayList<>(List.of(block.markdown()));
                    said.addAll(block.more());
                    own(point(block.type(), String.join("\n", said)), to);
                }
            }
        }
    }

    private void own(Piece piece, List<Piece> to) {
        links.refer(piece);
        if (!isEmpty(piece)) {
            ListingReader.append(to, piece);
        }
    }

    private Piece point(EditedDraft.Type type, String markdown) {
        var prose = words.prose(markdown);
        return prose.isEmpty()
                ? new Paragraph(prose)
                : new Listing(type == EditedDraft.Type.NUMBERED, List.of(prose));
    }

    private static final String STRANGE =
            "A draft has no tables, quotes, blocks of code, lists in lists or HTML.";

    private static boolean isEmpty(Piece piece) {
        return piece instanceof Paragraph(var prose) && prose.isEmpty();
    }

    private void strange(String why, EditedDraft.Block block) {
        var text = new StringBuilder(block.markdown());
        block.more().forEach(more -> text.append("\n\n").append(more));
        unplaced.add(new Unplaced(why, text.toString()));
        links.refer(words.piece(block.markdown()));
        block.more().forEach(more -> links.refer(words.piece(more)));
    }

    private Optional<Unit> open = Optional.empty();

    private void section(Part part, SectionName section) {
        open = Optional.empty();
        for (var block : part.blocks()) {
            if (block.type() == EditedDraft.Type.STRANGE) {
                strange(STRANGE, block);
                continue;
            }
            var piece = words.piece(block.markdown());
            if (isEmpty(piece)) {
                continue;
            }
            links.refer(piece);
            if (piece instanceof Paragraph(var said) && begins(block, said)) {
                var prose = links.asShown(said);
                var unit =
                        new Unit(
                                section,
                                prose,
                                block.isListed(),
                                block.markdown());
                items.add(unit);
                links.unknown(prose).filter(_ -> unit.ids.isEmpty()).ifPresent(added::add);
                open = Optional.of(unit);
            } else if (open.isPresent()) {
                open.get().more.add(piece);
            } else {
                strange("It stands before the first item of its section.", block);
                continue;
            }
            for (var more : block.more()) {
                var below = words.piece(more);
                links.refer(below);
                open.ifPresent(unit -> unit.more.add(below));
            }
        }
    }

    private boolean begins(EditedDraft.Block block, Prose prose) {
        if (block.isListed() || items.isWhole(prose)) {
            return true;
        }
        if (!links.hasLinks(prose)) {
            return open.isEmpty() && items.isAlikeAny(prose);
        }
        if (open.isPresent() && items.isMore(new Paragraph(prose))) {
            return false;
        }
        return !links.ids(prose).isEmpty() || links.unknown(prose).isPresent();
    }

    /// Where no heading stands above the last words, they follow the last item.
    private void trailing(List<Whose> whose) {
        if (open.isEmpty() || whose.stream().anyMatch(Whose.SignOff.class::isInstance)) {
            return;
        }
        var last = open.get();
        var heading = base.of(Kind.SIGN_OFF).stream().findFirst();
        if (heading.isPresent()) {
            var own = new HashSet<>(Sameness.of(before(Kind.CLOSING)));
            own.addAll(Sameness.of(before(Kind.ENDING)));
            int from = 0;
            while (from < last.more.size() && !own.contains(Sameness.of(last.more.get(from)))) {
                from++;
            }
            var words = last.more.subList(from, last.more.size());
            if (!words.isEmpty()) {
                unplaced.add(new Unplaced(Headings.SIGN_OFF, "(taken away)"));
            }
            closing.addAll(words);
            words.clear();
            return;
        }
        var known = last.more;
        int at = known.size();
        while (at > 0 && !items.isMore(known.get(at - 1))) {
            at--;
        }
        if (!last.isListed || at < known.size()) {
            closing.addAll(known.subList(at, known.size()));
            known.subList(at, known.size()).clear();
        }
    }

    private List<Piece> before(Kind kind) {
        return base.of(kind).stream().map(block -> oldWords.own(block.markdown())).toList();
    }

    /// Notes are not read, but what somebody wrote below them is told.
    private void notes(Part part) {
        var known = new HashSet<Prose>();
        base.of(Kind.NOTE)
                .forEach(block -> known.add(Sameness.of(oldWords.prose(block.markdown()))));
        for (var block : part.blocks()) {
            if (!known.contains(Sameness.of(words.prose(block.markdown())))) {
                strange("It stands below the notes for the editor, which are not read.", block);
            }
        }
    }
}
