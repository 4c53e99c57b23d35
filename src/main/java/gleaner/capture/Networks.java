package gleaner.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Posts on social networks and writers' platforms: known by their id, whoever's name the URL
/// carries.
final class Networks {

    private static final Set<String> INSTAGRAM = Set.of("p", "reel", "reels", "tv");

    private Networks() {}

    static Address page(Address address) {
        return switch (address.host()) {
            case "x.com" -> tweet(address);
            case "reddit.com" -> thread(address);
            case "redd.it" ->
                    address.size() == 1
                            ? Address.of("reddit.com", "comments", lower(address.segment(0)))
                            : address;
            case "instagram.com" -> instagram(address);
            case "linkedin.com" -> linkedIn(address);
            case "open.substack.com" -> openSubstack(address);
            default ->
                    address.host().endsWith("medium.com")
                            ? story(address)
                            : address.segment(0).equals("p") ? address.pathOnly() : address;
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Address tweet(Address address) {
        List<String> path = address.segments();
        if (path.isEmpty() && address.fragment().startsWith("!/")) {
            path = List.of(address.fragment().substring(2).split("/", -1));
        }
        for (int i = 1; i + 1 < path.size() && i < 3; i++) {
            boolean status = path.get(i).equals("status") || path.get(i).equals("statuses");
            if (status && Paths.isNumber(path.get(i + 1))) {
                return Address.of("x.com", "i", "status", path.get(i + 1));
            }
        }
        return path.size() == 1 && !path.getFirst().equals("search")
                ? address.withSegments(List.of(lower(path.getFirst()))).withFragment("")
                : address;
    }

    private static Address thread(Address address) {
        List<String> path = address.segments();
        int comments = path.indexOf("comments");
        if (comments < 0) {
            comments = path.indexOf("gallery");
        }
        boolean thread = comments == 0 || comments == 2;
        if (thread && comments + 1 < path.size()) {
            String id = lower(path.get(comments + 1));
            String comment = address.segment(comments + 3);
            return comment.isEmpty()
                    ? Address.of("reddit.com", "comments", id)
                    : Address.of("reddit.com", "comments", id, "-", lower(comment));
        }
        if (path.size() >= 2 && (path.getFirst().equals("r") || path.getFirst().equals("u"))) {
            List<String> named = new ArrayList<>(path);
            named.set(1, lower(path.get(1)));
            return address.withSegments(named);
        }
        return address;
    }

    private static Address instagram(Address address) {
        for (int i = 0; i < 2; i++) {
            if (INSTAGRAM.contains(address.segment(i)) && address.size() > i + 1) {
                return Address.of("instagram.com", "p", address.segment(i + 1));
            }
        }
        return address.size() == 1 ? address.pathOnly() : address;
    }

    private static Address linkedIn(Address address) {
        String name = address.segment(1);
        int activity = name.indexOf("-activity-");
        if (address.segment(0).equals("posts") && activity > 0) {
            int start = activity + 10;
            int end = name.indexOf('-', start);
            String id = name.substring(start, end < 0 ? name.length() : end);
            if (Paths.isNumber(id)) {
                return update(id);
            }
        }
        String urn = "urn:li:activity:";
        if (address.segment(0).equals("feed") && address.segment(2).startsWith(urn)) {
            return update(address.segment(2).substring(urn.length()));
        }
        if (address.segment(0).equals("jobs") && name.equals("view")) {
            String id = address.segment(2).substring(address.segment(2).lastIndexOf('-') + 1);
            return Paths.isNumber(id) ? Address.of("linkedin.com", "jobs", "view", id) : address;
        }
        return switch (address.segment(0)) {
            case "pulse", "in", "company", "posts", "events" -> address.pathOnly();
            default -> address;
        };
    }

    private static Address update(String id) {
        return Address.of("linkedin.com", "feed", "update", "urn:li:activity:" + id);
    }

    private static Address openSubstack(Address address) {
        boolean post = address.segment(0).equals("pub") && address.segment(2).equals("p");
        return post && address.size() == 4
                ? Address.of(lower(address.segment(1)) + ".substack.com", "p", address.segment(3))
                : address;
    }

    /// Medium's stories end in their id, ten to twelve hexadecimal digits.
    private static Address story(Address address) {
        String last = address.last();
        String id = last.substring(last.lastIndexOf('-') + 1);
        boolean titled = id.length() < last.length();
        boolean bare = address.segment(0).equals("p") && address.size() == 2;
        if (!isStoryId(id) || (!titled && !bare)) {
            return address;
        }
        return Address.of("medium.com", "p", id);
    }

    private static boolean isStoryId(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!Ascii.isDigit(c) && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return id.length() >= 10 && id.length() <= 12;
    }

    /// Mastodon's post, by its address for servers and for readers.
    static Address toot(Address address) {
        return address.size() == 4 && Paths.isNumber(address.segment(3))
                ? Address.of(address.host(), "@" + address.segment(1), address.segment(3))
                : address;
    }
}
