package gleaner.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/// How a page calls its site where it links to the site's home page.
final class HomeLinks {

    private static final int MOST = 200;

    private HomeLinks() {}

    /// Those names that are a part of the page's `<title>` too.
    static List<String> names(Document page, String title, Web web) {
        var parts =
                Parts.of(Plain.of(title, 400)).stream().map(Fold::key).collect(Collectors.toSet());
        if (parts.isEmpty() || web.isHome() || !web.isKnown()) {
            return List.of();
        }
        var names = new ArrayList<String>();
        page.getElementsByTag("a").stream()
                .limit(MOST)
                .filter(link -> isHome(link.attr("href"), web))
                .forEach(link -> {
                    var image = link.selectFirst("img[alt]");
                    for (var text :
                            List.of(
                                    Shortly.text(link, 80),
                                    link.attr("title"),
                                    image == null ? "" : image.attr("alt"))) {
                        var name = Plain.of(text, 80);
                        if (Fold.key(name).length() > 1 && parts.contains(Fold.key(name))) {
                            names.add(name);
                        }
                    }
                });
        return names;
    }

    static boolean isHome(String href, Web web) {
        if (href.equals("/")) {
            return true;
        }
        if (href.length() > 80 || href.indexOf("//") < 0) {
            return false;
        }
        return web.resolve(href)
                .map(Web::of)
                .filter(target -> target.isHome() && target.domain().equals(web.domain()))
                .isPresent();
    }
}
