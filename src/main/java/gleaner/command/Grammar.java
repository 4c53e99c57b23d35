package gleaner.command;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.Sections;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be said in one newsroom: [Verb]'s table with this newsroom's sections in its examples.
public final class Grammar {

    /// Words longer than this are nobody's slip for a command.
    private static final int LONGEST_SLIP = 20;

    private final Sections sections;

    public Grammar(Sections sections) {
        this.sections = sections;
    }

    /// The command's examples, each of which is understood.
    public List<String> examples(Verb verb) {
        var section = sections.standard().value();
        return verb.examples().stream()
                .map(example -> example.replace("SECTION", section))
                .toList();
    }

    /// Explains one command, or all of them.
    ///
    /// @throws GleanerException (USAGE) where there is none of that name
    public Reply help(Optional<String> word) {
        var verb =
                word.map(name ->
                        Verbs.named(name)
                                .orElseThrow(() ->
                                        GleanerException.usage(
                                                "There is no command '%s'; %s"
                                                        .formatted(
                                                                Excerpt.of(name),
                                                                nearest(name)
                                                                        .map(near ->
                                                                                "did you mean 'gleaner help %s'?"
                                                                                        .formatted(
                                                                                                near
                                                                                                        .word()))
                                                                        .orElse(
                                                                                "'gleaner help' lists all of them.")))));
        return new Helping(this).help(new Command.Help(verb));
    }

    /// What somebody may be about to type: the commands, sections and words that begin so, sorted.
    public List<String> completions(String begun) {
        var start = begun.toLowerCase(Locale.ROOT);
        var space = start.lastIndexOf(' ') + 1;
        var verb = Verbs.named(start.split(" ", 2)[0]);
        var first = verb.isEmpty() || space == 0;
        var words = first ? verbWords() : argumentWords(verb.get());
        var head = first ? "" : begun.substring(0, space);
        var last = first ? start : start.substring(space);
        return words.filter(word -> word.startsWith(last))
                .map(word -> head + word)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> verbWords() {
        return Arrays.stream(Verb.values()).map(Verb::word);
    }

    private Stream<String> argumentWords(Verb verb) {
        var names = sections.inOrder().stream().map(section -> section.name().value());
        return switch (verb) {
            case HELP -> verbWords();
            case TAGS -> Stream.of("rename", "merge");
            case SECTION, ADD, PICK -> Stream.concat(Stream.of("in"), names);
            case MOVE -> Stream.concat(Stream.of("before", "after", "to", "top", "bottom"), names);
            case STATS -> periods();
            case DIGEST ->
                    Stream.concat(
                            periods(),
                            Stream.of("as", "markdown", "html", "text", "json", "picked", "all"));
            case LIST ->
                    Stream.of(
                                    periods(),
                                    names,
                                    Arrays.stream(Standing.values()).map(Standing::toString),
                                    Stream.of("by", "me", "in", "about", "page", "more"))
                            .flatMap(words -> words);
            case TITLE, INTRO, CLOSING -> Stream.of("clear");
            case HEADING -> Stream.concat(names, Stream.of("clear"));
            case NEW_SECTION -> Stream.of("with");
            case PUBLISH ->
                    Stream.concat(
                            Stream.of("picked", "all", "to", "dry run", "confirm"),
                            Arrays.stream(Destination.values()).map(Destination::toString));
            case WEAVE -> Stream.concat(Stream.of("in", "again"), names);
            case INTERVIEW ->
                    Stream.of(
                            "show", "threads", "take", "title", "intro", "cut", "keep", "move",
                            "turn", "rename", "swap", "remove");
            case PICTURE -> Stream.of("page", "none");
            case UNPUBLISH -> Stream.of("confirm");
            case FEED -> Arrays.stream(FeedForm.values()).map(FeedForm::toString);
            case ISSUE -> Stream.of("as", "markdown", "html", "text", "json");
            case BLURB, NOTE, LINK, BYLINE -> Stream.of("clear");
            case TAG,
                    UNTAG,
                    WITHDRAW,
                    SHOW,
                    REFRESH,
                    MORE,
                    TAGS_RENAME,
                    HISTORY,
                    ISSUES,
                    CHECK,
                    SUGGESTIONS,
                    UNDO,
                    SKIP,
                    HOLD,
                    LEAD,
                    RESTORE,
                    MERGE,
                    SPLIT ->
                    Stream.empty();
            case TAGS_MERGE -> Stream.of("into");
        };
    }

    private static Stream<String> periods() {
        return Stream.of("today", "yesterday", "this", "last", "week", "month", "since");
    }

    /// The command that somebody most likely meant by a word that is none.
    static Optional<Verb> nearest(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.length() > LONGEST_SLIP) {
            return Optional.empty();
        }
        var slips = Math.min(2, lower.length() / 2);
        Optional<Verb> nearest = Optional.empty();
        for (var verb : Verb.values()) {
            for (var name :
                    Stream.concat(Stream.of(verb.word()), verb.synonyms().stream()).toList()) {
                var distance = Slips.between(lower, name);
                if (distance <= slips) {
                    slips = distance - 1;
                    nearest = Optional.of(verb);
                }
            }
        }
        return nearest.or(() -> lower.length() < 2 ? Optional.empty() : begunWith(lower));
    }

    private static Optional<Verb> begunWith(String start) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.word().startsWith(start))
                .findFirst();
    }
}
