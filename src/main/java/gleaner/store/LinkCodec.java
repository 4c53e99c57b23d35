package gleaner.store;

import gleaner.news.Curation;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.LinkKey;
import gleaner.news.MessageId;
import gleaner.news.Page;
import gleaner.news.PersonId;
import gleaner.news.Share;
import gleaner.news.Tag;
import gleaner.news.Vote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A link's hash, read whole: plain fields, one `s:` field a share, `g:` where a share went, `v:` a
/// vote.
final class LinkCodec {

    private LinkCodec() {}

    /// The link in that hash, its tags under the names that they have now; empty where there is
    /// none, or where it is part of another.
    static Optional<Link> read(LinkId id, Map<String, String> hash, Map<Tag, Tag> aliases) {
        var key = hash.get("key");
        var url = hash.get("url");
        if (key == null || url == null || hash.containsKey("into")) {
            return Optional.empty();
        }
        var shares = new ArrayList<Share>();
        var votes = new ArrayList<Vote>();
        hash.forEach((field, value) -> {
            if (field.startsWith("s:")) {
                var message = MessageId.parse(field.substring(2));
                var gone =
                        Optional.ofNullable(hash.get("g:" + message))
                                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)));
                shares.add(renamed(ShareCodec.read(message, value, gone), aliases));
            } else if (field.startsWith("v:")) {
                votes.add(vote(field.substring(2)));
            }
        });
        votes.sort(java.util.Comparator.comparing(Vote::toString));
        return Optional.of(
                new Link(
                        id,
                        new LinkKey(key),
                        url,
                        shares,
                        votes,
                        Optional.ofNullable(hash.get("page"))
                                .or(() -> Optional.ofNullable(hash.get("card")))
                                .map(PageCodec::read)
                                .orElse(Page.UNREAD),
                        Optional.ofNullable(hash.get("cur"))
                                .map(json -> renamed(CurationCodec.read(Json.read(json)), aliases))
                                .orElse(Curation.NONE),
                        Optional.ofNullable(hash.get("ran")).map(Integer::valueOf),
                        Long.parseLong(hash.getOrDefault("rev", "0")),
                        HealthCodec.read(hash)));
    }

    private static Vote vote(String field) {
        var parts = field.split("\u001f", 3);
        return new Vote(MessageId.parse(parts[0]), new PersonId(parts[1]), parts[2]);
    }

    private static Share renamed(Share share, Map<Tag, Tag> aliases) {
        if (aliases.isEmpty()) {
            return share;
        }
        return new Share(
                share.message(),
                share.person(),
                share.channel(),
                share.time(),
                share.url(),
                share.words(),
                share.sentence(),
                renamed(share.tags(), aliases),
                share.quoted(),
                share.visibility(),
                share.permalink(),
                share.section(),
                share.edited(),
                share.gone());
    }

    private static Curation renamed(Curation curation, Map<Tag, Tag> aliases) {
        return aliases.isEmpty()
                ? curation
                : curation.withTags(
                        renamed(curation.tagsAdded(), aliases),
                        renamed(curation.tagsRemoved(), aliases));
    }

    private static List<Tag> renamed(List<Tag> tags, Map<Tag, Tag> aliases) {
        return tags.stream().map(tag -> aliases.getOrDefault(tag, tag)).distinct().toList();
    }
}
