package gleaner.command;

import gleaner.command.KeptDraft.Aspect;
import gleaner.digest.takeback.DraftChanges;
import gleaner.digest.takeback.DraftOutline;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.news.Curation;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import gleaner.news.State;
import gleaner.store.Repository;
import gleaner.store.Revision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The links that an edited draft is about: what they are, and what they are to be.
final class TakenLinks {

    private final DraftTexts.Now now;
    private final DraftOutline base;
    private final Optional<KeptDraft> kept;
    private final Map<LinkId, Link> links = new LinkedHashMap<>();
    private final Map<LinkId, Curation> after = new LinkedHashMap<>();
    private final Set<LinkId> touched = new HashSet<>();

    /// @param base what the text was made from
    /// @param kept the same as it was kept, where it still is
    TakenLinks(DraftTexts.Now now, DraftOutline base, Optional<KeptDraft> kept) {
        this.now = now;
        this.base = base;
        this.kept = kept;
    }

    /// Reads the links that the text is about and that are not in the draft.
    void read(DraftChanges changes, Repository repository) {
        now.links().forEach(link -> links.put(link.id(), link));
        var others = new LinkedHashSet<LinkId>();
        changes.items()
                .forEach(item -> {
                    others.add(item.leader());
                    others.addAll(item.woven());
                });
        others.addAll(changes.removed());
        others.removeAll(links.keySet());
        if (!others.isEmpty()) {
            repository.named(others).forEach(links::put);
        }
    }

    boolean has(LinkId id) {
        return links.containsKey(id);
    }

    /// What was decided about it so far.
    Curation curation(LinkId id) {
        var link = links.get(id);
        return after.computeIfAbsent(id, _ -> link == null ? Curation.NONE : link.curation());
    }

    void put(LinkId id, Curation curation) {
        after.put(id, curation);
    }

    /// Notes that an editor changed more than its place.
    void touch(LinkId id) {
        touched.add(id);
    }

    boolean isTouched(LinkId id) {
        return touched.contains(id);
    }

    /// Whether somebody has decided otherwise since the text was made.
    boolean isOther(LinkId id, Aspect aspect) {
        var link = links.get(id);
        return kept.filter(draft -> link != null && draft.isOther(id, aspect, link.curation()))
                .isPresent();
    }

    /// Its item as the draft is now.
    Optional<Entry> entry(LinkId leader) {
        return now.outline().entries().stream()
                .filter(entry -> entry.leader().equals(leader))
                .findFirst();
    }

    /// The section in which it stands now.
    Optional<SectionName> place(LinkId id) {
        return Optional.ofNullable(links.get(id)).map(now.sections()::of);
    }

    /// Whether it stood in the draft that the text was made from.
    boolean isDrafted(LinkId id) {
        return base.entries().stream().anyMatch(it -> it.links().contains(id));
    }

    /// Whether an editor has left it out.
    boolean isLeftOut(LinkId id) {
        var state = curation(id).state();
        return state == State.SKIPPED || state == State.HELD;
    }

    /// Those about which something else is decided now, as they are to be.
    List<Link> changed() {
        var changed = new ArrayList<Link>();
        after.forEach((id, curation) -> {
            var link = links.get(id);
            if (link != null && !curation.equals(link.curation())) {
                changed.add(link.withCuration(curation));
            }
        });
        return changed;
    }

    /// The same for the store.
    List<Revision> revisions(Asker asker) {
        var revisions = new ArrayList<Revision>();
        after.forEach((id, curation) -> {
            var link = links.get(id);
            if (link != null && !curation.equals(link.curation())) {
                var onlyRank = curation.withRank(link.curation().rank()).equals(link.curation());
                revisions.add(
                        new Revision(
                                link,
                                onlyRank && !touched.contains(id)
                                        ? curation
                                        : Curating.edited(curation, asker)));
            }
        });
        return revisions;
    }
}
