package gleaner.command;

import gleaner.news.Curation;
import gleaner.news.GleanerException;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Union;
import gleaner.store.Joining;
import gleaner.store.PastAct;
import gleaner.store.Repository;
import gleaner.store.Revision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes two links one, and takes them apart again. Every method plans, none does.
final class Uniting {

    private final Repository repository;
    private final Finder finder;
    private final Curating curating;

    Uniting(Repository repository, Finder finder, Curating curating) {
        this.repository = repository;
        this.finder = finder;
        this.curating = curating;
    }

    /// The one that was shared first stays, whichever is named first.
    Plan merge(Command.MergeLinks command, List<Link> links, Asker asker) {
        if (links.size() == 1) {
            return Plan.only(
                    Replies.refused(
                            "That is one link already: `%s`.".formatted(links.getFirst().id())));
        }
        if (links.size() > 2) {
            return Plan.only(
                    Replies.refused(
                            "`merge` makes two links one; that is %d.".formatted(links.size())));
        }
        var union = Union.of(links.getFirst(), links.getLast());
        var sentence =
                "Made `%s` part of %s; both ids work, and `split %s` takes them apart."
                        .formatted(
                                union.younger().id(),
                                curating.names(List.of(union.older()), asker),
                                union.younger().id());
        var ids = List.of(union.older().id(), union.younger().id());
        return new Plan(
                revisions(union, Curating.edited(union.curation(), asker)),
                List.of(),
                List.of(joining(union)),
                Optional.empty(),
                Replies.done(command.verb(), ids, sentence));
    }

    private static Joining joining(Union union) {
        return new Joining(union.younger().id(), union.older().id(), true);
    }

    /// The younger one's is a change of nothing: the act is refused where it has changed meanwhile.
    private static List<Revision> revisions(Union union, Curation both) {
        return List.of(
                new Revision(union.older(), both),
                new Revision(union.younger(), union.younger().curation()));
    }

    /// The shares go with their own page; what editors have decided since the two were made one
    /// stays with the link that stayed.
    Plan split(Command.Split command, Asker asker) {
        var id = part(command, asker);
        var absorbed =
                repository
                        .absorbed(id)
                        .orElseThrow(() ->
                                GleanerException.failed("`%s` is part of no other.".formatted(id)));
        var link = repository.link(absorbed.into()).orElseThrow();
        var reversal = Reversal.of(absorbed.was(), absorbed.made(), link.curation());
        var sentence =
                "Took `%s` and `%s` apart%s."
                        .formatted(
                                id,
                                link.id(),
                                reversal.told()
                                        .map(fields ->
                                                "; the %s of `%s` has been changed since and stays"
                                                        .formatted(fields, link.id()))
                                        .orElse(""));
        return new Plan(
                List.of(new Revision(link, Curating.edited(reversal.after(), asker))),
                List.of(),
                List.of(new Joining(id, link.id(), false)),
                Optional.empty(),
                Replies.done(command.verb(), List.of(link.id(), id), sentence));
    }

    /// The link that is part of another: the one that was named, or the only one that is part of
    /// it.
    private LinkId part(Command.Split command, Asker asker) {
        if (command.links().getFirst() instanceof LinkRef.ById(var id)
                && repository.absorbed(id).isPresent()) {
            return id;
        }
        var links = finder.find(command.links(), asker, command.verb());
        var parts = links.stream().flatMap(link -> repository.partsOf(link.id()).stream()).toList();
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        var named =
                links.stream().map(link -> "`" + link.id() + "`").collect(Collectors.joining(", "));
        throw GleanerException.failed(
                parts.isEmpty()
                        ? "%s is one page; there is nothing to split.".formatted(named)
                        : "%s is several links; say which: %s."
                                .formatted(
                                        named,
                                        parts.stream()
                                                .map(part -> "`split " + part + "`")
                                                .collect(Collectors.joining(", "))));
    }

    /// What takes the joinings of an act back; where one has been taken back already, that is told.
    ///
    /// @param revisions added to: what holds for two that become one again
    /// @param left added to
    List<Joining> undone(PastAct act, List<Revision> revisions, List<String> left) {
        return act.joinings().stream()
                .flatMap(joining -> undone(joining, revisions, left).stream())
                .toList();
    }

    private Optional<Joining> undone(Joining done, List<Revision> revisions, List<String> left) {
        var now = repository.absorbed(done.link());
        if (done.isOne()) {
            if (now.filter(absorbed -> absorbed.into().equals(done.into())).isPresent()) {
                return Optional.of(done.reversed());
            }
        } else {
            var links = repository.named(List.of(done.into(), done.link()));
            var into = links.get(done.into());
            var link = links.get(done.link());
            if (into != null
                    && link != null
                    && into.id().equals(done.into())
                    && link.id().equals(done.link())) {
                var union = new Union(into, link);
                revisions.removeIf(revision -> revision.before().id().equals(into.id()));
                revisions.addAll(revisions(union, union.curation()));
                return Optional.of(joining(union));
            }
        }
        left.add("what became of `%s` and `%s`".formatted(done.link(), done.into()));
        return Optional.empty();
    }
}
