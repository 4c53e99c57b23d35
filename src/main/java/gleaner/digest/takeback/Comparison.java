package gleaner.digest.takeback;

import gleaner.digest.Draft;
import gleaner.digest.Listing;
import gleaner.digest.ListingReader;
import gleaner.digest.Paragraph;
import gleaner.digest.Piece;
import gleaner.digest.prose.MarkdownWriter;
import gleaner.digest.prose.Prose;
import gleaner.digest.takeback.DraftChanges.ChatEdit;
import gleaner.digest.takeback.DraftChanges.Unplaced;
import gleaner.digest.takeback.DraftOutline.Block;
import gleaner.digest.takeback.DraftOutline.Kind;
import gleaner.digest.takeback.EditedDraft.Part;
import gleaner.digest.takeback.EditedItems.Unit;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Compares an editor's text of a draft with the draft, block by block.
///
/// Both are read by the same reader, so that what nobody touched is the same whatever the reader
/// makes of it.
final class Comparison {

    private static final double ALIKE = 0.5;

    private final DraftOutline base;
    private final EditedDraft edited;
    private final String also;
    private final EditedWords oldWords;
    private final EditedWords words;
    private final Resolving links;
    private final EditedItems items;
    private final Headings headings;
    private final List<Unplaced> unplaced = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private final List<Piece> intro = new ArrayList<>();
    private final List<Piece> closing = new ArrayList<>();
    private final List<Piece> chat = new ArrayList<>();
    private Optional<String> chatTitle = Optional.empty();
    private boolean hasChat;
    private Set<LinkId> leaders = Set.of();

    Comparison(
            DraftOutline base,
            EditedDraft edited,
            Sections sections,
            String also,
            Function<String, Optional<LinkId>> known) {
        this.base = base;
        this.edited = edited;
        this.also = also;
        this.oldWords = new EditedWords(footnotes(base), "");
        this.words = new EditedWords(edited.footnotes(), edited.definitions(), footnotes(base));
        this.links = new Resolving(base, oldWords, known);
        this.items = new EditedItems(base, oldWords, links);
        this.headings = new Headings(base, oldWords, sections);
    }

    static Map<String, String> footnotes(DraftOutline outline) {
        var footnotes = new HashMap<String, String>();
        outline.of(Kind.FOOTNOTE).forEach(block -> footnotes.put(block.scope(), block.markdown()));
        return footnotes;
    }

    DraftChanges changes() {
        var whose = headings.whose(edited, words, links);
        for (int i = 0; i < edited.parts().size(); i++) {
            part(edited.parts().get(i), whose.get(i));
        }
        trailing(whose);
        var led = items.led();
        var leading = new LinkedHashSet<LinkId>();
        led.forEach(unit -> unit.leader.ifPresent(leading::add));
        leaders = leading;
        var written = new ItemEdits(base, items, oldWords, links, leading, also);
        led.forEach(unit -> item(unit, written));
        var introChange = changed(Kind.INTRO, intro);
        var closingChange = closingChange();
        var chatChange = chatChange();
        footnoteMarks();
        unplaced.addAll(headings.unplaced());
        edited.comments()
                .forEach(text -> unplaced.add(new Unplaced("A comment is not kept.", text)));
        links.others()
                .forEach(url ->
                        unplaced.add(
                                new Unplaced("A link stays as it was shared, which is not so:", url)));
        words.noPages()
                .forEach(url -> unplaced.add(new Unplaced("Only links to pages are kept.", url)));
        words.pictures()
                .forEach(url ->
                        unplaced.add(new Unplaced("A picture needs a paragraph of its own.", url)));
        return new DraftChanges(
                hasTitle(),
                title(),
                introChange,
                closingChange,
                headings.renamed(),
                headings.made(),
                chatChange,
                order(whose, led, chatChange),
                written.edits(),
                written.orders(),
                removed(),
                added,
                unplaced);
    }

    private Optional<List<SectionName>> order(
            List<Headings.Whose> whose, List<Unit> led, Optional<ChatEdit> chatChange) {
        var filled = new HashSet<SectionName>();
        led.stream()
                .filter(unit -> unit.leader.isPresent())
                .forEach(unit -> filled.add(unit.section));
        if (hasChat && chatChange.filter(ChatEdit::isRemoved).isEmpty()) {
            filled.add(Draft.Part.CHAT);
        }
        var order = new LinkedHashSet<SectionName>();
        var isLate = false;
        for (var whom : whose) {
            var name =
                    switch (whom) {
                        case Headings.Whose.Of(var section) -> Optional.of(section);
                        case Headings.Whose.Talk _ -> Optional.of(Draft.Part.CHAT);
                        case Headings.Whose.Intro _,
                                Headings.Whose.SignOff _,
                                Headings.Whose.Notes _,
                                Headings.Whose.Nobody _ ->
                                Optional.<SectionName>empty();
                    };
            var added = name.filter(filled::contains).filter(order::add);
            if (added.isPresent() && isLate) {
                unplaced.add(
                        new Unplaced("The last words stand at the end of every issue.", ""));
                isLate = false;
            }
            isLate |= whom instanceof Headings.Whose.SignOff;
        }
        var before = new ArrayList<>(base.order());
        before.retainAll(order);
        var after = List.copyOf(order);
        return before.equals(after) ? Optional.empty() : Optional.of(after);
    }

    private boolean hasTitle() {
        return base.of(Kind.TITLE).isEmpty()
                || edited.title().filter(title -> !title.isBlank()).isPresent();
    }

    private Optional<String> title() {
        var before = base.of(Kind.TITLE).stream().map(Block::markdown).findFirst();
        if (!hasTitle()) {
            unplaced.add(new Unplaced("The title was taken away; it stays.", before.orElse("")));
            return Optional.empty();
        }
        var text = edited.title().orElse("");
        var isClosed = text.endsWith(" #") && before.filter(was -> was.endsWith("#")).isEmpty();
        var after = words.prose(isClosed ? text.substring(0, text.length() - 2) : text);
        return before.filter(was -> Sameness.of(oldWords.prose(was)).equals(Sameness.of(after)))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(MarkdownWriter.inline(after));
    }

    private void part(Part part, Headings.Whose whose) {
        switch (whose) {
            case Headings.Whose.Intro _ -> own(part, intro);
            case Headings.Whose.SignOff _ -> own(part, closing);
            case Headings.Whose.Talk(var title) -> {
                chatTitle = title;
                hasChat = true;
                own(part, chat);
            }
            case Headings.Whose.Of(var section) -> section(part, section);
            case Headings.Whose.Notes _ -> notes(part);
            case Headings.Whose.Nobody(var why) -> {
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
    private void trailing(List<Headings.Whose> whose) {
        if (open.isEmpty() || whose.stream().anyMatch(Headings.Whose.SignOff.class::isInstance)) {
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

    private void item(Unit unit, ItemEdits written) {
        if (unit.leader.isPresent()) {
            written.add(unit);
            return;
        }
        if (links.unknown(unit.first).filter(added::contains).isPresent()) {
            return;
        }
        unplaced.add(
                new Unplaced(
                        unit.ids.isEmpty()
                                ? "An item needs a link, by its URL or its id: `[words](k3f9)`."
                                : "Its links have other items in the text.",
                        unit.written));
        unit.more.forEach(
                piece -> unplaced.add(new Unplaced("It stands below that.", markdown(piece))));
    }

    private static String markdown(Piece piece) {
        return Restated.of(List.of(piece), _ -> Optional.empty());
    }

    private String written(List<Piece> pieces) {
        return Restated.of(pieces, url -> links.target(url, Optional.empty(), leaders));
    }

    private List<Piece> before(Kind kind) {
        return base.of(kind).stream().map(block -> oldWords.own(block.markdown())).toList();
    }

    private Optional<String> changed(Kind kind, List<Piece> after) {
        var placeholder = Sameness.of(before(Kind.PLACEHOLDER));
        var left =
                after.stream().filter(piece -> !placeholder.contains(Sameness.of(piece))).toList();
        return Sameness.of(left).equals(Sameness.of(before(kind)))
                ? Optional.empty()
                : Optional.of(written(left));
    }

    private Optional<String> closingChange() {
        var ending = before(Kind.ENDING);
        var left = new ArrayList<>(closing);
        for (var end : ending.reversed()) {
            var same =
                    left.reversed().stream()
                            .filter(piece -> Sameness.of(piece).equals(Sameness.of(end)))
                            .findFirst();
            if (same.isPresent()) {
                left.remove(left.lastIndexOf(same.get()));
                continue;
            }
            var why = "What ends every issue is written in config/gleaner.yaml: `digest.closing`.";
            var like =
                    left.stream()
                            .filter(piece ->
                                    !before(Kind.CLOSING).contains(piece) && isAlike(piece, end))
                            .findFirst();
            like.ifPresent(left::remove);
            unplaced.add(new Unplaced(why, like.map(Comparison::markdown).orElse("(taken away)")));
        }
        return changed(Kind.CLOSING, left);
    }

    private static boolean isAlike(Piece piece, Piece other) {
        return piece instanceof Paragraph(var one)
                && other instanceof Paragraph(var two)
                && Sameness.likeness(one.text(), two.text()) >= ALIKE;
    }

    private Optional<ChatEdit> chatChange() {
        if (base.of(Kind.CHAT).isEmpty() && !hasChat) {
            return Optional.empty();
        }
        var talk = new EditedChat(base, oldWords, this::written);
        if (!hasChat || (chat.isEmpty() && !talk.before().isEmpty())) {
            return Optional.of(
                    new ChatEdit(false, true, Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return talk.edit(chatTitle, chat);
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

    private void footnoteMarks() {
        for (var name : words.missing()) {
            unplaced.add(new Unplaced("The mark has no footnote.", "[^" + name + "]"));
        }
        words.kept()
                .forEach((name, text) ->
                        unplaced.add(
                                new Unplaced(
                                        "The footnote was taken away, its mark was not; it stays.",
                                        "[^" + name + "]: " + text)));
        var known = new HashSet<Prose>();
        base.of(Kind.FOOTNOTE)
                .forEach(block -> known.add(Sameness.of(oldWords.prose(block.markdown()))));
        for (var footnote : edited.footnotes().entrySet()) {
            var text = footnote.getValue();
            if (!words.used().contains(footnote.getKey())
                    && !text.isBlank()
                    && !known.contains(Sameness.of(words.prose(text)))) {
                unplaced.add(
                        new Unplaced(
                                "The footnote has no mark.",
                                "[^" + footnote.getKey() + "]: " + text));
            }
        }
    }

    /// Only what stood there can be taken away: some links of a draft show nowhere.
    private List<LinkId> removed() {
        var shown = links.shown(base, oldWords);
        return items.before()
                .distinct()
                .filter(shown::contains)
                .filter(id -> !links.isReferred(id) && !leaders.contains(id))
                .toList();
    }
}
