package gleaner.app.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import gleaner.news.GleanerException;

/// `%trace` in a Logback pattern: where something broke, without secrets.
///
/// A [GleanerException] is no break but a sentence for a person: it is told in one line, and where
/// it was thrown only at level DEBUG.
public final class SafeThrowable extends ThrowableProxyConverter {

    private static final String EXPECTED = GleanerException.class.getName();

    @Override
    public String convert(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        if (thrown != null
                && EXPECTED.equals(thrown.getClassName())
                && event.getLevel().isGreaterOrEqual(Level.INFO)) {
            var sentence = Redaction.of(String.valueOf(thrown.getMessage()));
            return "  " + SafeMessage.oneLine(sentence) + System.lineSeparator();
        }
        return super.convert(event);
    }

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return Redaction.of(super.throwableProxyToString(thrown));
    }
}
