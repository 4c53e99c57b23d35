package gleaner.digest.drafting;

import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which links stand within an editor's words and so not as items of their own: those that a
/// paragraph mentions by their ids, and those that the issue's own words mention.
///
/// A link into whose words others are woven stands in any case, so that no paragraph disappears.
final class Weave {

    /// A link in two texts.
    record Twice(LinkId link, String one, String other) {}

    private final Map<LinkId, List<LinkId>> byLeader = new LinkedHashMap<>();
    private final Map<LinkId, String> scopes = new HashMap<>();
    private final List<LinkId> mentioned = new ArrayList<>();
    private final List<Twice> twice = new ArrayList<>();

    private Weave() {}

    /// @param chosen in any order
    /// @param issue the scopes of the issue's own words, read already
    static Weave of(List<Choice> chosen, EditorTexts texts, List<String> issue) {
        var weave = new Weave();
        var leading =
                chosen.stream()
                        .filter(choice -> weaves(choice, texts))
                        .sorted(Choice.LEADING)
                        .toList();
        leading.forEach(choice -> weave.byLeader.put(choice.id(), new ArrayList<>()));
        for (var choice : leading) {
            var scope = choice.id().value();
            for (var id : texts.mentioned(scope)) {
                if (!id.equals(choice.id()) && weave.isFree(id, scope)) {
                    weave.in(choice.id()).add(id);
                }
            }
        }
        for (var scope : issue) {
            for (var id : texts.mentioned(scope)) {
                if (weave.isFree(id, scope)) {
                    weave.mentioned.add(id);
                }
            }
        }
        return weave;
    }

    private static boolean weaves(Choice choice, EditorTexts texts) {
        var blurb = choice.link().curation().blurb().filter(words -> words.contains("]("));
        if (blurb.isEmpty()) {
            return false;
        }
        texts.pieces(choice.id().value(), blurb.get());
        return texts.mentioned(choice.id().value()).stream()
                .anyMatch(id -> !id.equals(choice.id()));
    }

    private boolean isFree(LinkId id, String scope) {
        if (byLeader.containsKey(id)) {
            twice.add(new Twice(id, id.value(), scope));
            return false;
        }
        var other = scopes.putIfAbsent(id, scope);
        if (other != null && !other.equals(scope)) {
            twice.add(new Twice(id, /* one= */ other, /* other= */ scope));
        }
        return other == null;
    }

    boolean isWoven(LinkId id) {
        return scopes.containsKey(id);
    }

    boolean isEmpty() {
        return scopes.isEmpty() && byLeader.isEmpty();
    }

    /// Whether its words mention other links.
    boolean leads(LinkId id) {
        return byLeader.containsKey(id);
    }

    /// Those in the words of that link.
    List<LinkId> in(LinkId leader) {
        return byLeader.getOrDefault(leader, List.of());
    }

    /// Those that only the issue's own words mention.
    List<LinkId> mentioned() {
        return mentioned;
    }

    /// Each link and the text in which it is.
    Map<LinkId, String> scopes() {
        return scopes;
    }

    List<Twice> twice() {
        return twice;
    }
}
