package gleaner.digest.drafting;

import java.util.List;
import java.util.stream.Stream;

/// Work on each of a list, on all cores where there is enough of it.
///
/// The order is kept, so the result is the same. Below a thousand, handing the work out costs more
/// than it saves.
final class SideBySide {

    private static final int ENOUGH = 1_000;

    private SideBySide() {}

    static <T> Stream<T> of(List<T> all) {
        return all.size() < ENOUGH ? all.stream() : all.parallelStream();
    }
}
