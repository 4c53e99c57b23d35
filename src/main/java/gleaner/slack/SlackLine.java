package gleaner.slack;

import java.time.Duration;
import java.util.Optional;

/// The way on which Slack reaches Gleaner.
interface SlackLine {

    /// Opens it, anew where it was open; whether that worked says [#isAlive].
    void open();

    boolean isAlive();

    /// How long it may be dead before it is opened anew.
    Duration patience();

    /// Why Slack did not let it be opened the last time; empty where it did, or said nothing.
    default Optional<SlackFailure> failure() {
        return Optional.empty();
    }

    void close();
}
