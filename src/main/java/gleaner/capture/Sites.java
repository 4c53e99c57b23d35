package gleaner.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What names a page on well-known sites, where it takes more than leaving parameters out.
///
/// The forms are those that the sites themselves redirect between or document for sharing.
final class Sites {

    private Sites() {}

    /// The address in the one form of its site, or as it is.
    static Address page(Address address) {
        return switch (address.host()) {
            case "youtube.com", "youtu.be" -> Videos.youtube(address);
            case "vimeo.com" -> Videos.vimeo(address);
            case "x.com", "reddit.com", "redd.it" -> Networks.page(address);
            case "instagram.com", "linkedin.com", "bsky.app" -> Networks.page(address);
            case "open.substack.com", "medium.com" -> Networks.page(address);
            case "github.com", "gist.github.com", "crates.io", "docs.rs" -> Code.page(address);
            case "npmjs.com", "pypi.org" -> Code.page(address);
            case "arxiv.org", "doi.org" -> paper(address);
            case "lwn.net" -> lwn(address);
            case "lobste.rs" -> lobsters(address);
            case "news.ycombinator.com" -> hackerNews(address);
            case "docs.google.com", "drive.google.com" -> googleFile(address);
            case "groups.google.com" -> googleGroup(address);
            case "podcasts.apple.com", "apps.apple.com" -> apple(address);
            case "open.spotify.com" -> spotify(address);
            case "meetup.com" -> meetup(address);
            case "cnn.com" ->
                    address.segment(0).equals("cnn")
                            ? address.withSegments(address.segments().subList(1, address.size()))
                            : address;
            default -> family(address);
        };
    }

    /// Sites that are known by a part of the host or by the path's shape.
    private static Address family(Address address) {
        String host = address.host();
        if (host.endsWith(".medium.com") || host.endsWith(".substack.com")) {
            return Networks.page(address);
        }
        if (isAt(host, "wikipedia.org") || isAt(host, "wiktionary.org")) {
            return wiki(address);
        }
        if (isStackExchange(host)) {
            return question(address);
        }
        if (host.startsWith("amazon.")) {
            return amazon(address);
        }
        if (host.endsWith(".linkedin.com") && host.length() == 15) {
            return Networks.page(address.withHost("linkedin.com"));
        }
        if (host.contains(".blogspot.")) {
            return blogspot(address);
        }
        if (address.segment(0).equals("e") && host.startsWith("eventbrite.")) {
            return event(address);
        }
        if (address.segment(0).equals("users") && address.segment(2).equals("statuses")) {
            return Networks.toot(address);
        }
        return isForum(host) && address.segment(0).equals("t") ? topic(address) : address;
    }

    private static Address paper(Address address) {
        if (address.host().equals("doi.org")) {
            List<String> lower = new ArrayList<>();
            address.segments().forEach(segment -> lower.add(segment.toLowerCase(Locale.ROOT)));
            return address.withSegments(lower).pathOnly();
        }
        return switch (address.segment(0)) {
            case "abs", "pdf", "html", "format", "src", "e-print", "ps" -> {
                List<String> id = new ArrayList<>(address.segments().subList(1, address.size()));
                if (id.isEmpty() || id.size() > 2) {
                    yield address;
                }
                id.set(id.size() - 1, withoutVersion(id.getLast()));
                id.addFirst("abs");
                yield address.withSegments(id).pathOnly();
            }
            default -> address;
        };
    }

    private static String withoutVersion(String id) {
        String bare = id.endsWith(".pdf") ? id.substring(0, id.length() - 4) : id;
        int v = bare.lastIndexOf('v');
        return v > 0 && Paths.isNumber(bare.substring(v + 1)) ? bare.substring(0, v) : bare;
    }

    private static Address lwn(Address address) {
        boolean article =
                address.segment(0).equals("SubscriberLink")
                        || address.segment(0).equals("Articles");
        return article && Paths.isNumber(address.segment(1))
                ? Address.of("lwn.net", "Articles", address.segment(1))
                : address;
    }

    private static Address lobsters(Address address) {
        return address.segment(0).equals("s") && address.size() >= 2
                ? Address.of("lobste.rs", "s", address.segment(1))
                : address;
    }

    private static Address hackerNews(Address address) {
        return address.segments().isEmpty() || address.segment(0).equals("news")
                ? address.withSegments(List.of())
                : address;
    }

    private static Address googleFile(Address address) {
        List<String> path = new ArrayList<>(address.segments());
        if (path.size() > 2 && path.getFirst().equals("a")) {
            path.subList(0, 2).clear();
        }
        int user = path.indexOf("u");
        if (user >= 0 && user < 3 && user + 1 < path.size() && Paths.isNumber(path.get(user + 1))) {
            path.subList(user, user + 2).clear();
        }
        if (path.equals(List.of("open")) && !address.param("id").isEmpty()) {
            path = new ArrayList<>(List.of("file", "d", address.param("id")));
            return new Address("drive.google.com", path, List.of(), "");
        }
        int view = path.size() - 1;
        int id = path.indexOf("d");
        boolean form = id >= 0 && id + 1 < path.size() && path.get(id + 1).equals("e");
        if (id >= 0 && view > id + (form ? 2 : 1)) {
            boolean views =
                    switch (path.get(view)) {
                        case "edit", "view", "viewform", "preview", "mobilebasic", "present" ->
                                true;
                        default -> false;
                    };
            if (views) {
                path.removeLast();
            }
        }
        Address file = address.withSegments(path);
        boolean sheet =
                file.segment(0).equals("spreadsheets") && address.fragment().startsWith("gid=");
        boolean first = address.fragment().equals("gid=0");
        return id < 0 || (sheet && !first) ? file : file.withFragment("");
    }

    /// The old `#!topic/group/id` and the new `/g/group/c/id` share their ids.
    private static Address googleGroup(Address address) {
        List<String> path = address.segments();
        if (address.fragment().startsWith("!") && address.segment(0).equals("forum")) {
            path = List.of(address.fragment().substring(1).split("/", -1));
        } else if (address.segment(0).equals("d")) {
            path = path.subList(1, path.size());
        }
        if (path.size() < 2) {
            return address;
        }
        return switch (path.getFirst()) {
            case "topic", "msg" ->
                    path.size() < 3
                            ? address
                            : Address.of(address.host(), "g", path.get(1), "c", path.get(2));
            case "forum" ->
                    path.size() == 2 ? Address.of(address.host(), "g", path.get(1)) : address;
            default -> address;
        };
    }

    /// `/us/podcast/title/id123`: the title is for the eye only.
    private static Address apple(Address address) {
        List<String> path = new ArrayList<>(address.segments());
        if (path.size() == 4 && path.get(3).startsWith("id")) {
            path.remove(2);
        }
        return address.withSegments(path);
    }

    private static Address spotify(Address address) {
        return address.segment(0).startsWith("intl-")
                ? address.withSegments(address.segments().subList(1, address.size()))
                : address;
    }

    private static Address meetup(Address address) {
        List<String> lower = new ArrayList<>();
        address.segments().forEach(segment -> lower.add(segment.toLowerCase(Locale.ROOT)));
        int events = lower.indexOf("events");
        boolean event =
                events >= 0
                        && Paths.isNumber(events + 1 < lower.size() ? lower.get(events + 1) : "");
        Address group = address.withSegments(lower);
        return event ? group.pathOnly() : group;
    }

    private static Address wiki(Address address) {
        String host = address.host();
        String language = host.substring(0, host.indexOf('.'));
        if (host.startsWith(language + ".m.")) {
            host = language + host.substring(language.length() + 2);
        } else if (language.equals("m")) {
            host = host.substring(2);
        }
        Address page = address.withHost(host);
        String title = page.segment(0).equals("wiki") && page.size() >= 2 ? page.segment(1) : "";
        boolean script = page.size() == 1 && page.params().size() == 1;
        if (script && page.segment(0).equals("w")) {
            title = page.param("title").replace('+', '_');
        }
        if (title.isEmpty()) {
            return page;
        }
        title = title.replace("%20", "_");
        char first = title.charAt(0);
        if (host.endsWith("wikipedia.org") && Ascii.isLower(first)) {
            title = (char) (first - 32) + title.substring(1);
        }
        List<String> path = new ArrayList<>(page.segments());
        if (script) {
            return Address.of(host, "wiki", title);
        }
        path.set(1, title);
        return page.withSegments(path);
    }

    private static boolean isStackExchange(String host) {
        return isAt(host, "stackoverflow.com")
                || isAt(host, "stackexchange.com")
                || isAt(host, "superuser.com")
                || isAt(host, "serverfault.com")
                || isAt(host, "askubuntu.com")
                || isAt(host, "mathoverflow.net");
    }

    private static boolean isAt(String host, String site) {
        return host.endsWith(site)
                && (host.length() == site.length()
                        || host.charAt(host.length() - site.length() - 1) == '.');
    }

    /// `/q/1/user` and `/questions/1/any-title/answer` are the question; `/a/1/user` is known by
    /// its answer's id.
    private static Address question(Address address) {
        if (!Paths.isNumber(address.segment(1))) {
            return address;
        }
        return switch (address.segment(0)) {
            case "q", "questions" -> Address.of(address.host(), "questions", address.segment(1));
            case "a" -> Address.of(address.host(), "a", address.segment(1));
            default -> address;
        };
    }

    private static Address amazon(Address address) {
        List<String> path = address.segments();
        for (int i = 0; i + 1 < path.size(); i++) {
            boolean before =
                    switch (path.get(i)) {
                        case "dp", "ASIN", "asin" -> true;
                        case "product" -> i > 0 && path.get(i - 1).equals("gp");
                        case "d" -> i > 0 && path.get(i - 1).equals("aw");
                        default -> false;
                    };
            String id = path.get(i + 1);
            if (id.equals("product") && path.get(i).equals("dp") && i + 2 < path.size()) {
                id = path.get(i + 2);
            }
            if (before && id.length() == 10) {
                return Address.of(address.host(), "dp", id.toUpperCase(Locale.ROOT));
            }
        }
        return path.isEmpty() || !path.getLast().startsWith("ref=")
                ? address
                : address.withSegments(path.subList(0, path.size() - 1));
    }

    /// A blog answers under every country's domain; `?m=1` is its mobile form.
    private static Address blogspot(Address address) {
        String host = address.host();
        String blog = host.substring(0, host.indexOf(".blogspot.")) + ".blogspot.com";
        List<Address.Param> params = new ArrayList<>(address.params());
        params.removeIf(param -> param.name().equals("m"));
        return address.withHost(blog).withParams(params);
    }

    /// Only the number at the title's end names the event.
    private static Address event(Address address) {
        String name = address.segment(1);
        String id = name.substring(name.lastIndexOf('-') + 1);
        return Paths.isNumber(id) && id.length() >= 9
                ? Address.of(address.host(), "e", id)
                : address;
    }

    private static boolean isForum(String host) {
        int dot = host.indexOf('.');
        return switch (dot < 0 ? "" : host.substring(0, dot)) {
            case "discuss",
                    "discourse",
                    "forum",
                    "forums",
                    "community",
                    "users",
                    "internals",
                    "meta",
                    "talk",
                    "commons" ->
                    true;
            default -> false;
        };
    }

    /// Discourse: `/t/any-title/1/5` is the fifth post of topic 1, which people link to for its own
    /// sake.
    private static Address topic(Address address) {
        int id = Paths.isNumber(address.segment(1)) ? 1 : 2;
        String topic = address.segment(id);
        String post = address.segment(id + 1);
        if (!Paths.isNumber(topic) || address.size() > id + 2) {
            return address;
        }
        if (post.isEmpty() || post.equals("1")) {
            return Address.of(address.host(), "t", topic);
        }
        return Paths.isNumber(post) ? Address.of(address.host(), "t", topic, post) : address;
    }
}
