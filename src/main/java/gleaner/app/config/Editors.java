package gleaner.app.config;

import gleaner.news.PersonId;
import gleaner.news.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who may edit, per kind of channel; everybody else is a contributor.
///
/// @param byKind names folded by [#fold(String, String)]; `*` is everybody
public record Editors(Map<String, Set<String>> byKind) {

    /// Everybody on that kind of channel.
    static final String ALL = "*";

    /// The kinds of channel that there are.
    static final List<String> KINDS = List.of("terminal", "import", "slack", "mastodon");

    /// The kinds on which everybody may edit: whoever can start a program on this machine can
    /// change Redis anyway.
    static final List<String> OPEN_KINDS = List.of("terminal", "import");

    public Editors {
        var copy = new TreeMap<String, Set<String>>();
        byKind.forEach((kind, names) -> {
            var folded = new TreeSet<String>();
            names.forEach(name -> folded.add(fold(kind, name)));
            copy.put(kind, Set.copyOf(folded));
        });
        byKind = Map.copyOf(copy);
    }

    static Editors standard() {
        return new Editors(
                Map.of(
                        "terminal",
                        Set.of(ALL),
                        "import",
                        Set.of(),
                        "slack",
                        Set.of(),
                        "mastodon",
                        Set.of()));
    }

    /// What that person may do.
    public Role roleOf(PersonId person) {
        var names = byKind.getOrDefault(person.kind(), Set.of());
        var all = OPEN_KINDS.contains(person.kind()) && names.contains(ALL);
        var named =
                !person.name().equals(ALL) && names.contains(fold(person.kind(), person.name()));
        return all || named ? Role.EDITOR : Role.CONTRIBUTOR;
    }

    /// A name as it is compared: ASCII case does not count, nor does the first `@` of a Mastodon
    /// address.
    ///
    /// No other letters are folded, so that nobody becomes an editor by a name that only looks like
    /// an editor's.
    static String fold(String kind, String name) {
        var folded = new StringBuilder(name.strip());
        for (int i = 0; i < folded.length(); i++) {
            var c = folded.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        if (kind.equals("mastodon") && !folded.isEmpty() && folded.charAt(0) == '@') {
            folded.deleteCharAt(0);
        }
        return folded.toString();
    }
}
