package gleaner.slack;

import com.slack.api.Slack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.FormBody;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Slack's Web API, with its answers as they are: the SDK's typed ones drop blocks that it does not
/// know.
///
/// Rate limits are kept: after a 429 nobody calls that method before its `Retry-After` is over
/// (<https://docs.slack.dev/apis/web-api/rate-limits>).
final class SlackApi {

    private static final okhttp3.MediaType JSON_TYPE =
            okhttp3.MediaType.get("application/json; charset=utf-8");
    private static final okhttp3.MediaType BYTES_TYPE =
            okhttp3.MediaType.get("application/octet-stream");
    private static final int TRIES = 6;
    private static final int TOO_MANY = 429;
    private static final int MOST_PAGES = 500;
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(10);

    private final Slack slack;
    private final String root;
    private final String token;
    private final Stop stop;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Long> notBefore = new ConcurrentHashMap<>();

    SlackApi(Slack slack, String root, String token, Stop stop) {
        this.slack = slack;
        this.root = root;
        this.token = token;
        this.stop = stop;
    }

    /// An answer that is `ok`.
    ///
    /// @param scopes what the token may do, as the response's header says; empty where it does not
    record Answer(JsonNode body, List<String> scopes) {}

    /// Calls a method.
    ///
    /// @throws SlackFailure where Slack refuses, or cannot be reached
    JsonNode call(String method, Map<String, String> parameters) {
        return ask(method, parameters).body();
    }

    Answer ask(String method, Map<String, String> parameters) {
        for (int i = 1; ; i++) {
            var wait = notBefore.getOrDefault(method, 0L) - stop.nanos();
            if (notBefore.containsKey(method)
                    && wait > 0
                    && stop.await(Duration.ofNanos(wait).plusMillis(1))) {
                throw new SlackFailure(method, SlackFailure.AWAY, "");
            }
            try {
                return once(method, parameters);
            } catch (SlackFailure e) {
                if (!e.code().equals("ratelimited") || i >= TRIES || stop.isNow()) {
                    throw e;
                }
            }
        }
    }

    private Answer once(String method, Map<String, String> parameters) {
        var form = new FormBody.Builder();
        new TreeMap<>(parameters).forEach(form::add);
        try (Response response =
                slack.getHttpClient()
                        .postFormWithBearerHeader(root + method, token, form.build())) {
            var body = body(method, response);
            if (body.path("ok").asBoolean(false)) {
                return new Answer(body, scopes(response));
            }
            throw refusal(method, response, body);
        } catch (IOException e) {
            throw new SlackFailure(method, e);
        }
    }

    /// Without JSON: a server that does not know the method says so by its status, one that says it
    /// worked is none of Slack's, and anything else passes.
    private JsonNode body(String method, Response response) throws IOException {
        try {
            return json.readTree(response.peekBody(MOST_BYTES).string());
        } catch (JacksonException e) {
            if (isUnknown(response)) {
                return json.missingNode();
            }
            if (response.code() == TOO_MANY) {
                throw tooMany(method, response);
            }
            throw new SlackFailure(method, new IOException("The answer is not JSON.", e));
        }
    }

    private SlackFailure refusal(String method, Response response, JsonNode body) {
        var code = body.path("error").asString("");
        if (response.code() == TOO_MANY
                || code.equals("ratelimited")
                || code.equals("rate_limited")) {
            return tooMany(method, response);
        }
        if (isUnknown(response) && code.isEmpty()) {
            return new SlackFailure(method, "http_" + response.code(), "");
        }
        return code.isEmpty() || response.code() >= 500
                ? new SlackFailure(method, SlackFailure.AWAY, "")
                : new SlackFailure(method, code, body.path("needed").asString(""));
    }

    private SlackFailure tooMany(String method, Response response) {
        notBefore.put(method, stop.nanos() + retryAfter(response).toNanos());
        return new SlackFailure(method, "ratelimited", "");
    }

    private static boolean isUnknown(Response response) {
        return switch (response.code()) {
            case 400, 401, 403, 404, 405, 410, 501 -> true;
            default -> false;
        };
    }

    private static Duration retryAfter(Response response) {
        var header = response.header("Retry-After", "1");
        try {
            var seconds = Math.max(1, Long.parseLong(String.valueOf(header).strip()));
            return Duration.ofSeconds(Math.min(seconds, LONGEST_RETRY_AFTER.toSeconds()));
        } catch (NumberFormatException e) {
            return Duration.ofSeconds(30);
        }
    }

    private static List<String> scopes(Response response) {
        var header = response.header("x-oauth-scopes", "");
        return header == null || header.isBlank()
                ? List.of()
                : List.of(header.strip().split("\\s*,\\s*"));
    }

    /// All items of a method that gives them in pages.
    ///
    /// @param field of the answer, the array that holds them
    /// @throws SlackFailure also where Gleaner is to stop before it has them all: half a list is
    ///   never taken for the whole
    List<JsonNode> pages(String method, Map<String, String> parameters, String field) {
        var all = new ArrayList<JsonNode>();
        var page = new TreeMap<>(parameters);
        for (int i = 0; i < MOST_PAGES; i++) {
            if (stop.isNow()) {
                throw new SlackFailure(method, SlackFailure.AWAY, "");
            }
            var body = call(method, page);
            body.path(field).forEach(all::add);
            var cursor = body.path("response_metadata").path("next_cursor").asString("");
            if (cursor.isEmpty() || cursor.equals(page.get("cursor"))) {
                break;
            }
            page.put("cursor", cursor);
        }
        return all;
    }

    /// Hands a file's bytes over, to the address that Slack gave for it.
    ///
    /// @throws SlackFailure where Slack does not take them
    void upload(String url, byte[] bytes) {
        try (Response response = post(url, okhttp3.RequestBody.create(bytes, BYTES_TYPE))) {
            if (response.code() == 429 || response.code() >= 500) {
                throw new SlackFailure("files.upload", SlackFailure.AWAY, "");
            }
            if (!response.isSuccessful()) {
                throw new SlackFailure("files.upload", "upload_failed", "");
            }
        } catch (IOException e) {
            throw new SlackFailure("files.upload", e);
        } catch (IllegalArgumentException e) {
            throw new SlackFailure("files.upload", "no_upload_url", "");
        }
    }

    /// A file of Slack's. The token goes to Slack's own hosts only, and nowhere else by a redirect.
    ///
    /// @param url as Slack gave it
    /// @param most so many bytes of it at most
    /// @throws SlackFailure where it is not had
    byte[] download(String url, int most) {
        var address = okhttp3.HttpUrl.parse(url);
        if (address == null || !isSlacks(address)) {
            throw new SlackFailure("files.download", "not_slacks", "");
        }
        var request =
                new okhttp3.Request.Builder()
                        .url(address)
                        .header("Authorization", "Bearer " + token)
                        .build();
        var client =
                slack.getHttpClient().getOkHttpClient().newBuilder().followRedirects(false).build();
        try (var response = client.newCall(request).execute()) {
            if (response.code() == TOO_MANY || response.code() >= 500) {
                throw new SlackFailure("files.download", SlackFailure.AWAY, "");
            }
            // Without the scope Slack sends to its sign-in page.
            if (!response.isSuccessful()) {
                throw new SlackFailure("files.download", "http_" + response.code(), "files:read");
            }
            var bytes = response.peekBody(most + 1L).bytes();
            if (bytes.length > most) {
                throw new SlackFailure("files.download", "too_large", "");
            }
            return bytes;
        } catch (IOException e) {
            throw new SlackFailure("files.download", e);
        }
    }

    private boolean isSlacks(okhttp3.HttpUrl address) {
        var api = okhttp3.HttpUrl.parse(root);
        var isSame =
                api != null
                        && api.scheme().equals(address.scheme())
                        && api.host().equals(address.host())
                        && api.port() == address.port();
        return isSame
                || (address.isHttps()
                        && address.port() == 443
                        && (address.host().equals("slack.com")
                                || address.host().endsWith(".slack.com")
                                || address.host().equals("slack-files.com")));
    }

    /// Posts to a `response_url`, which is its own password.
    ///
    /// @return whether Slack took it
    boolean respond(String url, String body) {
        try (Response response = post(url, okhttp3.RequestBody.create(body, JSON_TYPE))) {
            if (response.code() == 429 || response.code() >= 500) {
                throw new SlackFailure("response_url", SlackFailure.AWAY, "");
            }
            return response.isSuccessful();
        } catch (IOException e) {
            throw new SlackFailure("response_url", e);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// @throws IllegalArgumentException where that is no URL
    private Response post(String url, okhttp3.RequestBody body) throws IOException {
        var request = new okhttp3.Request.Builder().url(url).post(body).build();
        return slack.getHttpClient().getOkHttpClient().newCall(request).execute();
    }
}
