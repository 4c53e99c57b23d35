package gleaner.command;

import gleaner.command.KeptDraft.Aspect;
import gleaner.digest.takeback.DraftChanges;
import gleaner.digest.takeback.DraftChanges.ItemEdit;
import gleaner.digest.takeback.DraftOutline;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.news.Byline;
import gleaner.news.LinkId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Has the draft show each item as the text does: what stood behind the words is put there by hand
/// where Gleaner would no longer do it.
final class Mending {

    private final DraftChanges changes;
    private final TakenLinks links;

    Mending(DraftChanges changes, TakenLinks links) {
        this.changes = changes;
        this.links = links;
    }

    /// @param draft the draft as it would be by now, made anew each time
    void mend(Supplier<DraftOutline> draft) {
        for (var isLast : List.of(false, true)) {
            var preview = draft.get();
            var byLeader = new HashMap<LinkId, Entry>();
            preview.entries().forEach(entry -> byLeader.put(entry.leader(), entry));
            for (var item : changes.unlike(preview)) {
                var id = item.leader();
                if (!links.has(id) || links.isLeftOut(id)) {
                    continue;
                }
                var shown = byLeader.get(id);
                if (shown == null) {
                    if (!links.isOther(id, Aspect.BLURB) && !isHidden(item)) {
                        links.put(id, links.curation(id).withBlurb(Optional.of(item.words())));
                    }
                } else if (links.isTouched(id) && links.isDrafted(id)) {
                    mend(item, shown, isLast);
                }
            }
        }
    }

    /// Whether a change of somebody else keeps it from standing on its own.
    private boolean isHidden(ItemEdit item) {
        return item.before().isPresent() && links.entry(item.leader()).isEmpty();
    }

    private void mend(ItemEdit item, Entry shown, boolean isLast) {
        var id = item.leader();
        var isSaid = !shown.attribution().equals(item.attribution());
        if (isSaid && !links.isOther(id, Aspect.BYLINE)) {
            var byline = item.attribution().map(Byline::parse).orElse(Byline.NONE);
            links.put(id, links.curation(id).withByline(Optional.of(byline)));
        }
        var lost = new HashSet<>(item.links());
        lost.removeAll(shown.links());
        lost.removeIf(other -> changes.items().stream().anyMatch(it -> it.leader().equals(other)));
        lost.removeIf(other -> item.before().stream().noneMatch(it -> it.links().contains(other)));
        if (isLast && !lost.isEmpty() && !links.isOther(id, Aspect.BLURB)) {
            links.put(
                    id,
                    links.curation(id)
                            .withBlurb(Optional.of(item.literal()))
                            .withLinkWords(Optional.empty())
                            .withByline(Optional.of(Byline.NONE)));
        }
    }
}
