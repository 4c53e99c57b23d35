package gleaner.mastodon;

import gleaner.mastodon.MastodonOutbox.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answers that are still to be given: a new one at once, one that failed after a pause of its
/// own, which grows, so that the one that the server never takes makes no other wait. For one
/// thread.
final class Waiting {

    private final MastodonOutbox outbox;
    private final Backoff backoff;
    private final Map<String, Late> all = new LinkedHashMap<>();
    private String last = "";

    /// @param failures how often it could not be given
    /// @param next when it is tried again
    private record Late(Answer answer, int failures, Timer next) {}

    Waiting(MastodonOutbox outbox, Backoff backoff) {
        this.outbox = outbox;
        this.backoff = backoff;
    }

    /// Those whose time has come, in the order in which they came; waits at most so long for the
    /// first.
    List<Answer> due(Duration longest) {
        var soonest = Timer.soonest(all.values().stream().map(Late::next).toArray(Timer[]::new));
        var wait = all.isEmpty() || soonest.compareTo(longest) > 0 ? longest : soonest;
        for (var answer : outbox.read(last, wait)) {
            last = answer.place();
            all.put(answer.place(), new Late(answer, 0, new Timer()));
        }
        return all.values().stream().filter(late -> late.next().isDue()).map(Late::answer).toList();
    }

    void given(Answer answer) {
        all.remove(answer.place());
    }

    /// Has it wait.
    ///
    /// @return whether it failed for the first time
    boolean failed(Answer answer) {
        var late = all.get(answer.place());
        if (late == null) {
            return false;
        }
        var failures = late.failures() + 1;
        late.next().in(backoff.after(failures));
        all.put(answer.place(), new Late(answer, failures, late.next()));
        return failures == 1;
    }

    /// Starts anew with all that there are: another process may give them meanwhile.
    void forget() {
        all.clear();
        last = "";
    }
}
