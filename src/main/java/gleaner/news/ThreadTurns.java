package gleaner.news;

import gleaner.news.Interview.Kind;
import gleaner.news.Interview.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Tells the questions of a thread from its answers: who asks most is the interviewer, and what
/// they say are the questions.
///
/// Of two who ask equally often it is the one who spoke first. What one person says in several
/// messages is one turn.
public final class ThreadTurns {

    private static final String QUESTION_MARKS = "?？؟";

    private ThreadTurns() {}

    /// A message of a thread.
    public record Spoken(Person speaker, Instant time, String text) {}

    /// The turns; empty where fewer than two people speak.
    public static List<Turn> of(List<Spoken> spoken) {
        var interviewer = interviewer(spoken);
        return interviewer.isEmpty()
                ? List.of()
                : turns(spoken, speaker -> speaker.equals(interviewer.get()));
    }

    /// What is left of an interview of which one side was taken back: who asked before still does.
    public static List<Turn> remaining(List<Spoken> spoken, List<Turn> before) {
        return turns(
                spoken,
                speaker ->
                        before.stream()
                                .filter(turn -> turn.speaker().id().equals(speaker))
                                .findFirst()
                                .map(turn -> turn.kind() == Kind.QUESTION)
                                .orElse(false));
    }

    private static List<Turn> turns(List<Spoken> spoken, Predicate<PersonId> asks) {
        var turns = new ArrayList<Turn>();
        for (var each : spoken) {
            var kind = asks.test(each.speaker().id()) ? Kind.QUESTION : Kind.ANSWER;
            if (!turns.isEmpty() && turns.getLast().speaker().id().equals(each.speaker().id())) {
                var before = turns.removeLast();
                turns.add(
                        new Turn(
                                before.speaker(),
                                kind,
                                before.text() + "\n\n" + each.text(),
                                before.time()));
            } else {
                turns.add(new Turn(each.speaker(), kind, each.text(), each.time()));
            }
        }
        return turns;
    }

    private static Optional<PersonId> interviewer(List<Spoken> spoken) {
        Map<PersonId, Integer> asked = new LinkedHashMap<>();
        spoken.forEach(each ->
                asked.merge(each.speaker().id(), isQuestion(each.text()) ? 1 : 0, Integer::sum));
        if (asked.size() < 2) {
            return Optional.empty();
        }
        var most = asked.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return asked.entrySet().stream()
                .filter(each -> each.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isQuestion(String text) {
        for (int i = 0; i < text.length(); i++) {
            var ends =
                    i + 1 == text.length()
                            || Character.isWhitespace(text.charAt(i + 1))
                            || text.charAt(i + 1) == '*';
            if (ends && QUESTION_MARKS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
