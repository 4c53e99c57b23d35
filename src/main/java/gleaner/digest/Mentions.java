package gleaner.digest;

import gleaner.digest.prose.EditorMarkdown;
import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The links of the newsroom that an editor's Markdown mentions: `[words](k3f9)`.
///
/// Whoever mentions a link by its id leads readers to its URL, and the link does not stand as an
/// item of its own in that issue.
public final class Mentions {

    private Mentions() {}

    /// The ids that it mentions, each once, in its order; those in its footnotes included.
    public static Set<LinkId> ids(String markdown) {
        var ids = new LinkedHashSet<LinkId>();
        if (markdown.contains("](")) {
            gather(markdown, target -> LinkId.parse(target).ifPresent(ids::add));
        }
        return ids;
    }

    /// The targets of its links, as written, in its order; none of its footnotes' and pictures'.
    public static List<String> targets(String markdown) {
        var targets = new ArrayList<String>();
        EditorMarkdown.take(
                markdown,
                target -> {
                    targets.add(target);
                    return Optional.empty();
                });
        return targets;
    }

    /// The same with ids in place of targets.
    ///
    /// @param id of a target as it is written; empty to leave it
    public static String named(String markdown, Function<String, Optional<LinkId>> id) {
        return EditorMarkdown.retargeted(markdown, target -> id.apply(target).map(LinkId::value));
    }

    private static void gather(String markdown, java.util.function.Consumer<String> targets) {
        Function<String, Optional<String>> each =
                target -> {
                    targets.accept(target);
                    return Optional.empty();
                };
        EditorMarkdown.take(markdown, each)
                .notes()
                .forEach(note -> EditorMarkdown.take(note, each));
    }
}
