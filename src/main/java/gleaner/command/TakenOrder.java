package gleaner.command;

import gleaner.digest.takeback.DraftChanges;
import gleaner.digest.takeback.DraftOutline;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// In which order an edited draft has its items.
final class TakenOrder {

    private final DraftTexts.Now now;
    private final DraftOutline base;
    private final DraftChanges changes;
    private final TakenLinks links;
    private final TakenReport report;

    /// @param base what the text was made from
    TakenOrder(
            DraftTexts.Now now,
            DraftOutline base,
            DraftChanges changes,
            TakenLinks links,
            TakenReport report) {
        this.now = now;
        this.base = base;
        this.changes = changes;
        this.links = links;
        this.report = report;
    }

    private static List<LinkId> order(DraftOutline outline, SectionName section) {
        return outline.entries().stream()
                .filter(entry -> entry.section().equals(section))
                .map(Entry::leader)
                .toList();
    }

    /// @param wanted the leading links of the section
    void order(SectionName section, List<LinkId> wanted) {
        var was = new ArrayList<>(order(base, section));
        var is = new ArrayList<>(order(now.outline(), section));
        var wanting = new ArrayList<>(wanted);
        wanting.retainAll(new HashSet<>(is));
        var both = new HashSet<>(is);
        both.retainAll(new HashSet<>(was));
        var wasCommon = new ArrayList<>(was);
        wasCommon.retainAll(both);
        var isCommon = new ArrayList<>(is);
        isCommon.retainAll(both);
        if (!wasCommon.equals(isCommon) && !wanting.equals(is)) {
            report.conflict(
                    "Somebody else has changed the order of %s since; theirs stays."
                            .formatted(section),
                    String.join(" ", wanted.stream().map(LinkId::value).toList()));
            return;
        }
        var gone = new HashSet<>(changes.removed());
        changes.items().forEach(item -> gone.add(item.leader()));
        var order = new ArrayList<>(wanted);
        for (int i = 0; i < is.size(); i++) {
            if (!gone.contains(is.get(i))) {
                order.add(i == 0 ? 0 : order.indexOf(is.get(i - 1)) + 1, is.get(i));
            }
        }
        int rank = 0;
        for (var leader : order) {
            var all = links.entry(leader).map(Entry::links).orElse(List.of(leader));
            for (var id : all) {
                if (links.has(id)) {
                    rank++;
                    links.put(id, links.curation(id).withRank(Optional.of(rank)));
                }
            }
        }
        report.ordered(section);
    }
}
