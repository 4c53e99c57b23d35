package gleaner.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Videos: one however they are played, from wherever in them.
final class Videos {

    private static final int SHORTEST_ID = 6;

    private Videos() {}

    /// YouTube's watch page, short link, short, live stream and embedded player; the list around it
    /// is left out.
    static Address youtube(Address address) {
        if (address.host().equals("youtu.be")) {
            return watch(address, address.segment(0));
        }
        return switch (address.segment(0)) {
            case "watch" ->
                    watch(address, address.size() > 1 ? address.segment(1) : address.param("v"));
            case "embed" ->
                    address.segment(1).equals("videoseries")
                            ? address.withSegments(List.of("playlist"))
                            : watch(address, address.segment(1));
            case "shorts", "live", "v", "e", "vi" -> watch(address, address.segment(1));
            case "attribution_link" -> attributed(address);
            default -> channel(address);
        };
    }

    private static Address attributed(Address address) {
        String target = address.param("u");
        int v = target.indexOf("v%3D");
        return v < 0 ? address : watch(address, target.substring(v + 4));
    }

    private static Address watch(Address address, String text) {
        int end = 0;
        while (end < text.length() && isIdCharacter(text.charAt(end))) {
            end++;
        }
        if (end < SHORTEST_ID) {
            return address;
        }
        Address.Param v = new Address.Param("v", text.substring(0, end));
        return new Address("youtube.com", List.of("watch"), List.of(v), "");
    }

    private static boolean isIdCharacter(char c) {
        return Ascii.isLetter(c) || Ascii.isDigit(c) || c == '-' || c == '_';
    }

    private static Address channel(Address address) {
        String first = address.segment(0);
        boolean handle = first.startsWith("@");
        boolean featured = address.size() > 1 && address.last().equals("featured");
        if (!handle && !featured) {
            return address;
        }
        List<String> path = new ArrayList<>(address.segments());
        if (handle) {
            path.set(0, first.toLowerCase(Locale.ROOT));
        }
        if (featured) {
            path.removeLast();
        }
        return address.withSegments(path);
    }

    static Address vimeo(Address address) {
        return address.segment(0).equals("video") && Paths.isNumber(address.segment(1))
                ? address.withSegments(address.segments().subList(1, address.size())).pathOnly()
                : address;
    }
}
