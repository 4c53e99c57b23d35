package gleaner.command;

import gleaner.news.Byline;
import gleaner.news.Curation;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Role;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.Share;
import gleaner.news.State;
import gleaner.news.Tag;
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

/// What people decide about links: states, sections, tags, words. Every method plans, none does.
final class Curating {

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

    Plan note(Command.Note note, List<Link> links, Asker asker) {
        return change(
                note,
                links,
                asker,
                c -> c.withNote(note.words()),
                told("the note of", note.words()));
    }

    Plan attribute(Command.Attribute attribute, List<Link> links, Asker asker) {
        return change(
                attribute,
                links,
                asker,
                c -> c.withByline(attribute.byline()),
                attribute
                        .byline()
                        .map(byline ->
                                new Told(
                                        "Wrote the byline of",
                                        byline.equals(Byline.NONE)
                                                ? ": it has none"
                                                : ": (%s)"
                                                        .formatted(
                                                                Markdown.line(
                                                                        byline.toString(), 200)),
                                        "as it was"))
                        .orElseGet(() -> told("the byline of", attribute.byline())));
    }

    private static Told told(String what, Optional<?> value) {
        return value.isPresent()
                ? new Told("Wrote " + what, "", "as it was")
                : new Told("Cleared " + what, "", "as it was");
    }

    /// Writes the sentence; link words that are not in it are dropped.
    Plan blurb(Command.Blurb blurb, List<Link> links, Asker asker) {
        var lost =
                blurb.words().isPresent()
                        && links.getFirst()
                                .curation()
                                .linkWords()
                                .filter(words -> !holds(blurb.words().get(), words))
                                .isPresent();
        var what = told("the blurb of", blurb.words());
        return change(
                blurb,
                links,
                asker,
                c ->
                        lost
                                ? c.withBlurb(blurb.words()).withLinkWords(Optional.empty())
                                : c.withBlurb(blurb.words()),
                lost
                        ? new Told(
                                what.did(),
                                "; the link's words are not in it and were dropped",
                                what.already())
                        : what);
    }

    /// Says which words carry the link, if the sentence has them.
    Plan linkWords(Command.LinkWords command, List<Link> links, Asker asker) {
        var link = links.getFirst();
        if (command.words().isPresent()) {
            var words = command.words().get();
            var blurb = link.curation().blurb();
            var sentences =
                    blurb.map(List::of)
                            .orElseGet(() ->
                                    link.liveShares().stream()
                                            .filter(Share::isPublic)
                                            .map(Share::sentence)
                                            .filter(sentence -> !sentence.isBlank())
                                            .toList());
            if (sentences.stream().noneMatch(sentence -> holds(sentence, words))) {
                return Plan.only(
                        Replies.refused(
                                sentences.isEmpty()
                                        ? "`%s` has no sentence of its own; `blurb %s …` writes one."
                                                .formatted(link.id(), link.id())
                                        : "The words '%s' do not occur in the %s of `%s`: %s"
                                                .formatted(
                                                        Markdown.line(words, 60),
                                                        blurb.isPresent() ? "blurb" : "sentence",
                                                        link.id(),
                                                        Markdown.line(sentences.getFirst(), 200))));
            }
        }
        return change(
                command,
                links,
                asker,
                c -> c.withLinkWords(command.words()),
                told("the link's words of", command.words()));
    }

    /// Whether the words stand in the Markdown, as they are or in the words of a link of it.
    private static boolean holds(String markdown, String words) {
        return !words.isBlank()
                && (markdown.contains(words) || Markdown.withoutMarkup(markdown).contains(words));
    }

    Plan tag(Command.TagLinks command, List<Link> links, Asker asker) {
        var tags = renamed(command.tags());
        var told = " " + lines.tags(tags);
        return perLink(
                command,
                links,
                asker,
                link -> {
                    var added = new ArrayList<>(link.curation().tagsAdded());
                    tags.stream()
                            .filter(tag -> !link.tags().contains(tag) && !added.contains(tag))
                            .forEach(added::add);
                    var removed = new ArrayList<>(link.curation().tagsRemoved());
                    removed.removeAll(tags);
                    return link.curation().withTags(added, removed);
                },
                new Told("Tagged", told, "already tagged" + told));
    }

    Plan untag(Command.UntagLinks command, List<Link> links, Asker asker) {
        var tags = renamed(command.tags());
        var told = lines.tags(tags);
        return perLink(
                command,
                links,
                asker,
                link -> {
                    var added = new ArrayList<>(link.curation().tagsAdded());
                    added.removeAll(tags);
                    var removed = new ArrayList<>(link.curation().tagsRemoved());
                    tags.stream()
                            .filter(tag -> link.tags().contains(tag) && !removed.contains(tag))
                            .forEach(removed::add);
                    return link.curation().withTags(added, removed);
                },
                new Told("Took %s off".formatted(told), "", "not tagged " + told));
    }

    private List<Tag> renamed(List<Tag> tags) {
        var aliases = repository.aliases();
        return tags.stream().map(tag -> aliases.getOrDefault(tag, tag)).distinct().toList();
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
    private record Told(String did, String how, String already) {}

    private Plan change(
            Command command,
            List<Link> links,
            Asker asker,
            UnaryOperator<Curation> change,
            Told told) {
        return perLink(command, links, asker, link -> change.apply(link.curation()), told);
    }

    private Plan perLink(
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
        var ids = links.stream().map(Link::id).toList();
        return Plan.of(revisions, Replies.done(command.verb(), ids, String.join(" ", sentences)));
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
