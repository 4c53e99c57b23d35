package gleaner.command;

import gleaner.news.Curation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Takes a change of a link back, field by field; what somebody else has changed since stays.
///
/// @param after the curation, with what could be taken back
/// @param left the fields that stay as they are, in people's words
record Reversal(Curation after, List<String> left) {

    Reversal {
        left = List.copyOf(left);
    }

    /// @param before as it was before the act that is to be undone
    /// @param done as that act left it
    /// @param now as it is
    static Reversal of(Curation before, Curation done, Curation now) {
        var left = new LinkedHashSet<String>();
        var tags = elements(before.tagsAdded(), done.tagsAdded(), now.tagsAdded(), "tags", left);
        var untags =
                elements(before.tagsRemoved(), done.tagsRemoved(), now.tagsRemoved(), "tags", left);
        var withdrawn =
                elements(before.withdrawn(), done.withdrawn(), now.withdrawn(), "shares", left);
        var after =
                new Curation(
                        field(before.state(), done.state(), now.state(), "state", left),
                        field(before.section(), done.section(), now.section(), "section", left),
                        field(before.blurb(), done.blurb(), now.blurb(), "blurb", left),
                        field(before.note(), done.note(), now.note(), "note", left),
                        field(
                                before.linkWords(),
                                done.linkWords(),
                                now.linkWords(),
                                "link's words",
                                left),
                        field(before.byline(), done.byline(), now.byline(), "byline", left),
                        field(before.rank(), done.rank(), now.rank(), "place", left),
                        field(before.picture(), done.picture(), now.picture(), "picture", left),
                        tags,
                        untags,
                        new HashSet<>(withdrawn),
                        now.at());
        var at = left.isEmpty() && Objects.equals(now.at(), done.at()) ? before.at() : now.at();
        return new Reversal(after.withAt(at), new ArrayList<>(left));
    }

    private static <T> T field(T before, T done, T now, String name, Collection<String> left) {
        if (before.equals(done)) {
            return now;
        }
        if (now.equals(done)) {
            return before;
        }
        if (!now.equals(before)) {
            left.add(name);
        }
        return now;
    }

    private static <T> List<T> elements(
            Collection<T> before,
            Collection<T> done,
            Collection<T> now,
            String name,
            Collection<String> left) {
        var after = new LinkedHashSet<>(now);
        for (var element : done) {
            if (!before.contains(element) && !after.remove(element)) {
                left.add(name);
            }
        }
        for (var element : before) {
            if (!done.contains(element) && !after.add(element)) {
                left.add(name);
            }
        }
        return List.copyOf(after);
    }

    /// What is said of the fields that stay; none where none does.
    Optional<String> told() {
        return left.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", left));
    }
}
