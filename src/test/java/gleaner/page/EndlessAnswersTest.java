package gleaner.page;

import static gleaner.page.Fetching.row;

import gleaner.page.HostileServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// If these fail, one slow or endless server holds Gleaner up or fills its memory.
@Timeout(20)
class EndlessAnswersTest {

    @RegisterExtension final Fetching fetching = new Fetching();

    private static final byte[] ZEROS = gzip(new byte[64 << 20]);
    private static final byte[] WORDS =
            gzip(("<!doctype html>" + "x".repeat(32 << 20)).getBytes(StandardCharsets.UTF_8));
    private static final byte[] NOISE = gzip(noise());

    private static byte[] noise() {
        var noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) ('a' + (noise[i] & 15));
        }
        return noise;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answers")
    void whateverAServerDoesCostsItsOwnFetchAndNoMore(String name, String expected, Answer answer) {
        fetching.cost(name, expected, answer);
    }

    private static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Stream<Arguments> answers() {
        var page = "<!doctype html><title>T</title>";
        return Stream.of(
                // Too slow.
                row("says nothing", "TimedOut", HostileServer.Wire::hang),
                row(
                        "sends half a status line",
                        "TimedOut",
                        wire -> {
                            wire.send("HTTP/1.1 20");
                            wire.hang();
                        }),
                row(
                        "never ends its headers",
                        "TimedOut",
                        wire -> {
                            wire.send(Fetching.OK);
                            wire.hang();
                        }),
                row(
                        "never begins its body",
                        "TimedOut",
                        wire -> {
                            wire.send(Fetching.OK + "Content-Length: 100\r\n\r\n");
                            wire.hang();
                        }),
                row(
                        "drips its body",
                        "TimedOut",
                        wire -> {
                            wire.send(Fetching.OK + "Content-Length: 100000\r\n\r\n");
                            Fetching.drip(wire, "<");
                        }),
                row(
                        "drips its headers",
                        "TimedOut",
                        wire -> {
                            wire.send(Fetching.OK + "X: ");
                            Fetching.drip(wire, "x");
                        }),
                row(
                        "drips chunks",
                        "TimedOut",
                        wire -> {
                            wire.send(Fetching.OK + "Transfer-Encoding: chunked\r\n\r\n");
                            Fetching.drip(wire, "1\r\nx\r\n");
                        }),
                row("drips a status line", "TimedOut", wire -> Fetching.drip(wire, "H")),
                // Too much.
                row(
                        "sends a body without end",
                        "page 262144",
                        wire -> {
                            wire.send(Fetching.OK + "\r\n" + page);
                            Fetching.flood(wire, "x".repeat(1 << 16));
                        }),
                row(
                        "sends chunks without end",
                        "page 262144",
                        wire -> {
                            wire.send(Fetching.OK + "Transfer-Encoding: chunked\r\n\r\n");
                            Fetching.flood(wire, "10000\r\n" + "x".repeat(1 << 16) + "\r\n");
                        }),
                row(
                        "tells a length of a terabyte",
                        "page 262144",
                        wire -> {
                            wire.send(Fetching.OK + "Content-Length: 1099511627776\r\n\r\n");
                            Fetching.flood(wire, "x".repeat(1 << 16));
                        }),
                row(
                        "sends a header of 100 MB",
                        "TooLarge",
                        wire -> {
                            wire.send(Fetching.OK + "X-Long: ");
                            Fetching.flood(wire, "x".repeat(1 << 16));
                        }),
                row(
                        "sends headers without end",
                        "TooLarge",
                        wire -> {
                            wire.send(Fetching.OK);
                            Fetching.flood(wire, "X-Other: y\r\n".repeat(4_000));
                        }),
                row(
                        "sends a status line without end",
                        "TooLarge",
                        wire -> {
                            wire.send("HTTP/1.1 200 ");
                            Fetching.flood(wire, "O".repeat(1 << 16));
                        }),
                row(
                        "sets a huge cookie",
                        "TooLarge",
                        wire ->
                                wire.send(
                                        Fetching.OK
                                                + "Set-Cookie: a="
                                                + "c".repeat(300_000)
                                                + "\r\n\r\n"
                                                + page)),
                row(
                        "sets cookies by the thousand",
                        "page 31",
                        wire ->
                                wire.send(
                                        Fetching.OK
                                                + "Set-Cookie: a=b\r\n".repeat(5_000)
                                                + "\r\n"
                                                + page)),
                row(
                        "sends a long chunk extension",
                        "page 0|TooLarge|Broken",
                        wire -> {
                            wire.send(Fetching.OK + "Transfer-Encoding: chunked\r\n\r\n1;");
                            Fetching.flood(wire, "x".repeat(1 << 16));
                        }),
                row(
                        "sends trailers without end",
                        "page 1|TooLarge|Broken|page 31",
                        wire -> {
                            wire.send(
                                    Fetching.OK
                                            + "Transfer-Encoding: chunked\r\n\r\n1f\r\n"
                                            + page
                                            + "\r\n0\r\n");
                            Fetching.flood(wire, "X-Trailer: y\r\n".repeat(4_000));
                        }),
                row(
                        "sends interim answers without end",
                        "BadStatus|Broken|TooLarge",
                        wire ->
                                Fetching.flood(
                                        wire, "HTTP/1.1 102 Processing\r\n\r\n".repeat(1_000))),
                row(
                        "packs a bomb",
                        "OTHER",
                        wire -> {
                            wire.send(Fetching.OK + "Content-Encoding: gzip\r\n\r\n");
                            wire.send(ZEROS);
                        }),
                row(
                        "packs a bomb of words",
                        "page 262144",
                        wire -> {
                            wire.send(Fetching.OK + "Content-Encoding: gzip\r\n\r\n");
                            wire.send(WORDS);
                        }),
                row(
                        "packs without end",
                        "page 262144",
                        wire -> {
                            wire.send(Fetching.OK + "Content-Encoding: gzip\r\n\r\n");
                            wire.send(NOISE);
                        }));
    }
}
