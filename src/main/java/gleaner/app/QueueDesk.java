package gleaner.app;

import gleaner.command.PageDesk;
import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.LinkId;
import gleaner.store.PageQueue;
import java.util.Collection;
import java.util.Optional;

/// What people are told of the queue of pages, and what they may do with it.
///
/// @param read whether anybody reads pages here
record QueueDesk(PageQueue queue, boolean read) implements PageDesk {

    private static final int LONGEST = 200;

    @Override
    public void refresh(Collection<LinkId> links) {
        if (!read) {
            throw GleanerException.failed(
                    "No pages are read here: pages.read is false in config/gleaner.yaml.");
        }
        queue.refresh(links);
    }

    @Override
    public Optional<String> news(LinkId link) {
        return queue.trouble(link)
                .map(trouble ->
                        trouble.isLost()
                                ? "given up: %s `refresh %s` tries again."
                                        .formatted(plain(trouble), link)
                                : "not read yet: %s It is tried again.".formatted(plain(trouble)))
                .or(() ->
                        read && queue.isWaiting(link)
                                ? Optional.of("not read yet.")
                                : Optional.empty());
    }

    /// The host's name within is a stranger's: nothing of it is Markdown.
    private static String plain(PageQueue.Trouble trouble) {
        var sentence = Excerpt.of(trouble.sentence(), LONGEST);
        var safe = new StringBuilder();
        sentence.chars()
                .forEach(c ->
                        safe.append("\\`*_[]<>&~|".indexOf(c) >= 0 ? "\\" : "").append((char) c));
        return safe.toString();
    }
}
