package gleaner.command;

import gleaner.digest.Mentions;
import gleaner.news.Curation;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Sections;
import gleaner.news.State;
import gleaner.store.Index;
import gleaner.store.Repository;
import gleaner.store.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Paragraphs that editors write around several links. Every method plans, none does.
///
/// A paragraph is the blurb of the first link in it, so that it is moved, cleared and taken back as
/// every blurb is; the others are mentioned in it by their ids and stand nowhere else.
final class Weaving {

    /// More than any newsletter's paragraph has.
    private static final int LONGEST = 8_000;

    private final Repository repository;
    private final Finder finder;
    private final Supplier<Sections> sections;
    private final DraftMaker drafts;
    private final Curating curating;

    Weaving(
            Repository repository,
            Finder finder,
            Supplier<Sections> sections,
            DraftMaker drafts,
            Curating curating) {
        this.repository = repository;
        this.finder = finder;
        this.sections = sections;
        this.drafts = drafts;
        this.curating = curating;
    }

    /// Writes a paragraph; the first link in it leads it.
    ///
    /// @throws gleaner.news.GleanerException where one of its links is not known
    Plan weave(Command.Weave weave, Asker asker) {
        var named = new LinkedHashMap<String, Link>();
        for (var target : Mentions.targets(weave.text())) {
            named.put(target, found(target, asker));
        }
        if (named.isEmpty()) {
            return refused(
                    "A paragraph needs a link in it, by its id or its URL: `[its words](k3f9)`.");
        }
        if (weave.text().length() > LONGEST) {
            return refused(
                    "A paragraph has at most %d characters; this one has %d."
                            .formatted(LONGEST, weave.text().length()));
        }
        var links = distinct(named.values());
        var leader = links.getFirst();
        var texts = paragraphs();
        if (!weave.isAgain()) {
            var marked = new HashSet<LinkId>();
            var doubled =
                    Mentions.targets(weave.text()).stream()
                            .flatMap(target -> Stream.ofNullable(named.get(target)))
                            .filter(link -> !marked.add(link.id()))
                            .findFirst();
            if (doubled.isPresent()) {
                return refused(
                        "%s is marked twice in that paragraph: mark it once, or `weave again …` means it so."
                                .formatted(code(doubled.get().id())));
            }
            var twice = links.stream().flatMap(link -> elsewhere(link, leader, texts)).findFirst();
            if (twice.isPresent()) {
                return refused(
                        "%s: `blurb %s …` writes that anew, `weave again …` uses the link in both."
                                .formatted(twice.get().sentence(), twice.get().paragraph()));
            }
        }
        var section = weave.section().or(() -> leader.curation().section());
        var state = section.isPresent() ? State.PICKED : State.LEAD;
        var text = Mentions.named(weave.text(), target -> id(named, target));
        var rank = leader.curation().rank().or(() -> last(weave, leader));
        var after =
                leader.curation()
                        .withBlurb(Optional.of(text))
                        .withLinkWords(Optional.empty())
                        .withState(state)
                        .withSection(section)
                        .withRank(rank);
        return plan(weave.verb(), leader, after, links, asker);
    }

    /// Writes a blurb whose words mention other links.
    ///
    /// @throws gleaner.news.GleanerException where an id in it is no link's
    Optional<Plan> blurb(Command.Blurb blurb, List<Link> about, Asker asker) {
        var leader = about.getFirst();
        var named = new LinkedHashMap<String, Link>();
        named.put("", leader);
        var texts = paragraphs();
        for (var target : Mentions.targets(blurb.words().orElse(""))) {
            if (LinkId.parse(target).isPresent()) {
                named.put(target, found(target, asker));
            } else if (Markdown.isWeb(target)) {
                finder.known(target, asker)
                        .filter(link -> elsewhere(link, leader, texts).findAny().isEmpty())
                        .filter(link -> !link.id().equals(leader.id()))
                        .ifPresent(link -> named.put(target, link));
            }
        }
        var links = distinct(named.values());
        if (links.size() == 1) {
            return Optional.empty();
        }
        var twice = links.stream().flatMap(link -> elsewhere(link, leader, texts)).findFirst();
        if (twice.isPresent()) {
            return Optional.of(
                    refused(
                            "%s: `blurb %s …` writes that anew, `weave again …` uses the link in both."
                                    .formatted(twice.get().sentence(), twice.get().paragraph())));
        }
        var text = Mentions.named(blurb.words().orElse(""), target -> id(named, target));
        var curation = leader.curation();
        var after =
                curation.withBlurb(Optional.of(text))
                        .withLinkWords(Optional.empty())
                        .withState(curation.isTaken() ? curation.state() : State.PICKED);
        return Optional.of(plan(blurb.verb(), leader, after, links, asker));
    }

    /// Refuses to move what stands in another's paragraph.
    Optional<Plan> stuck(List<Link> links) {
        var texts = paragraphs();
        return links.stream()
                .filter(link -> !texts.getOrDefault(link.id(), link.id()).equals(link.id()))
                .findFirst()
                .map(link ->
                        refused(
                                "%s is woven into the paragraph of %s: `move %s …` moves that."
                                        .formatted(
                                                code(link.id()),
                                                code(texts.getOrDefault(link.id(), link.id())),
                                                texts.getOrDefault(link.id(), link.id()))));
    }

    private Plan plan(Verb verb, Link leader, Curation after, List<Link> links, Asker asker) {
        var others = links.subList(1, links.size());
        var revisions = new ArrayList<Revision>();
        revise(leader, after, asker, revisions);
        for (var other : others) {
            revise(
                    other,
                    other.curation().withState(after.state()).withSection(after.section()),
                    asker,
                    revisions);
        }
        var sentences = new ArrayList<String>();
        var before = leader.curation().blurb().isPresent();
        sentences.add(
                revisions.isEmpty()
                        ? "The paragraph of %s is as it was.".formatted(code(leader.id()))
                        : "%s a paragraph of %s in %s."
                                .formatted(
                                        before ? "Rewrote" : "Wove",
                                        curating.names(links, asker),
                                        heading(after)));
        others.stream()
                .filter(link -> link.curation().blurb().isPresent())
                .forEach(link ->
                        sentences.add(
                                "The blurb of %s waits until it stands on its own again."
                                        .formatted(code(link.id()))));
        var kept = links.stream().map(Link::id).toList();
        var dropped =
                Mentions.ids(leader.curation().blurb().orElse("")).stream()
                        .filter(id -> !kept.contains(id))
                        .map(Weaving::code)
                        .collect(Collectors.joining(", "));
        if (!dropped.isEmpty()) {
            sentences.add("No longer in it, and so on its own: %s.".formatted(dropped));
        }
        links.stream()
                .filter(link -> link.ran().isPresent())
                .forEach(link ->
                        sentences.add(
                                "%s ran in issue %d."
                                        .formatted(code(link.id()), link.ran().orElseThrow())));
        return Plan.of(revisions, Replies.done(verb, kept, String.join(" ", sentences)));
    }

    private static void revise(Link link, Curation after, Asker asker, List<Revision> revisions) {
        if (!after.equals(link.curation())) {
            revisions.add(new Revision(link, Curating.edited(after, asker)));
        }
    }

    private String heading(Curation curation) {
        return curating.heading(
                curation.section()
                        .orElse(
                                curation.state() == State.LEAD
                                        ? sections.get().lead()
                                        : sections.get().standard()));
    }

    /// After everything else in its section.
    private Optional<Integer> last(Command.Weave weave, Link leader) {
        var section = weave.section().orElse(sections.get().lead());
        var order = drafts.order(section);
        var rank =
                repository.links(order).stream()
                        .filter(link -> !link.id().equals(leader.id()))
                        .flatMap(link -> link.curation().rank().stream())
                        .mapToInt(Integer::intValue)
                        .max();
        return Optional.of(Math.max(rank.orElse(0), 0) + 1);
    }

    /// Where a link is mentioned already.
    private record Elsewhere(LinkId link, LinkId paragraph) {

        String sentence() {
            return link.equals(paragraph)
                    ? "%s has a paragraph of its own with other links in it".formatted(code(link))
                    : "%s is woven into the paragraph of %s already"
                            .formatted(code(link), code(paragraph));
        }
    }

    private static java.util.stream.Stream<Elsewhere> elsewhere(
            Link link, Link leader, Map<LinkId, LinkId> texts) {
        return Optional.ofNullable(texts.get(link.id()))
                .filter(paragraph -> !paragraph.equals(leader.id()))
                .map(paragraph -> new Elsewhere(link.id(), paragraph))
                .stream();
    }

    /// Each link that stands in a paragraph with others, and the link that leads it.
    private Map<LinkId, LinkId> paragraphs() {
        var texts = new HashMap<LinkId, LinkId>();
        for (var link :
                repository.links(repository.newest(new Index.Open(), 0, Integer.MAX_VALUE))) {
            var mentioned = new ArrayList<>(Mentions.ids(link.curation().blurb().orElse("")));
            mentioned.remove(link.id());
            if (!mentioned.isEmpty() && link.curation().isTaken()) {
                texts.put(link.id(), link.id());
                mentioned.forEach(id -> texts.putIfAbsent(id, link.id()));
            }
        }
        return texts;
    }

    private Link found(String target, Asker asker) {
        var ref =
                LinkId.parse(target)
                        .map(id -> (LinkRef) new LinkRef.ById(id))
                        .or(() ->
                                Markdown.isWeb(target)
                                        ? Optional.of(new LinkRef.ByUrl(target))
                                        : Optional.empty())
                        .orElseThrow(() ->
                                gleaner.news.GleanerException.failed(
                                        "%s is neither a link's id nor a URL; write `[words](k3f9)`."
                                                .formatted(Markdown.code(target))));
        return finder.find(List.of(ref), asker, Verb.WEAVE).getFirst();
    }

    private static Optional<LinkId> id(Map<String, Link> named, String target) {
        return target.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(named.get(target)).map(Link::id);
    }

    private static List<Link> distinct(java.util.Collection<Link> links) {
        var byId = new LinkedHashMap<LinkId, Link>();
        links.forEach(link -> byId.putIfAbsent(link.id(), link));
        return List.copyOf(byId.values());
    }

    private static String code(LinkId id) {
        return "`" + id + "`";
    }

    private static Plan refused(String sentence) {
        return Plan.only(Replies.refused(sentence));
    }
}
