package gleaner.command;

import gleaner.news.Event.MessagePosted;
import gleaner.news.Link;
import gleaner.news.SectionName;
import gleaner.store.Repository;
import gleaner.store.Revision;
import gleaner.store.Sharing;
import java.util.Optional;

/// Keeps what somebody adds by a command, as if they had shared it.
final class Adding {

    private final Repository repository;
    private final Collector collector;
    private final Committing committing;
    private final Acknowledgements acknowledgements;

    Adding(
            Repository repository,
            Collector collector,
            Committing committing,
            Acknowledgements acknowledgements) {
        this.repository = repository;
        this.collector = collector;
        this.committing = committing;
        this.acknowledgements = acknowledgements;
    }

    /// Kept first, then told: where it ends in between, it is kept again, which changes nothing.
    Reply add(Command.Add add, String words, Asker asker) {
        var sharings =
                collector.collect(
                        new MessagePosted(
                                asker.command(),
                                asker.channel(),
                                asker.person(),
                                asker.time(),
                                add.text(),
                                asker.visibility(),
                                Optional.empty(),
                                asker.permalink(),
                                add.section().map(SectionName::value)));
        if (sharings.isEmpty()) {
            return Replies.refused(
                    "No link in that can be kept: a link begins with https:// and leads to a public site.");
        }
        var reply = acknowledgements.shared(sharings);
        var ids = sharings.stream().map(Sharing::link).map(Link::id).distinct().toList();
        // A change of nothing, so that the history tells of it and `undo` finds it.
        return committing.tried(
                words,
                asker,
                () ->
                        Plan.of(
                                repository.links(ids).stream()
                                        .map(link -> new Revision(link, link.curation()))
                                        .toList(),
                                reply));
    }
}
