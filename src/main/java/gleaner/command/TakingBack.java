package gleaner.command;

import gleaner.digest.takeback.DraftChanges;
import gleaner.digest.takeback.DraftOutline;
import gleaner.news.IssueField;
import gleaner.news.IssueWords;
import gleaner.news.LinkKey;
import gleaner.news.SectionName;
import gleaner.store.IssueChange;
import gleaner.store.Repository;
import gleaner.store.Revision;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One try to take a text back: what was changed in it, against how the issue stands now.
final class TakingBack {

    /// A text without its beginning that lacks so many links was cut.
    private static final int MOST_LACKING = 3;

    private final Repository repository;
    private final DraftTexts drafts;
    private final Asker asker;
    private final DraftTexts.Now now;
    private final Optional<KeptDraft> kept;
    private final DraftOutline base;
    private final DraftChanges changes;
    private final TakenReport report = new TakenReport();
    private final TakenLinks links;
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
        this.links = new TakenLinks(now, base, kept);
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
        links.read(changes, repository);
        var items = new TakenItems(now, links, report);
        changes.items().forEach(items::item);
        changes.removed().forEach(id -> items.removed(id, kept.isPresent()));
        changes.orders().forEach(new TakenOrder(now, base, changes, links, report)::order);
        issue.write(changes);
        new Mending(changes, links).mend(this::preview);
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
        return plan(links.revisions(asker), issue.changes());
    }

    private Plan plan(List<Revision> revisions, List<IssueChange> fields) {
        var ids = revisions.stream().map(revision -> revision.before().id()).toList();
        var reply = report.reply(ids, "Nothing was taken back.");
        return revisions.isEmpty() && fields.isEmpty()
                ? Plan.only(reply)
                : Plan.of(revisions, fields, reply);
    }

    private DraftOutline preview() {
        return drafts.as(issue.after(), links.changed());
    }

    private void sections(List<SectionName> wanted) {
        issue.order(
                wanted,
                base.order(),
                now.outline().order(),
                preview().order());
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
