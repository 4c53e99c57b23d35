package gleaner.digest.takeback;

import gleaner.digest.Draft;
import gleaner.digest.Piece;
import gleaner.digest.takeback.DraftChanges.ChatEdit;
import gleaner.digest.takeback.DraftChanges.Unplaced;
import gleaner.digest.takeback.DraftOutline.Kind;
import gleaner.digest.takeback.EditedItems.Unit;
import gleaner.digest.takeback.Headings.Whose;
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

    private final DraftOutline base;
    private final EditedDraft edited;
    private final String also;
    private final EditedWords oldWords;
    private final EditedWords words;
    private final Resolving links;
    private final EditedItems items;
    private final Headings headings;
    private final Sorted sorted;
    private final List<Unplaced> unplaced = new ArrayList<>();
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
        this.sorted = new Sorted(base, oldWords, words, links, items, unplaced);
    }

    static Map<String, String> footnotes(DraftOutline outline) {
        var footnotes = new HashMap<String, String>();
        outline.of(Kind.FOOTNOTE).forEach(block -> footnotes.put(block.scope(), block.markdown()));
        return footnotes;
    }

    DraftChanges changes() {
        var whose = headings.whose(edited, words, links);
        sorted.sort(edited.parts(), whose);
        var led = items.led();
        var leading = new LinkedHashSet<LinkId>();
        led.forEach(unit -> unit.leader.ifPresent(leading::add));
        leaders = leading;
        var written = new ItemEdits(base, items, oldWords, links, leading, also);
        led.forEach(unit -> item(unit, written));
        var own = new OwnWords(base, oldWords, words, this::written, unplaced);
        var intro = own.changed(Kind.INTRO, sorted.intro);
        var closing = own.closing(sorted.closing);
        var chat = own.chat(sorted);
        var title = own.title(edited.title());
        var order = order(whose, led, chat);
        new Leftovers(base, edited, oldWords, words, unplaced).tell(links);
        unplaced.addAll(headings.unplaced());
        return new DraftChanges(
                own.hasTitle(edited.title()),
                title,
                intro,
                closing,
                headings.renamed(),
                headings.made(),
                chat,
                order,
                written.edits(),
                written.orders(),
                removed(),
                sorted.added,
                unplaced);
    }

    private Optional<List<SectionName>> order(
            List<Whose> whose, List<Unit> led, Optional<ChatEdit> chatChange) {
        var filled = new HashSet<SectionName>();
        led.stream()
                .filter(unit -> unit.leader.isPresent())
                .forEach(unit -> filled.add(unit.section));
        if (sorted.hasChat && chatChange.filter(ChatEdit::isRemoved).isEmpty()) {
            filled.add(Draft.Part.CHAT);
        }
        var order = new LinkedHashSet<SectionName>();
        var isLate = false;
        for (var whom : whose) {
            var name =
                    switch (whom) {
                        case Whose.Of(var section) -> Optional.of(section);
                        case Whose.Talk _ -> Optional.of(Draft.Part.CHAT);
                        case Whose.Intro _,
                                Whose.SignOff _,
                                Whose.Notes _,
                                Whose.Nobody _ ->
                                Optional.<SectionName>empty();
                    };
            var added = name.filter(filled::contains).filter(order::add);
            if (added.isPresent() && isLate) {
                unplaced.add(
                        new Unplaced("The last words stand at the end of every issue.", ""));
                isLate = false;
            }
            isLate |= whom instanceof Whose.SignOff;
        }
        var before = new ArrayList<>(base.order());
        before.retainAll(order);
        var after = List.copyOf(order);
        return before.equals(after) ? Optional.empty() : Optional.of(after);
    }

    private void item(Unit unit, ItemEdits written) {
        if (unit.leader.isPresent()) {
            written.add(unit);
            return;
        }
        if (links.unknown(unit.first).filter(sorted.added::contains).isPresent()) {
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

    static String markdown(Piece piece) {
        return Restated.of(List.of(piece), _ -> Optional.empty());
    }

    private String written(List<Piece> pieces) {
        return Restated.of(pieces, url -> links.target(url, Optional.empty(), leaders));
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
