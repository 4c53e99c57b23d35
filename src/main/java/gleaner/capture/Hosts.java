package gleaner.capture;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Set;

/// Host names: how one is read, and which labels are only another form of the same site.
final class Hosts {

    private static final int LONGEST = 253;

    /// Second-level names under which countries register, so that `co.uk` is not taken for
    /// somebody's site.
    private static final Set<String> REGISTRIES =
            Set.of(
                    "co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "go", "gob", "nom",
                    "gen", "ltd", "plc", "govt", "in", "gouv", "asso");

    private Hosts() {}

    /// The host in lower case ASCII, or an empty text when no such host can exist.
    static String read(String raw) {
        if (raw.startsWith("[")) {
            return ipv6(raw);
        }
        String host = raw.indexOf('%') >= 0 ? Percent.decode(raw) : raw;
        if (!isAscii(host)) {
            host = punycode(host);
        }
        int end = host.length();
        while (end > 0 && host.charAt(end - 1) == '.') {
            end--;
        }
        host = host.substring(0, end).toLowerCase(Locale.ROOT);
        return host.length() <= LONGEST && isName(host) ? host : "";
    }

    private static String ipv6(String raw) {
        int end = raw.length() - 1;
        if (end < 3 || end > 46 || raw.charAt(end) != ']') {
            return "";
        }
        int colons = 0;
        for (int i = 1; i < end; i++) {
            char c = raw.charAt(i);
            if (c == ':') {
                colons++;
            } else if ((Character.digit(c, 16) < 0 && c != '.') || c > 'f') {
                return "";
            }
        }
        return colons >= 2 ? raw.toLowerCase(Locale.ROOT) : "";
    }

    /// UTS 46, non-transitional: `straße` and `strasse` are two names.
    private static String punycode(String host) {
        if (host.length() > LONGEST) {
            return "";
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII).nameToASCII(host, ascii, info);
        return isAscii(ascii) ? ascii.toString() : "";
    }

    private static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(String host) {
        int label = 0;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c == '.') {
                if (label == 0) {
                    return false;
                }
                label = 0;
            } else if (Ascii.isLower(c) || Ascii.isDigit(c) || c == '-' || c == '_') {
                label++;
            } else {
                return false;
            }
        }
        return label > 0;
    }

    /// Without `www.`, and under the name that the site itself prefers.
    static String preferred(String host, LinkRules rules) {
        String bare = host;
        while (bare.startsWith("www.") && bare.indexOf('.', 4) > 0) {
            bare = bare.substring(4);
        }
        return rules.alias(bare);
    }

    /// Without the label that marks an AMP or mobile form (`amp.`, `m.`, `mobile.` …).
    ///
    /// A mobile label is taken off only in front of a whole site and when the path names a page of
    /// its own: only then is a page of the same path on the bare host the same one.
    static String plain(String host, boolean namesPage, boolean anyPath, LinkRules rules) {
        String plain = host;
        while (true) {
            int dot = plain.indexOf('.');
            if (dot < 0) {
                return plain;
            }
            String label = plain.substring(0, dot);
            boolean amp = label.equals("amp") && anyPath;
            boolean mobile = namesPage && rules.mobileLabels().contains(label);
            String rest = plain.substring(dot + 1);
            if ((!amp && !mobile) || isRegistry(rest, rules) || rules.realMobile().contains(rest)) {
                return plain;
            }
            plain = preferred(rest, rules);
        }
    }

    /// Whether different people's sites lie directly under this name; a guess that needs no list of
    /// all suffixes.
    static boolean isRegistry(String name, LinkRules rules) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return true;
        }
        boolean national = name.length() == dot + 3 && REGISTRIES.contains(name.substring(0, dot));
        return national || rules.shared().contains(name);
    }
}
