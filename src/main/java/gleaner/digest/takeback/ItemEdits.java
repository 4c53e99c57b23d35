package gleaner.digest.takeback;

import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.prose.Prose;
import gleaner.digest.takeback.DraftChanges.ItemEdit;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.digest.takeback.EditedItems.Unit;
import gleaner.news.Byline;
import gleaner.news.ItemPicture;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is other about each item of an edited draft, and about the order of each section.
final class ItemEdits {

    private final DraftOutline base;
    private final EditedItems items;
    private final EditedWords oldWords;
    private final Resolving links;
    private final Set<LinkId> leaders;
    private final String also;
    private final List<ItemEdit> edits = new ArrayList<>();
    private final Set<LinkId> woven = new LinkedHashSet<>();

    ItemEdits(
            DraftOutline base,
            EditedItems items,
            EditedWords oldWords,
            Resolving links,
            Set<LinkId> leaders,
            String also) {
        this.base = base;
        this.items = items;
        this.oldWords = oldWords;
        this.links = links;
        this.leaders = leaders;
        this.also = also;
    }

    void add(Unit unit) {
        var leader = unit.leader.orElseThrow();
        var before = unit.before;
        var known = before.map(entry -> oldWords.prose(entry.sentence()));
        var attribution = before.flatMap(Entry::attribution);
        var whole = items.wholeOf(leader).filter(_ -> before.isPresent());
        var tail =
                known.filter(_ -> whole.filter(was -> isSame(was, unit.first)).isPresent())
                        .map(was -> new Tail(was, attribution))
                        .orElseGet(() -> Tail.of(unit.first, known, whole, attribution, also));
        var more = unit.more;
        var oldMore = items.moreOf(leader);
        var picture = picture(more);
        var below = picture.isEmpty() ? more : more.subList(1, more.size());
        var oldPicture = picture(oldMore);
        var oldBelow = oldPicture.isEmpty() ? oldMore : oldMore.subList(1, oldMore.size());
        var isSame =
                known.filter(was -> Sameness.of(was).equals(Sameness.of(tail.sentence())))
                                .isPresent()
                        && Sameness.of(below).equals(Sameness.of(oldBelow));
        var words = new ArrayList<Piece>();
        words.add(new Paragraph(tail.sentence()));
        words.addAll(below);
        var all = new ArrayList<Piece>();
        all.add(new Paragraph(unit.first));
        all.addAll(below);
        var isOther =
                !tail.attribution()
                        .map(Sameness::straight)
                        .equals(attribution.map(Sameness::straight));
        edits.add(
                new ItemEdit(
                        leader,
                        before,
                        unit.section,
                        before.filter(entry -> !entry.section().equals(unit.section)).isPresent(),
                        written(words, leader),
                        !isSame,
                        isOther && (before.isPresent() || tail.attribution().isPresent())
                                ? Optional.of(byline(tail.attribution()))
                                : Optional.empty(),
                        Sameness.of(List.copyOf(more)).equals(Sameness.of(oldMore))
                                        && (isSame || picture.isEmpty())
                                ? Optional.empty()
                                : picturing(picture, oldPicture),
                        isSame ? List.of() : wovenIn(unit, leader),
                        written(all, leader),
                        tail.attribution(),
                        links.ids(unit.first),
                        unit.first));
    }

    private static boolean isSame(Prose one, Prose other) {
        return Sameness.of(one).equals(Sameness.of(other));
    }

    static Byline byline(Optional<String> attribution) {
        return attribution.map(Byline::parse).orElse(Byline.NONE);
    }

    private static Optional<Picture> picture(List<Piece> more) {
        return !more.isEmpty() && more.getFirst() instanceof Picture picture
                ? Optional.of(picture)
                : Optional.empty();
    }

    private static Optional<Optional<ItemPicture>> picturing(
            Optional<Picture> now, Optional<Picture> before) {
        return now.isEmpty() && before.isEmpty()
                ? Optional.empty()
                : Optional.of(now.map(it -> new ItemPicture(it.url(), it.alt(), it.credit())));
    }

    private String written(List<Piece> pieces, LinkId own) {
        return Restated.of(pieces, url -> links.target(url, Optional.of(own), leaders));
    }

    /// The links that stand in these words first and have no item of their own.
    private List<LinkId> wovenIn(Unit unit, LinkId leader) {
        var found = new ArrayList<LinkId>();
        for (var id : links.ids(unit.first)) {
            if (!id.equals(leader)
                    && !leaders.contains(id)
                    && (links.isDrafted(id) || links.isById(id))
                    && woven.add(id)) {
                found.add(id);
            }
        }
        return found;
    }

    List<ItemEdit> edits() {
        return edits;
    }

    /// The sections in which an item stands at another place, or a new one.
    Map<SectionName, List<LinkId>> orders() {
        var before = new LinkedHashMap<SectionName, List<LinkId>>();
        for (var entry : base.entries()) {
            before.computeIfAbsent(entry.section(), _ -> new ArrayList<>()).add(entry.leader());
        }
        var after = new LinkedHashMap<SectionName, List<LinkId>>();
        for (var edit : edits) {
            after.computeIfAbsent(edit.section(), _ -> new ArrayList<>()).add(edit.leader());
        }
        var orders = new LinkedHashMap<SectionName, List<LinkId>>();
        after.forEach((section, now) -> {
            var was = new ArrayList<>(before.getOrDefault(section, List.of()));
            was.retainAll(new LinkedHashSet<>(now));
            if (!was.equals(now)) {
                orders.put(section, List.copyOf(now));
            }
        });
        return orders;
    }
}
