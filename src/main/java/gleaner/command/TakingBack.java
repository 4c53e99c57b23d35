package gleaner.command;

import gleaner.command.KeptDraft.Aspect;
import gleaner.digest.Mentions;
import gleaner.digest.takeback.DraftChanges;
import gleaner.digest.takeback.DraftChanges.ItemEdit;
import gleaner.digest.takeback.DraftOutline;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.news.Byline;
import gleaner.news.Curation;
import gleaner.news.IssueField;
import gleaner.news.IssueWords;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.SectionName;
import gleaner.news.State;
import gleaner.store.IssueChange;
import gleaner.store.Repository;
import gleaner.store.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One try to take a text back: what was changed in it, against how the issue stands now.
final class TakingBack {

    /// More than any item has.
    private static final int LONGEST = 20_000;

    /// A text without its beginning that lacks so many links was cut.
    private static final int MOST_LACKING = 3;

    private final Repository repository;
    private final DraftTexts drafts;
    private final Asker asker;
    private final DraftTexts.Now now;
    private final Optional<KeptDraft> kept;
    private final DraftOutline base;
    private final DraftChanges changes;
    private final Map<LinkId, Link> links = new LinkedHashMap<>();
    private final Map<LinkId, Curation> after = new LinkedHashMap<>();
    private final Set<LinkId> touched = new HashSet<>();
    private final TakenReport report = new TakenReport();
    private final IssueEdits issue;

    TakingBack(
            Repository repository,
            Function<String, LinkKey> keys,
            DraftTexts drafts,
            String text,
            Asker asker) {
        this.repository = repository;
        this.drafts = drafts;
        this.asker = asker;
        this.now = drafts.now();
        this.kept = DraftChanges.reference(text).flatMap(drafts::kept);
        this.base = kept.map(KeptDraft::outline).orElse(now.outline());
        this.changes =
                DraftChanges.between(
                        base,
                        text,
                        now.sections(),
                        now.also(),
                        url -> repository.find(keys.apply(url)));
        this.issue = new IssueEdits(now.words(), kept, report);
    }

    /// The URLs that nobody knows yet.
    List<String> added() {
        return isOfAnotherIssue() || isOfAnotherText() ? List.of() : changes.added();
    }

    boolean isWhole() {
        return report.isWhole();
    }

    private boolean isOfAnotherIssue() {
        return base.number() != now.words().number();
    }

    /// A text in which no item of the draft stands is another one, or was lost.
    private boolean isOfAnotherText() {
        return base.entries().size() > 2
                && changes.items().stream().noneMatch(item -> item.before().isPresent());
    }

    Plan plan() {
        if (isOfAnotherIssue()) {
            return Plan.only(
                    Replies.refused(
                            "That is the text of issue %d, and issue %d is open; nothing was done."
                                    .formatted(base.number(), now.words().number())));
        }
        if (isOfAnotherText()) {
            return Plan.only(
                    Replies.refused(
                            "None of the draft's items stands in that text; nothing was done. Is it"
                                    + " the right one?"));
        }
        if (!changes.hasTitle() && changes.removed().size() >= MOST_LACKING) {
            return Plan.only(
                    Replies.refused(
                            "The text has no title and lacks %d of the draft's links; nothing was done. Is all of it there?"
                                    .formatted(changes.removed().size())));
        }
        if (changes.isEmpty()) {
            return Plan.only(report.reply(List.of(), "Nothing was changed."));
        }
        read();
        changes.items().forEach(this::item);
        changes.removed().forEach(this::removed);
        changes.orders().forEach(this::order);
        issue.write(changes);
        mend();
        changes.sections().ifPresent(this::sections);
        changes.added()
                .forEach(url ->
                        report.unplaced(
                                "No link that can be kept: it should be a public page.", url));
        changes.unplaced().forEach(it -> report.unplaced(it.why(), it.text()));
        if (kept.isEmpty()) {
            report.note(
                    "It does not say which draft it was made from, so it was compared with the"
                            + " draft as it is now.");
        }
        return plan(revisions(), issue.changes());
    }

    private Plan plan(List<Revision> revisions, List<IssueChange> fields) {
        var ids = revisions.stream().map(revision -> revision.before().id()).toList();
        var reply = report.reply(ids, "Nothing was taken back.");
        return revisions.isEmpty() && fields.isEmpty()
                ? Plan.only(reply)
                : Plan.of(revisions, fields, reply);
    }

    private void read() {
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

    private Curation curation(LinkId id) {
        var link = links.get(id);
        return after.computeIfAbsent(id, _ -> link == null ? Curation.NONE : link.curation());
    }

    private boolean isOther(LinkId id, Aspect aspect) {
        var link = links.get(id);
        return kept.filter(draft -> link != null && draft.isOther(id, aspect, link.curation()))
                .isPresent();
    }

    private Optional<Entry> entry(LinkId leader) {
        return now.outline().entries().stream()
                .filter(entry -> entry.leader().equals(leader))
                .findFirst();
    }

    private Optional<SectionName> place(LinkId id) {
        return Optional.ofNullable(links.get(id)).map(now.sections()::of);
    }

    private void item(ItemEdit item) {
        var id = item.leader();
        if (!links.containsKey(id)) {
            report.unplaced("There is no link `%s`.".formatted(id), item.literal());
            return;
        }
        if (item.before().isEmpty()) {
            take(item);
        }
        words(item);
        if (item.isMoved()) {
            move(item);
        }
        if (item.isWritten() || item.isMoved() || item.before().isEmpty()) {
            touched.add(id);
        }
    }

    /// An item that was none.
    private void take(ItemEdit item) {
        var id = item.leader();
        var curation = curation(id);
        var isDrafted = isDrafted(id);
        var isLead = item.section().equals(now.sections().lead());
        if (!isDrafted || !curation.isTaken()) {
            curation = curation.withState(isLead ? State.LEAD : State.PICKED);
        }
        after.put(
                id,
                isLead && curation.state() == State.LEAD
                        ? curation.withSection(Optional.empty())
                        : curation.withSection(Optional.of(item.section())));
        report.taken(isDrafted ? TakenReport.Deed.APART : TakenReport.Deed.TOOK, id);
    }

    private boolean isDrafted(LinkId id) {
        return base.entries().stream().anyMatch(it -> it.links().contains(id));
    }

    private void words(ItemEdit item) {
        var id = item.leader();
        var before = curation(id);
        var curation = before;
        if (item.isRewritten()) {
            if (item.words().length() > LONGEST) {
                report.unplaced(
                        "The words of `%s` have more than %d characters.".formatted(id, LONGEST),
                        item.words());
            } else if (isOther(id, Aspect.BLURB)
                    && !curation.blurb().equals(Optional.of(item.words()))) {
                report.conflict(
                        "Somebody else has written words for `%s` since; theirs stay."
                                .formatted(id),
                        item.words());
            } else {
                curation =
                        curation.withBlurb(Optional.of(item.words()))
                                .withLinkWords(Optional.empty());
                report.taken(TakenReport.Deed.WROTE, id);
                weave(item, curation);
                if (!item.woven().isEmpty() && !curation.isTaken()) {
                    curation = curation.withState(State.PICKED);
                }
            }
        }
        if (item.byline().isPresent()) {
            if (isOther(id, Aspect.BYLINE) && !curation.byline().equals(item.byline())) {
                report.conflict(
                        "Somebody else has changed the byline of `%s` since; theirs stays."
                                .formatted(id),
                        item.byline().get().toString());
            } else {
                curation = curation.withByline(item.byline());
                report.taken(TakenReport.Deed.BYLINE, id);
            }
        }
        if (item.picture().isPresent() && !item.picture().get().equals(curation.picture())) {
            if (isOther(id, Aspect.PICTURE)) {
                report.conflict(
                        "Somebody else has changed the picture of `%s` since; theirs stays."
                                .formatted(id),
                        item.picture().get().map(it -> it.url()).orElse("none"));
            } else {
                curation = curation.withPicture(item.picture().get());
                report.taken(TakenReport.Deed.PICTURE, id);
            }
        }
        if (!curation.equals(before) && isLeftOut(id)) {
            report.note(
                    "`%s` has been left out of the issue since; what you wrote is kept with it."
                            .formatted(id));
        }
        after.put(id, curation);
    }

    private boolean isLeftOut(LinkId id) {
        var state = curation(id).state();
        return state == State.SKIPPED || state == State.HELD;
    }

    /// The others in a paragraph stand where it stands; their own paragraph, if they had one with
    /// others in it, would stand beside it.
    private void weave(ItemEdit item, Curation leader) {
        var state = leader.isTaken() ? leader.state() : State.PICKED;
        for (var id : item.woven()) {
            if (links.containsKey(id)) {
                var other = curation(id);
                var alone = Mentions.ids(other.blurb().orElse(""));
                alone.remove(id);
                after.put(
                        id,
                        (alone.isEmpty() ? other : other.withBlurb(Optional.empty()))
                                .withState(state)
                                .withSection(leader.section()));
            }
        }
    }

    private void move(ItemEdit item) {
        var id = item.leader();
        var was = item.before().map(Entry::section);
        var place = place(id);
        if (place.equals(Optional.of(item.section()))) {
            return;
        }
        if (!was.equals(place)) {
            report.conflict(
                    "Somebody else has moved `%s` to %s since; it stays there."
                            .formatted(id, place.map(SectionName::value).orElse("")),
                    item.section().value());
            return;
        }
        put(id, item.section());
        entry(id)
                .ifPresent(entry ->
                        entry.links().stream()
                                .filter(other -> !other.equals(id) && links.containsKey(other))
                                .filter(other ->
                                        curation(other).section().isPresent()
                                                || curation(other).state() == State.LEAD)
                                .forEach(other -> put(other, item.section())));
        report.taken(TakenReport.Deed.MOVED, id);
    }

    private void put(LinkId id, SectionName section) {
        var curation = curation(id);
        after.put(
                id,
                section.equals(now.sections().lead())
                        ? curation.withState(State.LEAD).withSection(Optional.empty())
                        : curation.withSection(Optional.of(section)));
    }

    private void removed(LinkId id) {
        if (!links.containsKey(id) || isLeftOut(id)) {
            return;
        }
        if (kept.isEmpty()) {
            report.unplaced(
                    "`%1$s` is not in the text; `skip %1$s` leaves it out.".formatted(id), "");
        } else if (isOther(id, Aspect.BLURB) || isOther(id, Aspect.STATE)) {
            report.conflict(
                    "Somebody else has changed `%1$s` since; it stays, `skip %1$s` leaves it out."
                            .formatted(id),
                    "");
        } else {
            after.put(id, curation(id).withState(State.SKIPPED));
            report.taken(TakenReport.Deed.SKIPPED, id);
        }
    }

    private List<LinkId> order(DraftOutline outline, SectionName section) {
        return outline.entries().stream()
                .filter(entry -> entry.section().equals(section))
                .map(Entry::leader)
                .toList();
    }

    private void order(SectionName section, List<LinkId> wanted) {
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
            var all = entry(leader).map(Entry::links).orElse(List.of(leader));
            for (var id : all) {
                if (links.containsKey(id)) {
                    rank++;
                    after.put(id, curation(id).withRank(Optional.of(rank)));
                }
            }
        }
        report.ordered(section);
    }

    private void sections(List<SectionName> wanted) {
        issue.order(
                wanted,
                base.order(),
                now.outline().order(),
                drafts.as(issue.after(), changed()).order());
    }

    /// Has the draft show each item as the text does: what stood behind the words is put there by
    /// hand where Gleaner would no longer do it.
    private void mend() {
        for (var isLast : List.of(false, true)) {
            var preview = drafts.as(issue.after(), changed());
            var byLeader = new HashMap<LinkId, Entry>();
            preview.entries().forEach(entry -> byLeader.put(entry.leader(), entry));
            for (var item : changes.unlike(preview)) {
                var id = item.leader();
                if (!links.containsKey(id) || isLeftOut(id)) {
                    continue;
                }
                var shown = byLeader.get(id);
                if (shown == null) {
                    if (!isOther(id, Aspect.BLURB) && !isHidden(item)) {
                        after.put(id, curation(id).withBlurb(Optional.of(item.words())));
                    }
                } else if (touched.contains(id) && isDrafted(id)) {
                    mend(item, shown, isLast);
                }
            }
        }
    }

    /// Whether a change of somebody else keeps it from standing on its own.
    private boolean isHidden(ItemEdit item) {
        return item.before().isPresent() && entry(item.leader()).isEmpty();
    }

    private void mend(ItemEdit item, Entry shown, boolean isLast) {
        var id = item.leader();
        var isSaid = !shown.attribution().equals(item.attribution());
        if (isSaid && !isOther(id, Aspect.BYLINE)) {
            var byline = item.attribution().map(Byline::parse).orElse(Byline.NONE);
            after.put(id, curation(id).withByline(Optional.of(byline)));
        }
        var lost = new HashSet<>(item.links());
        lost.removeAll(shown.links());
        lost.removeIf(other -> changes.items().stream().anyMatch(it -> it.leader().equals(other)));
        lost.removeIf(other -> item.before().stream().noneMatch(it -> it.links().contains(other)));
        if (isLast && !lost.isEmpty() && !isOther(id, Aspect.BLURB)) {
            after.put(
                    id,
                    curation(id)
                            .withBlurb(Optional.of(item.literal()))
                            .withLinkWords(Optional.empty())
                            .withByline(Optional.of(Byline.NONE)));
        }
    }

    private List<Link> changed() {
        var changed = new ArrayList<Link>();
        after.forEach((id, curation) -> {
            var link = links.get(id);
            if (link != null && !curation.equals(link.curation())) {
                changed.add(link.withCuration(curation));
            }
        });
        return changed;
    }

    private List<Revision> revisions() {
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

    static IssueWords with(IssueWords words, List<IssueChange> changes) {
        var values = new HashMap<IssueField, String>(words.values());
        for (var change : changes) {
            change.after()
                    .ifPresentOrElse(
                            text -> values.put(change.field(), text),
                            () -> values.remove(change.field()));
        }
        return new IssueWords(words.number(), words.edits(), values);
    }
}
