package gleaner.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import gleaner.news.GleanerException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTest {

    private static final String STAMP = "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ";

    @Test
    void theFileToEditIsTheOneInTheJar() {
        assertThat(Path.of("config/logback.xml"))
                .hasSameTextualContentAs(Path.of("src/main/resources/logback.xml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    redis://:hunter2@host is gone | WARN  gleaner.Test - redis://***@host is gone
                    'two\nlines'                  | WARN  gleaner.Test - two\\nlines
                    'a\u001B[31mred'              | WARN  gleaner.Test - a\uFFFD[31mred
                    """)
    void aMessageIsOneLineWithoutSecrets(String message, String line) {
        assertThat(logged(log -> log.getLogger("gleaner.Test").warn(message)))
                .containsPattern(STAMP)
                .endsWith("Z " + line + System.lineSeparator());
    }

    @Test
    void anExpectedFailureHasNoStackTrace() {
        var failure =
                GleanerException.unavailable("Redis at redis://:hunter2@host does not answer.");

        assertThat(
                        logged(log ->
                                        log.getLogger("gleaner.Test")
                                                .warn("The inbox waits.", failure))
                                .substring(25))
                .isEqualToNormalizingNewlines(
                        """
                        WARN  gleaner.Test - The inbox waits.
                          Redis at redis://***@host does not answer.
                        """);
    }

    @Test
    void anUnexpectedFailureHasItsStackTraceWithoutSecrets() {
        var failure =
                new IllegalStateException(
                        "xoxb-1-2 was refused", new RuntimeException("Bearer abcdefghij"));

        assertThat(logged(log -> log.getLogger("gleaner.Test").error("Broken.", failure)))
                .contains(
                        "java.lang.IllegalStateException: xoxb-*** was refused",
                        "at gleaner.app.logging.LogTest")
                .contains("Caused by: java.lang.RuntimeException: Bearer ***");
    }

    @Test
    void aOneShotCommandIsQuiet() {
        assertThat(
                        logged(log -> {
                            log.getLogger("gleaner.Test").info("Started.");
                            log.getLogger("redis.clients.jedis").info("Connected.");
                        }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"INFO", "debug"})
    void theLevelOfRunIsAskedForByAProperty(String level) {
        System.setProperty("gleaner.log", level);
        try {
            assertThat(
                            logged(log -> {
                                log.getLogger("gleaner.Test").info("Started.");
                                log.getLogger("redis.clients.jedis").info("Connected.");
                            }))
                    .contains("INFO  gleaner.Test - Started.")
                    .doesNotContain("Connected");
        } finally {
            System.clearProperty("gleaner.log");
        }
    }

    private interface Logging {
        void to(LoggerContext log);
    }

    private static String logged(Logging logging) {
        var err = System.err;
        var bytes = new ByteArrayOutputStream();
        var log = new LoggerContext();
        log.setMDCAdapter(new LogbackMDCAdapter());
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            var joran = new JoranConfigurator();
            joran.setContext(log);
            joran.doConfigure(Path.of("config/logback.xml").toFile());
            logging.to(log);
        } catch (JoranException e) {
            throw new AssertionError(e);
        } finally {
            log.stop();
            System.setErr(err);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
