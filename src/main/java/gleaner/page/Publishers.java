package gleaner.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;

/// Who publishes the page: what it says of its site, else its host's name as the page writes it.
final class Publishers {

    /// The name, and which source gave it.
    record Named(String name, String source) {}

    private static final int LONGEST = 80;

    private static final List<String> FORMS =
            List.of(
                    ", inc.",
                    ", inc",
                    " inc.",
                    " inc",
                    ", llc",
                    " llc",
                    " gmbh",
                    " ltd.",
                    " ltd",
                    ", ltd",
                    " ag",
                    " s.a.",
                    " corp.",
                    " corporation",
                    " co., ltd.",
                    " plc",
                    " b.v.",
                    " pty ltd",
                    " limited",
                    " ®",
                    "®",
                    "™");

    private Publishers() {}

    static Optional<Named> of(
            Document page,
            Head head,
            Optional<JsonThing> main,
            Web web,
            String title,
            List<String> homeNames) {
        var found = new ArrayList<Named>();
        head.all("og:site_name").forEach(name -> add(found, ofHost(name, web), "og:site_name"));
        for (var site : head.things().ofType(Set.of("website"))) {
            head.things().text(site, "name").ifPresent(name -> add(found, name, "json-ld"));
        }
        main.flatMap(thing -> thing.text("publisher"))
                .ifPresent(name -> add(found, name, "json-ld"));
        for (var site : head.things().ofType(Set.of("newsmediaorganization"))) {
            head.things().text(site, "name").ifPresent(name -> add(found, name, "json-ld"));
        }
        head.all("citation_publisher", "dc.publisher", "dcterms.publisher", "publisher")
                .forEach(name -> add(found, name, "meta"));
        head.all("application-name", "apple-mobile-web-app-title")
                .forEach(name -> add(found, name, "application-name"));
        var written = ownName(page, head, web).filter(name -> !isHosted(name, web));
        var first =
                found.stream()
                        .filter(name -> !Fold.key(name.name()).equals(Fold.key(title)))
                        .findFirst();
        if (first.isPresent()) {
            return first.map(
                    name -> new Named(spelled(name.name(), found, head, web), name.source()));
        }
        if (!homeNames.isEmpty()) {
            return Optional.of(new Named(clean(homeNames.getFirst()), "home link"));
        }
        if (written.isPresent()) {
            return written.map(name -> new Named(name, "title"));
        }
        return lastPart(head.title(), title)
                .filter(name -> !isHosted(name, web))
                .map(name -> new Named(name, "title"))
                .or(() ->
                        Optional.of(web.domain())
                                .filter(domain -> !domain.isEmpty())
                                .map(domain -> new Named(domain, "host")));
    }

    /// Of "Show | Site" the part that is the host's name, if one is.
    private static String ofHost(String raw, Web web) {
        var brand = Fold.key(web.brand());
        return Parts.of(Plain.of(raw, 200)).stream()
                .filter(part -> Fold.key(part).equals(brand))
                .findFirst()
                .orElse(raw);
    }

    /// The same name as another source or a part of the title writes it better: with spaces, with
    /// "The", without ".com".
    private static String spelled(String name, List<Named> found, Head head, Web web) {
        var variants = new ArrayList<>(found.stream().map(Named::name).toList());
        variants.addAll(Parts.of(Plain.of(head.title(), 300)));
        var best = name;
        for (var variant : variants) {
            if (core(variant, web).equals(core(best, web)) && quality(variant) > quality(best)) {
                best = variant;
            }
        }
        return best;
    }

    private static String core(String name, Web web) {
        var words = Fold.words(name);
        var key = (words.startsWith("the ") ? words.substring(4) : words).replace(" ", "");
        var domain = web.domain();
        var ending = Fold.key(domain.substring(Math.max(0, domain.indexOf('.'))));
        return !ending.isEmpty()
                        && key.endsWith(ending)
                        && key.length() > ending.length() + 1
                        && name.indexOf('.') > 0
                ? key.substring(0, key.length() - ending.length())
                : key;
    }

    private static int quality(String name) {
        int quality = 0;
        if (name.indexOf('.') <= 0 || name.endsWith(".")) {
            quality += 4;
        }
        if (!name.equals(name.toLowerCase(Locale.ROOT))) {
            quality += 8;
        }
        if (name.startsWith("The ")) {
            quality += 1;
        }
        return quality + (name.replaceFirst("^The ", "").indexOf(' ') > 0 ? 2 : 0);
    }

    private static void add(List<Named> found, String raw, String source) {
        var name = clean(raw);
        if (!name.isEmpty() && !Names.isEngine(name)) {
            found.add(new Named(name, source));
        }
    }

    static String clean(String raw) {
        var name = Plain.of(Plain.withoutTags(raw), 200);
        for (var joint : List.of(" | ", " - ", " – ", " — ", " :: ", " · ", " • ", ": ")) {
            int at = name.indexOf(joint);
            if (at > 0) {
                name = name.substring(0, at).strip();
            }
        }
        for (var form : FORMS) {
            if (name.length() > form.length() + 1 && name.toLowerCase(Locale.ROOT).endsWith(form)) {
                name = name.substring(0, name.length() - form.length()).strip();
                break;
            }
        }
        if (name.startsWith("http")
                || name.startsWith("@")
                || name.length() > LONGEST
                || Fold.key(name).isEmpty()) {
            return "";
        }
        return name.startsWith("www.") ? name.substring(4) : name;
    }

    /// The host's name as the page's title, pictures and notes of copyright write it.
    private static Optional<String> ownName(Document page, Head head, Web web) {
        var brand = Fold.key(web.brand());
        var labels = web.labels();
        var names = new ArrayList<String>();
        if (!labels.isEmpty()) {
            names.add(Fold.key(labels.getLast()) + brand);
            names.add(brand + Fold.key(labels.getLast()));
        }
        names.add(brand);
        names.add(Fold.key(web.domain()));
        var texts = new ArrayList<String>();
        for (var part : head.title().split(" [|·•»«–—:-]+ |[|:»«]", -1)) {
            texts.add(part);
        }
        head.all("og:title", "description", "og:description", "copyright", "keywords")
                .forEach(texts::add);
        page.getElementsByTag("img").stream()
                .limit(20)
                .forEach(image -> texts.add(image.attr("alt")));
        page.getElementsByTag("a").stream()
                .limit(60)
                .forEach(link -> {
                    texts.add(Shortly.text(link, 60));
                    texts.add(link.attr("title"));
                });
        var article = withArticle(texts, brand);
        if (article.isPresent()) {
            return article;
        }
        var literal = within(head.title(), Fold.key(web.domain()));
        if (literal.isPresent()) {
            return literal;
        }
        for (var name : names) {
            var found =
                    texts.stream()
                            .flatMap(text -> within(text, name).stream())
                            .reduce((a, b) -> quality(b) > quality(a) ? b : a);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// "The Times", where the page writes that by itself: on a longer text "The" may be the
    /// sentence's.
    private static Optional<String> withArticle(List<String> texts, String brand) {
        return brand.length() < 3
                ? Optional.empty()
                : texts.stream()
                        .map(text -> Plain.of(text, 100))
                        .filter(text ->
                                text.startsWith("The ") && Fold.key(text).equals("the" + brand))
                        .findFirst();
    }

    /// Whether it is the name of the engine under whose own host a stranger's site stands.
    private static boolean isHosted(String name, Web web) {
        return !web.labels().isEmpty() && Names.isEngine(name);
    }

    /// The words of a text that are the name when they are written together.
    static Optional<String> within(String text, String name) {
        if (name.length() < 3 || text.isEmpty()) {
            return Optional.empty();
        }
        var plain = Plain.of(text, 300);
        if (Fold.key(plain).equals(name)) {
            return Optional.of(plain);
        }
        var words = plain.split(" ", -1);
        for (int i = 0; i < words.length; i++) {
            var joined = new StringBuilder();
            for (int k = i; k < words.length && k < i + 5 && joined.length() < name.length(); k++) {
                joined.append(Fold.key(words[k]));
                if (joined.toString().equals(name)) {
                    var found = String.join(" ", List.of(words).subList(i, k + 1));
                    return Optional.of(trimmed(found))
                            .filter(trimmed ->
                                    !trimmed.isEmpty()
                                            && !trimmed.equals(trimmed.toLowerCase(Locale.ROOT)));
                }
            }
        }
        return Optional.empty();
    }

    private static String trimmed(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && !Character.isLetterOrDigit(name.charAt(start))) {
            start++;
        }
        while (end > start
                && !Character.isLetterOrDigit(name.charAt(end - 1))
                && name.charAt(end - 1) != '!'
                && name.charAt(end - 1) != '?') {
            end--;
        }
        var rest = name.substring(start, end);
        return rest.endsWith("’s") || rest.endsWith("'s")
                ? rest.substring(0, rest.length() - 2)
                : rest;
    }

    /// Without what stands in brackets at its end.
    private static String withoutAside(String name) {
        var rest = name.strip();
        while (rest.endsWith(")") && rest.lastIndexOf('(') > 0) {
            rest = rest.substring(0, rest.lastIndexOf('(')).strip();
        }
        return rest;
    }

    /// The last part of `<title>` after the page's own title.
    private static Optional<String> lastPart(String whole, String title) {
        var text = Plain.of(whole, 300);
        for (var joint :
                List.of(" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", "｜", "_", ": ")) {
            int first = text.indexOf(joint);
            if (first > 0
                    && !Fold.key(title).isEmpty()
                    && Fold.key(text.substring(first + joint.length())).equals(Fold.key(title))) {
                var part = clean(text.substring(0, first));
                if (!part.isEmpty()) {
                    return Optional.of(part);
                }
            }
            int last = joint.equals(": ") ? -1 : text.lastIndexOf(joint);
            if (last > 0) {
                var part = clean(withoutAside(text.substring(last + joint.length())));
                if (!part.isEmpty()
                        && part.length() < 40
                        && !Fold.key(part).equals(Fold.key(title))
                        && (Fold.key(title).isEmpty()
                                || Fold.key(text.substring(0, last)).contains(Fold.key(title)))) {
                    return Optional.of(part);
                }
            }
        }
        return Optional.empty();
    }
}
