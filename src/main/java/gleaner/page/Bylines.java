package gleaner.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// Looks for people's names in the words of a page: marked as author, linked to an author's page,
/// or announced by "By"; not in navigation, asides, comments or lists of other articles.
///
/// One walk over the page; of an element no more than a few hundred characters and nodes are looked
/// at, so a page's nesting costs nothing.
final class Bylines {

    /// How a name was marked.
    enum Mark {
        ITEMPROP,
        REL,
        HINT,
        LINK,
        BY
    }

    /// A name's place.
    ///
    /// @param distance characters of text between the headline and the name; negative before it
    record Spot(Mark mark, List<String> names, int distance, boolean announced, String group) {

        Spot at(int place) {
            return new Spot(mark, names, place, announced, group);
        }
    }

    private static final int LONGEST = 220;
    private static final int MOST = 200;

    private Bylines() {}

    static List<Spot> of(Document page, Optional<Element> heading, SiteNames site) {
        var body = page.body();
        if (body == null) {
            return List.of();
        }
        Map<Element, Boolean> around = new IdentityHashMap<>();
        heading.ifPresent(element -> {
            int depth = 0;
            for (var at = element.parent(); at != null && depth < 600; at = at.parent()) {
                around.put(at, true);
                depth++;
            }
        });
        var walk = new Walk(heading, around, site);
        NodeTraversor.traverse(walk, body);
        return walk.spots();
    }

    private static final class Walk implements NodeVisitor {

        private final Optional<Element> heading;
        private final Map<Element, Boolean> around;
        private final SiteNames site;
        private final List<Spot> found = new ArrayList<>();
        private int text;
        private int headingEnd = -1;
        private int headingStart;
        private Optional<Node> outside = Optional.empty();
        private Optional<Node> doubtful = Optional.empty();
        private Optional<Node> taken = Optional.empty();

        Walk(Optional<Element> heading, Map<Element, Boolean> around, SiteNames site) {
            this.heading = heading;
            this.around = around;
            this.site = site;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                if (!words.isBlank()) {
                    text += words.getWholeText().strip().length();
                }
            } else if (node instanceof Element element) {
                if (heading.isPresent() && heading.get() == element) {
                    headingStart = text;
                }
                if (outside.isEmpty()) {
                    enter(element, Marks.of(element));
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (heading.isPresent() && heading.get() == node) {
                headingEnd = text;
            }
            if (outside.isPresent() && outside.get() == node) {
                outside = Optional.empty();
            }
            if (doubtful.isPresent() && doubtful.get() == node) {
                doubtful = Optional.empty();
            }
            if (taken.isPresent() && taken.get() == node) {
                taken = Optional.empty();
            }
        }

        private void enter(Element element, Set<String> marks) {
            if (isOutside(element, marks)) {
                outside = Optional.of(element);
                return;
            }
            if (doubtful.isEmpty() && !around.containsKey(element) && Marks.any(marks, "doubtful")) {
                doubtful = Optional.of(element);
            }
            if (taken.isEmpty() && found.size() < MOST) {
                look(element, marks);
            }
        }

        private boolean isOutside(Element element, Set<String> marks) {
            var name = element.normalName();
            if (around.containsKey(element)
                    || name.equals("body")
                    || name.equals("article")
                    || name.equals("main")) {
                return false;
            }
            return Marks.isOutsideTag(name) || Marks.any(marks, "outside");
        }

        private void look(Element element, Set<String> marks) {
            var mark = Marks.mark(element, marks);
            boolean worthwhile = mark.isPresent() || isTextual(element);
            if (!worthwhile || heading.isPresent() && heading.get() == element) {
                return;
            }
            var words = Shortly.text(element, LONGEST);
            boolean weak = mark.isEmpty() || mark.get() == Mark.LINK;
            if (words.isEmpty() || weak && doubtful.isPresent()) {
                return;
            }
            boolean announced = Names.isAnnounced(words);
            if (mark.isEmpty() && !announced) {
                return;
            }
            if (words.indexOf('|') > 0 && namesSeveral(element)) {
                return;
            }
            var names = Names.prose(words);
            var people = names.stream().filter(name -> !weak || !site.isExactly(name)).toList();
            if (!people.isEmpty() && people.size() == names.size()) {
                found.add(
                        new Spot(mark.orElse(Mark.BY), people, 0, announced, group(element))
                                .at(text));
                taken = Optional.of(element);
            }
        }

        /// Whether marked elements within name different people, so that they are to be read one by
        /// one.
        private static boolean namesSeveral(Element element) {
            var names = new HashSet<List<String>>();
            for (var inner : element.getAllElements()) {
                if (inner != element && Marks.mark(inner, Marks.of(inner)).isPresent()) {
                    var people = Names.prose(Shortly.text(inner, LONGEST));
                    if (people.size() == 1) {
                        names.add(people);
                    }
                }
            }
            return names.size() > 1;
        }

        private static boolean isTextual(Element element) {
            for (var child : element.childNodes()) {
                if (child instanceof TextNode words && !words.isBlank()) {
                    return true;
                }
            }
            return false;
        }

        List<Spot> spots() {
            int start = headingEnd < 0 ? 0 : headingStart;
            int end = headingEnd < 0 ? 0 : headingEnd;
            return found.stream()
                    .map(spot ->
                            spot.at(
                                    spot.distance() >= end
                                            ? spot.distance() - end
                                            : spot.distance() - start - 1))
                    .toList();
        }
    }

    private static String group(Element element) {
        var parent = element.parent();
        return element.normalName()
                + "."
                + element.className()
                + (parent == null ? "" : "<" + parent.className());
    }
}
