package gleaner.publishing;

import gleaner.markdown.Plain;
import gleaner.news.Excerpt;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks one publisher over HTTP, with its key, and tells what went wrong in one sentence.
///
/// The key goes over TLS or to this machine itself, never to where a redirect points, and into no
/// sentence.
final class Web {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    private final Place place;
    private final Credential credential;
    private final Duration patience;

    /// @param patience for each answer as a whole
    Web(Place place, Credential credential, Duration patience) {
        this.place = place;
        this.credential = credential;
        this.patience = patience;
    }

    /// What was answered, as JSON.
    ///
    /// @throws Trouble where the answer is anything but a success
    JsonNode ask(Ask ask) {
        place.mustBeSafe();
        var answer = send(request(ask));
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.statusCode() / 100 != 2) {
            throw refusal(answer, text);
        }
        try {
            var json = JSON.readTree(text);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException _) {
            // Told below, with all else that is no object.
        }
        throw Trouble.unanswered(
                answer.statusCode(),
                "%s answered with %s in the place of JSON; is %s the address of %s?"
                        .formatted(
                                place.name(),
                                kindOf(text),
                                Plain.words(place.base()),
                                place.name()));
    }

    private HttpRequest request(Ask ask) {
        var request =
                HttpRequest.newBuilder(URI.create(place.base() + ask.path()))
                        .header(
                                "Authorization",
                                credential.scheme() + " " + credential.value().get())
                        .header("Accept", "application/json")
                        .header("User-Agent", "Gleaner");
        ask.headers().forEach(request::header);
        return request.method(
                        ask.method(),
                        ask.body()
                                .map(HttpRequest.BodyPublishers::ofString)
                                .orElseGet(HttpRequest.BodyPublishers::noBody))
                .build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try (var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(CONNECT)
                        .build()) {
            var coming =
                    client.sendAsync(
                            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
            try {
                return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                throw Trouble.unanswered(
                        0,
                        "%s did not answer within %d seconds."
                                .formatted(place.name(), patience.toSeconds()));
            } catch (ExecutionException e) {
                throw unanswered(Objects.requireNonNullElse(e.getCause(), e));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw Trouble.unanswered(
                        0, "Gleaner was stopped while it waited for %s.".formatted(place.name()));
            } finally {
                coming.cancel(true);
                client.shutdownNow();
            }
        }
    }

    private Trouble unanswered(Throwable cause) {
        var where = Plain.words(place.base());
        return switch (cause) {
            case HttpConnectTimeoutException _ ->
                    Trouble.unreached(
                            "%s was not reached at %s within %d seconds."
                                    .formatted(place.name(), where, CONNECT.toSeconds()));
            case ConnectException e ->
                    Trouble.unreached(
                            e.getCause() instanceof UnresolvedAddressException
                                    ? noHost()
                                    : "Nobody answers at %s; is %s right, and does it run?"
                                            .formatted(where, place.setting()));
            case UnknownHostException _ -> Trouble.unreached(noHost());
            case SSLException _ ->
                    Trouble.unreached(
                            "There is no safe connection to %s (TLS); look at its certificate."
                                    .formatted(where));
            case IOException e when tooLarge(e) ->
                    Trouble.unanswered(
                            0,
                            "%s answered with more than %d MB; that is no answer of its API."
                                    .formatted(place.name(), MOST_BYTES >> 20));
            default ->
                    Trouble.unanswered(
                            0, "The connection to %s broke off.".formatted(place.name()));
        };
    }

    private String noHost() {
        return "There is no host %s; look at %s."
                .formatted(Plain.words(String.valueOf(place.url().getHost())), place.setting());
    }

    private static boolean tooLarge(IOException e) {
        return String.valueOf(e.getMessage()).contains("body exceeds capacity");
    }

    private Trouble refusal(HttpResponse<byte[]> answer, String text) {
        var status = answer.statusCode();
        var name = place.name();
        var said = said(text);
        var because = said.isEmpty() ? "" : ": " + said;
        return switch (status) {
            case 301, 302, 303, 307, 308 ->
                    Trouble.refused(
                            status,
                            "%s sends on to %s, where the key is not taken along; set %s to the address that it really has."
                                    .formatted(
                                            name,
                                            Plain.words(
                                                    Excerpt.of(
                                                            redacted(
                                                                    answer.headers()
                                                                            .firstValue("Location")
                                                                            .orElse("nowhere")),
                                                            200)),
                                            place.setting()));
            case 401 ->
                    Trouble.refused(
                            status,
                            "%s does not know the key in %s (HTTP 401%s); is it whole, of this site, and is this machine's clock right?"
                                    .formatted(name, place.variable(), because));
            case 403 ->
                    Trouble.refused(
                            status,
                            "%s does not allow that with the key in %s (HTTP 403%s); it needs the right to write drafts."
                                    .formatted(name, place.variable(), because));
            case 404 ->
                    Trouble.refused(
                            status,
                            "There is nothing at that address of %s (HTTP 404%s); look at %s."
                                    .formatted(name, because, place.setting()));
            case 409 ->
                    Trouble.refused(
                            status,
                            "Somebody changed the draft in %s at the same moment (HTTP 409%s); nothing was written over, look at it and try again."
                                    .formatted(name, because));
            case 429 ->
                    Trouble.later(
                            status,
                            "%s asks to wait%s (HTTP 429)."
                                    .formatted(
                                            name,
                                            answer.headers()
                                                    .firstValue("Retry-After")
                                                    .filter(wait -> wait.matches("[0-9]{1,6}"))
                                                    .map(wait -> " " + wait + " seconds")
                                                    .orElse(" a while")));
            default ->
                    status >= 500
                            ? Trouble.unanswered(
                                    status,
                                    "%s has trouble of its own (HTTP %d%s); try again later."
                                            .formatted(name, status, because))
                            : Trouble.refused(
                                    status,
                                    "%s did not take it (HTTP %d%s)."
                                            .formatted(name, status, because));
        };
    }

    /// What a publisher says of an error, in Markdown.
    private String said(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JacksonException _) {
            return text.isBlank() ? "" : kindOf(text);
        }
        var parts = java.util.stream.Stream.<String>builder();
        for (var error : json.path("errors")) {
            parts.add(error.path("message").asString(""));
            parts.add(error.path("context").asString(""));
            parts.add(error.path("code").asString(""));
        }
        parts.add(json.path("message").asString(""));
        parts.add(json.path("code").asString(""));
        parts.add(json.path("detail").asString(""));
        for (var detail : json.path("detail")) {
            parts.add(
                    detail.isString()
                            ? detail.asString()
                            : place(detail.path("loc")) + detail.path("msg").asString(""));
        }
        var all =
                parts.build()
                        .filter(part -> !part.isBlank())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return Plain.words(Excerpt.of(redacted(all), 240));
    }

    private static String place(JsonNode loc) {
        var names = new StringBuilder();
        loc.forEach(part -> names.append(part.asString("")).append(' '));
        return names.toString();
    }

    private String redacted(String text) {
        return credential.secret().length() < 4 ? text : text.replace(credential.secret(), "…");
    }

    private static String kindOf(String text) {
        var start = text.stripLeading();
        return start.isEmpty() ? "nothing" : start.startsWith("<") ? "a web page" : "something";
    }
}
