package gleaner.digest.takeback;

import gleaner.digest.Item;
import gleaner.digest.Listing;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.SafeUrl;
import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Whose links stand in an edited draft, and where.
final class Resolving {

    private final Map<String, Optional<LinkId>> byUrl = new HashMap<>();
    private final Map<LinkId, String> urls = new HashMap<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Set<String> before = new HashSet<>();
    private final Set<LinkId> drafted = new HashSet<>();
    private final Set<LinkId> referred = new HashSet<>();
    private final Set<LinkId> byId = new HashSet<>();
    private final Function<String, Optional<LinkId>> known;

    /// @param known the link of a URL
    Resolving(DraftOutline base, EditedWords words, Function<String, Optional<LinkId>> known) {
        this.known = known;
        for (var entry : base.entries()) {
            for (int i = 0; i < entry.links().size(); i++) {
                var id = Optional.of(entry.links().get(i));
                SafeUrl.of(entry.urls().get(i))
                        .ifPresent(url -> {
                            byUrl.putIfAbsent(url, id);
                            id.ifPresent(link -> urls.putIfAbsent(link, url));
                        });
            }
            drafted.addAll(entry.links());
        }
        drafted.addAll(base.mentioned());
        for (var block : base.blocks()) {
            if (block.markdown().contains("://")) {
                urls(words.own(block.markdown())).forEach(before::add);
            }
        }
    }

    /// The URLs in it, those in its footnotes after the others.
    private static Set<String> urls(Piece piece) {
        var urls = new LinkedHashSet<String>();
        switch (piece) {
            case Paragraph(var words) -> urls(words, urls);
            case Listing(_, var points) -> points.forEach(words -> urls(words, urls));
            case Picture _, Item _, Talk _ -> {}
        }
        return urls;
    }

    private static void urls(Prose words, Set<String> urls) {
        words.anchors().forEach(anchor -> urls.add(anchor.url()));
        words.runs().stream()
                .flatMap(run -> run.note().stream())
                .forEach(note -> note.words().anchors().forEach(anchor -> urls.add(anchor.url())));
    }

    /// The link of a URL as it stands in the text.
    Optional<LinkId> id(String url) {
        if (url.startsWith(EditedWords.BY_ID)) {
            var id = LinkId.parse(url.substring(EditedWords.BY_ID.length()));
            id.ifPresent(byId::add);
            return id;
        }
        return byUrl.computeIfAbsent(url, known);
    }

    /// The links in the words that may make them an item's, those of its footnotes not: of the
    /// draft, given by their ids, or known and new in the text.
    List<LinkId> ids(Prose words) {
        var ids = new ArrayList<LinkId>();
        for (var anchor : words.anchors()) {
            id(anchor.url())
                    .filter(id ->
                            drafted.contains(id)
                                    || byId.contains(id)
                                    || !before.contains(anchor.url()))
                    .ifPresent(ids::add);
        }
        return ids;
    }

    /// The first URL in the words that neither the draft had nor anybody knows.
    Optional<String> unknown(Prose words) {
        return words.anchors().stream()
                .map(Prose.Anchor::url)
                .filter(url ->
                        !url.startsWith(EditedWords.BY_ID)
                                && !before.contains(url)
                                && id(url).isEmpty())
                .findFirst();
    }

    boolean hasLinks(Prose words) {
        return !words.anchors().isEmpty();
    }

    /// The words with the draft's own URLs of its links, where the text has others that lead to the
    /// same: a link stays as it was shared.
    Prose asShown(Prose words) {
        var shown = words;
        for (var anchor : words.anchors()) {
            if (!before.contains(anchor.url()) && !anchor.url().startsWith(EditedWords.BY_ID)) {
                var url = id(anchor.url()).flatMap(id -> Optional.ofNullable(urls.get(id)));
                if (url.isPresent()) {
                    shown = shown.linked(anchor.from(), anchor.to(), url);
                    others.add(anchor.url());
                }
            }
        }
        return shown;
    }

    /// The URLs of the text in the place of which [#asShown] has others.
    Set<String> others() {
        return others;
    }

    /// Notes that the text has these words.
    void refer(Piece piece) {
        urls(piece).forEach(url -> id(url).ifPresent(referred::add));
    }

    /// The links that stood somewhere in the draft.
    Set<LinkId> shown(DraftOutline base, EditedWords words) {
        var shown = new HashSet<LinkId>();
        for (var block : base.blocks()) {
            if (block.kind() != DraftOutline.Kind.NOTE && block.markdown().contains("://")) {
                urls(words.own(block.markdown())).forEach(url -> id(url).ifPresent(shown::add));
            }
        }
        base.entries().forEach(entry -> shown.add(entry.leader()));
        return shown;
    }

    boolean isReferred(LinkId id) {
        return referred.contains(id);
    }

    /// What is to stand for a URL in an editor's Markdown: its link's id, if that stands nowhere
    /// else; a URL otherwise.
    ///
    /// @param own the link of whose words it is
    /// @param leaders the links that have items of their own
    Optional<String> target(String url, Optional<LinkId> own, Set<LinkId> leaders) {
        return id(url).filter(id ->
                        own.filter(id::equals).isPresent()
                                || url.startsWith(EditedWords.BY_ID)
                                || (drafted.contains(id) && !leaders.contains(id)))
                .map(LinkId::value);
    }

    /// Whether the draft had it.
    boolean isDrafted(LinkId id) {
        return drafted.contains(id);
    }

    /// Whether the text gives it by its id.
    boolean isById(LinkId id) {
        return byId.contains(id);
    }
}
