package gleaner.command;

import gleaner.command.KeptDraft.Aspect;
import gleaner.digest.Mentions;
import gleaner.digest.takeback.DraftChanges.ItemEdit;
import gleaner.digest.takeback.DraftOutline.Entry;
import gleaner.news.Curation;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import gleaner.news.State;
import java.util.Optional;

/// What an edited draft changes of its items, each for itself.
final class TakenItems {

    /// More than any item has.
    private static final int LONGEST = 20_000;

    private final DraftTexts.Now now;
    private final TakenLinks links;
    private final TakenReport report;

    TakenItems(DraftTexts.Now now, TakenLinks links, TakenReport report) {
        this.now = now;
        this.links = links;
        this.report = report;
    }

    void item(ItemEdit item) {
        var id = item.leader();
        if (!links.has(id)) {
            report.unplaced("There is no link `%s`.".formatted(id), item.literal());
            return;
        }
        if (item.before().isEmpty()) {
            take(item);
        }
        edit(item);
        if (item.isMoved()) {
            move(item);
        }
        if (item.isWritten() || item.isMoved() || item.before().isEmpty()) {
            links.touch(id);
        }
    }

    /// An item that was none.
    private void take(ItemEdit item) {
        var id = item.leader();
        var curation = links.curation(id);
        var isDrafted = links.isDrafted(id);
        var isLead = item.section().equals(now.sections().lead());
        if (!isDrafted || !curation.isTaken()) {
            curation = curation.withState(isLead ? State.LEAD : State.PICKED);
        }
        links.put(
                id,
                isLead && curation.state() == State.LEAD
                        ? curation.withSection(Optional.empty())
                        : curation.withSection(Optional.of(item.section())));
        report.taken(isDrafted ? TakenReport.Deed.APART : TakenReport.Deed.TOOK, id);
    }

    private void edit(ItemEdit item) {
        var before = links.curation(item.leader());
        var curation = picture(item, byline(item, words(item, before)));
        var id = item.leader();
        if (!curation.equals(before) && links.isLeftOut(id)) {
            report.note(
                    "`%s` has been left out of the issue since; what you wrote is kept with it."
                            .formatted(id));
        }
        links.put(id, curation);
    }

    private Curation words(ItemEdit item, Curation before) {
        var id = item.leader();
        var curation = before;
        if (item.isRewritten()) {
            if (item.words().length() > LONGEST) {
                report.unplaced(
                        "The words of `%s` have more than %d characters.".formatted(id, LONGEST),
                        item.words());
            } else if (links.isOther(id, Aspect.BLURB)
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
        return curation;
    }

    private Curation byline(ItemEdit item, Curation before) {
        var id = item.leader();
        var curation = before;
        if (item.byline().isPresent()) {
            if (links.isOther(id, Aspect.BYLINE) && !curation.byline().equals(item.byline())) {
                report.conflict(
                        "Somebody else has changed the byline of `%s` since; theirs stays."
                                .formatted(id),
                        item.byline().get().toString());
            } else {
                curation = curation.withByline(item.byline());
                report.taken(TakenReport.Deed.BYLINE, id);
            }
        }
        return curation;
    }

    private Curation picture(ItemEdit item, Curation before) {
        var id = item.leader();
        var curation = before;
        if (item.picture().isPresent() && !item.picture().get().equals(curation.picture())) {
            if (links.isOther(id, Aspect.PICTURE)) {
                report.conflict(
                        "Somebody else has changed the picture of `%s` since; theirs stays."
                                .formatted(id),
                        item.picture().get().map(it -> it.url()).orElse("none"));
            } else {
                curation = curation.withPicture(item.picture().get());
                report.taken(TakenReport.Deed.PICTURE, id);
            }
        }
        return curation;
    }

    /// The others in a paragraph stand where it stands; their own paragraph, if they had one with
    /// others in it, would stand beside it.
    private void weave(ItemEdit item, Curation leader) {
        var state = leader.isTaken() ? leader.state() : State.PICKED;
        for (var id : item.woven()) {
            if (links.has(id)) {
                var other = links.curation(id);
                var alone = Mentions.ids(other.blurb().orElse(""));
                alone.remove(id);
                links.put(
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
        var place = links.place(id);
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
        links.entry(id)
                .ifPresent(entry ->
                        entry.links().stream()
                                .filter(other -> !other.equals(id) && links.has(other))
                                .filter(other ->
                                        links.curation(other).section().isPresent()
                                                || links.curation(other).state() == State.LEAD)
                                .forEach(other -> put(other, item.section())));
        report.taken(TakenReport.Deed.MOVED, id);
    }

    private void put(LinkId id, SectionName section) {
        var curation = links.curation(id);
        links.put(
                id,
                section.equals(now.sections().lead())
                        ? curation.withState(State.LEAD).withSection(Optional.empty())
                        : curation.withSection(Optional.of(section)));
    }

    /// An item that the text has nowhere.
    ///
    /// @param isKnown whether it is known what the text was made from
    void removed(LinkId id, boolean isKnown) {
        if (!links.has(id) || links.isLeftOut(id)) {
            return;
        }
        if (!isKnown) {
            report.unplaced(
                    "`%1$s` is not in the text; `skip %1$s` leaves it out.".formatted(id), "");
        } else if (links.isOther(id, Aspect.BLURB) || links.isOther(id, Aspect.STATE)) {
            report.conflict(
                    "Somebody else has changed `%1$s` since; it stays, `skip %1$s` leaves it out."
                            .formatted(id),
                    "");
        } else {
            links.put(id, links.curation(id).withState(State.SKIPPED));
            report.taken(TakenReport.Deed.SKIPPED, id);
        }
    }
}
