package gleaner.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The elements of a page that may hold its title.
final class Headings {

    private static final int MOST = 12;

    private Headings() {}

    /// Those marked as the headline, then `h1`, with words in them.
    static List<Element> of(Document page, String title, Web web) {
        var found = new ArrayList<Element>();
        for (var heading : page.getElementsByTag("h1")) {
            if (found.size() < MOST
                    && !text(heading).isEmpty()
                    && !isAside(heading)
                    && !leadsHome(heading, web)) {
                found.add(heading);
            }
        }
        var parts =
                Parts.of(Plain.of(title, 400)).stream()
                        .map(Fold::key)
                        .filter(key -> key.length() > 3)
                        .toList();
        for (var tag : List.of("h2", "h3")) {
            page.getElementsByTag(tag).stream()
                    .limit(MOST)
                    .filter(heading -> isMarked(heading) || parts.contains(Fold.key(text(heading))))
                    .filter(heading ->
                            !text(heading).isEmpty()
                                    && !isAside(heading)
                                    && !leadsHome(heading, web))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    private static boolean isMarked(Element heading) {
        var marks = heading.className() + " " + heading.attr("itemprop");
        return marks.contains("post-title")
                || marks.contains("entry-title")
                || marks.contains("article-title")
                || marks.contains("headline");
    }

    /// Whether the heading is the site's own, which leads to its home page.
    private static boolean leadsHome(Element heading, Web web) {
        var parent = heading.parent();
        var link = heading.selectFirst("a[href]");
        if (link == null && parent != null && parent.normalName().equals("a")) {
            link = parent;
        }
        if (link == null || web.isHome()) {
            return false;
        }
        return web.resolve(link.attr("href"))
                .map(Web::of)
                .filter(target -> target.domain().equals(web.domain()) && target.isHome())
                .isPresent();
    }

    static String text(Element heading) {
        return Plain.of(heading.text(), 400);
    }

    private static boolean isAside(Element element) {
        int depth = 0;
        for (var at = element; at != null && depth < 60; at = at.parent()) {
            var name = at.normalName();
            if (name.equals("aside")
                    || name.equals("nav")
                    || name.equals("footer")
                    || name.equals("noscript")) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
