package gleaner.page;

import gleaner.news.GleanerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/// What is known of well-known sites, as data: the resource `site.rules`, whose head explains it.
final class SiteRules {

    private static final Set<String> FIELDS =
            Set.of("title", "author", "publisher", "kind", "points-to");

    private record Rule(String host, List<String> path, String field, String how) {}

    /// What a rule gave: values, none of them where the rule says that there is nothing to be had.
    record Given(List<String> values) {}

    private final Map<String, List<Rule>> rules = new HashMap<>();

    private SiteRules() {}

    static SiteRules builtIn() {
        return with(List.of(), "");
    }

    /// The built-in rules after those of a file, so that the file's are tried first.
    ///
    /// @param name how the file is called in an error
    /// @throws GleanerException if a line is no rule
    static SiteRules with(List<String> lines, String name) {
        var all = new SiteRules();
        all.add(lines, name);
        try (InputStream in = SiteRules.class.getResourceAsStream("site.rules")) {
            if (in == null) {
                throw new IllegalStateException("The resource site.rules is missing.");
            }
            all.add(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList(),
                    "site.rules");
        } catch (IOException e) {
            throw new UncheckedIOException("The resource site.rules cannot be read.", e);
        }
        return all;
    }

    private void add(List<String> lines, String name) {
        int number = 0;
        for (var line : lines) {
            number++;
            if (!line.isBlank() && line.charAt(0) != '#') {
                var rule = parse(line);
                if (rule.isEmpty()) {
                    throw GleanerException.usage(
                            "%s:%d should be a rule 'HOST /PATH FIELD = HOW' with one of %s; found '%s'."
                                    .formatted(
                                            name,
                                            number,
                                            String.join(", ", FIELDS.stream().sorted().toList()),
                                            line));
                }
                rules.computeIfAbsent(rule.get().host().replace("=", ""), host -> new ArrayList<>())
                        .add(rule.get());
            }
        }
    }

    private static Optional<Rule> parse(String line) {
        int equals = line.indexOf(" = ");
        var words = equals < 0 ? new String[0] : line.substring(0, equals).strip().split(" +");
        if (words.length != 3 || !words[1].startsWith("/") || !FIELDS.contains(words[2])) {
            return Optional.empty();
        }
        return Optional.of(
                new Rule(
                        words[0],
                        segments(words[1]),
                        words[2],
                        line.substring(equals + 3).strip()));
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/")).stream().filter(segment -> !segment.isEmpty()).toList();
    }

    /// What the rules know of a field of a page; empty where they know nothing.
    Optional<Given> of(String field, Web web, Document page, Head head) {
        for (var host = web.host();
                !host.isEmpty();
                host = host.substring(Math.max(host.indexOf('.') + 1, 0))) {
            for (var rule : rules.getOrDefault(host, List.of())) {
                boolean here =
                        !rule.host().startsWith("=")
                                || host.equals(web.host())
                                || web.host().equals("www." + host);
                var names =
                        here && rule.field().equals(field)
                                ? match(rule.path(), web.segments())
                                : Optional.<Map<String, String>>empty();
                if (names.isPresent()) {
                    var given = give(rule.how(), names.get(), page, head);
                    if (given.isPresent()) {
                        return given;
                    }
                }
            }
            if (host.indexOf('.') < 0) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> match(
            List<String> pattern, List<String> segments) {
        var names = new HashMap<String, String>();
        for (int i = 0; i < pattern.size(); i++) {
            var want = pattern.get(i);
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
        return segments.size() == pattern.size() ? Optional.of(names) : Optional.empty();
    }

    private static Optional<Given> give(
            String how, Map<String, String> names, Document page, Head head) {
        int space = how.indexOf(' ');
        var verb = space < 0 ? how : how.substring(0, space);
        var rest = space < 0 ? "" : how.substring(space + 1).strip();
        return switch (verb) {
            case "none" -> Optional.of(new Given(List.of()));
            case "meta" -> given(head.all(rest));
            case "text" ->
                    given(
                            select(page, rest).stream()
                                    .map(element -> Shortly.text(element, 400))
                                    .limit(1)
                                    .toList());
            case "each" ->
                    given(
                            select(page, rest).stream()
                                    .map(element -> Shortly.text(element, 400))
                                    .limit(12)
                                    .toList());
            case "link" ->
                    given(
                            select(page, rest).stream()
                                    .map(element -> element.attr("href"))
                                    .limit(1)
                                    .toList());
            case "attr" -> {
                int next = rest.indexOf(' ');
                yield next < 0
                        ? Optional.empty()
                        : given(
                                select(page, rest.substring(next + 1)).stream()
                                        .map(element -> element.attr(rest.substring(0, next)))
                                        .limit(1)
                                        .toList());
            }
            default -> given(List.of(filled(how, names)));
        };
    }

    private static List<Element> select(Document page, String selector) {
        try {
            return page.select(selector);
        } catch (Selector.SelectorParseException e) {
            return List.of();
        }
    }

    private static Optional<Given> given(List<String> values) {
        var good = values.stream().filter(value -> !value.isBlank()).toList();
        return good.isEmpty() ? Optional.empty() : Optional.of(new Given(good));
    }

    private static String filled(String template, Map<String, String> names) {
        var filled = template;
        for (var name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }
}
