package gleaner.store;

import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.MessageId;
import gleaner.news.PersonId;
import gleaner.news.Tag;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The links of one newsroom and what was done to them. Safe for use by many threads and processes.
///
/// Every method throws [gleaner.news.GleanerException] (UNAVAILABLE) where Redis cannot be asked.
public final class Repository {

    /// The link of that id, its tags under the names that they have now.
    public Optional<Link> link(LinkId id) {
        return links(List.of(id)).stream().findFirst();
    }

    /// The links of those ids in that order, unknown ones left out; one round trip.
    public List<Link> links(Collection<LinkId> ids) {
        throw new UnsupportedOperationException();
    }

    /// The link with that key.
    public Optional<LinkId> find(LinkKey key) {
        throw new UnsupportedOperationException();
    }

    /// The links that a message shares now.
    public List<LinkId> sharedIn(MessageId message) {
        throw new UnsupportedOperationException();
    }

    /// Ids in an index, last shared first, ties by id; `offset` from 0, at most `count`.
    public List<LinkId> newest(Index index, int offset, int count) {
        throw new UnsupportedOperationException();
    }

    /// How many ids an index holds.
    public long count(Index index) {
        throw new UnsupportedOperationException();
    }

    /// The links with a share between these times (the end excluded; epoch milliseconds), by id.
    public List<LinkId> sharedBetween(long fromMillis, long toMillis) {
        throw new UnsupportedOperationException();
    }

    /// Every tag that stands on a link, most used first, ties by name; renamed and merged ones under their new name.
    public List<TagCount> tags() {
        throw new UnsupportedOperationException();
    }

    /// What tags stand for by rename or merge: the key is what people write.
    public Map<Tag, Tag> aliases() {
        throw new UnsupportedOperationException();
    }

    /// Does an act, wholly or not at all.
    public Outcome commit(Act act) {
        throw new UnsupportedOperationException();
    }

    /// The answer that was given to a command before.
    public Optional<String> answerTo(MessageId command) {
        throw new UnsupportedOperationException();
    }

    /// The last thing that somebody did and that has not been undone.
    public Optional<PastAct> lastActOf(PersonId person) {
        throw new UnsupportedOperationException();
    }

    /// The last acts, newest first.
    public List<PastAct> history(int count) {
        throw new UnsupportedOperationException();
    }

    /// The number of the open issue, from 1.
    public int openIssue() {
        throw new UnsupportedOperationException();
    }
}
