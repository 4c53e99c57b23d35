package gleaner.command;

import gleaner.news.LinkId;
import gleaner.news.SectionName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells what of an edited draft was taken back, and what was not.
final class TakenReport {

    /// How much of a text is shown; all of it stands in the text that was given.
    private static final int SHOWN = 1_000;

    private static final int MOST_SHOWN = 30;

    /// What was done to an item.
    enum Deed {
        WROTE("Wrote"),
        BYLINE("Wrote the byline of"),
        PICTURE("Changed the picture of"),
        MOVED("Moved"),
        TOOK("Took in"),
        APART("Set apart"),
        SKIPPED("Left out");

        private final String told;

        Deed(String told) {
            this.told = told;
        }
    }

    private record Left(String why, String text) {}

    private final Map<Deed, Set<LinkId>> deeds = new EnumMap<>(Deed.class);
    private final List<SectionName> ordered = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final List<Left> conflicts = new ArrayList<>();
    private final List<Left> unplaced = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void taken(Deed deed, LinkId id) {
        deeds.computeIfAbsent(deed, _ -> new LinkedHashSet<>()).add(id);
    }

    void ordered(SectionName section) {
        ordered.add(section);
    }

    void wrote(String what) {
        written.add(what);
    }

    void conflict(String sentence, String text) {
        conflicts.add(new Left(sentence, text));
    }

    void unplaced(String sentence, String text) {
        unplaced.add(new Left(sentence, text));
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    boolean isWhole() {
        return conflicts.isEmpty() && unplaced.isEmpty();
    }

    /// `{"done":"take-back","links":[…],"left":[{"why","text"}],"message":…}`
    ///
    /// @param none what is said where nothing was done
    Reply reply(List<LinkId> links, String none) {
        var told = new ArrayList<String>();
        var done = new ArrayList<String>();
        deeds.forEach((deed, ids) -> done.add("%s %s.".formatted(deed.told, named(ids))));
        if (!ordered.isEmpty()) {
            done.add(
                    "Changed the order of %s."
                            .formatted(
                                    ordered.stream()
                                            .map(SectionName::value)
                                            .collect(Collectors.joining(", "))));
        }
        if (!written.isEmpty()) {
            done.add("Changed %s.".formatted(String.join(", ", written)));
        }
        if (done.isEmpty()) {
            done.add(none);
        } else {
            done.add("`undo` takes all of it back.");
        }
        told.add(String.join(" ", done));
        told.addAll(notes);
        var json = Json.object().put("done", TakeBack.WORDS);
        json.set("links", Json.texts(links));
        var left = json.putArray("left");
        conflicts.forEach(it -> left.addObject().put("why", it.why).put("text", it.text));
        unplaced.forEach(it -> left.addObject().put("why", it.why).put("text", it.text));
        list(told, "Somebody else was there first:", conflicts);
        list(told, "Not placed:", unplaced);
        var markdown = String.join("\n\n", told);
        return new Reply(Reply.Kind.DONE, markdown, json.put("message", markdown).toString());
    }

    private static void list(List<String> told, String heading, List<Left> all) {
        if (all.isEmpty()) {
            return;
        }
        var lines = new ArrayList<String>();
        lines.add(heading + "\n");
        all.stream()
                .limit(MOST_SHOWN)
                .forEach(it ->
                        lines.add("- " + it.why + (it.text.isBlank() ? "" : " " + shown(it.text))));
        if (all.size() > MOST_SHOWN) {
            lines.add("- And %d more.".formatted(all.size() - MOST_SHOWN));
        }
        told.add(String.join("\n", lines));
    }

    private static String shown(String text) {
        return "`" + Markdown.plainLine(text.replace('`', '\''), SHOWN) + "`";
    }

    private static String named(Set<LinkId> ids) {
        return ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    }
}
