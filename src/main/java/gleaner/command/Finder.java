package gleaner.command;

import gleaner.news.GleanerException;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.store.Repository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the links that people name. One that the person must not know of is as unknown as one that
/// does not exist.
final class Finder {

    private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxyz";
    private static final int NEAREST = 3;

    private final Repository repository;
    private final Function<String, LinkKey> keys;

    Finder(Repository repository, Function<String, LinkKey> keys) {
        this.repository = repository;
        this.keys = keys;
    }

    /// All of them, each once, in the order in which they are named.
    ///
    /// @throws GleanerException (FAILED or USAGE) where one cannot be found, with what is nearest
    List<Link> find(List<LinkRef> refs, Asker asker, Verb verb) {
        var ids = new LinkedHashSet<LinkId>();
        for (var ref : refs) {
            switch (ref) {
                case LinkRef.ById(var id) -> ids.add(id);
                case LinkRef.ByUrl(var url) -> ids.add(byUrl(url, asker));
                case LinkRef.Answered() -> ids.addAll(answered(asker, verb));
            }
        }
        var sight = new Sight(asker);
        var found = new LinkedHashMap<LinkId, Link>();
        var named = repository.named(ids);
        for (var id : ids) {
            var link =
                    Optional.ofNullable(named.get(id))
                            .filter(sight::mayName)
                            .orElseThrow(() -> GleanerException.failed(unknown(id, sight)));
            found.put(link.id(), link);
        }
        return List.copyOf(found.values());
    }

    /// The link of that URL; none where it is not known, or not to the person.
    Optional<Link> known(String url, Asker asker) {
        return repository
                .find(keys.apply(url))
                .flatMap(repository::link)
                .filter(new Sight(asker)::mayName);
    }

    private LinkId byUrl(String url, Asker asker) {
        return repository
                .find(keys.apply(url))
                .filter(id -> repository.link(id).filter(new Sight(asker)::mayName).isPresent())
                .orElseThrow(() ->
                        GleanerException.failed(
                                "No link has that URL; %s keeps it."
                                        .formatted(Markdown.code("add " + url))));
    }

    private List<LinkId> answered(Asker asker, Verb verb) {
        var message =
                asker.about()
                        .orElseThrow(() ->
                                GleanerException.usage(
                                        "Say which link, for example `%s`, or answer the message that shared it."
                                                .formatted(verb.examples().getFirst())));
        var ids = repository.sharedIn(message);
        if (ids.isEmpty()) {
            throw GleanerException.failed("The message that you answer shares no link.");
        }
        return ids;
    }

    private String unknown(LinkId id, Sight sight) {
        var near =
                repository.links(slips(id)).stream()
                        .filter(link -> sight.of(link).isPresent())
                        .limit(NEAREST)
                        .map(link -> "`" + link.id() + "`")
                        .collect(Collectors.joining(", "));
        return near.isEmpty()
                ? "No link `%s`; `list` shows what there is.".formatted(id)
                : "No link `%s`; nearest: %s.".formatted(id, near);
    }

    /// Every id that is one slip away: a character changed, two swapped, one left out or put in.
    private static List<LinkId> slips(LinkId id) {
        var value = id.value();
        var slips = new ArrayList<String>();
        for (int i = 0; i <= value.length(); i++) {
            var head = value.substring(0, i);
            if (i + 1 < value.length()) {
                slips.add(head + value.charAt(i + 1) + value.charAt(i) + value.substring(i + 2));
            }
            if (i < value.length()) {
                slips.add(head + value.substring(i + 1));
            }
            for (int c = 0; c < LETTERS.length(); c++) {
                slips.add(
                        head
                                + LETTERS.charAt(c)
                                + value.substring(Math.min(i + 1, value.length())));
                slips.add(head + LETTERS.charAt(c) + value.substring(i));
            }
        }
        return slips.stream().map(LinkId::parse).flatMap(Optional::stream).distinct().toList();
    }
}
