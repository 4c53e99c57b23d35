package gleaner.command;

import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Period;
import gleaner.news.Person;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.Share;
import gleaner.news.State;
import gleaner.news.Tag;
import gleaner.store.Index;
import gleaner.store.Repository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Finds the links that a filter asks for, among those that the person may see, last shared first.
final class Search {

    private static final int BATCH = 500;

    private final Repository repository;
    private final Supplier<Sections> sections;

    Search(Repository repository, Supplier<Sections> sections) {
        this.repository = repository;
        this.sections = sections;
    }

    /// A link that was found.
    ///
    /// @param byChannel whether it was found by its channel's name, of those that were asked for by
    ///   place
    record Hit(LinkId id, Instant shared, boolean byChannel, boolean bySection) {}

    /// The ids, last shared first, ties by id.
    List<LinkId> find(Filter filter, Asker asker) {
        var aliases = filter.tags().isEmpty() ? Map.<Tag, Tag>of() : repository.aliases();
        var tags = filter.tags().stream().map(tag -> aliases.getOrDefault(tag, tag)).toList();
        var now =
                new Filter(
                        tags,
                        filter.by(),
                        filter.in(),
                        filter.states(),
                        filter.period(),
                        filter.about());
        var sight = new Sight(asker);
        var hits = new ArrayList<Hit>();
        var channel = new boolean[1];
        each(
                now,
                asker,
                link ->
                        sight.of(link)
                                .ifPresent(seen -> {
                                    var named =
                                            filter.in().isPresent()
                                                    && inChannel(seen, filter.in().get());
                                    channel[0] |= named;
                                    if (matches(seen, now, asker)) {
                                        var inSection =
                                                filter.in()
                                                        .filter(name -> inSection(seen, name))
                                                        .isPresent();
                                        hits.add(
                                                new Hit(
                                                        link.id(),
                                                        seen.link().lastShared(),
                                                        named,
                                                        inSection));
                                    }
                                }));
        return hits.stream()
                .filter(hit ->
                        filter.in().isEmpty() || (channel[0] ? hit.byChannel() : hit.bySection()))
                .sorted(
                        Comparator.comparing(Hit::shared)
                                .reversed()
                                .thenComparing(hit -> hit.id().value()))
                .map(Hit::id)
                .distinct()
                .toList();
    }

    /// Every link that the narrowest index holds for the filter, in no particular order.
    void each(Filter filter, Asker asker, Consumer<Link> consumer) {
        if (filter.period().isPresent()) {
            var period = filter.period().get();
            var ids =
                    repository.sharedBetween(
                            period.from().toEpochMilli(), period.to().toEpochMilli());
            for (int i = 0; i < ids.size(); i += BATCH) {
                repository.links(ids.subList(i, Math.min(ids.size(), i + BATCH))).forEach(consumer);
            }
            return;
        }
        var index = index(filter, asker);
        for (int offset = 0; ; offset += BATCH) {
            var ids = repository.newest(index, offset, BATCH);
            repository.links(ids).forEach(consumer);
            if (ids.size() < BATCH) {
                return;
            }
        }
    }

    private static Index index(Filter filter, Asker asker) {
        if (filter.by().filter(Filter.ME::equals).isPresent()) {
            return new Index.SharedBy(asker.person().id());
        }
        if (!filter.tags().isEmpty() && !filter.states().contains(Standing.WITHDRAWN)) {
            return new Index.Tagged(filter.tags().getFirst());
        }
        if (filter.states().size() == 1) {
            return switch (filter.states().iterator().next()) {
                case PICKED -> new Index.InState(State.PICKED);
                case LEAD -> new Index.InState(State.LEAD);
                case HELD -> new Index.InState(State.HELD);
                case SKIPPED -> new Index.InState(State.SKIPPED);
                case NEW -> new Index.Open();
                case WITHDRAWN, RAN -> new Index.All();
            };
        }
        return new Index.All();
    }

    private static boolean matches(Sight.Seen seen, Filter filter, Asker asker) {
        var link = seen.link();
        var standing = Standing.of(link);
        var stands =
                filter.states().isEmpty()
                        ? standing != Standing.WITHDRAWN
                        : filter.states().contains(standing);
        if (!stands || (seen.bare() && asksForWords(filter))) {
            return false;
        }
        var shares =
                seen.bare() || standing == Standing.WITHDRAWN ? link.shares() : link.liveShares();
        return link.tags().containsAll(filter.tags())
                && filter.about().stream().allMatch(words -> isAbout(link, words))
                && ((filter.by().isEmpty() && filter.period().isEmpty())
                        || shares.stream().anyMatch(share -> isShared(share, filter, asker)));
    }

    /// Whether the answer would tell what a bare link must not tell.
    private static boolean asksForWords(Filter filter) {
        return !filter.tags().isEmpty() || filter.by().isPresent() || !filter.about().isEmpty();
    }

    private static boolean isShared(Share share, Filter filter, Asker asker) {
        return isIn(share, filter.period())
                && filter.by().filter(name -> !isBy(share.person(), name, asker)).isEmpty();
    }

    private static boolean isBy(Person person, String name, Asker asker) {
        if (name.equals(Filter.ME)) {
            return person.id().equals(asker.person().id());
        }
        var wanted = folded(name);
        return folded(person.name()).equals(wanted)
                || folded(person.id().name()).equals(wanted)
                || folded(person.name()).startsWith(wanted + "-");
    }

    private static boolean inChannel(Sight.Seen seen, String name) {
        var wanted = folded(name);
        return !seen.bare()
                && seen.link().liveShares().stream()
                        .map(Share::channel)
                        .anyMatch(channel ->
                                folded(channel.name()).equals(wanted)
                                        || folded(channel.id().name()).equals(wanted));
    }

    private boolean inSection(Sight.Seen seen, String name) {
        return sections.get()
                .find(name)
                .filter(section -> section.name().equals(sections.get().of(seen.link())))
                .isPresent();
    }

    private static boolean isAbout(Link link, String words) {
        var wanted = folded(words);
        var texts = new ArrayList<String>();
        texts.add(link.url());
        link.page().title().ifPresent(texts::add);
        link.curation().blurb().ifPresent(texts::add);
        link.liveShares()
                .forEach(share -> {
                    texts.add(share.words());
                    texts.add(share.sentence());
                });
        return texts.stream().anyMatch(text -> folded(text).contains(wanted));
    }

    /// Letters and digits without case and accents, `-` between words; `@ada` and `#general` are
    /// without their sign.
    private static String folded(String text) {
        return SectionName.parse(text).map(SectionName::value).orElse(text);
    }

    /// Whether a share of the link counts for the period.
    static boolean isIn(Share share, Optional<Period> period) {
        return period.filter(stretch -> !stretch.contains(share.time())).isEmpty();
    }
}
