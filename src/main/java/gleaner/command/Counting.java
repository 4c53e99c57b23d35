package gleaner.command;

import gleaner.news.Period;
import gleaner.news.PersonId;
import gleaner.news.Sections;
import gleaner.news.Share;
import gleaner.news.Tag;
import gleaner.store.Index;
import gleaner.store.Repository;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Counts tags, links, shares and people, of what the person may see.
final class Counting {

    private static final int MOST_TAGS = 100;
    private static final int TOP = 10;
    private static final int BATCH = 50;

    private final Repository repository;
    private final Search search;
    private final Lines lines;

    Counting(Repository repository, Supplier<Sections> sections, Lines lines) {
        this.repository = repository;
        this.search = new Search(repository, sections);
        this.lines = lines;
    }

    /// `{"tags":[{"tag","links"}],"total"}`, most used first, at most 100.
    Reply tags(Command.Tags command, Asker asker) {
        var counts =
                repository.tags().stream()
                        .filter(count ->
                                command.words().isEmpty()
                                        || command.words().stream()
                                                .anyMatch(count.tag().folded()::contains))
                        .toList();
        var shown =
                counts.stream()
                        .filter(count -> maySee(count.tag(), asker))
                        .limit(MOST_TAGS)
                        .toList();
        var json = Json.object();
        var array = json.putArray("tags");
        shown.forEach(count ->
                array.addObject().put("tag", count.tag().shown()).put("links", count.links()));
        var told =
                shown.stream()
                        .map(count -> Lines.tag(count.tag()) + " " + count.links())
                        .collect(Collectors.joining(" · "));
        var more =
                counts.size() > MOST_TAGS && shown.size() == MOST_TAGS
                        ? "\n\nThe first %d; `tags WORD` finds the others.".formatted(MOST_TAGS)
                        : "";
        return Replies.shown(told.isEmpty() ? "No tags." : told + more, json);
    }

    /// A tag that stands only on private links is not told.
    private boolean maySee(Tag tag, Asker asker) {
        var sight = new Sight(asker);
        if (sight.seesAll()) {
            return true;
        }
        for (int offset = 0; ; offset += BATCH) {
            var ids = repository.newest(new Index.Tagged(tag), offset, BATCH);
            var seen =
                    repository.links(ids).stream()
                            .flatMap(link -> sight.of(link).stream())
                            .anyMatch(link -> !link.bare() && link.link().tags().contains(tag));
            if (seen || ids.size() < BATCH) {
                return seen;
            }
        }
    }

    private static final class Sum {
        private int links;
        private int shares;
        private int votes;
        private final Map<PersonId, String> people = new HashMap<>();
        private final Map<String, Integer> sharers = new HashMap<>();
        private final Map<Tag, Integer> tags = new HashMap<>();
        private final Map<Standing, Integer> states = new EnumMap<>(Standing.class);

        private void add(Sight.Seen seen, Optional<Period> period) {
            links++;
            states.merge(Standing.of(seen.link()), 1, Integer::sum);
            if (seen.bare()) {
                return;
            }
            votes += seen.link().voteCount();
            seen.link().tags().forEach(tag -> tags.merge(tag, 1, Integer::sum));
            for (Share share : seen.link().liveShares()) {
                if (Search.isIn(share, period)) {
                    shares++;
                    people.put(share.person().id(), share.person().name());
                    sharers.merge(share.person().id().value(), 1, Integer::sum);
                }
            }
        }
    }

    ///
    /// `{"period":{"label","from","to"},"links","shares","people","votes","tags","sharers","states"}`
    Reply stats(Command.Stats command, Asker asker) {
        var sum = new Sum();
        var sight = new Sight(asker);
        var all = Set.of(Standing.values());
        var filter =
                new Filter(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        all,
                        command.period(),
                        List.of());
        var met = new HashSet<>();
        search.each(
                filter,
                asker,
                link ->
                        sight.of(link)
                                .filter(seen ->
                                        seen.link().shares().stream()
                                                .anyMatch(share ->
                                                        Search.isIn(share, command.period())))
                                .filter(seen -> met.add(seen.link().id()))
                                .ifPresent(seen -> sum.add(seen, command.period())));
        var tags = top(sum.tags, Tag::folded);
        var sharers = top(sum.sharers, id -> id);
        var json = json(sum, command.period(), tags, sharers);
        return Replies.shown(told(sum, command.period(), tags, sharers), json);
    }

    private static <K> List<Map.Entry<K, Integer>> top(
            Map<K, Integer> counts, Function<K, String> name) {
        return counts.entrySet().stream()
                .sorted(
                        Comparator.comparingInt((Map.Entry<K, Integer> entry) -> -entry.getValue())
                                .thenComparing(entry -> name.apply(entry.getKey())))
                .limit(TOP)
                .toList();
    }

    private static String name(Sum sum, String id) {
        return sum.people.getOrDefault(new PersonId(id), id);
    }

    private String told(
            Sum sum,
            Optional<Period> period,
            List<Map.Entry<Tag, Integer>> tags,
            List<Map.Entry<String, Integer>> sharers) {
        var told = new ArrayList<String>();
        told.add(
                "**%s**: %s, %s by %s, %s."
                        .formatted(
                                period.map(Period::label).orElse("All time"),
                                count(sum.links, "link", "links"),
                                count(sum.shares, "share", "shares"),
                                count(sum.people.size(), "person", "people"),
                                count(sum.votes, "vote", "votes")));
        if (!tags.isEmpty()) {
            told.add(
                    "Tags: "
                            + tags.stream()
                                    .map(entry ->
                                            Lines.tag(entry.getKey()) + " " + entry.getValue())
                                    .collect(Collectors.joining(" · ")));
        }
        if (!sharers.isEmpty()) {
            told.add(
                    "Sharers: "
                            + sharers.stream()
                                    .map(entry ->
                                            lines.name(name(sum, entry.getKey()))
                                                    + " "
                                                    + entry.getValue())
                                    .collect(Collectors.joining(" · ")));
        }
        if (!sum.states.isEmpty()) {
            told.add(
                    "States: "
                            + sum.states.entrySet().stream()
                                    .map(entry -> entry.getValue() + " " + entry.getKey())
                                    .collect(Collectors.joining(" · ")));
        }
        return told.getFirst()
                + told.stream().skip(1).map(line -> "\n- " + line).collect(Collectors.joining());
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static ObjectNode json(
            Sum sum,
            Optional<Period> period,
            List<Map.Entry<Tag, Integer>> tags,
            List<Map.Entry<String, Integer>> sharers) {
        var json = Json.object();
        period.ifPresentOrElse(
                found ->
                        json.putObject("period")
                                .put("label", found.label())
                                .put("from", found.from().toString())
                                .put("to", found.to().toString()),
                () -> json.putNull("period"));
        json.put("links", sum.links).put("shares", sum.shares);
        json.put("people", sum.people.size()).put("votes", sum.votes);
        var tagArray = json.putArray("tags");
        tags.forEach(entry ->
                tagArray.addObject()
                        .put("tag", entry.getKey().shown())
                        .put("links", entry.getValue()));
        var sharerArray = json.putArray("sharers");
        sharers.forEach(entry ->
                sharerArray
                        .addObject()
                        .put("person", name(sum, entry.getKey()))
                        .put("shares", entry.getValue()));
        var states = json.putObject("states");
        for (var standing : Standing.values()) {
            states.put(standing.toString(), sum.states.getOrDefault(standing, 0));
        }
        return json;
    }
}
