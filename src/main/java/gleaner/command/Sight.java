package gleaner.command;

import gleaner.news.Link;
import gleaner.news.Role;
import gleaner.news.Share;
import gleaner.news.Visibility;
import java.util.Optional;

/// What somebody may see where they ask: a private share is shown with its words and its sharer
/// only to that sharer and to editors, and only where not everybody reads the answer. Every reply
/// looks through this.
final class Sight {

    private final Asker asker;

    Sight(Asker asker) {
        this.asker = asker;
    }

    /// A link as it may be shown.
    ///
    /// @param link without the shares that may not be shown
    /// @param bare whether nothing may be shown but its id and its URL
    record Seen(Link link, boolean bare) {}

    /// The link, unless it must not be mentioned at all.
    Optional<Seen> of(Link link) {
        if (!link.isPrivate() || (isQuiet() && (isEditor() || isSharer(link)))) {
            return Optional.of(new Seen(shown(link), false));
        }
        return isEditor() ? Optional.of(new Seen(link, true)) : Optional.empty();
    }

    /// Whether the person may name the link in a command.
    boolean mayName(Link link) {
        return isEditor() || !link.isPrivate() || isSharer(link);
    }

    /// Whether the person shared it, wherever.
    boolean isSharer(Link link) {
        return link.shares().stream().anyMatch(this::isOwn);
    }

    boolean isOwn(Share share) {
        return share.person().id().equals(asker.person().id());
    }

    boolean isEditor() {
        return asker.role() == Role.EDITOR;
    }

    /// Whether all that there is may be shown.
    boolean seesAll() {
        return isEditor() && isQuiet();
    }

    private boolean isQuiet() {
        return asker.visibility() == Visibility.PRIVATE;
    }

    private Link shown(Link link) {
        var shares =
                link.shares().stream()
                        .filter(share ->
                                share.isPublic() || (isQuiet() && (isEditor() || isOwn(share))))
                        .toList();
        var url = shares.isEmpty() ? link.url() : shares.getFirst().url();
        return new Link(
                link.id(),
                link.key(),
                url,
                shares,
                link.votes(),
                link.page(),
                link.curation(),
                link.ran(),
                link.revision(),
                link.health());
    }
}
