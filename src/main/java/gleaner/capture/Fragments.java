package gleaner.capture;

import java.util.Locale;

/// The fragment's part of the key: nearly always nothing, as it leads to a place on the same page.
///
/// Kept are routes of pages that a script assembles (`#!`, `#/`, `#view=…`, `#narrow/…`), and on
/// pages that list things (a whole site's front page, `/jobs`, `/changelog` …) a name of several
/// words or with a number: there it stands for the thing that was shared.
final class Fragments {

    private static final int SEVERAL_WORDS = 2;

    private Fragments() {}

    /// The address with its fragment in one spelling if it chooses the page, else without.
    static Address clean(Address address, LinkRules rules) {
        String raw = address.fragment();
        int directive = raw.indexOf(":~:");
        if (directive >= 0) {
            raw = raw.substring(0, directive);
        }
        if (raw.isEmpty()) {
            return raw.equals(address.fragment()) ? address : address.withFragment("");
        }
        String fragment = Percent.normal(raw, Percent.FRAGMENT_LITERAL, Percent.PATH, false);
        boolean kept = !fragment.isEmpty() && chooses(fragment, address, rules);
        return address.withFragment(kept ? fragment : "");
    }

    private static boolean chooses(String fragment, Address address, LinkRules rules) {
        if (rules.isPlainText(address.host())) {
            return false;
        }
        char first = fragment.charAt(0);
        if (first == '!' || first == '/') {
            return fragment.length() > 2;
        }
        int end = 0;
        while (end < fragment.length() && "=/:?&.".indexOf(fragment.charAt(end)) < 0) {
            end++;
        }
        String name = fragment.substring(0, end).toLowerCase(Locale.ROOT);
        if (end < fragment.length() && (rules.isFragmentNoise(name) || fragment.charAt(0) == '{')) {
            return false;
        }
        if (fragment.indexOf('=') > 0 || fragment.indexOf('/') > 0) {
            return true;
        }
        return isListing(address, rules) && namesThing(fragment);
    }

    private static boolean isListing(Address address, LinkRules rules) {
        if (!address.params().isEmpty()) {
            return false;
        }
        String last = address.last().toLowerCase(Locale.ROOT);
        int dot = last.indexOf('.');
        String name = dot < 0 ? last : last.substring(0, dot);
        return last.isEmpty() || rules.isListing(withoutDate(name));
    }

    /// `news` of `news-2026-04`.
    private static String withoutDate(String name) {
        int end = name.length();
        while (end > 0 && (Ascii.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '-')) {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean namesThing(String fragment) {
        int joins = 0;
        boolean digit = false;
        for (int i = 0; i < fragment.length(); i++) {
            char c = fragment.charAt(i);
            joins += c == '-' || c == '_' || c == '+' ? 1 : 0;
            digit |= Ascii.isDigit(c);
        }
        return joins >= SEVERAL_WORDS || digit;
    }
}
