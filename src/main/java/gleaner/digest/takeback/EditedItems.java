package gleaner.digest.takeback;

import gleaner.digest.Paragraph;
import gleaner.digest.Piece;
import gleaner.digest.prose.Prose;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.digest.takeback.DraftOutline.Kind;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds out which paragraph of an edited draft is which link's item: one that is as it was, then
/// those that have a link of an item, the most alike first, then those whose link led no item.
final class EditedItems {

    private static final double ALIKE = 0.5;

    /// So often paragraphs are compared with all others.
    private static final int MOST_GUESSES = 300;

    /// A paragraph or a list's item with what stands below it.
    static final class Unit {

        final SectionName section;
        final Prose first;
        final boolean isListed;
        final String written;
        final List<Piece> more = new ArrayList<>();
        final Set<LinkId> ids = new LinkedHashSet<>();
        Optional<Entry> before = Optional.empty();
        Optional<LinkId> leader = Optional.empty();

        Unit(SectionName section, Prose first, boolean isListed, String written) {
            this.section = section;
            this.first = first;
            this.isListed = isListed;
            this.written = written;
        }
    }

    private final DraftOutline base;
    private final Resolving links;
    private final Map<LinkId, Entry> byLeader = new HashMap<>();
    private final Map<LinkId, Prose> wholes = new LinkedHashMap<>();
    private final Set<Prose> same = new HashSet<>();
    private final Map<LinkId, List<Piece>> mores = new HashMap<>();
    private final Set<Piece> allMore = new HashSet<>();
    private final List<Unit> units = new ArrayList<>();
    private final Set<LinkId> claimed = new HashSet<>();
    private int guesses;

    EditedItems(DraftOutline base, EditedWords words, Resolving links) {
        this.base = base;
        this.links = links;
        base.entries().forEach(entry -> byLeader.put(entry.leader(), entry));
        for (var block : base.of(Kind.ITEM)) {
            var whole = words.prose(block.markdown());
            wholes.put(new LinkId(block.scope()), whole);
            same.add(Sameness.of(whole));
        }
        for (var block : base.of(Kind.MORE)) {
            LinkId.parse(block.scope())
                    .ifPresent(id -> {
                        var piece = words.piece(block.markdown());
                        mores.computeIfAbsent(id, _ -> new ArrayList<>()).add(piece);
                        allMore.add(Sameness.of(piece));
                    });
        }
    }

    /// An item as it was, attribution and further links included.
    Optional<Prose> wholeOf(LinkId leader) {
        return Optional.ofNullable(wholes.get(leader));
    }

    /// What stood below the item.
    List<Piece> moreOf(LinkId leader) {
        return mores.getOrDefault(leader, List.of());
    }

    boolean isMore(Piece piece) {
        return allMore.contains(Sameness.of(piece))
                || (piece instanceof Paragraph(var words)
                        && guesses++ < MOST_GUESSES
                        && mores.values().stream()
                                .flatMap(List::stream)
                                .anyMatch(other -> isAlike(words, other)));
    }

    private static boolean isAlike(Prose words, Piece other) {
        return other instanceof Paragraph(var known)
                && Sameness.likeness(words.text(), known.text()) >= ALIKE;
    }

    /// Whether it is an item's words as they were.
    boolean isWhole(Prose words) {
        return same.contains(Sameness.of(words));
    }

    /// Whether an item said something like it.
    boolean isAlikeAny(Prose words) {
        return guesses++ < MOST_GUESSES
                && wholes.values().stream()
                        .anyMatch(whole -> Sameness.likeness(words.text(), whole.text()) >= ALIKE);
    }

    void add(Unit unit) {
        unit.ids.addAll(links.ids(unit.first));
        units.add(unit);
    }

    /// Gives every paragraph its link.
    ///
    /// @return those in their order; without a link where there is none for it
    List<Unit> led() {
        asTheyWere();
        alike();
        withoutLink();
        for (var unit : units) {
            if (unit.leader.isEmpty()) {
                unit.ids.stream().filter(this::mayLead).findFirst().ifPresent(id -> lead(unit, id));
            }
        }
        return units;
    }

    private boolean mayLead(LinkId id) {
        return !claimed.contains(id) && !byLeader.containsKey(id);
    }

    private void lead(Unit unit, LinkId id) {
        unit.leader = Optional.of(id);
        unit.before = Optional.ofNullable(byLeader.get(id));
        claimed.add(id);
    }

    private void asTheyWere() {
        var known = new HashMap<Prose, List<LinkId>>();
        wholes.forEach((id, whole) ->
                known.computeIfAbsent(Sameness.of(whole), _ -> new ArrayList<>()).add(id));
        for (var unit : units) {
            Optional.ofNullable(known.get(Sameness.of(unit.first))).stream()
                    .flatMap(List::stream)
                    .filter(id -> !claimed.contains(id))
                    .findFirst()
                    .ifPresent(id -> lead(unit, id));
        }
    }

    private record Pair(Unit unit, LinkId id, double likeness) {}

    private void alike() {
        var pairs = new ArrayList<Pair>();
        for (var unit : units) {
            if (unit.leader.isEmpty()) {
                for (var id : unit.ids) {
                    if (byLeader.containsKey(id) && !claimed.contains(id)) {
                        pairs.add(pair(unit, id));
                    }
                }
            }
        }
        take(pairs);
    }

    /// An item that lost its link is the one that it is like.
    private void withoutLink() {
        var bare =
                units.stream()
                        .filter(unit -> unit.leader.isEmpty() && !links.hasLinks(unit.first))
                        .toList();
        var left = wholes.keySet().stream().filter(id -> !claimed.contains(id)).toList();
        if (bare.isEmpty() || (long) bare.size() * left.size() > 20_000) {
            return;
        }
        var pairs = new ArrayList<Pair>();
        for (var unit : bare) {
            left.stream()
                    .filter(id -> !links.isReferred(id))
                    .map(id -> pair(unit, id))
                    .filter(pair -> pair.likeness() >= ALIKE)
                    .forEach(pairs::add);
        }
        take(pairs);
    }

    private Pair pair(Unit unit, LinkId id) {
        var whole = Optional.ofNullable(wholes.get(id)).map(Prose::text).orElse("");
        return new Pair(unit, id, Sameness.likeness(unit.first.text(), whole));
    }

    private void take(List<Pair> pairs) {
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        for (var pair : pairs) {
            if (pair.unit().leader.isEmpty() && !claimed.contains(pair.id())) {
                lead(pair.unit(), pair.id());
            }
        }
    }

    /// All links that the draft had.
    Stream<LinkId> before() {
        return Stream.concat(
                base.entries().stream().flatMap(entry -> entry.links().stream()),
                base.mentioned().stream());
    }
}
