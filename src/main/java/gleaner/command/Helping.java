package gleaner.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Explains the commands, out of the grammar's table.
final class Helping {

    private final Grammar grammar;

    Helping(Grammar grammar) {
        this.grammar = grammar;
    }

    /// `{"commands":[{"command","usage","line","details","who","synonyms","examples"}]}`
    Reply help(Command.Help command) {
        var verbs = command.about().map(List::of).orElseGet(() -> List.of(Verb.values()));
        var json = Json.object();
        var array = json.putArray("commands");
        verbs.forEach(verb -> array.add(json(verb)));
        return Replies.shown(command.about().map(this::detail).orElseGet(this::overview), json);
    }

    private String overview() {
        var told = new ArrayList<String>();
        for (var right : Right.values()) {
            told.add("**" + who(right) + "**");
            Arrays.stream(Verb.values())
                    .filter(verb -> verb.right() == right)
                    .forEach(verb ->
                            told.add(
                                    "- %s — %s For example: %s"
                                            .formatted(
                                                    Markdown.code(verb.usage()),
                                                    verb.line(),
                                                    Markdown.code(
                                                            grammar.examples(verb).getFirst()))));
            told.add("");
        }
        told.add(
                "A LINK is its id, such as `k3f9`, its URL, or `this` in an answer to its message."
                        + " `help COMMAND` says more.");
        return String.join("\n", told);
    }

    private String detail(Verb verb) {
        var told = new ArrayList<String>();
        told.add(Markdown.code(verb.usage()));
        told.add("");
        told.add((verb.line() + " " + verb.details()).strip());
        told.add("");
        told.add("Who: " + who(verb.right()) + ".");
        if (!verb.synonyms().isEmpty()) {
            told.add("");
            told.add(
                    "Or: "
                            + verb.synonyms().stream()
                                    .map(Markdown::code)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        told.add("");
        grammar.examples(verb).forEach(example -> told.add("- " + Markdown.code(example)));
        return String.join("\n", told);
    }

    private static String who(Right right) {
        return switch (right) {
            case EVERYBODY -> "Everybody";
            case SHARER -> "Everybody, about what they shared; editors about everything";
            case EDITOR -> "Editors";
        };
    }

    private ObjectNode json(Verb verb) {
        var json =
                Json.object()
                        .put("command", verb.word())
                        .put("usage", verb.usage())
                        .put("line", verb.line())
                        .put("details", verb.details())
                        .put(
                                "who",
                                switch (verb.right()) {
                                    case EVERYBODY -> "everybody";
                                    case SHARER -> "sharer";
                                    case EDITOR -> "editor";
                                });
        json.set("synonyms", Json.texts(verb.synonyms()));
        json.set("examples", Json.texts(grammar.examples(verb)));
        return json;
    }
}
