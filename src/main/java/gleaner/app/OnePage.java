package gleaner.app;

import gleaner.news.ChannelId;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.MessageId;
import gleaner.news.Person;
import gleaner.news.PersonId;
import gleaner.news.Union;
import gleaner.store.Act;
import gleaner.store.Joining;
import gleaner.store.Outcome;
import gleaner.store.Repository;
import gleaner.store.Revision;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes links one that turn out to be one page when it is read; the history tells of it, and
/// `split` takes it back.
///
/// @param keys the key of a URL
record OnePage(Repository repository, Function<String, LinkKey> keys, Clock clock) {

    /// Who does it, as the history has it.
    static final Person READER =
            new Person(PersonId.of("gleaner", "pages"), "Gleaner, reading the page");

    private static final ChannelId PLACE = ChannelId.of("gleaner", "pages");
    private static final int TRIES = 8;

    /// Any number of times, and by several processes at once.
    ///
    /// @param urls of the same page
    void settle(LinkId id, List<String> urls) {
        for (var url : urls) {
            var key = keys.apply(url);
            for (int i = 0; i < TRIES && !isSettled(id, key); i++) {
                // Somebody changed one of the links meanwhile: they are read again.
            }
        }
    }

    private boolean isSettled(LinkId id, LinkKey key) {
        var link = repository.link(id);
        if (link.isEmpty() || link.get().key().equals(key)) {
            return true;
        }
        var other = repository.link(repository.alsoKnownAs(link.get().id(), key));
        return other.isEmpty()
                || other.get().id().equals(link.get().id())
                || repository.areApart(link.get().id(), other.get().id())
                || isDone(Union.of(link.get(), other.get()));
    }

    /// The act has the name of what it was made from, so that it happens once however many
    /// processes read the pages.
    private boolean isDone(Union union) {
        var act =
                new Act(
                        new MessageId(
                                PLACE,
                                union.younger().id()
                                        + "-"
                                        + union.older().id()
                                        + "-"
                                        + union.younger().revision()),
                        READER,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS),
                        "merge %s %s".formatted(union.older().id(), union.younger().id()),
                        List.of(
                                new Revision(union.older(), union.curation()),
                                new Revision(union.younger(), union.younger().curation())),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(new Joining(union.younger().id(), union.older().id(), true)),
                        Optional.empty(),
                        "done");
        return switch (repository.commit(act)) {
            case Outcome.Done _, Outcome.DoneBefore _ -> true;
            case Outcome.Conflict _ -> false;
        };
    }
}
