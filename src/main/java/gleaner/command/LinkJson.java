package gleaner.command;

import gleaner.news.Byline;
import gleaner.news.Link;
import gleaner.news.Share;
import gleaner.news.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// A link for scripts: `id`, `url`, `title`, `words`, `tags`, `state`, `section`, `shares`,
/// `votes`, `blurb`, `note`, `byline`, `first_shared`, `last_shared`, `ran`. Of a bare one only
/// `id`, `url`, `state`, `section`, `blurb`, `note`, `byline` and `ran` say anything.
final class LinkJson {

    private LinkJson() {}

    /// @param notes whether the person may read the editors' notes
    /// @param section where it stands
    static ObjectNode of(Sight.Seen seen, boolean notes, String section) {
        var link = seen.link();
        var live = seen.bare() ? List.<Share>of() : link.liveShares();
        var first = live.stream().findFirst();
        var json = Json.object().put("id", link.id().value()).put("url", link.url());
        Json.put(json, "title", seen.bare() ? Optional.empty() : link.page().title());
        Json.put(json, "words", first.map(Share::words).filter(words -> !words.isBlank()));
        json.set("tags", Json.texts(tags(seen, link)));
        json.put("state", Standing.of(link).toString());
        json.put("section", section);
        var shares = json.putArray("shares");
        live.forEach(share ->
                shares.addObject()
                        .put("person", share.person().name())
                        .put("channel", share.channel().name())
                        .put("time", share.time().toString())
                        .put("sentence", share.sentence()));
        json.put("votes", link.voteCount());
        var curation = link.curation();
        Json.put(json, "blurb", curation.blurb());
        Json.put(json, "note", curation.note().filter(_ -> notes));
        Json.put(json, "byline", curation.byline().map(Byline::toString));
        Json.put(json, "first_shared", time(live, List::getFirst));
        Json.put(json, "last_shared", time(live, List::getLast));
        Json.put(json, "ran", link.ran());
        return json;
    }

    private static List<String> tags(Sight.Seen seen, Link link) {
        return seen.bare() ? List.of() : link.tags().stream().map(Tag::shown).toList();
    }

    private static Optional<?> time(List<Share> shares, Function<List<Share>, Share> which) {
        return shares.isEmpty() ? Optional.empty() : Optional.of(which.apply(shares).time());
    }
}
