package gleaner.news;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// A page, once: what was shared of it, by whom, what it says of itself, and what the editors
/// decided.
///
/// @param url as first shared
/// @param shares all of them, by time and then message id; those gone or withdrawn included
/// @param votes everybody's reactions
/// @param ran the number of the issue that it ran in
/// @param revision grows with every change; a commit that was made from an older one is refused
/// @param health how its page was found when it was last looked at
public record Link(
        LinkId id,
        LinkKey key,
        String url,
        List<Share> shares,
        List<Vote> votes,
        Page page,
        Curation curation,
        Optional<Integer> ran,
        long revision,
        Health health) {

    /// No URL that is kept is longer, in UTF-16 units.
    public static final int MAX_URL = 4_096;

    private static final Comparator<Share> BY_TIME =
            Comparator.comparing(Share::time).thenComparing(share -> share.message().toString());

    public Link {
        shares =
                shares.size() == 1 ? List.copyOf(shares) : shares.stream().sorted(BY_TIME).toList();
        votes = List.copyOf(votes);
    }

    /// A link that nobody has looked at again.
    public Link(
            LinkId id,
            LinkKey key,
            String url,
            List<Share> shares,
            List<Vote> votes,
            Page page,
            Curation curation,
            Optional<Integer> ran,
            long revision) {
        this(id, key, url, shares, votes, page, curation, ran, revision, Health.NONE);
    }

    /// The same link, otherwise decided.
    public Link withCuration(Curation changed) {
        return new Link(id, key, url, shares, votes, page, changed, ran, revision, health);
    }

    /// The shares that stand: neither gone from their channel nor withdrawn.
    public List<Share> liveShares() {
        for (var share : shares) {
            if (!isLive(share)) {
                return shares.stream().filter(this::isLive).toList();
            }
        }
        return shares;
    }

    private boolean isLive(Share share) {
        return share.gone().isEmpty() && !curation.withdrawn().contains(share.message());
    }

    /// Whether nobody's share of it stands any more and no editor took it: then it is neither
    /// listed nor drafted.
    public boolean isWithdrawn() {
        return !curation.isTaken() && liveShares().isEmpty();
    }

    /// Whether all that stands of it was shared where not everybody could read: then only a bare
    /// link is rendered.
    public boolean isPrivate() {
        return liveShares().stream().noneMatch(Share::isPublic);
    }

    /// Its tags: those of its standing shares, then those added by command, without those removed
    /// by command.
    public List<Tag> tags() {
        var tags = new LinkedHashSet<Tag>();
        liveShares().forEach(share -> tags.addAll(share.tags()));
        tags.addAll(curation.tagsAdded());
        curation.tagsRemoved().forEach(tags::remove);
        return List.copyOf(tags);
    }

    /// How many people voted for it, its own sharers not counted.
    public int voteCount() {
        if (votes.isEmpty()) {
            return 0;
        }
        return (int)
                votes.stream()
                        .map(Vote::person)
                        .filter(person ->
                                shares.stream()
                                        .noneMatch(share -> share.person().id().equals(person)))
                        .distinct()
                        .count();
    }

    /// When it was first shared, the epoch where no share is known.
    public Instant firstShared() {
        return shares.isEmpty() ? Instant.EPOCH : shares.getFirst().time();
    }

    /// When it was last shared, the epoch where no share is known.
    public Instant lastShared() {
        return shares.isEmpty() ? Instant.EPOCH : shares.getLast().time();
    }

    /// The standing shares that their source changed after an editor worked on the link: edited,
    /// deleted or withdrawn.
    public List<Share> changedSinceEdited() {
        if (curation.at().isEmpty()) {
            return List.of();
        }
        return curation.at().stream()
                .flatMap(at ->
                        shares.stream()
                                .filter(share ->
                                        share.edited().filter(at::isBefore).isPresent()
                                                || share.gone().filter(at::isBefore).isPresent()))
                .toList();
    }
}
