package gleaner.capture;

import java.util.Locale;

/// The five parts of a web address as lenient browsers read them; nothing is thrown whatever the
/// text is.
///
/// A name and password before the host are left out: they are not part of the page, and a trick as
/// often as not.
///
/// @param scheme `http` or `https`
/// @param host lower case, without a trailing dot, names in other alphabets as Punycode, IPv6 in
///   brackets
/// @param port as written without leading zeros, empty when absent or the scheme's own
/// @param path as written, begins with `/` unless empty
/// @param query as written, without `?`, empty when absent
/// @param fragment as written, without `#`, empty when absent
record UrlParts(
        String scheme, String host, String port, String path, String query, String fragment) {

    /// What a reading came to.
    sealed interface Reading {}

    /// A web address.
    record Read(UrlParts parts) implements Reading {}

    /// Not a web address; the words say what was found and fit after a colon.
    record Unreadable(String found) implements Reading {}

    /// Reads text that is already trimmed, see [#trim].
    static Reading read(String text) {
        if (text.isEmpty()) {
            return new Unreadable("nothing");
        }
        int start;
        String scheme;
        if (startsWith(text, "https:")) {
            scheme = "https";
            start = 6;
        } else if (startsWith(text, "http:")) {
            scheme = "http";
            start = 5;
        } else if (startsWith(text, "www.")) {
            return authority("https", text, 0);
        } else {
            return new Unreadable(otherScheme(text));
        }
        int slashes = start;
        while (slashes < text.length() && isSlash(text.charAt(slashes))) {
            slashes++;
        }
        return slashes == start
                ? new Unreadable("no // after '" + scheme + ":'")
                : authority(scheme, text, slashes);
    }

    private static Reading authority(String scheme, String text, int start) {
        int end = start;
        int hostStart = start;
        while (end < text.length() && !endsAuthority(text.charAt(end))) {
            if (text.charAt(end) == '@') {
                hostStart = end + 1;
            }
            end++;
        }
        int colon = portColon(text, hostStart, end);
        String port = "";
        if (colon >= 0) {
            port = port(text, colon + 1, end);
            if (port.equals("bad")) {
                return new Unreadable("a port that is no number from 0 to 65535");
            }
        }
        String host = Hosts.read(text.substring(hostStart, colon >= 0 ? colon : end));
        if (host.isEmpty()) {
            return new Unreadable(hostStart == end ? "no host" : "a host that cannot exist");
        }
        if (port.equals(scheme.equals("http") ? "80" : "443")) {
            port = "";
        }
        int hash = text.indexOf('#', end);
        int pathEnd = hash < 0 ? text.length() : hash;
        int question = text.indexOf('?', end);
        String query = "";
        if (question >= 0 && question < pathEnd) {
            query = text.substring(question + 1, pathEnd);
            pathEnd = question;
        }
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        String path = text.substring(end, pathEnd).replace('\\', '/');
        return new Read(new UrlParts(scheme, host, port, path, query, fragment));
    }

    private static int portColon(String text, int start, int end) {
        for (int i = end - 1; i >= start; i--) {
            char c = text.charAt(i);
            if (c == ':') {
                return i;
            }
            if (c == ']') {
                return -1;
            }
        }
        return -1;
    }

    private static String port(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return "bad";
            }
            number = number * 10 + digit;
            if (number > 65_535) {
                return "bad";
            }
        }
        return start == end ? "" : Integer.toString(number);
    }

    private static String otherScheme(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon > 32) {
            return "no scheme";
        }
        for (int i = 0; i < colon; i++) {
            char c = text.charAt(i);
            boolean letter = Ascii.isLetter(c);
            if (!letter && (i == 0 || !(Ascii.isDigit(c) || c == '+' || c == '-'))) {
                return "no scheme";
            }
        }
        return "the scheme '" + text.substring(0, colon).toLowerCase(Locale.ROOT) + ":'";
    }

    private static boolean startsWith(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static boolean endsAuthority(char c) {
        return isSlash(c) || c == '?' || c == '#';
    }

    /// Without the white space, controls and invisible characters that pasting leaves at both ends.
    static String trim(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isMargin(raw.charAt(start))) {
            start++;
        }
        while (end > start && isMargin(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }

    private static boolean isMargin(char c) {
        return c <= ' '
                || (c >= 0x7F && c <= 0xA0)
                || (c >= 0x2000 && c <= 0x200F)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x2060
                || c == 0x3000
                || c == 0xFEFF;
    }
}
