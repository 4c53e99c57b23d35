package gleaner.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What is known of well-known sites, as data: `config/site.rules`, whose head explains it. The
/// build puts that file into the jar as well, for where there is no folder of configuration.
final class SiteRules {

    /// What a rule gave: values, none of them where the rule says that there is nothing to be had.
    record Given(List<String> values) {}

    private final Map<String, List<SiteRule>> rules = new HashMap<>();

    private SiteRules(List<String> lines, String name) {
        int number = 0;
        for (var line : lines) {
            number++;
            if (!line.isBlank() && line.charAt(0) != '#') {
                var rule = SiteRule.parse(line, name + ":" + number);
                rules.computeIfAbsent(rule.host(), host -> new ArrayList<>()).add(rule);
            }
        }
    }

    /// Those that were there when the jar was made.
    static SiteRules builtIn() {
        try (InputStream in = SiteRules.class.getResourceAsStream("site.rules")) {
            if (in == null) {
                throw new IllegalStateException("The resource site.rules is missing.");
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SiteRules(text.lines().toList(), "site.rules");
        } catch (IOException e) {
            throw new UncheckedIOException("The resource site.rules cannot be read.", e);
        }
    }

    /// A file's rules in the place of those built in.
    ///
    /// @param name how the file is called in an error
    /// @throws gleaner.news.GleanerException if a line is no rule
    static SiteRules of(List<String> lines, String name) {
        return new SiteRules(lines, name);
    }

    /// What the rules know of a field of a page; empty where they know nothing.
    Optional<Given> of(String field, Web web, Document page, Head head) {
        for (var host = web.host(); !host.isEmpty(); host = above(host)) {
            for (var rule : rules.getOrDefault(host, List.of())) {
                var given =
                        rule.field().equals(field) && rule.isFor(web.host())
                                ? rule.match(web.segments())
                                        .flatMap(names -> give(rule, names, web, page, head))
                                : Optional.<Given>empty();
                if (given.isPresent()) {
                    return given;
                }
            }
        }
        return Optional.empty();
    }

    private static String above(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? "" : host.substring(dot + 1);
    }

    private static Optional<Given> give(
            SiteRule rule, Map<String, String> names, Web web, Document page, Head head) {
        var rest = rule.rest();
        return switch (rule.verb()) {
            case "none" -> Optional.of(new Given(List.of()));
            case "meta" -> given(head.all(rest).stream());
            case "text" -> given(texts(page, rest).limit(1));
            case "each" -> given(texts(page, rest).limit(12));
            case "link" -> given(page.select(rest).stream().map(at -> at.attr("href")).limit(1));
            case "attr" -> {
                int space = rest.indexOf(' ');
                yield given(
                        page.select(rest.substring(space + 1)).stream()
                                .map(at -> at.attr(rest.substring(0, space)))
                                .limit(1));
            }
            default -> given(Stream.of(filled(rest, names, web)));
        };
    }

    private static Stream<String> texts(Document page, String selector) {
        return page.select(selector).stream().map((Element at) -> Shortly.text(at, 400));
    }

    private static Optional<Given> given(Stream<String> values) {
        var good = values.filter(value -> !value.isBlank()).toList();
        return good.isEmpty() ? Optional.empty() : Optional.of(new Given(good));
    }

    private static String filled(String template, Map<String, String> names, Web web) {
        var filled =
                template.replace("{url}", URLEncoder.encode(web.url(), StandardCharsets.UTF_8));
        for (var name : names.entrySet()) {
            filled = filled.replace(name.getKey(), name.getValue());
        }
        return filled;
    }
}
