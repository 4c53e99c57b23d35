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
    static List<Element> of(Document page) {
        var found = new ArrayList<Element>();
        for (var heading : page.getElementsByTag("h1")) {
            if (found.size() < MOST && !text(heading).isEmpty() && !isAside(heading)) {
                found.add(heading);
            }
        }
        return found;
    }

    static String text(Element heading) {
        return Plain.of(heading.text(), 400);
    }

    private static boolean isAside(Element element) {
        int depth = 0;
        for (var at = element; at != null && depth < 60; at = at.parent()) {
            var name = at.normalName();
            if (name.equals("aside") || name.equals("nav") || name.equals("footer") || name.equals("noscript")) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
