package gleaner.command;

import gleaner.news.Curation;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Role;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.State;
import gleaner.store.Repository;
import gleaner.store.Revision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What people decide about links: states and sections. Every method plans, none does.
final class Curating {

    /// What is written for the draft.
    private static final Set<Verb> WRITING = Set.of(Verb.BLURB, Verb.LINK, Verb.SECTION);

    private final Repository repository;
    private final Supplier<Sections> sections;
    private final Lines lines;

    Curating(Repository repository, Supplier<Sections> sections, Lines lines) {
        this.repository = repository;
        this.sections = sections;
        this.lines = lines;
    }

    Plan pick(Command.Pick pick, List<Link> links, Asker asker) {
        var told = pick.section().map(name -> " in " + heading(name)).orElse("");
        return change(
                pick,
                links,
                asker,
                curation ->
                        pick.section().isPresent()
                                ? curation.withState(State.PICKED).withSection(pick.section())
                                : curation.withState(State.PICKED),
                new Told("Picked", told, "already picked" + told));
    }

    Plan skip(Command.Skip skip, List<Link> links, Asker asker) {
        return change(
                skip,
                links,
                asker,
                c -> c.withState(State.SKIPPED),
                new Told("Skipped", "", "already skipped"));
    }

    Plan hold(Command.Hold hold, List<Link> links, Asker asker) {
        var told = " for a later issue";
        return change(
                hold,
                links,
                asker,
                c -> c.withState(State.HELD),
                new Told("Held", told, "already held"));
    }

    /// A lead stands in the lead section, wherever it was put before.
    Plan lead(Command.Lead lead, List<Link> links, Asker asker) {
        return change(
                lead,
                links,
                asker,
                c -> c.withState(State.LEAD).withSection(Optional.empty()),
                new Told("Made", " the lead", "already a lead"));
    }

    Plan restore(Command.Restore restore, List<Link> links, Asker asker) {
        var candidates = repository.candidates(links.stream().map(Link::id).toList());
        var letGo =
                links.stream()
                        .filter(link -> link.ran().isEmpty() && !candidates.contains(link.id()))
                        .toList();
        var plan =
                change(
                        restore,
                        links.stream().filter(link -> !letGo.contains(link)).toList(),
                        asker,
                        c -> c.withState(State.NEW).withWithdrawn(Set.of()),
                        new Told("Restored", "", "new already"));
        if (letGo.isEmpty()) {
            return plan;
        }
        var revisions = new ArrayList<>(plan.revisions());
        letGo.forEach(link ->
                revisions.add(
                        new Revision(
                                link,
                                link.curation().withState(State.NEW).withWithdrawn(Set.of()),
                                link.ran(),
                                Revision.Candidacy.YES)));
        var back = "Restored %s, which had been let go.".formatted(names(letGo, asker));
        return Plan.of(
                revisions,
                Replies.done(
                        restore.verb(),
                        links.stream().map(Link::id).toList(),
                        (back + " " + plan.reply().markdown()).strip()));
    }

    Plan putIn(Command.PutIn put, List<Link> links, Asker asker) {
        var told =
                put.section().map(name -> " into " + heading(name)).orElse(" where the tags lead");
        return change(
                put,
                links,
                asker,
                c -> c.withSection(put.section()),
                new Told("Put", told, "already there"));
    }

    /// A contributor takes back their own shares, an editor everybody's; what an editor takes back
    /// is not taken any more.
    Plan withdraw(Command.Withdraw command, List<Link> links, Asker asker) {
        var sight = new Sight(asker);
        var isEditor = asker.role() == Role.EDITOR;
        var staying =
                links.stream()
                        .filter(link -> !isEditor && link.curation().isTaken())
                        .map(link -> "`" + link.id() + "`")
                        .collect(Collectors.joining(", "));
        var others =
                staying.isEmpty()
                        ? ""
                        : "; an editor has taken %s, so the bare link stays until an editor skips it"
                                .formatted(staying);
        return perLink(
                command,
                links,
                asker,
                link -> {
                    var withdrawn = new HashSet<>(link.curation().withdrawn());
                    link.liveShares().stream()
                            .filter(share -> isEditor || sight.isOwn(share))
                            .forEach(share -> withdrawn.add(share.message()));
                    var after = link.curation().withWithdrawn(withdrawn);
                    return isEditor && after.isTaken() ? after.withState(State.NEW) : after;
                },
                new Told("Withdrew", others, "already withdrawn"));
    }

    /// How it is told.
    ///
    /// @param did before the links
    /// @param how after them
    /// @param already of a link that was so before
    record Told(String did, String how, String already) {}

    Plan change(
            Command command,
            List<Link> links,
            Asker asker,
            UnaryOperator<Curation> change,
            Told told) {
        return perLink(command, links, asker, link -> change.apply(link.curation()), told);
    }

    Plan perLink(
            Command command,
            List<Link> links,
            Asker asker,
            Function<Link, Curation> change,
            Told told) {
        var revisions = new ArrayList<Revision>();
        var same = new ArrayList<Link>();
        for (var link : links) {
            var after = change.apply(link);
            if (after.equals(link.curation())) {
                same.add(link);
            } else {
                revisions.add(new Revision(link, edited(after, asker)));
            }
        }
        var changed = revisions.stream().map(Revision::before).toList();
        var sentences = new ArrayList<String>();
        if (!changed.isEmpty()) {
            sentences.add("%s %s%s.".formatted(told.did(), names(changed, asker), told.how()));
        }
        if (!same.isEmpty()) {
            sentences.add(
                    "%s %s %s."
                            .formatted(
                                    names(same, asker),
                                    same.size() == 1 ? "is" : "are",
                                    told.already()));
        }
        var ran = changed.stream().filter(link -> link.ran().isPresent()).findFirst();
        ran.filter(_ -> command.verb() == Verb.PICK || command.verb() == Verb.LEAD)
                .ifPresent(link ->
                        sentences.add(
                                "`%s` ran in issue %d."
                                        .formatted(link.id(), link.ran().orElseThrow())));
        if (WRITING.contains(command.verb())) {
            changed.stream().flatMap(link -> aside(link).stream()).forEach(sentences::add);
        }
        var ids = links.stream().map(Link::id).toList();
        return Plan.of(revisions, Replies.done(command.verb(), ids, String.join(" ", sentences)));
    }

    /// Why what was written about it is in no draft.
    private static Optional<String> aside(Link link) {
        return switch (Standing.of(link)) {
            case NEW, PICKED, LEAD -> Optional.empty();
            case HELD, SKIPPED, WITHDRAWN ->
                    Optional.of(
                            "`%1$s` is %2$s, so it is not in the draft; `pick %1$s` takes it."
                                    .formatted(link.id(), Standing.of(link)));
            case RAN ->
                    Optional.of(
                            "`%1$s` ran in issue %2$d; `pick %1$s` takes it into this one too."
                                    .formatted(link.id(), link.ran().orElseThrow()));
        };
    }

    /// Marks that an editor did it; what contributors do to their own leaves no such mark.
    static Curation edited(Curation after, Asker asker) {
        return asker.role() == Role.EDITOR ? after.withAt(Optional.of(asker.time())) : after;
    }

    /// One link with its title, several by their ids.
    String names(List<Link> links, Asker asker) {
        if (links.size() == 1) {
            return new Sight(asker)
                    .of(links.getFirst())
                    .filter(seen -> !seen.bare())
                    .map(lines::brief)
                    .orElse("`" + links.getFirst().id() + "`");
        }
        return links.stream()
                .map(Link::id)
                .map(LinkId::value)
                .map("`%s`"::formatted)
                .collect(Collectors.joining(", "));
    }

    String heading(SectionName name) {
        return Markdown.line(
                sections.get().named(name).map(section -> section.heading()).orElse(name.value()),
                60);
    }
}
