package gleaner.app.config;

import gleaner.news.GleanerException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The mistakes that were found in one file, gathered so that all are told at once.
final class Problems {

    /// More than these are counted, not told: nobody mends a hundred before looking again.
    private static final int MOST_TOLD = 40;

    private record Problem(int line, String sentence) {}

    private final String file;
    private final List<Problem> mistakes = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /// @param file its name as it is told
    Problems(String file) {
        this.file = file;
    }

    /// @param line from 1; 0 where it is about no line
    void add(int line, String sentence) {
        mistakes.add(new Problem(line, sentence));
    }

    void warn(int line, String sentence) {
        warnings.add(new Problem(line, sentence));
    }

    List<String> warnings() {
        return told(warnings);
    }

    /// @throws GleanerException USAGE where there is any mistake
    void throwIfAny() {
        if (mistakes.isEmpty()) {
            return;
        }
        var told = new ArrayList<>(told(mistakes));
        if (mistakes.size() > MOST_TOLD) {
            told.add("%s: and %d more mistakes.".formatted(file, mistakes.size() - MOST_TOLD));
        }
        throw GleanerException.usage(String.join("\n", told));
    }

    private List<String> told(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .limit(MOST_TOLD)
                .map(problem ->
                        problem.line() == 0
                                ? problem.sentence()
                                : "%s:%d: %s".formatted(file, problem.line(), problem.sentence()))
                .collect(Collectors.toList());
    }
}
