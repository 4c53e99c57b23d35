package gleaner.store;

import gleaner.news.ChannelId;
import gleaner.news.PersonId;
import gleaner.news.State;
import gleaner.news.Tag;

/// A way into the links. An index may name a link that no longer belongs (a tag since taken off):
/// ask the link itself.
public sealed interface Index {

    /// Every link.
    record All() implements Index {}

    /// Every link that has not run in an issue.
    record Open() implements Index {}

    /// The links with a tag.
    record Tagged(Tag tag) implements Index {}

    /// The links that somebody shared.
    record SharedBy(PersonId person) implements Index {}

    /// The links that were shared in a channel.
    record SharedIn(ChannelId channel) implements Index {}

    /// The links about which an editor decided this; there is none for [State#NEW].
    record InState(State state) implements Index {}
}
