package gleaner.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Who wrote the page, by what its sources say together.
///
/// Each source has a weight after how often it names the right people; sources that agree add up,
/// and below [#ENOUGH] nobody is named: a wrong name is worse than none.
final class Authors {

    /// The people, and which source named them.
    record Named(List<String> people, String source) {}

    private record Voice(List<String> people, String source, double weight) {

        Set<String> keys() {
            return people.stream().map(Fold::key).collect(Collectors.toSet());
        }
    }

    static final double ENOUGH = 1.0;
    private static final double ORGANISATION = 1.5;

    private final SiteNames site;
    private final List<Voice> organisations = new ArrayList<>();
    private final List<Voice> voices = new ArrayList<>();

    Authors(SiteNames site) {
        this.site = site;
    }

    static Optional<Named> of(
            Head head, Optional<JsonThing> main, List<Bylines.Spot> spots, SiteNames site) {
        var authors = new Authors(site);
        main.ifPresent(authors::listen);
        authors.meta(head);
        authors.bylines(spots);
        return authors.decide();
    }

    private void listen(JsonThing thing) {
        for (var field : List.of("author", "creator")) {
            var people = new ArrayList<String>();
            boolean organisation = false;
            for (var value : thing.values(field)) {
                for (var name : names(value)) {
                    var found = Names.field(name);
                    organisation |=
                            found.organisation()
                                    || JsonLd.isA(
                                            value, Set.of("organization", "newsmediaorganization"));
                    people.addAll(found.people());
                }
            }
            say(people, organisation, "json-ld", 1.9);
            if (!people.isEmpty()) {
                return;
            }
        }
    }

    private static List<String> names(JsonNode value) {
        var name = value.isObject() ? value.path("name") : value;
        if (name.isArray()) {
            return name.valueStream().flatMap(each -> JsonLd.text(each).stream()).toList();
        }
        return value.isObject() && name.isMissingNode()
                ? List.of()
                : JsonLd.text(name).stream().toList();
    }

    private void meta(Head head) {
        field(head, "citation_author", 1.8, "citation_author", "citation_authors");
        field(head, "parsely", 1.5, "parsely-author");
        field(head, "sailthru", 1.4, "sailthru.author");
        field(head, "dc.creator", 1.1, "dc.creator", "dcterms.creator", "dc.creator.name");
        field(
                head,
                "byline",
                1.2,
                "byl",
                "byline",
                "cxenseparse:author",
                "article_author",
                "cxense:author");
        field(head, "meta", 1.0, "author");
        field(
                head,
                "article:author",
                0.7,
                "article:author",
                "og:article:author",
                "og:author",
                "book:author",
                "article:author_name");
        for (int i = 1; i <= 2; i++) {
            var label = head.first("twitter:label" + i).map(Fold::words).orElse("");
            if (label.equals("written by")
                    || label.equals("author")
                    || label.equals("by")
                    || label.equals("verfasst von")
                    || label.equals("escrito por")
                    || label.equals("ecrit par")) {
                field(head, "twitter:label", 1.4, "twitter:data" + i);
            }
        }
    }

    private void field(Head head, String source, double weight, String... names) {
        var people = new ArrayList<String>();
        boolean organisation = false;
        for (var name : names) {
            for (var value : head.all(name)) {
                boolean catalogue = name.startsWith("citation") || name.startsWith("dc");
                var found = catalogue ? Names.catalogued(value) : Names.field(value);
                organisation |= found.organisation();
                people.addAll(found.people());
            }
            if (!people.isEmpty()) {
                break;
            }
        }
        say(people, organisation, source, weight);
    }

    private void say(List<String> people, boolean organisation, String source, double weight) {
        var distinct = distinct(people);
        if (distinct.isEmpty()) {
            return;
        }
        boolean single = distinct.stream().anyMatch(name -> name.indexOf(' ') < 0);
        boolean ofSite = distinct.stream().anyMatch(site::has);
        if (organisation) {
            if (!ofSite && distinct.size() == 1 && !Names.isStaff(distinct.getFirst())) {
                organisations.add(new Voice(distinct, source, weight));
            }
        } else if (!(ofSite && single)) {
            voices.add(new Voice(distinct, source, single ? weight * 0.6 : weight));
        }
    }

    private static List<String> distinct(List<String> people) {
        var seen = new HashSet<String>();
        return people.stream().filter(name -> seen.add(Fold.key(name))).limit(12).toList();
    }

    private void bylines(List<Bylines.Spot> spots) {
        var after =
                spots.stream()
                        .filter(spot -> spot.distance() >= 0 && spot.distance() < 2500)
                        .min(Comparator.comparingInt(spot -> spot.distance() - bonus(spot)));
        var before =
                spots.stream()
                        .filter(spot -> spot.distance() < 0 && spot.distance() > -250)
                        .max(Comparator.comparingInt(Bylines.Spot::distance));
        after.ifPresent(spot -> voices.add(new Voice(group(spot, spots), "byline", weight(spot))));
        if (after.isEmpty() || after.get().distance() > 400) {
            before.ifPresent(spot ->
                    voices.add(new Voice(group(spot, spots), "byline", weight(spot) * 0.7)));
        }
        spots.stream()
                .filter(spot -> spot.distance() >= 2500 && spot.mark() != Bylines.Mark.LINK)
                .findFirst()
                .ifPresent(spot -> voices.add(new Voice(spot.names(), "author-box", 0.5)));
    }

    private static int bonus(Bylines.Spot spot) {
        return spot.announced() && spot.mark() != Bylines.Mark.BY
                ? 200
                : spot.mark() == Bylines.Mark.LINK ? -100 : 0;
    }

    private static double weight(Bylines.Spot spot) {
        double mark =
                switch (spot.mark()) {
                    case ITEMPROP -> 1.6;
                    case REL -> 1.4;
                    case HINT -> 1.3;
                    case LINK -> 0.8;
                    case BY -> 0.9;
                };
        double near = spot.distance() < 300 ? 0.3 : spot.distance() < 1000 ? 0 : -0.4;
        return mark + near + (spot.announced() && spot.mark() != Bylines.Mark.BY ? 0.3 : 0);
    }

    /// Names that stand beside each other and are marked alike belong together.
    private static List<String> group(Bylines.Spot first, List<Bylines.Spot> spots) {
        var names = new ArrayList<>(first.names());
        int place = first.distance();
        boolean on = false;
        for (var spot : spots) {
            if (spot == first) {
                on = true;
            } else if (on && spot.group().equals(first.group()) && spot.distance() - place < 90) {
                names.addAll(spot.names());
                place = spot.distance();
            } else if (on) {
                break;
            }
        }
        return distinct(names);
    }

    private Optional<Named> decide() {
        Optional<Voice> best = Optional.empty();
        double loudest = 0;
        for (var voice : voices) {
            double sum = 0;
            for (var other : voices) {
                sum += agreement(voice, other) * other.weight();
            }
            if (sum > loudest + 1e-9) {
                loudest = sum;
                best = Optional.of(voice);
            }
        }
        double most = loudest;
        return best.filter(voice -> most >= ENOUGH)
                .or(this::organisation)
                .map(voice -> new Named(voice.people(), voice.source()));
    }

    /// Another house that JSON-LD names where no person is: a news agency's or a company's own
    /// words.
    private Optional<Voice> organisation() {
        return voices.isEmpty()
                ? organisations.stream().filter(voice -> voice.weight() >= ORGANISATION).findFirst()
                : Optional.empty();
    }

    /// How far another source speaks for this one: the same people fully, some of them partly.
    private static double agreement(Voice voice, Voice other) {
        var mine = voice.keys();
        var theirs = other.keys();
        if (mine.equals(theirs)) {
            return 1;
        }
        if (mine.containsAll(theirs)) {
            return 0.9;
        }
        if (theirs.containsAll(mine)) {
            return 0.6;
        }
        // "Ann Example Delhi" speaks for "Ann Example".
        boolean longer =
                voice.people().size() == 1
                        && other.people().size() == 1
                        && other.people().getFirst().startsWith(voice.people().getFirst() + " ");
        return longer ? 0.8 : 0;
    }
}
