package gleaner.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What stands in a page's `meta`, `link`, `title` and JSON-LD elements, wherever on the page they
/// are.
final class Head {

    private static final int MOST = 20;

    private final Map<String, List<String>> metas = new HashMap<>();
    private final Map<String, List<String>> links = new HashMap<>();
    private final JsonLd things;
    private final String title;
    private final String language;

    private Head(JsonLd things, String title, String language) {
        this.things = things;
        this.title = title;
        this.language = language;
    }

    static Head of(Document page) {
        var scripts = new ArrayList<String>();
        for (var script : page.getElementsByTag("script")) {
            if (script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")
                    && scripts.size() < 50) {
                scripts.add(script.data());
            }
        }
        var title =
                page.getElementsByTag("title").stream()
                        .filter(element ->
                                element.parent() == null
                                        || !element.parent().normalName().equals("svg"))
                        .map(Element::text)
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("");
        var root = page.getElementsByTag("html").first();
        var head = new Head(JsonLd.of(scripts), title, root == null ? "" : root.attr("lang"));
        page.getElementsByTag("meta").forEach(head::meta);
        page.getElementsByTag("link").forEach(head::link);
        return head;
    }

    private void meta(Element meta) {
        var content = meta.hasAttr("content") ? meta.attr("content") : meta.attr("value");
        if (content.isBlank()) {
            return;
        }
        for (var attribute : List.of("property", "name", "itemprop", "http-equiv")) {
            for (var name :
                    meta.attr(attribute).toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
                if (!name.isEmpty()) {
                    add(metas, name, content);
                }
            }
        }
    }

    private void link(Element link) {
        for (var rel : link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            add(links, rel, link.attr("href"));
        }
    }

    private static void add(Map<String, List<String>> map, String name, String value) {
        var list = map.computeIfAbsent(name, key -> new ArrayList<>());
        if (list.size() < MOST) {
            list.add(value);
        }
    }

    /// The contents of the `meta` elements of these names, name by name.
    List<String> all(String... names) {
        var all = new ArrayList<String>();
        for (var name : names) {
            all.addAll(metas.getOrDefault(name, List.of()));
        }
        return all;
    }

    Optional<String> first(String... names) {
        return all(names).stream().findFirst();
    }

    Optional<String> link(String rel) {
        return links.getOrDefault(rel, List.of()).stream()
                .filter(href -> !href.isBlank())
                .findFirst();
    }

    JsonLd things() {
        return things;
    }

    String title() {
        return title;
    }

    String language() {
        return language;
    }
}
