package gleaner.app.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// `%safe` in a Logback pattern: the message on one line, without secrets.
public final class SafeMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return oneLine(Redaction.of(String.valueOf(event.getFormattedMessage())));
    }

    /// Line ends and other control characters made visible, so that no stranger's words can forge a
    /// line of the log or steer a terminal.
    static String oneLine(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        var line = new StringBuilder(text.length() + 16);
        text.chars()
                .forEach(c -> {
                    switch (c) {
                        case '\n' -> line.append("\\n");
                        case '\t' -> line.append(' ');
                        default -> line.append(Character.isISOControl(c) ? '\uFFFD' : (char) c);
                    }
                });
        return line.toString();
    }
}
