package gleaner.command;

import gleaner.news.Curation;
import gleaner.news.IssueWords;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Role;
import gleaner.news.Share;
import gleaner.news.Tag;
import gleaner.store.IssueChange;
import gleaner.store.PastAct;
import gleaner.store.Repository;
import gleaner.store.Revision;
import gleaner.store.TagAlias;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes back the last thing that somebody did, or any act.
///
/// An `add` changed no curation; it is taken back by withdrawing the share that it made.
final class Undoing {

    private final Repository repository;
    private final CommandParser parser;
    private final Uniting uniting;

    Undoing(Repository repository, CommandParser parser, Uniting uniting) {
        this.repository = repository;
        this.parser = parser;
        this.uniting = uniting;
    }

    Plan undo(Command.Undo command, Asker asker) {
        return command.act()
                .map(number -> undo(number, asker))
                .orElseGet(() ->
                        repository
                                .lastActOf(asker.person().id())
                                .map(act -> undo(act, "The last thing that you did"))
                                .orElseGet(() -> refused("There is nothing of yours to undo.")));
    }

    private Plan undo(long number, Asker asker) {
        var called = HistoryParser.called(number);
        var found = repository.act(number);
        if (found.isEmpty()) {
            return refused(
                    "There is no act `%s`; `history` shows the last ones.".formatted(called));
        }
        var act = found.get();
        var isOwn = act.by().id().equals(asker.person().id());
        if (!isOwn && asker.role() != Role.EDITOR) {
            return refused(
                    "Only who did it, or an editor, can take `%s` back; %s"
                            .formatted(called, Permissions.NAMED));
        }
        return repository.isUndone(act)
                ? refused("`%s` has been taken back already.".formatted(called))
                : undo(act, "`" + called + "`");
    }

    private static Plan refused(String sentence) {
        return Plan.only(Replies.refused(sentence));
    }

    /// @param named how the act is called at the beginning of a sentence
    private Plan undo(PastAct act, String named) {
        if (act.handed().isPresent()) {
            var handed = act.handed().get();
            return refused(
                    "%s handed issue %d over to %s, and is not undone from here: what is not wanted there is deleted there."
                            .formatted(named, handed.issue(), handed.to()));
        }
        if (act.published().isPresent()) {
            var number = act.published().get();
            var open = repository.openIssue();
            if (open == number + 1) {
                return refused(
                        "%s was to publish issue %d; `unpublish %d` takes that back."
                                .formatted(named, number, number));
            }
            if (open == number) {
                return refused(
                        "%s was to take issue %d back; `publish %d` publishes it again."
                                .formatted(named, number, number));
            }
        }
        var links = repository.named(act.changes().stream().map(PastAct.Change::link).toList());
        var done = new LinkedHashMap<LinkId, Revision>();
        var left = new ArrayList<String>();
        for (var change : act.changes()) {
            Optional.ofNullable(links.get(change.link()))
                    .ifPresent(link -> {
                        // Two links of the act may be one by now.
                        var now =
                                Optional.ofNullable(done.get(link.id()))
                                        .map(Revision::after)
                                        .orElse(link.curation());
                        var reversal =
                                isAdd(act)
                                        ? new Reversal(withoutShare(link, act), List.of())
                                        : reversal(act, change, link, now);
                        reversal.told()
                                .ifPresent(fields ->
                                        left.add("the %s of `%s`".formatted(fields, link.id())));
                        if (!reversal.after().equals(link.curation())) {
                            done.put(link.id(), new Revision(link, reversal.after()));
                        }
                    });
        }
        var revisions = new ArrayList<>(done.values());
        var aliases = aliases(act, left);
        var fields = fields(act, left);
        var joinings = uniting.undone(act, revisions, left);
        var what = Markdown.code(Markdown.plainLine(act.words(), 120));
        var told =
                (revisions.isEmpty() && aliases.isEmpty() && fields.isEmpty() && joinings.isEmpty()
                                ? "Nothing is left to take back of "
                                : "Took back ")
                        + what;
        var sentence =
                left.isEmpty()
                        ? told + "."
                        : "%s; left as it is, as it has been changed since: %s."
                                .formatted(told, String.join("; ", left));
        var ids = act.changes().stream().map(PastAct.Change::link).toList();
        return new Plan(
                revisions,
                aliases,
                fields,
                Optional.empty(),
                joinings,
                Optional.of(act),
                reply(sentence, ids));
    }

    /// Links that an edited draft brought were shared by it.
    private static Reversal reversal(PastAct act, PastAct.Change change, Link link, Curation now) {
        var reversal = Reversal.of(change.before(), change.after(), now);
        if (!act.words().equals(TakeBack.WORDS)) {
            return reversal;
        }
        var withdrawn = new HashSet<>(withoutShare(link, act).withdrawn());
        withdrawn.addAll(reversal.after().withdrawn());
        return new Reversal(reversal.after().withWithdrawn(withdrawn), reversal.left());
    }

    private static Reply reply(String sentence, List<LinkId> ids) {
        return Replies.done(Verb.UNDO, ids, sentence);
    }

    private boolean isAdd(PastAct act) {
        return !act.changes().isEmpty()
                && act.changes().stream().allMatch(change -> change.before().equals(change.after()))
                && parser.parse(act.words()) instanceof Understanding.Understood(Command.Add _);
    }

    private static Curation withoutShare(Link link, PastAct act) {
        var withdrawn = new HashSet<>(link.curation().withdrawn());
        link.liveShares().stream()
                .filter(share ->
                        share.person().id().equals(act.by().id()) && share.time().equals(act.at()))
                .map(Share::message)
                .forEach(withdrawn::add);
        return link.curation().withWithdrawn(withdrawn);
    }

    private List<IssueChange> fields(PastAct act, List<String> left) {
        var now = act.fields().isEmpty() ? IssueWords.none(0) : repository.issueWords();
        var changes = new ArrayList<IssueChange>();
        for (var change : act.fields()) {
            if (change.issue() == now.number() && now.of(change.field()).equals(change.after())) {
                changes.add(
                        new IssueChange(
                                change.issue(),
                                change.field(),
                                /* before= */ change.after(),
                                /* after= */ change.before()));
            } else {
                left.add("the %s of issue %d".formatted(change.field(), change.issue()));
            }
        }
        return changes;
    }

    private List<TagAlias> aliases(PastAct act, List<String> left) {
        Map<Tag, Tag> now = act.aliases().isEmpty() ? Map.of() : repository.aliases();
        var changes = new ArrayList<TagAlias>();
        for (var alias : act.aliases()) {
            if (Optional.ofNullable(now.get(alias.tag())).equals(alias.after())) {
                changes.add(
                        new TagAlias(
                                alias.tag(),
                                /* before= */ alias.after(),
                                /* after= */ alias.before()));
            } else {
                left.add("the name of " + Lines.tag(alias.tag()));
            }
        }
        return changes;
    }
}
