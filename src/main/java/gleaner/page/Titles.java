package gleaner.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/// The title by vote: every source says one, without the site's name; those that agree count
/// together.
final class Titles {

    private static final int LONGEST = 300;

    /// A title, and who says so.
    record Voted(String title, String source) {}

    private record Vote(String text, String source, double weight) {}

    private final SiteNames site;
    private final Set<String> heard = new HashSet<>();
    private final List<Vote> votes = new ArrayList<>();

    Titles(SiteNames site) {
        this.site = site;
    }

    static Optional<Voted> of(
            Head head, Optional<JsonThing> main, List<Element> headings, SiteNames site, Web web) {
        var titles = new Titles(site);
        main.ifPresent(thing -> {
            thing.text("headline").ifPresent(text -> titles.add(text, "json-ld", 0.9));
            thing.text("name")
                    .ifPresent(text -> titles.add(text, "json-ld", thing.isWeak() ? 0.5 : 0.7));
        });
        titles.hear(head, main, web);
        int place = 0;
        for (var heading : headings) {
            boolean top = heading.normalName().equals("h1");
            double weight = !top ? 0.7 : place++ == 0 ? headings.size() == 1 ? 1.05 : 0.9 : 0.5;
            titles.add(
                    Headings.text(heading),
                    "h1",
                    titles.isSupported(Headings.text(heading)) ? weight : weight * 0.3);
        }
        head.first("og:title").ifPresent(text -> titles.add(text, "og:title", 0.8));
        head.first("twitter:title").ifPresent(text -> titles.add(text, "twitter:title", 0.5));
        if (!head.title().isEmpty()) {
            titles.add(head.title(), "title", 0.6);
        }
        head.first(
                        "citation_title",
                        "dc.title",
                        "dcterms.title",
                        "parsely-title",
                        "sailthru.title",
                        "headline",
                        "hdl",
                        "eprints.title",
                        "name",
                        "title")
                .ifPresent(text -> titles.add(text, "meta", 0.5));
        return titles.best();
    }

    /// The words of what the page and its address say beside the headings.
    private void hear(Head head, Optional<JsonThing> main, Web web) {
        var texts = new ArrayList<String>(head.all("og:title", "twitter:title"));
        texts.add(head.title());
        texts.add(web.path());
        main.flatMap(thing -> thing.text("headline")).ifPresent(texts::add);
        for (var text : texts) {
            heard.addAll(
                    List.of(
                            Fold.words(Plain.of(stripped(Plain.of(text, LONGEST)), LONGEST))
                                    .split(" ", -1)));
        }
    }

    /// Whether a heading shares its words with them.
    private boolean isSupported(String heading) {
        int words = 0;
        int known = 0;
        for (var word : Fold.words(heading).split(" ", -1)) {
            if (word.length() > 3 || !word.isEmpty() && word.charAt(0) > 0x2E80) {
                words++;
                known += heard.contains(word) ? 1 : 0;
            }
        }
        return heard.size() < 4 || known * 5 >= words * 2;
    }

    private void add(String raw, String source, double weight) {
        var text = Plain.of(source.equals("h1") ? raw : Plain.withoutTags(raw), LONGEST);
        var bare = stripped(text);
        if (!bare.isEmpty()) {
            votes.add(new Vote(bare, source, weight));
        }
    }

    /// Without the parts that are the site's name; empty if nothing else is there.
    String stripped(String text) {
        var rest = text;
        for (int i = 0; i < 4; i++) {
            var shorter = shortened(rest);
            if (shorter.equals(rest)) {
                break;
            }
            rest = shorter;
        }
        return site.has(rest) && votes.isEmpty() && rest.length() < text.length() ? "" : rest;
    }

    private String shortened(String text) {
        for (var joint : Parts.JOINTS) {
            int last = text.lastIndexOf(joint);
            if (last > 0
                    && !joint.equals(": ")
                    && site.has(text.substring(last + joint.length()))) {
                return text.substring(0, last).strip();
            }
            int first = text.indexOf(joint);
            if (first > 0
                    && site.has(text.substring(0, first))
                    && first + joint.length() < text.length()
                    && !(joint.equals("_"))) {
                return text.substring(first + joint.length()).strip();
            }
        }
        return text;
    }

    private Optional<Voted> best() {
        var scores = new LinkedHashMap<String, Double>();
        for (var vote : votes) {
            scores.merge(Fold.key(vote.text()), vote.weight(), Double::sum);
        }
        var all = new LinkedHashMap<>(scores);
        for (var key : scores.keySet()) {
            for (var vote : votes) {
                var other = Fold.key(vote.text());
                // "Headline | Section | Whoever" speaks for "Headline" a little.
                if (!other.equals(key)
                        && key.length() >= 8
                        && other.startsWith(key)
                        && isPartOf(vote.text(), key)) {
                    all.merge(key, vote.weight() * 0.6, Double::sum);
                }
            }
        }
        return votes.stream()
                .filter(vote -> !Fold.key(vote.text()).isEmpty() && !site.has(vote.text()))
                .reduce((a, b) ->
                        all.getOrDefault(Fold.key(b.text()), 0.0)
                                        > all.getOrDefault(Fold.key(a.text()), 0.0)
                                ? b
                                : a)
                .map(vote -> new Voted(vote.text(), vote.source()));
    }

    /// Whether the text goes on after the key with a joint.
    private static boolean isPartOf(String text, String key) {
        for (var joint : Parts.JOINTS) {
            for (int at = text.indexOf(joint); at > 0; at = text.indexOf(joint, at + 1)) {
                if (Fold.key(text.substring(0, at)).equals(key)) {
                    return true;
                }
            }
        }
        return false;
    }
}
