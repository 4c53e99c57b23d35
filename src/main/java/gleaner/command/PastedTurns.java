package gleaner.command;

import gleaner.news.Chat;
import gleaner.news.Interview.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Pasted text as an interview: whose name stands with a colon at the beginning of a line speaks
/// from there on; who speaks first asks. `Q:` and `A:` say it without names.
///
/// The first two names count, a further one only if it stands more than once: "Note: …" in the
/// middle of an answer is no speaker.
final class PastedTurns {

    private static final int LONGEST_NAME = 40;
    private static final Set<String> QUESTION = Set.of("q", "question");
    private static final Set<String> ANSWER = Set.of("a", "answer");

    /// A name of one to three words behind the end of a sentence.
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<=[.?!…)\"”’]) ++(\\p{Lu}[^\\s:]{0,20}+(?: \\p{Lu}[^\\s:]{0,20}+){0,2}+: )");

    private final Map<String, Kind> sides = new HashMap<>();
    private final StringBuilder intro = new StringBuilder();
    private final List<Chat.Turn> turns = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Optional<String> speaker = Optional.empty();

    private PastedTurns() {}

    /// The words before the first turn, and the turns; no turn where none is in it.
    record Pasted(String intro, List<Chat.Turn> turns) {}

    /// @param known who spoke before, and on which side
    static Pasted of(String text, List<Chat.Turn> known) {
        var pasted = new PastedTurns();
        known.forEach(turn -> pasted.sides.putIfAbsent(turn.speaker(), turn.kind()));
        return pasted.read(text);
    }

    private Pasted read(String text) {
        var lines = lines(text);
        var counts = new LinkedHashMap<String, Integer>();
        lines.forEach(line -> label(line).ifPresent(name -> counts.merge(name, 1, Integer::sum)));
        var names = new ArrayList<String>();
        counts.forEach((name, count) -> {
            if (names.size() < 2 || count > 1 || sides.containsKey(name)) {
                names.add(name);
            }
        });
        for (var line : lines) {
            var name = label(line).filter(names::contains);
            if (name.isPresent()) {
                end();
                speaker = name;
                open.append(
                        line.substring(line.indexOf(':') + 1)
                                .replaceFirst("^\\*{1,2}", "")
                                .strip());
            } else if (speaker.isPresent()) {
                open.append('\n').append(line.stripTrailing());
            } else {
                intro.append(line.stripTrailing()).append('\n');
            }
        }
        end();
        return new Pasted(intro.toString().strip(), List.copyOf(turns));
    }

    /// On one line, `Q:` and `A:` begin a turn wherever they stand, and names behind the end of a
    /// sentence.
    private static List<String> lines(String text) {
        var lines = text.strip().lines().toList();
        if (lines.size() > 1) {
            return lines;
        }
        if (!(" " + text).contains(" Q: ")) {
            return NAMED.matcher(text.strip()).replaceAll("\n$1").lines().toList();
        }
        return (" " + text)
                .replace(" Q: ", "\nQ: ")
                .replace(" A: ", "\nA: ")
                .strip()
                .lines()
                .toList();
    }

    private void end() {
        if (speaker.isPresent() && !open.toString().isBlank()) {
            var name = speaker.get();
            var lower = name.toLowerCase(Locale.ROOT);
            var isNamed = !QUESTION.contains(lower) && !ANSWER.contains(lower);
            var kind =
                    isNamed
                            ? sides.computeIfAbsent(
                                    name,
                                    _ ->
                                            sides.containsValue(Kind.QUESTION)
                                                    ? Kind.ANSWER
                                                    : Kind.QUESTION)
                            : QUESTION.contains(lower) ? Kind.QUESTION : Kind.ANSWER;
            var said = open.toString().strip();
            var last = turns.isEmpty() ? Optional.<Chat.Turn>empty() : Optional.of(turns.getLast());
            var shown = isNamed ? name : "";
            if (last.filter(turn -> turn.kind() == kind && turn.speaker().equals(shown))
                    .isPresent()) {
                turns.set(
                        turns.size() - 1,
                        new Chat.Turn(kind, shown, last.get().text() + "\n\n" + said));
            } else {
                turns.add(new Chat.Turn(kind, shown, said));
            }
        }
        open.setLength(0);
    }

    /// The name before a line's first colon, if it may be one: short, of four words at most, no
    /// URL's scheme; emphasis around it is not part of it.
    private static Optional<String> label(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon > LONGEST_NAME + 4 || line.startsWith("//", colon + 1)) {
            return Optional.empty();
        }
        if (colon + 1 < line.length() && " \t*_".indexOf(line.charAt(colon + 1)) < 0) {
            return Optional.empty();
        }
        var name = Markdown.plainLine(line.substring(0, colon).replace("*", ""), LONGEST_NAME);
        var isName =
                !name.isEmpty()
                        && Character.isLetter(name.codePointAt(0))
                        && name.chars().filter(c -> c == ' ').count() < 4
                        && name.codePoints().noneMatch(c -> "[](){}<>\"!?;,/".indexOf(c) >= 0);
        return isName ? Optional.of(name) : Optional.empty();
    }
}
