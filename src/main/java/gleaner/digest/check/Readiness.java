package gleaner.digest.check;

import gleaner.digest.Draft;
import gleaner.digest.Format;
import gleaner.digest.Note;
import gleaner.digest.Note.Kind;
import gleaner.digest.prose.Prose;
import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What stands in the way of publishing a draft, beyond the notes that the draft itself has.
public final class Readiness {

    /// With fewer issues nobody knows what is usual.
    private static final int FEWEST_ISSUES = 3;

    private static final int MOST = 10;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_SENTENCE = 500;
    private static final int LONGEST_CODE = 2_100;

    private final List<Note> notes = new ArrayList<>();

    private Readiness() {}

    /// The draft's notes, without those on unread pages that are known to be lost, and then: pages
    /// that could not be read and of which nothing better is known, sentences that are cut off, and
    /// a length that is less than half or more than twice the usual.
    ///
    /// @param lost why a page could not be read, in Markdown, by its link
    /// @param usual how many links the last issues had
    public static List<Note> of(Draft draft, Map<LinkId, String> lost, List<Integer> usual) {
        return of(draft, lost, Map.of(), new Usual(usual, List.of()));
    }

    /// The same with the URLs that follow readers, and the words of the last issues.
    ///
    /// @param tracked what follows readers, by its link
    /// @param usual how long the last issues were
    public static List<Note> of(
            Draft draft, Map<LinkId, String> lost, Map<LinkId, Tracked> tracked, Usual usual) {
        var readiness = new Readiness();
        draft.notes().stream()
                .filter(note ->
                        note.kind() != Kind.UNREAD
                                || note.links().stream().noneMatch(lost::containsKey))
                .forEach(readiness.notes::add);
        readiness.lost(draft, lost);
        readiness.cutOff(draft);
        readiness.tooLong(draft);
        readiness.tracked(draft, tracked);
        readiness.length(draft, usual);
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
                        .filter(item -> isCutOff(item.sentence()))
                        .map(item -> item.links().getFirst())
                        .toList();
        each(
                Kind.CUT_OFF,
                ids,
                id ->
                        "The sentence of `%1$s` is cut off: `blurb %1$s …` writes it whole."
                                .formatted(id),
                "have sentences that are cut off: `blurb` writes them whole");
        if (isCutOff(draft.title())) {
            notes.add(
                    new Note(
                            Kind.CUT_OFF,
                            List.of(),
                            "The title is cut off: `title …` writes it whole."));
        }
    }

    private void tooLong(Draft draft) {
        if (draft.title().length() > LONGEST_TITLE) {
            notes.add(
                    new Note(
                            Kind.TOO_LONG,
                            List.of(),
                            "The title has %d characters, and mail programs show some %d: `title …` writes a shorter one."
                                    .formatted(draft.title().length(), LONGEST_TITLE)));
        }
        each(
                Kind.TOO_LONG,
                draft.parts().stream()
                        .filter(part -> !part.isLead())
                        .flatMap(part -> part.items().stream())
                        .filter(item -> item.sentence().text().length() > LONGEST_SENTENCE)
                        .map(item -> item.links().getFirst())
                        .toList(),
                id ->
                        "The sentence of `%1$s` is longer than %2$d characters: `blurb %1$s …` writes a shorter one, `lead %1$s` makes it a paragraph."
                                .formatted(id, LONGEST_SENTENCE),
                "have sentences that are too long: `blurb` writes shorter ones");
    }

    private void tracked(Draft draft, Map<LinkId, Tracked> tracked) {
        each(
                Kind.TRACKED,
                draft.links().stream().distinct().filter(tracked::containsKey).toList(),
                id ->
                        Optional.ofNullable(tracked.get(id))
                                .map(found ->
                                        "The URL of `%s` tells on its readers (%s): %s keeps it without that."
                                                .formatted(
                                                        id,
                                                        code(String.join(", ", found.parameters())),
                                                        code("add " + found.without())))
                                .orElseThrow(),
                "have URLs that tell on their readers: `add` them without what follows `?`");
    }

    /// A stranger's text as code, cut to what is read in a line.
    private static String code(String text) {
        return "`" + gleaner.news.Excerpt.of(text.replace("`", ""), LONGEST_CODE) + "`";
    }

    /// Also where only the words of a link are.
    private static boolean isCutOff(Prose sentence) {
        return isCutOff(sentence.text())
                || sentence.anchors().stream()
                        .anyMatch(anchor ->
                                isCutOff(sentence.text().substring(anchor.from(), anchor.to())));
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

    private void length(Draft draft, Usual usual) {
        var links = draft.links().size();
        if (links == 0) {
            return;
        }
        if (isUnusual(links, usual.links())) {
            var middle = middle(usual.links());
            length(
                    "%s in the draft, and usually it is about %d"
                            .formatted(links == 1 ? "1 link is" : links + " links are", middle),
                    links > middle);
        } else {
            var words = Usual.words(draft.render(Format.TEXT, false));
            if (isUnusual(words, usual.words())) {
                var middle = middle(usual.words());
                length(
                        "The draft has %,d words, and usually it is about %,d"
                                .formatted(words, middle),
                        words > middle);
            }
        }
    }

    private void length(String finding, boolean isMore) {
        notes.add(
                new Note(
                        Kind.LENGTH,
                        List.of(),
                        finding
                                + (isMore
                                        ? ": `hold` some for the next issue, or `skip` them."
                                        : ": `list new` and `list held` show what else there is.")));
    }

    private static boolean isUnusual(int count, List<Integer> usual) {
        return usual.size() >= FEWEST_ISSUES
                && (count > 2 * middle(usual) || 2 * count < middle(usual));
    }

    private static int middle(List<Integer> usual) {
        return usual.stream().sorted().toList().get(usual.size() / 2);
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
