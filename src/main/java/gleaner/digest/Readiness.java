package gleaner.digest;

import gleaner.digest.Note.Kind;
import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What stands in the way of publishing a draft, beyond the notes that the draft itself has.
public final class Readiness {

    /// With fewer issues nobody knows what is usual.
    private static final int FEWEST_ISSUES = 3;

    private static final int MOST = 10;

    private final List<Note> notes = new ArrayList<>();

    private Readiness() {}

    /// The draft's notes, without those on unread pages that are known to be lost, and then: pages
    /// that could not be read and of which nothing better is known, sentences that are cut off, and
    /// a length that is less than half or more than twice the usual.
    ///
    /// @param lost why a page could not be read, in Markdown, by its link
    /// @param usual how many links the last issues had
    public static List<Note> of(Draft draft, Map<LinkId, String> lost, List<Integer> usual) {
        var readiness = new Readiness();
        draft.notes().stream()
                .filter(note ->
                        note.kind() != Kind.UNREAD
                                || note.links().stream().noneMatch(lost::containsKey))
                .forEach(readiness.notes::add);
        readiness.lost(draft, lost);
        readiness.cutOff(draft);
        readiness.length(draft.links().size(), usual);
        return List.copyOf(readiness.notes);
    }

    private void lost(Draft draft, Map<LinkId, String> lost) {
        var told =
                draft.notes().stream()
                        .filter(note -> note.kind() == Kind.DEAD || note.kind() == Kind.MOVED)
                        .flatMap(note -> note.links().stream())
                        .collect(Collectors.toSet());
        var ids =
                draft.links().stream()
                        .filter(id -> lost.containsKey(id) && !told.contains(id))
                        .toList();
        each(
                Kind.LOST,
                ids,
                id ->
                        "The page of `%1$s` could not be read: %2$s Open it, then `refresh %1$s`, `skip %1$s` or leave it."
                                .formatted(id, lost.get(id)),
                "have pages that could not be read: `refresh` or `skip` them");
    }

    private void cutOff(Draft draft) {
        var ids =
                draft.parts().stream()
                        .flatMap(part -> part.items().stream())
                        .filter(item -> isCutOff(item.sentence().text()))
                        .map(item -> item.links().getFirst())
                        .toList();
        each(
                Kind.CUT_OFF,
                ids,
                id ->
                        "The sentence of `%1$s` is cut off: `blurb %1$s …` writes it whole."
                                .formatted(id),
                "have sentences that are cut off: `blurb` writes them whole");
    }

    private static boolean isCutOff(String sentence) {
        var end = sentence.length();
        while (end > 0
                && (sentence.charAt(end - 1) == ' '
                        || ")]\"”’\ufffc".indexOf(sentence.charAt(end - 1)) >= 0)) {
            end--;
        }
        var text = sentence.substring(0, end);
        return text.endsWith("…") || text.endsWith("...");
    }

    private void length(int links, List<Integer> usual) {
        if (usual.size() < FEWEST_ISSUES || links == 0) {
            return;
        }
        var sorted = usual.stream().sorted().toList();
        int middle = sorted.get(sorted.size() / 2);
        if (links > 2 * middle || 2 * links < middle) {
            notes.add(
                    new Note(
                            Kind.LENGTH,
                            List.of(),
                            "%s in the draft, and usually it is about %d: %s."
                                    .formatted(
                                            links == 1 ? "1 link is" : links + " links are",
                                            middle,
                                            links > middle
                                                    ? "`hold` some for the next issue, or `skip` them"
                                                    : "`list new` and `list held` show what else there is")));
        }
    }

    private void each(
            Kind kind,
            List<LinkId> ids,
            java.util.function.Function<LinkId, String> sentence,
            String more) {
        ids.stream()
                .limit(MOST)
                .forEach(id -> notes.add(new Note(kind, List.of(id), sentence.apply(id))));
        if (ids.size() > MOST) {
            var rest = ids.subList(MOST, ids.size());
            notes.add(new Note(kind, rest, "… and %d more %s.".formatted(rest.size(), more)));
        }
    }
}
