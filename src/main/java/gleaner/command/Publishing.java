package gleaner.command;

import gleaner.news.Curation;
import gleaner.news.IssueWords;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.State;
import gleaner.store.Publication;
import gleaner.store.Repository;
import gleaner.store.Revision;
import gleaner.store.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The life of an issue: published, and taken back while it is the latest.
final class Publishing {

    private static final int MOST_NAMED = 10;

    private final Repository repository;
    private final DraftMaker drafts;

    Publishing(Repository repository, DraftMaker drafts) {
        this.repository = repository;
        this.drafts = drafts;
    }

    /// Freezes the draft, if the issue that was open when the command was given still is.
    Plan publish(Command.Publish command, int open, Asker asker) {
        if (command.number().isPresent() && command.number().get() != open) {
            return refused(
                    "Issue %d is open, not issue %d: `publish %d` publishes it."
                            .formatted(open, command.number().get(), open));
        }
        var frozen = drafts.freeze(command.pickedOnly(), asker.time());
        var number = frozen.words().number();
        if (number != open) {
            return refused(
                    "Somebody else published issue %d just now; issue %d is open."
                            .formatted(open, number));
        }
        if (frozen.items().isEmpty()) {
            return refused(
                    "Nothing is in issue %d, so it was not published: `pick` some links first."
                            .formatted(number));
        }
        var revisions = new ArrayList<Revision>();
        var items = new ArrayList<Snapshot.Item>();
        for (var link : frozen.items()) {
            var after = afterwards(link.curation());
            revisions.add(new Revision(link, after, Optional.of(number), Revision.Candidacy.NO));
            items.add(new Snapshot.Item(link.id(), link.curation(), after, link.ran()));
        }
        frozen.letGo()
                .forEach(link ->
                        revisions.add(
                                new Revision(
                                        link, link.curation(), link.ran(), Revision.Candidacy.NO)));
        var snapshot =
                new Snapshot(
                        number,
                        asker.time(),
                        asker.person(),
                        frozen.title(),
                        frozen.forms().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                form -> form.getKey().toString(),
                                                Map.Entry::getValue)),
                        items,
                        frozen.letGo().stream().map(Link::id).toList());
        return Plan.of(
                revisions,
                new Publication.Publish(snapshot, frozen.words()),
                Replies.published(
                        number, frozen.items().stream().map(Link::id).toList(), told(frozen)));
    }

    private static String told(Frozen frozen) {
        var number = frozen.words().number();
        var letGo = frozen.letGo().size();
        return "Published issue %d, %s, with %s%s; issue %d is open. `issue %d` shows it."
                .formatted(
                        number,
                        title(frozen.title()),
                        links(frozen.items().size()),
                        letGo == 0
                                ? ""
                                : " and let go of %s that nobody took (%s)"
                                        .formatted(links(letGo), named(frozen.letGo())),
                        number + 1,
                        number);
    }

    private static String named(List<Link> links) {
        return links.stream()
                        .limit(MOST_NAMED)
                        .map(link -> "`" + link.id() + "`")
                        .collect(Collectors.joining(", "))
                + (links.size() > MOST_NAMED ? " …" : "");
    }

    private static String title(String title) {
        return "“" + Markdown.line(title, 100) + "”";
    }

    private static String links(int count) {
        return count == 1 ? "1 link" : count + " links";
    }

    /// What editors wrote about a link stays; their decisions were for that issue.
    private static Curation afterwards(Curation curation) {
        return curation.withState(State.NEW)
                .withSection(Optional.empty())
                .withRank(Optional.empty());
    }

    /// Takes the latest issue back; without confirmation it only says what that would do.
    Plan unpublish(Command.Unpublish command) {
        var words = repository.issueWords();
        int latest = words.number() - 1;
        int number = command.number().orElse(latest);
        if (number != latest || latest == 0) {
            return refused(
                    latest == 0
                            ? "No issue has been published yet."
                            : number > latest
                                    ? "Issue %d has not been published; the latest is issue %d."
                                            .formatted(number, latest)
                                    : "Only the latest issue can be taken back, and that is issue %d."
                                            .formatted(latest));
        }
        var found = repository.snapshot(number);
        if (found.isEmpty()) {
            return refused("Issue %d was taken back just now.".formatted(number));
        }
        var snapshot = found.get();
        var what = "%s, %s".formatted(title(snapshot.title()), links(snapshot.items().size()));
        if (!command.isConfirmed()) {
            var json =
                    Json.object()
                            .put("issue", number)
                            .put("title", snapshot.title())
                            .put("items", snapshot.items().size())
                            .put("confirm", "unpublish %d confirm".formatted(number));
            return Plan.only(
                    Replies.shown(
                            "This takes back issue %d (%s): its text is thrown away, its links are candidates again as editors had them, and issue %d is open%s. `unpublish %d confirm` does it."
                                    .formatted(number, what, number, kept(words), number),
                            json));
        }
        return unpublished(command, snapshot, what, words);
    }

    private static String kept(IssueWords words) {
        return words.values().isEmpty()
                ? ""
                : "; what was written for issue %d waits until that is open"
                        .formatted(words.number());
    }

    private Plan unpublished(
            Command.Unpublish command, Snapshot snapshot, String what, IssueWords words) {
        var ids = snapshot.items().stream().map(Snapshot.Item::link).toList();
        var links = byId(ids);
        var revisions = new ArrayList<Revision>();
        for (var item : snapshot.items()) {
            Optional.ofNullable(links.get(item.link()))
                    .ifPresent(link -> {
                        var after =
                                Reversal.of(item.before(), item.after(), link.curation()).after();
                        revisions.add(
                                new Revision(link, after, item.ran(), Revision.Candidacy.YES));
                    });
        }
        byId(snapshot.letGo()).values().stream()
                .filter(link -> link.ran().isEmpty())
                .forEach(link ->
                        revisions.add(
                                new Revision(
                                        link,
                                        link.curation(),
                                        link.ran(),
                                        Revision.Candidacy.YES)));
        return Plan.of(
                revisions,
                new Publication.Unpublish(snapshot.number()),
                Replies.done(
                        command.verb(),
                        ids,
                        "Took back issue %d (%s); it is open again%s."
                                .formatted(snapshot.number(), what, kept(words))));
    }

    private Map<LinkId, Link> byId(List<LinkId> ids) {
        return repository.links(ids).stream()
                .collect(
                        Collectors.toMap(
                                Link::id,
                                Function.identity(),
                                (first, _) -> first,
                                java.util.LinkedHashMap::new));
    }

    private static Plan refused(String sentence) {
        return Plan.only(Replies.refused(sentence));
    }
}
