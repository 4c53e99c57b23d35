package gleaner.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two links that turn out to be one page: which of them stays, and what holds for it then.
///
/// The one that was shared first stays. Nothing that an editor wrote is lost: where both have a
/// blurb or a byline, the older link's stands and the other's goes into the note. Whoever took one
/// of them took the page; that one was skipped leaves out the page only where it was the older, as
/// the younger is often skipped for being the same.
///
/// @param older the link that stays
/// @param younger the one that becomes part of it
public record Union(Link older, Link younger) {

    /// By when they were first shared, then by id.
    public static Union of(Link one, Link other) {
        var order =
                Comparator.comparing(Link::firstShared).thenComparing(link -> link.id().value());
        return order.compare(one, other) <= 0 ? new Union(one, other) : new Union(other, one);
    }

    /// What holds for both.
    public Curation curation() {
        var old = older.curation();
        var young = younger.curation();
        if (young.equals(Curation.NONE)) {
            return old;
        }
        return new Curation(
                state(old.state(), young.state()),
                old.section().or(young::section),
                old.blurb().or(young::blurb),
                note(old, young),
                old.blurb().isPresent() ? old.linkWords() : old.linkWords().or(young::linkWords),
                old.byline().or(young::byline),
                old.rank().or(young::rank),
                old.picture().or(young::picture),
                added(old, young),
                removed(old, young),
                withdrawn(old, young),
                latest(old.at(), young.at()));
    }

    private static State state(State old, State young) {
        if (old == State.LEAD || young == State.LEAD) {
            return State.LEAD;
        }
        if (old == State.PICKED || young == State.PICKED) {
            return State.PICKED;
        }
        return old == State.NEW && young == State.HELD ? State.HELD : old;
    }

    private Optional<String> note(Curation old, Curation young) {
        var parts = new ArrayList<String>();
        old.note().ifPresent(parts::add);
        young.note().filter(note -> !parts.contains(note)).ifPresent(parts::add);
        left(old.blurb(), young.blurb())
                .ifPresent(blurb -> parts.add("blurb of %s: %s".formatted(younger.id(), blurb)));
        left(old.byline(), young.byline())
                .ifPresent(byline -> parts.add("byline of %s: %s".formatted(younger.id(), byline)));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" / ", parts));
    }

    /// The younger one's, where the older one's stands in its place.
    private static <T> Optional<T> left(Optional<T> old, Optional<T> young) {
        return young.filter(
                value -> old.filter(other -> !Objects.equals(other, value)).isPresent());
    }

    private static List<Tag> added(Curation old, Curation young) {
        return Stream.concat(
                        old.tagsAdded().stream(),
                        young.tagsAdded().stream().filter(tag -> !old.tagsRemoved().contains(tag)))
                .distinct()
                .toList();
    }

    /// A tag that was taken off the younger one stays on the older one where it stands there.
    private List<Tag> removed(Curation old, Curation young) {
        var standing = older.tags();
        return Stream.concat(
                        old.tagsRemoved().stream(),
                        young.tagsRemoved().stream().filter(tag -> !standing.contains(tag)))
                .distinct()
                .toList();
    }

    /// A message that shares both has one share of the page; it is withdrawn where the older one's
    /// is.
    private HashSet<MessageId> withdrawn(Curation old, Curation young) {
        var own = older.shares().stream().map(Share::message).collect(Collectors.toSet());
        var withdrawn = new HashSet<>(old.withdrawn());
        young.withdrawn().stream()
                .filter(message -> !own.contains(message))
                .forEach(withdrawn::add);
        return withdrawn;
    }

    private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).max(Comparator.naturalOrder());
    }
}
