package gleaner.command;

import gleaner.store.Act;
import gleaner.store.Outcome;
import gleaner.store.Repository;
import java.util.function.Supplier;

/// Does what was planned, wholly or not at all; planned anew where somebody changes the same things
/// at the same time.
final class Committing {

    /// So often a command is tried again when somebody changes the same links at the same time.
    private static final int TRIES = 8;

    private final Repository repository;

    Committing(Repository repository) {
        this.repository = repository;
    }

    /// @param words for the history
    Reply tried(String words, Asker asker, Supplier<Plan> planner) {
        for (int i = 0; i < TRIES; i++) {
            var plan = planner.get();
            if (plan.isEmpty()) {
                return plan.reply();
            }
            var act =
                    new Act(
                            asker.command(),
                            asker.person(),
                            asker.time(),
                            words.strip(),
                            plan.revisions(),
                            plan.aliases(),
                            plan.fields(),
                            plan.publication(),
                            plan.joinings(),
                            plan.undoes(),
                            Replies.write(plan.reply()));
            switch (repository.commit(act)) {
                case Outcome.Done() -> {
                    return plan.reply();
                }
                case Outcome.DoneBefore(var answer) -> {
                    return Replies.read(answer);
                }
                case Outcome.Conflict() -> {}
            }
        }
        return Replies.refused(
                "Others are changing the same links just now; nothing was done, try again.");
    }
}
