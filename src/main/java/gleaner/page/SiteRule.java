package gleaner.page;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.PageKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/// One line of `site.rules`, whose head explains it.
///
/// @param host without `=` and `*.`
/// @param reach which hosts are meant
/// @param path the segments of the path
/// @param verb how the field is found, `words` where the rest are the words themselves
record SiteRule(
        String host, Reach reach, List<String> path, String field, String verb, String rest) {

    /// Whose pages a rule is for.
    enum Reach {
        /// The host's and those of hosts below it.
        WITH_BELOW,
        /// Only those of hosts below it.
        BELOW,
        /// Only the host's own, with or without `www.`.
        ALONE
    }

    static final String WORDS = "words";

    private static final Set<String> FIELDS =
            Set.of("title", "author", "publisher", "kind", "points-to", "oembed");

    private static final Set<String> VERBS = Set.of("none", "meta", "text", "each", "link", "attr");

    /// The rule of a line that is neither empty nor a comment.
    ///
    /// @param place `file:line`, for an error
    /// @throws GleanerException where it is no rule
    static SiteRule parse(String line, String place) {
        int equals = line.indexOf(" = ");
        var words = equals < 0 ? new String[0] : line.substring(0, equals).strip().split(" +", -1);
        if (words.length != 3 || !words[1].startsWith("/")) {
            throw wrong(
                    place,
                    "should be a rule 'HOST /PATH FIELD = HOW'; found '%s'."
                            .formatted(Excerpt.of(line)));
        }
        if (!FIELDS.contains(words[2])) {
            throw wrong(place, unknown("field", words[2], FIELDS));
        }
        var how = line.substring(equals + 3).strip();
        int space = how.indexOf(' ');
        var verb = space < 0 ? how : how.substring(0, space);
        var rest = space < 0 ? "" : how.substring(space + 1).strip();
        var host = words[0];
        var reach =
                host.startsWith("=")
                        ? Reach.ALONE
                        : host.startsWith("*.") ? Reach.BELOW : Reach.WITH_BELOW;
        var isVerb = VERBS.contains(verb);
        check(words[2], isVerb ? verb : WORDS, isVerb ? rest : how, place);
        return new SiteRule(
                host.substring(
                        switch (reach) {
                            case WITH_BELOW -> 0;
                            case BELOW -> 2;
                            case ALONE -> 1;
                        }),
                reach,
                segments(words[1]),
                words[2],
                isVerb ? verb : WORDS,
                isVerb ? rest : how);
    }

    private static void check(String field, String verb, String rest, String place) {
        switch (verb) {
            case "none" -> {}
            case "meta" -> {
                if (rest.isEmpty()) {
                    throw wrong(place, "lacks the name of the meta element after 'meta'.");
                }
            }
            case "text", "each", "link" -> checkSelector(rest, place);
            case "attr" -> {
                int space = rest.indexOf(' ');
                if (space < 0) {
                    throw wrong(place, "should have an attribute and a selector after 'attr'.");
                }
                checkSelector(rest.substring(space + 1), place);
            }
            case WORDS -> {
                if (field.equals("kind") && PageKind.parse(rest).isEmpty()) {
                    throw wrong(
                            place,
                            unknown(
                                    "kind",
                                    rest,
                                    Arrays.stream(PageKind.values())
                                            .map(PageKind::word)
                                            .collect(Collectors.toSet())));
                }
                if (field.equals("oembed")
                        && !Web.of(rest.replace("{", "").replace("}", "")).isKnown()) {
                    throw wrong(
                            place,
                            "should give an address such as https://a.example/oembed?url={url}; found '%s'."
                                    .formatted(Excerpt.of(rest)));
                }
            }
            default -> throw new IllegalStateException("No check for '" + verb + "'.");
        }
    }

    private static void checkSelector(String selector, String place) {
        try {
            QueryParser.parse(selector);
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            throw wrong(
                    place,
                    "should have a CSS selector at its end; found '%s'."
                            .formatted(Excerpt.of(selector)));
        }
    }

    private static String unknown(String what, String found, Set<String> known) {
        return "knows no %s '%s'; known: %s."
                .formatted(
                        what,
                        Excerpt.of(found),
                        known.stream().sorted().collect(Collectors.joining(", ")));
    }

    private static GleanerException wrong(String place, String said) {
        return GleanerException.usage(place + " " + said);
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1)).filter(segment -> !segment.isEmpty()).toList();
    }

    /// Whether the rule is for that host's pages.
    boolean isFor(String asked) {
        var isBelow = asked.endsWith("." + host);
        return switch (reach) {
            case WITH_BELOW -> asked.equals(host) || isBelow;
            case BELOW -> isBelow;
            case ALONE -> asked.equals(host) || asked.equals("www." + host);
        };
    }

    /// What the pattern's names stand for; empty where the path is another.
    Optional<Map<String, String>> match(List<String> segments) {
        var names = new HashMap<String, String>();
        for (int i = 0; i < path.size(); i++) {
            var want = path.get(i);
            if (want.equals("**")) {
                return Optional.of(names);
            }
            if (i >= segments.size()) {
                return Optional.empty();
            }
            if (want.startsWith("{")) {
                names.put(want, segments.get(i));
            } else if (!want.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return segments.size() == path.size() ? Optional.of(names) : Optional.empty();
    }
}
