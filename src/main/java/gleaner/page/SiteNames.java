package gleaner.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names a page's site goes by: told by the page, and made of its host.
final class SiteNames {

    private final Set<String> names = new HashSet<>();
    private final Set<String> told;
    private final String brand;

    SiteNames(Head head, Web web, List<String> written) {
        written.forEach(this::add);
        var titles =
                Stream.concat(head.all("og:title").stream(), Stream.of(head.title()))
                        .map(Fold::key)
                        .collect(Collectors.toSet());
        head.all("og:site_name").forEach(this::add);
        head
                .all(
                        "application-name",
                        "apple-mobile-web-app-title",
                        "al:ios:app_name",
                        "al:android:app_name",
                        "twitter:site",
                        "twitter:app:name:iphone",
                        "dc.publisher",
                        "cre",
                        "copyright",
                        "og:title:site",
                        "publisher",
                        "msapplication-tooltip")
                .stream()
                .filter(name -> !titles.contains(Fold.key(name)))
                .forEach(this::add);
        var things = head.things();
        for (var site :
                things.ofType(Set.of("website", "organization", "newsmediaorganization", "blog"))) {
            things.text(site, "name").ifPresent(this::add);
            things.text(site, "alternateName").ifPresent(this::add);
        }
        for (var thing : things.ofType(Articles.TYPES)) {
            things.text(thing, "publisher").ifPresent(this::add);
        }
        told = Set.copyOf(names);
        brand = Fold.key(web.brand());
        add(web.host());
        add(web.domain());
        add(web.brand());
        var labels = web.labels();
        labels.forEach(label -> add(label + web.brand()));
    }

    private void add(String name) {
        var key = key(name);
        if (key.length() >= 2 && key.length() < 80) {
            names.add(key);
        }
    }

    private static String key(String name) {
        var words = Fold.words(Plain.of(name, 200));
        if (words.startsWith("the ")) {
            words = words.substring(4);
        }
        return words.replace(" ", "");
    }

    /// Whether the page says that its site is called so.
    boolean isExactly(String words) {
        return told.contains(key(words)) && !Fold.key(words).equals(brand);
    }

    /// Whether the words are one of the site's names, or so nearly that a reader would say so.
    boolean has(String words) {
        var key = key(words);
        if (key.isEmpty() || key.length() > 60) {
            return false;
        }
        if (names.contains(key)) {
            return true;
        }
        for (var end :
                new String[] {
                    "com",
                    "org",
                    "net",
                    "online",
                    "news",
                    "magazine",
                    "blog",
                    "website",
                    "homepage",
                    "digital"
                }) {
            if ((key.endsWith(end) && names.contains(key.substring(0, key.length() - end.length())))
                    || names.contains(key + end)) {
                return true;
            }
        }
        boolean around =
                brand.length() >= 4 && key.contains(brand) && key.length() <= brand.length() + 14;
        return around
                || (brand.length() >= 2 && brand.length() <= 6 && initials(words).equals(brand));
    }

    private static String initials(String words) {
        var initials = new StringBuilder();
        for (var word : Fold.words(words).split(" ", -1)) {
            if (!word.isEmpty()) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString();
    }
}
