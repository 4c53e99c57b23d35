package gleaner.digest.drafting;

import static java.util.stream.Collectors.toSet;

import gleaner.digest.Item;
import gleaner.digest.Listing;
import gleaner.digest.ListingReader;
import gleaner.digest.Paragraph;
import gleaner.digest.Picture;
import gleaner.digest.PictureReader;
import gleaner.digest.Piece;
import gleaner.digest.Talk;
import gleaner.digest.prose.EditorMarkdown;
import gleaner.digest.prose.Footnote;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.ProseReader;
import gleaner.digest.prose.Run;
import gleaner.digest.prose.SafeUrl;
import gleaner.news.Excerpt;
import gleaner.news.Link;
import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what editors wrote for one draft: paragraphs, pictures, footnotes, and links to the links
/// of the newsroom by their ids.
final class EditorTexts {

    private final List<Link> candidates;
    private final Map<LinkId, Link> others;
    private final Map<LinkId, Link> byId = new HashMap<>();
    private final Map<String, List<Piece>> read = new HashMap<>();
    private final Map<String, Problems> problems = new LinkedHashMap<>();
    private final Map<String, Set<LinkId>> mentioned = new LinkedHashMap<>();

    /// What is wrong in one text.
    ///
    /// @param unknown ids that are no link's
    /// @param missing names of footnotes' marks that lead nowhere
    /// @param unused footnotes without a mark
    /// @param refused pictures whose URL is not `https`
    record Problems(
            List<LinkId> unknown, List<String> missing, List<String> unused, List<String> refused) {

        boolean isEmpty() {
            return unknown.isEmpty() && missing.isEmpty() && unused.isEmpty() && refused.isEmpty();
        }
    }

    /// @param candidates links that may be mentioned by their ids
    /// @param others further ones, by the ids by which they are mentioned
    EditorTexts(List<Link> candidates, Map<LinkId, Link> others) {
        this.candidates = candidates;
        this.others = others;
    }

    /// The link that somebody mentions by an id.
    Optional<Link> link(LinkId id) {
        if (byId.isEmpty()) {
            candidates.forEach(link -> byId.put(link.id(), link));
            byId.putAll(others);
        }
        return Optional.ofNullable(byId.get(id));
    }

    private static String url(Link link) {
        return link.liveShares().stream()
                .filter(share -> share.isPublic())
                .findFirst()
                .map(share -> share.url())
                .orElse(link.url());
    }

    /// Its paragraphs, pictures and lists; the same scope read twice is the same text.
    ///
    /// @param scope what the text is: a link's id, `intro` …
    List<Piece> pieces(String scope, String markdown) {
        var isOwn = Scope.isOfIssue(scope);
        if (!EditorMarkdown.mayHold(markdown)) {
            return begun(scope, paragraphs(markdown, isOwn, List.of(), new ArrayList<>()));
        }
        var before = read.get(scope);
        if (before != null) {
            return before;
        }
        var unknown = new ArrayList<LinkId>();
        var refused = new ArrayList<String>();
        var taken = EditorMarkdown.take(markdown, to -> target(scope, to, unknown));
        var notes = new ArrayList<Footnote>();
        for (var words : taken.notes()) {
            var resolved = EditorMarkdown.retargeted(words, to -> target(scope, to, unknown));
            notes.add(
                    new Footnote(
                            scope + " " + notes.size(),
                            ProseReader.readWhole(resolved, List.of())));
        }
        var pieces = begun(scope, paragraphs(taken.markdown(), isOwn, notes, refused));
        strayed(pieces, notes).ifPresent(pieces::add);
        var found =
                new Problems(
                        unknown.stream().distinct().toList(),
                        taken.missing(),
                        List.copyOf(taken.unused().keySet()),
                        refused);
        if (!found.isEmpty()) {
            problems.put(scope, found);
        }
        read.put(scope, pieces);
        return pieces;
    }

    /// What somebody says begins with a paragraph: a list there would be one with that before it.
    private static List<Piece> begun(String scope, List<Piece> pieces) {
        if (!Scope.isTurn(scope)
                || pieces.isEmpty()
                || !(pieces.getFirst() instanceof Listing(_, var points))) {
            return pieces;
        }
        var begun = new ArrayList<Piece>();
        points.forEach(words -> begun.add(new Paragraph(words)));
        begun.addAll(pieces.subList(1, pieces.size()));
        return begun;
    }

    /// The marks that the parser took for something else, so that their footnotes are not lost.
    private static Optional<Paragraph> strayed(List<Piece> pieces, List<Footnote> notes) {
        var left = new LinkedHashSet<>(notes);
        for (var piece : pieces) {
            switch (piece) {
                case Paragraph(var words) -> left.removeAll(notes(words));
                case Listing(_, var points) ->
                        points.forEach(words -> left.removeAll(notes(words)));
                case Picture _, Item _, Talk _ -> {}
            }
        }
        var marks = left.stream().map(note -> Run.mark(note, false, false)).toList();
        return marks.isEmpty() ? Optional.empty() : Optional.of(new Paragraph(Prose.of(marks)));
    }

    private static Set<Footnote> notes(Prose words) {
        return words.runs().stream().flatMap(run -> run.note().stream()).collect(toSet());
    }

    private Optional<String> target(String scope, String written, List<LinkId> unknown) {
        var id = LinkId.parse(written);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var link = link(id.get());
        var url = link.flatMap(known -> SafeUrl.of(url(known)));
        if (url.isEmpty()) {
            unknown.add(id.get());
            return Optional.of("");
        }
        mentioned.computeIfAbsent(scope, _ -> new LinkedHashSet<>()).add(link.get().id());
        return Optional.of("<" + url.get() + ">");
    }

    /// A paragraph ends at an empty line; none is empty.
    ///
    /// @param isOwn whether it may have lists, as only the issue's own words do
    private static List<Piece> paragraphs(
            String markdown, boolean isOwn, List<Footnote> notes, List<String> refused) {
        var pieces = new ArrayList<Piece>();
        var part = new ArrayList<String>();
        var lines = new ArrayList<>(markdown.strip().lines().toList());
        lines.add("");
        for (var line : lines) {
            if (!line.isBlank()) {
                part.add(line);
            } else if (!part.isEmpty()) {
                int list = isOwn ? ListingReader.begin(part, numbered(pieces)) : part.size();
                if (list > 0) {
                    piece(String.join("\n", part.subList(0, list)), notes, refused)
                            .ifPresent(pieces::add);
                }
                if (list < part.size()) {
                    ListingReader.read(
                                    part.subList(list, part.size()),
                                    words -> ProseReader.readWhole(words, notes))
                            .ifPresent(listing -> ListingReader.append(pieces, listing));
                }
                part.clear();
            }
        }
        return pieces;
    }

    private static int numbered(List<Piece> pieces) {
        return !pieces.isEmpty() && pieces.getLast() instanceof Listing(var is, var points) && is
                ? points.size()
                : 0;
    }

    private static Optional<Piece> piece(
            String markdown, List<Footnote> notes, List<String> refused) {
        var picture = PictureReader.read(markdown);
        if (picture.isPresent()) {
            return Optional.of(picture.get());
        }
        if (PictureReader.isPicture(markdown)) {
            refused.add(Excerpt.of(markdown));
        }
        var words = ProseReader.readWhole(markdown, notes);
        return words.isEmpty() ? Optional.empty() : Optional.of(new Paragraph(words));
    }

    /// What is wrong, by scope, in the order in which the texts were read.
    Map<String, Problems> problems() {
        return problems;
    }

    /// The links that a text mentions by their ids, in its order.
    List<LinkId> mentioned(String scope) {
        return List.copyOf(mentioned.getOrDefault(scope, Set.of()));
    }
}
