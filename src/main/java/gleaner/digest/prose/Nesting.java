package gleaner.digest.prose;

import java.util.List;

/// Walks through the runs of a [Prose] as nested marks: what lasts longest stands outside.
abstract class Nesting {

    /// A mark around some runs.
    enum Mark {
        LINK,
        EMPHASIS,
        STRONG;

        private boolean isOn(Run run) {
            return switch (this) {
                case LINK -> run.href().isPresent();
                case EMPHASIS -> run.emphasis();
                case STRONG -> run.strong();
            };
        }

        private boolean goesOn(Run run, Run next) {
            return this == LINK ? next.href().equals(run.href()) : isOn(next);
        }
    }

    /// A mark begins before that run.
    abstract void open(Mark mark, Run run);

    /// A mark ends after that run.
    abstract void close(Mark mark, Run run);

    /// The words of a run.
    abstract void words(Run run, boolean isLast);

    final void walk(Prose prose) {
        walk(prose.runs(), 0, prose.runs().size(), List.of(Mark.values()));
    }

    private void walk(List<Run> runs, int from, int to, List<Mark> marks) {
        int at = from;
        while (at < to) {
            var run = runs.get(at);
            int longest = 0;
            var outer = Mark.LINK;
            for (var mark : marks) {
                int lasts = mark.isOn(run) ? lasts(mark, runs, at, to) : 0;
                if (lasts > longest) {
                    longest = lasts;
                    outer = mark;
                }
            }
            if (longest == 0) {
                words(run, at == runs.size() - 1);
                at++;
                continue;
            }
            var chosen = outer;
            open(chosen, run);
            walk(runs, at, at + longest, marks.stream().filter(mark -> mark != chosen).toList());
            close(chosen, run);
            at += longest;
        }
    }

    private static int lasts(Mark mark, List<Run> runs, int from, int to) {
        int end = from + 1;
        while (end < to && mark.goesOn(runs.get(from), runs.get(end))) {
            end++;
        }
        return end - from;
    }
}
