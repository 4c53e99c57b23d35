package gleaner.slack;

import java.time.Duration;

/// The way on which Slack reaches Gleaner.
interface SlackLine {

    /// Opens it, anew where it was open; whether that worked says [#isAlive].
    void open();

    boolean isAlive();

    /// How long it may be dead before it is opened anew.
    Duration patience();

    void close();
}
