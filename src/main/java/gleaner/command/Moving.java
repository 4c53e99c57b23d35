package gleaner.command;

import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.store.Repository;
import gleaner.store.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Changes the order of a section: every item of it gets the rank of the place where it stands
/// then.
final class Moving {

    private final Repository repository;
    private final Supplier<Sections> sections;
    private final DraftMaker drafts;
    private final Curating curating;

    Moving(
            Repository repository,
            Supplier<Sections> sections,
            DraftMaker drafts,
            Curating curating) {
        this.repository = repository;
        this.sections = sections;
        this.drafts = drafts;
        this.curating = curating;
    }

    /// @param target the link before or after which they are to stand
    Plan move(Command.Move move, List<Link> links, Optional<Link> target, Asker asker) {
        if (target.isPresent()
                && links.stream().anyMatch(link -> link.id().equals(target.get().id()))) {
            return Plan.only(
                    Replies.refused(
                            "`%s` cannot stand before or after itself."
                                    .formatted(target.get().id())));
        }
        var problem =
                Stream.concat(links.stream(), target.stream())
                        .filter(link -> !isDrafted(link))
                        .findFirst();
        if (problem.isPresent()) {
            return Plan.only(
                    Replies.refused(
                            "`%s` is not in the draft: it is %s; `pick %s` takes it."
                                    .formatted(
                                            problem.get().id(),
                                            Standing.of(problem.get()),
                                            problem.get().id())));
        }
        var moved = links.stream().map(Link::id).toList();
        var section =
                target.map(link -> sections.get().of(link))
                        .orElseGet(() -> sections.get().of(links.getFirst()));
        var elsewhere =
                links.stream().filter(link -> !sections.get().of(link).equals(section)).findFirst();
        if (target.isEmpty() && elsewhere.isPresent()) {
            return Plan.only(
                    Replies.refused(
                            "`%s` stands in %s and `%s` in %s: move links of one section at a time."
                                    .formatted(
                                            links.getFirst().id(),
                                            curating.heading(section),
                                            elsewhere.get().id(),
                                            curating.heading(sections.get().of(elsewhere.get())))));
        }
        var order = new ArrayList<>(drafts.order(section));
        var aside = target.map(Link::id).filter(id -> !order.contains(id));
        if (aside.isPresent()) {
            return Plan.only(
                    Replies.refused(
                            "`%s` has no item of its own in the draft, so nothing can stand before or after it."
                                    .formatted(aside.get())));
        }
        order.removeAll(moved);
        order.addAll(index(move.place(), order, target), moved);
        return plan(move, links, order, section, asker);
    }

    private static boolean isDrafted(Link link) {
        return switch (Standing.of(link)) {
            case NEW, PICKED, LEAD -> true;
            case HELD, SKIPPED, WITHDRAWN, RAN -> false;
        };
    }

    private static int index(Place place, List<LinkId> order, Optional<Link> target) {
        var at = target.map(link -> order.indexOf(link.id())).orElse(0);
        return switch (place) {
            case Place.Before _ -> at;
            case Place.After _ -> at + 1;
            case Place.Top _ -> 0;
            case Place.Bottom _ -> order.size();
            case Place.At(var number) -> Math.min(number - 1, order.size());
        };
    }

    private Plan plan(
            Command.Move move,
            List<Link> links,
            List<LinkId> order,
            SectionName section,
            Asker asker) {
        var moved = links.stream().map(Link::id).collect(Collectors.toSet());
        var ranks = new HashMap<LinkId, Integer>();
        order.forEach(id -> ranks.put(id, ranks.size() + 1));
        var revisions = new ArrayList<Revision>();
        for (var link : repository.links(order)) {
            var after = link.curation().withRank(Optional.ofNullable(ranks.get(link.id())));
            if (moved.contains(link.id()) && !sections.get().of(link).equals(section)) {
                after = after.withSection(Optional.of(section));
            }
            if (!after.equals(link.curation())) {
                // Those that only make room are not marked as edited.
                revisions.add(
                        new Revision(
                                link,
                                moved.contains(link.id()) ? Curating.edited(after, asker) : after));
            }
        }
        var first = order.indexOf(links.getFirst().id()) + 1;
        var sentence =
                "%s %s now number %d%s of %d in %s."
                        .formatted(
                                curating.names(links, asker),
                                links.size() == 1 ? "is" : "are",
                                first,
                                links.size() == 1 ? "" : "–" + (first + links.size() - 1),
                                order.size(),
                                curating.heading(section));
        return Plan.of(
                revisions,
                Replies.done(move.verb(), links.stream().map(Link::id).toList(), sentence));
    }
}
