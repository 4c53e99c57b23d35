package gleaner.app.logging;

import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;

/// Tells on stderr what Logback finds wrong in its file, and nothing of what it finds right.
public final class Trouble extends ContextAwareBase implements StatusListener {

    @Override
    public void addStatusEvent(Status status) {
        if (status.getEffectiveLevel() >= Status.WARN) {
            System.err.println(
                    "gleaner: logback.xml: "
                            + SafeMessage.oneLine(Redaction.of(status.getMessage())));
        }
    }
}
