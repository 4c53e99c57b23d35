package gleaner.page;

import static gleaner.page.Fetching.row;

import gleaner.page.HostileServer.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// If these fail, a server that speaks no proper HTTP, or breaks off, is mistaken for a page or for
/// a reason to stop.
@Timeout(20)
class BrokenAnswersTest {

    @RegisterExtension final Fetching fetching = new Fetching();

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("answers")
    void whateverAServerDoesCostsItsOwnFetchAndNoMore(String name, String expected, Answer answer) {
        fetching.cost(name, expected, answer);
    }

    static Stream<Arguments> answers() {
        var page = "<!doctype html><title>T</title>";
        var long2 = page + "x".repeat(2_000);
        return Stream.of(
                // Not HTTP.
                row("sends garbage", "Broken", wire -> wire.send("\0\1\2garbage\r\n\r\n")),
                row("speaks SSH", "Broken", wire -> wire.send("SSH-2.0-OpenSSH_9.9\r\n")),
                row(
                        "speaks like a mail server",
                        "Broken",
                        wire -> wire.send("220 mail.example ESMTP\r\n")),
                row(
                        "speaks like Redis",
                        "Broken",
                        wire -> wire.send("-ERR unknown command 'GET'\r\n")),
                row(
                        "has a status of letters",
                        "Broken",
                        wire -> wire.send("HTTP/1.1 abc Fetching.OK\r\n\r\n")),
                row(
                        "has a status of a million",
                        "Broken|BadStatus",
                        wire -> wire.send("HTTP/1.1 1000000 Fetching.OK\r\n\r\n")),
                row(
                        "has a negative status",
                        "Broken|BadStatus",
                        wire -> wire.send("HTTP/1.1 -20 Fetching.OK\r\n\r\n")),
                row("speaks HTTP 0.9", "Broken", wire -> wire.send("<html>hello</html>")),
                row("speaks HTTP 2 unasked", "Broken", wire -> wire.send("\0\0\22\4\0\0\0\0\0")),
                row(
                        "answers with TLS",
                        "Broken|TimedOut",
                        wire -> wire.send("\26\3\1\2\0\1\0\1\374\3\3")),
                row(
                        "has headers of nonsense",
                        "Broken|page 31",
                        wire -> wire.send(Fetching.OK + ": : :\r\nno colon\r\n\r\n" + page)),
                row(
                        "has a header with control characters",
                        "Broken|page 31",
                        wire -> wire.send(Fetching.OK + "X\0Y: \1\2\r\n\r\n" + page)),
                row(
                        "tells two lengths",
                        "Broken|page 31|page 5",
                        wire ->
                                wire.send(
                                        Fetching.OK
                                                + "Content-Length: 5\r\nContent-Length: 31\r\n\r\n"
                                                + page)),
                row(
                        "tells a length of letters",
                        "page 31",
                        wire -> wire.send(Fetching.OK + "Content-Length: many\r\n\r\n" + page)),
                row(
                        "tells a negative length",
                        "Broken",
                        wire -> wire.send(Fetching.OK + "Content-Length: -5\r\n\r\n" + page)),
                row(
                        "sends chunks of nonsense",
                        "Broken",
                        wire ->
                                wire.send(
                                        Fetching.OK
                                                + "Transfer-Encoding: chunked\r\n\r\n"
                                                + "zz\r\n"
                                                + "hello\r\n")),
                row(
                        "sends a chunk of a negative size",
                        "Broken",
                        wire ->
                                wire.send(
                                        Fetching.OK
                                                + "Transfer-Encoding: chunked\r\n\r\n"
                                                + "-1\r\n"
                                                + "hello\r\n")),
                row(
                        "sends a chunk of a huge size",
                        "Broken",
                        wire ->
                                wire.send(
                                        Fetching.OK
                                                + "Transfer-Encoding: chunked\r\n\r\n"
                                                + "FFFFFFFFFFFFFFFFF\r\n"
                                                + "hello\r\n")),
                row(
                        "packs nonsense",
                        "Broken",
                        wire ->
                                wire.send(
                                        Fetching.OK
                                                + "Content-Encoding: gzip\r\n\r\n"
                                                + "this is not packed at all")),
                row(
                        "packs as nobody asked",
                        "Broken",
                        wire -> wire.send(Fetching.OK + "Content-Encoding: br\r\n\r\n" + page)),
                row(
                        "packs twice",
                        "Broken",
                        wire ->
                                wire.send(
                                        Fetching.OK
                                                + "Content-Encoding: gzip, gzip\r\n\r\n"
                                                + page)),
                row(
                        "packs as nothing",
                        "page 31",
                        wire ->
                                wire.send(
                                        Fetching.OK + "Content-Encoding: identity\r\n\r\n" + page)),
                // Breaks off.
                row("closes at once", "Broken", HostileServer.Wire::end),
                row("breaks off at once", "Broken", HostileServer.Wire::reset),
                row(
                        "closes within the headers",
                        "Broken",
                        wire -> wire.send(Fetching.OK + "Content-Le")),
                row(
                        "tells too great a length of a short page",
                        "Broken",
                        wire -> wire.send(Fetching.OK + "Content-Length: 5000\r\n\r\n" + page)),
                row(
                        "tells too great a length of a long page",
                        "page 2031",
                        wire -> wire.send(Fetching.OK + "Content-Length: 5000\r\n\r\n" + long2)),
                row(
                        "tells too small a length",
                        "page 15",
                        wire -> wire.send(Fetching.OK + "Content-Length: 15\r\n\r\n" + page)),
                row(
                        "breaks off within a long page",
                        "page 2031|Broken",
                        wire -> {
                            wire.send(Fetching.OK + "Content-Length: 5000\r\n\r\n" + long2);
                            wire.reset();
                        }),
                row(
                        "closes its half and stays",
                        "page 31",
                        wire -> {
                            wire.send(Fetching.OK + "\r\n" + page);
                            wire.end();
                            wire.hang();
                        }),
                row(
                        "stays open after the page",
                        "page 31",
                        wire -> {
                            wire.send(Fetching.OK + "Content-Length: 31\r\n\r\n" + page);
                            wire.hang();
                        }),
                row(
                        "sends a second answer unasked",
                        "page 31",
                        wire ->
                                wire.send(
                                        (Fetching.OK + "Content-Length: 31\r\n\r\n" + page)
                                                .repeat(50))),
                // Answers something else than a page.
                row("has no content", "HTTP/1.1 204 No Content\r\n", "", "BadStatus"),
                row(
                        "resets content",
                        "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n",
                        "",
                        "BadStatus"),
                row(
                        "sends a part unasked",
                        "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-1/99\r\n",
                        "<!",
                        "BadStatus"),
                row("has not changed", "HTTP/1.1 304 Not Modified\r\n", "", "BadStatus"),
                row(
                        "redirects nowhere",
                        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n",
                        "",
                        "BadStatus"),
                row(
                        "offers a choice",
                        "HTTP/1.1 300 Multiple Choices\r\nLocation: /a\r\n",
                        "",
                        "BadStatus"),
                row(
                        "wants a password",
                        "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\n",
                        "",
                        "BadStatus"),
                row(
                        "wants a proxy's password",
                        "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=x\r\n",
                        "",
                        "BadStatus|Broken"),
                row(
                        "changes the protocol",
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n",
                        "",
                        "BadStatus|Broken"),
                row("is gone", "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n", "", "BadStatus"),
                row(
                        "is a status of its own",
                        "HTTP/1.1 999 Denied\r\nContent-Length: 0\r\n",
                        "",
                        "BadStatus"),
                row(
                        "refreshes to elsewhere",
                        Fetching.OK,
                        "<meta http-equiv=refresh content='0;url=http://10.0.0.1/'>",
                        "page 58"),
                row(
                        "refreshes by a header",
                        Fetching.OK + "Refresh: 0;url=http://10.0.0.1/\r\n",
                        page,
                        "page 31"),
                row(
                        "refers to another proxy",
                        Fetching.OK + "Alt-Svc: h2=\"10.0.0.1:80\"\r\n",
                        page,
                        "page 31"),
                row(
                        "is binary and says HTML",
                        Fetching.OK,
                        "\211PNG\r\n\032\n" + "\0".repeat(100_000),
                        "OTHER"),
                row(
                        "is a program and says HTML",
                        Fetching.OK,
                        "MZ\220\0\3\0\0\0" + "\0\1".repeat(50_000),
                        "OTHER"),
                row("is a PDF and says HTML", Fetching.OK, "%PDF-1.7\n" + "\0\1".repeat(10), "PDF"),
                row("is empty", Fetching.OK, "", "page 0"),
                row("is one byte", Fetching.OK, "<", "page 1"));
    }
}
