package gleaner.digest.drafting;

import gleaner.digest.Note;
import gleaner.digest.Note.Kind;
import gleaner.digest.prose.Characters;
import gleaner.digest.prose.MarkdownWriter;
import gleaner.digest.prose.Prose;
import gleaner.news.Health;
import gleaner.news.Health.Found;
import gleaner.news.Link;
import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which links of a draft are dead, have moved or are no longer what was read, as far as the store
/// knows: one note each, those that nobody could look at together.
final class LifeSigns {

    private static final int LONGEST = 200;

    private final Map<Kind, List<Note>> told = new LinkedHashMap<>();
    private final List<LinkId> silent = new ArrayList<>();
    private final List<LinkId> asked = new ArrayList<>();

    private LifeSigns() {}

    /// @param stories in the order of the draft
    /// @param notes added to
    static void of(List<Story> stories, List<Note> notes) {
        var signs = new LifeSigns();
        stories.stream().flatMap(Story::links).forEach(signs::look);
        signs.add(notes, Kind.DEAD, "are gone, or seem to be: `show` says why");
        signs.add(
                notes, Kind.MOVED, "have moved: `show` says where to, `refresh` reads them there");
        signs.add(notes, Kind.REPLACED, "have another title now: `refresh` or `skip` them");
        if (!signs.silent.isEmpty()) {
            notes.add(
                    new Note(
                            Kind.SILENT,
                            signs.silent,
                            "%s could not be looked at again: open %s; `show %s` says why."
                                    .formatted(
                                            listed(signs.silent),
                                            signs.silent.size() == 1 ? "it" : "them",
                                            signs.silent.getFirst())));
        }
        if (!signs.asked.isEmpty()) {
            notes.add(
                    new Note(
                            Kind.LOOKING,
                            signs.asked,
                            "%s %s still being looked at: ask again in a minute."
                                    .formatted(
                                            listed(signs.asked),
                                            signs.asked.size() == 1 ? "is" : "are")));
        }
    }

    private void look(Link link) {
        var id = link.id();
        var health = link.health();
        switch (health.found()) {
            case Found.Gone(var why, _) -> note(Kind.DEAD, id, dead(id, why, health));
            case Found.Moved(var to) ->
                    note(
                            Kind.MOVED,
                            id,
                            "`%1$s` leads to %2$s now: open it, then `refresh %1$s` or `skip %1$s`."
                                    .formatted(id, plain(to)));
            case Found.Replaced(var title) ->
                    note(
                            Kind.REPLACED,
                            id,
                            "The page of `%1$s` is called “%2$s” now: open it, then `refresh %1$s` or `skip %1$s`."
                                    .formatted(id, plain(title)));
            case Found.Silent _ when !health.isAsked() -> silent.add(id);
            case Found.Silent _, Found.Fine _ -> {}
        }
        if (health.isAsked()) {
            asked.add(id);
        }
    }

    private static String dead(LinkId id, String why, Health health) {
        var said =
                "`%s` %s: %s"
                        .formatted(
                                id, health.isDead() ? "is dead" : "seems to be dead", plain(why));
        var remedy =
                health.archive()
                        .map(copy ->
                                " `add %2$s` keeps an archive's copy in its place, `skip %1$s` drops it."
                                        .formatted(id, copy))
                        .orElse(" `skip %1$s` drops it.".formatted(id));
        return said
                + (health.isDead() ? "" : " It is looked at once more before that is sure.")
                + remedy;
    }

    private void note(Kind kind, LinkId id, String sentence) {
        told.computeIfAbsent(kind, _ -> new ArrayList<>())
                .add(new Note(kind, List.of(id), sentence));
    }

    private void add(List<Note> notes, Kind kind, String more) {
        var here = told.getOrDefault(kind, List.of());
        here.stream().limit(Checks.MOST).forEach(notes::add);
        if (here.size() > Checks.MOST) {
            var rest =
                    here.stream().skip(Checks.MOST).flatMap(note -> note.links().stream()).toList();
            notes.add(new Note(kind, rest, "… and %d more %s.".formatted(rest.size(), more)));
        }
    }

    private static String listed(List<LinkId> ids) {
        return ids.size() <= Checks.MOST
                ? Checks.listed(ids)
                : "%s and %d more"
                        .formatted(
                                Checks.listed(ids.subList(0, Checks.MOST)),
                                ids.size() - Checks.MOST);
    }

    /// A stranger's words: nothing of them is Markdown.
    private static String plain(String words) {
        return MarkdownWriter.inline(Prose.plain(Characters.cut(words, LONGEST)));
    }
}
