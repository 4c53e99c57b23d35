package gleaner.mastodon;

import gleaner.news.Excerpt;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Questions over HTTP to one server with one token: follows no redirect, tells every failure
/// apart, and asks no more while the server has said that it will not answer.
final class Rest implements AutoCloseable {

    /// Which of the server's limits a question counts against; see
    /// <https://docs.joinmastodon.org/api/rate-limits/>.
    enum Limit {
        COMMON,
        PAGED,
        DELETES
    }

    /// @param link the target of `rel="prev"`, which is where newer elements are
    record Answer(JsonNode json, Optional<String> link) {}

    private static final int MOST_BYTES = 8 << 20;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

    private final MastodonServer server;
    private final Optional<String> token;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http;
    private final Map<Limit, Instant> shutUntil = new EnumMap<>(Limit.class);

    /// @param patience for one answer
    Rest(MastodonServer server, Optional<String> token, Clock clock, Duration patience) {
        this.server = server;
        this.token = token;
        this.clock = clock;
        this.patience = patience;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(patience)
                        .build();
    }

    HttpClient http() {
        return http;
    }

    Answer get(String path, Limit limit) {
        return send(request(path).GET().build(), limit);
    }

    Answer send(String method, String path, String json, Map<String, String> headers, Limit limit) {
        var request = request(path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.method(method, BodyPublishers.ofString(json)).build(), limit);
    }

    /// A form, as OAuth wants it (RFC 6749, appendix B).
    Answer form(String path, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        var request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        return send(request.POST(BodyPublishers.ofString(body)).build(), Limit.COMMON);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(server.at(path))
                        .timeout(patience)
                        .header("Accept", "application/json")
                        .header("User-Agent", "Gleaner");
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private Answer send(HttpRequest request, Limit limit) {
        refuseWhileShut(limit);
        var response = exchange(request);
        heedLimits(response, limit);
        var body = new String(response.body(), StandardCharsets.UTF_8);
        var what = request.method() + " " + request.uri().getPath();
        if (response.statusCode() / 100 != 2) {
            throw trouble(response, what, body, limit);
        }
        return Wire.read(body)
                .map(json -> new Answer(json, newer(response)))
                .orElseThrow(() -> garbled(what, body));
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        var answer =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw away(
                    request.uri(),
                    e.getCause() instanceof IOException cause ? reason(cause) : "it broke off");
        } catch (TimeoutException | CancellationException e) {
            answer.cancel(true);
            throw away(
                    request.uri(),
                    "no answer within %d seconds".formatted(Math.max(1, patience.toSeconds())));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw away(request.uri(), "interrupted");
        }
    }

    private static String reason(IOException cause) {
        var told = Optional.ofNullable(cause.getMessage()).orElse("");
        return Excerpt.of(told.isBlank() ? cause.getClass().getSimpleName() : told);
    }

    private MastodonTrouble away(URI uri, String why) {
        return new MastodonTrouble(
                MastodonTrouble.Kind.AWAY,
                "%s does not answer %s (%s).".formatted(server, uri.getPath(), why));
    }

    private synchronized void refuseWhileShut(Limit limit) {
        var until = shutUntil.get(limit);
        if (until != null && clock.instant().isBefore(until)) {
            throw tooMany(until);
        }
    }

    private MastodonTrouble tooMany(Instant until) {
        return new MastodonTrouble(
                MastodonTrouble.Kind.TOO_MANY,
                "%s takes no more requests until %s.".formatted(server, until),
                Optional.of(until));
    }

    private void heedLimits(HttpResponse<?> response, Limit limit) {
        var isLast =
                response.headers()
                        .firstValue("X-RateLimit-Remaining")
                        .filter("0"::equals)
                        .isPresent();
        if (response.statusCode() != 429 && !isLast) {
            return;
        }
        var now = clock.instant();
        var until =
                response.headers()
                        .firstValue("X-RateLimit-Reset")
                        .flatMap(Rest::moment)
                        .or(() ->
                                response.headers()
                                        .firstValue("Retry-After")
                                        .flatMap(seconds -> after(now, seconds)))
                        .orElse(now.plus(USUAL_WAIT));
        var latest = now.plus(LONGEST_WAIT);
        var soonest = response.statusCode() == 429 ? now.plus(SHORTEST_WAIT) : now;
        var bounded = until.isAfter(latest) ? latest : until.isBefore(soonest) ? soonest : until;
        synchronized (this) {
            shutUntil.put(limit, bounded);
        }
    }

    /// ISO time on Mastodon, seconds of the epoch elsewhere.
    private static Optional<Instant> moment(String text) {
        return Wire.time(text.strip()).or(() -> number(text).map(Instant::ofEpochSecond));
    }

    private static Optional<Instant> after(Instant now, String seconds) {
        return number(seconds).map(now::plusSeconds);
    }

    private static Optional<Long> number(String text) {
        var digits = text.strip();
        return digits.isEmpty()
                        || digits.length() > 10
                        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.empty()
                : Optional.of(Long.valueOf(digits));
    }

    private MastodonTrouble trouble(
            HttpResponse<?> response, String what, String body, Limit limit) {
        var code = response.statusCode();
        if (code == 429) {
            synchronized (this) {
                return tooMany(shutUntil.getOrDefault(limit, clock.instant().plus(USUAL_WAIT)));
            }
        }
        if (code / 100 == 3) {
            var to =
                    response.headers().firstValue("Location").map(Rest::hostOf).orElse("elsewhere");
            return new MastodonTrouble(
                    MastodonTrouble.Kind.MOVED,
                    "%s sends %s on to %s; the token goes to no other place. Set mastodon.url to the server itself."
                            .formatted(server, what, Excerpt.of(to)));
        }
        var kind =
                switch (code) {
                    case 401 -> MastodonTrouble.Kind.TOKEN;
                    case 403 -> MastodonTrouble.Kind.FORBIDDEN;
                    case 404, 405, 410, 501 -> MastodonTrouble.Kind.MISSING;
                    default ->
                            code >= 500 ? MastodonTrouble.Kind.AWAY : MastodonTrouble.Kind.REFUSED;
                };
        var said =
                Wire.read(body)
                        .flatMap(json -> Wire.text(json, "error"))
                        .map(text -> ": " + Excerpt.of(text));
        return new MastodonTrouble(
                kind, "%s answers %s with %d%s.".formatted(server, what, code, said.orElse("")));
    }

    private static String hostOf(String location) {
        try {
            return Optional.ofNullable(URI.create(location).getHost()).orElse("another path");
        } catch (IllegalArgumentException e) {
            return "elsewhere";
        }
    }

    private MastodonTrouble garbled(String what, String body) {
        var found =
                body.isBlank()
                        ? "nothing"
                        : body.stripLeading().toLowerCase(Locale.ROOT).startsWith("<")
                                ? "a page of HTML"
                                : "something else";
        return new MastodonTrouble(
                MastodonTrouble.Kind.GARBLED,
                "%s answers %s with %s where JSON should be.".formatted(server, what, found));
    }

    /// The target of `rel="prev"`; see RFC 8288 and
    /// <https://docs.joinmastodon.org/api/guidelines/#pagination>.
    private static Optional<String> newer(HttpResponse<?> response) {
        for (var header : response.headers().allValues("Link")) {
            var at = 0;
            while (at >= 0 && at < header.length()) {
                var open = header.indexOf('<', at);
                var close = open < 0 ? -1 : header.indexOf('>', open);
                if (close < 0) {
                    break;
                }
                var next = header.indexOf('<', close);
                var parameters = header.substring(close + 1, next < 0 ? header.length() : next);
                if (parameters
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "")
                        .replace("\"", "")
                        .contains("rel=prev")) {
                    return Optional.of(header.substring(open + 1, close));
                }
                at = next;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
