package gleaner.command;

import gleaner.news.Health;
import gleaner.news.Health.Found;
import gleaner.store.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// What `show` tells of a page's health, and of the links that became part of another.
final class LifeLines {

    private static final int LONGEST = 200;

    private final Lines lines;

    LifeLines(Lines lines) {
        this.lines = lines;
    }

    /// "there on Tue 17 Nov."; none of a page that nobody looked at.
    Optional<String> of(Health health) {
        var told = new ArrayList<String>();
        health.at().ifPresent(at -> told.add(found(health).formatted(lines.day(at))));
        health.archive()
                .ifPresent(copy ->
                        told.add(
                                "An archive has %s."
                                        .formatted(Markdown.link("a copy", copy, LONGEST))));
        if (health.isAsked()) {
            told.add("It is being looked at again.");
        }
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", told));
    }

    private static String found(Health health) {
        return switch (health.found()) {
            case Found.Fine _ -> "there on %s.";
            case Found.Gone(var why, _) ->
                    (health.isDead() ? "dead" : "seems to be dead")
                            + " on %s: "
                            + plain(why);
            case Found.Moved(var to) -> "led on %s to " + plain(to) + ".";
            case Found.Replaced(var title) -> "was called on %s “" + plain(title) + "”.";
            case Found.Silent(var why) -> "could not be looked at on %s: " + plain(why);
        };
    }

    /// A stranger's words, to be formatted.
    private static String plain(String words) {
        return Markdown.line(words, LONGEST).replace("%", "%%");
    }

    /// "also k3f9 (merged by Eve on Tue 17 Nov; `split k3f9` takes it apart)"
    Optional<String> also(List<Part> parts) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.stream().map(this::part).collect(Collectors.joining(", ")));
    }

    private String part(Part part) {
        return "`%1$s` (merged%2$s%3$s; `split %1$s` takes it apart)"
                .formatted(
                        part.link(),
                        part.by().map(name -> " by " + lines.name(name)).orElse(""),
                        part.at().map(at -> " on " + lines.day(at)).orElse(""));
    }

    /// `{"found":"gone","dead":true,"at":"…","why"|"to"|"title":"…","archive":"…"}`
    static void json(Health health, ObjectNode to) {
        if (health.at().isEmpty()) {
            return;
        }
        var json = to.putObject("health");
        switch (health.found()) {
            case Found.Fine _ -> json.put("found", "fine");
            case Found.Gone(var why, _) -> json.put("found", "gone").put("why", why);
            case Found.Moved(var address) -> json.put("found", "moved").put("to", address);
            case Found.Replaced(var title) -> json.put("found", "replaced").put("title", title);
            case Found.Silent(var why) -> json.put("found", "silent").put("why", why);
        }
        json.put("dead", health.isDead()).put("at", health.at().orElseThrow().toString());
        health.archive().ifPresent(copy -> json.put("archive", copy));
    }
}
