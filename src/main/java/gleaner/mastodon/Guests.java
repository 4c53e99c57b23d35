package gleaner.mastodon;

import gleaner.news.PersonId;
import gleaner.news.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// Who is heard, who is a stranger, and what they may do.
///
/// An entry is a handle (`@ada@social.example`) or a server (`social.example`). Blocking a server
/// blocks what lies below it too, as others may hold accounts there; allowing one allows nothing
/// below it.
final class Guests {

    private final Set<String> allowed;
    private final Set<String> blocked;
    private final Function<PersonId, Role> roles;

    /// @param allowed only these are heard, where there are any; editors always are
    Guests(List<String> allowed, List<String> blocked, Function<PersonId, Role> roles) {
        this.allowed = folded(allowed);
        this.blocked = folded(blocked);
        this.roles = roles;
    }

    private static Set<String> folded(List<String> entries) {
        var folded = new HashSet<String>();
        for (var entry : entries) {
            var bare = entry.startsWith("@") ? entry.substring(1) : entry;
            folded.add(bare.contains("@") ? key(Handle.parse(bare, "")) : Handle.domain(bare));
        }
        return Set.copyOf(folded);
    }

    private static String key(Handle handle) {
        return handle.user().toLowerCase(Locale.ROOT) + "@" + handle.server();
    }

    Role roleOf(Handle handle) {
        return roles.apply(handle.person());
    }

    boolean isHeard(Handle handle) {
        if (isBlocked(handle)) {
            return false;
        }
        return allowed.isEmpty() || isNamed(handle) || roleOf(handle) == Role.EDITOR;
    }

    /// Whether nobody has vouched for them.
    boolean isStranger(Handle handle) {
        return !isNamed(handle) && roleOf(handle) != Role.EDITOR;
    }

    private boolean isNamed(Handle handle) {
        return allowed.contains(key(handle)) || allowed.contains(handle.server());
    }

    boolean isBlocked(Handle handle) {
        if (blocked.contains(key(handle))) {
            return true;
        }
        for (var domain = handle.server(); !domain.isEmpty(); ) {
            if (blocked.contains(domain)) {
                return true;
            }
            var dot = domain.indexOf('.');
            domain = dot < 0 ? "" : domain.substring(dot + 1);
        }
        return false;
    }
}
