package gleaner.mastodon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A server that speaks Mastodon's API over real sockets on one port of loopback, and can be as odd
/// as any of them.
///
/// The bot's account is `gleaner`, its token [#TOKEN]. Ids are ULID-like words that say nothing of
/// their order.
public final class FakeMastodon implements AutoCloseable {

    public static final String TOKEN = "token-of-the-bot";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 40;
    private static final int MOST = 5000;

    private final ServerSocket front;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, ObjectNode> statuses = new LinkedHashMap<>();
    private final List<ObjectNode> notifications = new ArrayList<>();
    private final List<ObjectNode> posts = new ArrayList<>();
    private final List<String> favourites = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final Map<String, String> byKey = new HashMap<>();
    private final List<FakeWebSocket> sockets = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private int nextId;
    private int opened;

    private boolean streams = true;
    private boolean heedsKeys = true;
    private boolean knowsSeveral = true;
    private boolean knowsVersion2 = true;
    private boolean wantsProtocol;
    private boolean isGoToSocial;
    private Runnable afterPost = () -> {};
    private int pieces = 1;
    private Instant now = Instant.parse("2026-11-16T08:00:00Z");

    /// An answer that is given instead of the right one.
    private record Fault(
            Predicate<String> to, int code, String body, Map<String, String> headers) {}

    public FakeMastodon() {
        try {
            http =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            http.createContext("/", this::serve);
            http.setExecutor(threads);
            http.start();
            front = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    public String url() {
        return "http://localhost:" + front.getLocalPort();
    }

    // What the server is like.

    synchronized FakeMastodon withoutStreaming() {
        streams = false;
        return this;
    }

    synchronized void streaming(boolean on) {
        streams = on;
    }

    public synchronized FakeMastodon ignoringKeys() {
        heedsKeys = false;
        return this;
    }

    synchronized FakeMastodon withoutSeveral() {
        knowsSeveral = false;
        return this;
    }

    synchronized FakeMastodon ofVersion1() {
        knowsVersion2 = false;
        return this;
    }

    /// Streams only to whoever tells the token as a browser does, as Pleroma and Akkoma.
    synchronized FakeMastodon wantingProtocol() {
        wantsProtocol = true;
        return this;
    }

    /// What GoToSocial does otherwise: no list of statuses by id, no policy, no heed of idempotency
    /// keys; pages lead on by `since_id`; posts are counted whole.
    synchronized FakeMastodon likeGoToSocial() {
        isGoToSocial = true;
        heedsKeys = false;
        knowsSeveral = false;
        return this;
    }

    /// Streams every frame in so many fragments.
    synchronized FakeMastodon inPieces(int number) {
        pieces = number;
        return this;
    }

    public synchronized void at(Instant time) {
        now = time;
    }

    /// Answers the next request that fits (`GET /api/…`) with something else, once.
    synchronized void fault(String start, int code, String body, Map<String, String> headers) {
        faults.add(new Fault(request -> request.startsWith(start), code, body, headers));
    }

    /// Has something done after a post is made and before that is answered.
    public synchronized void afterPost(Runnable work) {
        afterPost = work;
    }

    // What people do there.

    /// A status, without a notification of it.
    public synchronized ObjectNode status(
            String acct, String html, String visibility, Optional<String> replyTo) {
        var status = JSON.createObjectNode();
        var id =
                "01J"
                        + Integer.toString(nextId++ * 7919 % 46_656, 36).toUpperCase(Locale.ROOT)
                        + "X"
                        + nextId;
        status.put("id", id)
                .put("created_at", now.toString())
                .put("visibility", visibility)
                .put("content", html);
        status.put("url", "https://" + domain(acct) + "/@" + user(acct) + "/" + id)
                .putNull("edited_at");
        status.put("spoiler_text", "");
        status.set("account", account(acct));
        status.putNull("in_reply_to_id").putNull("in_reply_to_account_id");
        replyTo.map(statuses::get)
                .ifPresent(parent ->
                        status.put("in_reply_to_id", parent.path("id").asString())
                                .put(
                                        "in_reply_to_account_id",
                                        parent.path("account").path("id").asString()));
        var mentions = status.putArray("mentions");
        if (html.contains("@<span>gleaner")) {
            mentions.addObject()
                    .put("id", "BOT")
                    .put("acct", "gleaner")
                    .put("url", "https://here.example/@gleaner");
        }
        status.putArray("tags");
        statuses.put(id, status);
        return status;
    }

    /// A public status under a hashtag, which mentions nobody.
    public synchronized ObjectNode tagged(String acct, String html, String hashtag) {
        var status = status(acct, html, "public", Optional.empty());
        status.putArray("tags")
                .addObject()
                .put("name", hashtag.toLowerCase(Locale.ROOT))
                .put("url", "https://here.example/tags/" + hashtag);
        return status;
    }

    /// What the server finds on the page of a link, some time after the status came.
    public synchronized void card(String id, String url, String title, String provider) {
        Objects.requireNonNull(statuses.get(id))
                .putObject("card")
                .put("url", url)
                .put("title", title)
                .put("description", "")
                .put("author_name", "")
                .put("provider_name", provider);
    }

    /// A status that mentions the bot: noticed and streamed.
    public synchronized String mention(
            String acct, String html, String visibility, Optional<String> replyTo) {
        var status = status(acct, bot() + " " + html, visibility, replyTo);
        return mention(status);
    }

    public String mention(String acct, String html) {
        return mention(acct, html, "public", Optional.empty());
    }

    synchronized String mention(ObjectNode status) {
        var notice = JSON.createObjectNode();
        notice.put(
                "id",
                "N"
                        + Integer.toString((notifications.size() + 1) * 7919 % 46_656, 36)
                        + "-"
                        + notifications.size());
        notice.put("type", "mention").put("created_at", status.path("created_at").asString());
        notice.set("account", status.path("account"));
        notice.set("status", status);
        notify(notice);
        return status.path("id").asString();
    }

    /// A notification of any form.
    synchronized void notify(ObjectNode notice) {
        notifications.add(notice);
        stream("notification", notice.toString());
    }

    static String bot() {
        return "<span class=\"h-card\"><a href=\"https://here.example/@gleaner\" class=\"u-url mention\">@<span>gleaner</span></a></span>";
    }

    synchronized void edit(String id, String html, Instant time) {
        change(id, bot() + " " + html, time);
    }

    /// Gives a status other words.
    synchronized void change(String id, String html, Instant time) {
        var edited = Objects.requireNonNull(statuses.get(id)).deepCopy();
        edited.put("content", html).put("edited_at", time.toString());
        statuses.put(id, edited);
        notifyAll();
    }

    /// Deletes it, and streams that.
    synchronized void delete(String id) {
        deleteQuietly(id);
        stream("delete", id);
    }

    synchronized void deleteQuietly(String id) {
        statuses.remove(id);
        notifications.removeIf(notice -> notice.path("status").path("id").asString("").equals(id));
    }

    synchronized void stream(String event, String payload) {
        var frame = JSON.createObjectNode();
        frame.putArray("stream").add("user");
        frame.put("event", event).put("payload", payload);
        streamRaw(frame.toString());
    }

    synchronized void streamRaw(String text) {
        sockets.stream().filter(FakeWebSocket::isOpen).forEach(socket -> socket.text(text, pieces));
        notifyAll();
    }

    // What became of it.

    /// The bot's posts, as the server shows them.
    public synchronized List<ObjectNode> posts() {
        return List.copyOf(posts);
    }

    synchronized List<String> texts() {
        return posts.stream().map(post -> post.path("text").asString()).toList();
    }

    public synchronized List<String> favourites() {
        return List.copyOf(favourites);
    }

    /// The words of a post of the bot's.
    public synchronized String text(int number) {
        return posts.get(number).path("text").asString();
    }

    /// `METHOD /path?query`, or `STREAM …`, with the token it carried.
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /// Whether anything was asked for that begins so.
    public synchronized boolean requested(String start) {
        return requests.stream().anyMatch(request -> request.startsWith(start));
    }

    /// How often the stream was opened.
    public synchronized int opened() {
        return opened;
    }

    public synchronized int postCount() {
        return posts.size();
    }

    synchronized FakeWebSocket socket() {
        return sockets.getLast();
    }

    /// Breaks every stream off.
    public synchronized void dropStreams() {
        sockets.forEach(FakeWebSocket::drop);
        sockets.clear();
        notifyAll();
    }

    /// Waits until that holds of this server.
    public synchronized void await(BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        try {
            while (!condition.getAsBoolean()) {
                var left = end - System.nanoTime();
                if (left <= 0) {
                    throw new IllegalStateException("It never came to be; requests: " + requests);
                }
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, 1_000_000_000L));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // The server.

    private void accept() {
        while (!front.isClosed()) {
            try {
                var socket = front.accept();
                threads.execute(() -> take(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    /// Answers an upgrade itself and passes everything else on.
    private void take(Socket socket) {
        try (socket) {
            var head = head(socket.getInputStream());
            if (head.toLowerCase(Locale.ROOT).contains("upgrade: websocket")) {
                upgrade(socket, head);
                return;
            }
            try (var back =
                    new Socket(InetAddress.getLoopbackAddress(), http.getAddress().getPort())) {
                back.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
                var up =
                        threads.submit(
                                () -> socket.getInputStream().transferTo(back.getOutputStream()));
                back.getInputStream().transferTo(socket.getOutputStream());
                socket.close();
                up.cancel(true);
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var b = in.read();
            if (b < 0) {
                throw new IOException("cut off");
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private void upgrade(Socket socket, String head) throws IOException {
        var key = "";
        var token = "none";
        var protocol = "";
        for (var line : head.split("\r\n", -1)) {
            var lower = line.toLowerCase(Locale.ROOT);
            key =
                    lower.startsWith("sec-websocket-key:")
                            ? line.substring(line.indexOf(':') + 1).strip()
                            : key;
            protocol =
                    lower.startsWith("sec-websocket-protocol:")
                            ? line.substring(line.indexOf(':') + 1).strip()
                            : protocol;
            token =
                    lower.startsWith("authorization:")
                            ? line.substring(line.indexOf(':') + 1).strip()
                            : token;
        }
        boolean refused;
        boolean unknown;
        synchronized (this) {
            requests.add("STREAM " + head.split(" ", -1)[1] + " " + token);
            refused = !streams;
            unknown = wantsProtocol && !protocol.equals(TOKEN);
            notifyAll();
        }
        if (unknown) {
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            return;
        }
        if (refused) {
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            return;
        }
        var accepted = FakeWebSocket.accept(socket, key);
        synchronized (this) {
            sockets.add(accepted);
            opened++;
            notifyAll();
        }
        accepted.serve();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var query = query(exchange.getRequestURI().getRawQuery());
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var token =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse("none");
        var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        Answer answer;
        synchronized (this) {
            requests.add(request + " " + token);
            var fault = faults.stream().filter(each -> each.to().test(request)).findFirst();
            if (fault.isPresent()) {
                faults.remove(fault.get());
                answer = new Answer(fault.get().code(), fault.get().body(), fault.get().headers());
            } else {
                var key =
                        Optional.ofNullable(
                                        exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                                .orElse("");
                answer = answer(exchange.getRequestMethod(), path, query, body, key);
            }
            notifyAll();
        }
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.getResponseHeaders().add("Connection", "close");
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.code(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private record Answer(int code, String body, Map<String, String> headers) {

        static Answer of(JsonNode body) {
            return new Answer(200, body.toString(), Map.of());
        }

        static Answer missing() {
            return new Answer(404, "{\"error\":\"Record not found\"}", Map.of());
        }
    }

    private static Map<String, List<String>> query(String raw) {
        var query = new HashMap<String, List<String>>();
        for (var pair : Optional.ofNullable(raw).orElse("").split("&", -1)) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                query.computeIfAbsent(
                                URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                                _ -> new ArrayList<>())
                        .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private Answer answer(
            String method, String path, Map<String, List<String>> query, String body, String key) {
        var parts = path.split("/", -1);
        var isStatus = path.startsWith("/api/v1/statuses/") && parts.length >= 5;
        return switch (method
                + " "
                + (path.startsWith("/api/v1/timelines/tag/")
                        ? "timelines/tag"
                        : isStatus ? "status" + (parts.length > 5 ? "/" + parts[5] : "") : path)) {
            case "GET /api/v2/instance" ->
                    isGoToSocial
                            ? Answer.of(goToSocial())
                            : knowsVersion2 ? Answer.of(instance()) : Answer.missing();
            case "GET /api/v1/instance" ->
                    Answer.of(
                            JSON.createObjectNode()
                                    .put("uri", "here.example")
                                    .put("title", "Old")
                                    .put("version", "3.5.0")
                                    .put("max_toot_chars", 600));
            case "GET /api/v1/accounts/verify_credentials" -> Answer.of(account("gleaner"));
            case "GET /api/v1/notifications" -> notifications(query);
            case "GET /api/v1/accounts/BOT/statuses" -> {
                var own = JSON.createArrayNode();
                posts.reversed().stream()
                        .filter(post -> statuses.containsValue(post))
                        .forEach(own::add);
                yield Answer.of(own);
            }
            case "GET timelines/tag" -> tagged(parts[5], query);
            case "GET /api/v1/statuses" -> several(query.getOrDefault("id[]", List.of()));
            case "GET status" ->
                    Optional.ofNullable(statuses.get(parts[4]))
                            .map(Answer::of)
                            .orElseGet(Answer::missing);
            case "GET status/context" -> context(parts[4]);
            case "POST /api/v1/statuses" -> post(body, key);
            case "DELETE status" ->
                    Optional.ofNullable(statuses.remove(parts[4]))
                            .map(Answer::of)
                            .orElseGet(Answer::missing);
            case "POST status/favourite" -> favourite(parts[4]);
            case "PATCH /api/v2/notifications/policy",
                    "PATCH /api/v1/accounts/update_credentials" ->
                    knowsVersion2 && (!isGoToSocial || path.startsWith("/api/v1"))
                            ? Answer.of(JSON.createObjectNode())
                            : new Answer(404, "<!DOCTYPE html><html>404", Map.of());
            case "POST /api/v1/apps" ->
                    !body.startsWith("{") && body.contains("urn%3Aietf")
                            ? Answer.of(
                                    JSON.createObjectNode()
                                            .put("client_id", "id")
                                            .put("client_secret", "s"))
                            : new Answer(400, "{\"error\":\"no form\"}", Map.of());
            case "POST /oauth/token" ->
                    body.contains("&code=right-code") || body.startsWith("code=right-code")
                            ? Answer.of(
                                    JSON.createObjectNode()
                                            .put("access_token", TOKEN)
                                            .put("scope", "read write"))
                            : new Answer(400, "{\"error\":\"invalid_grant\"}", Map.of());
            default -> Answer.missing();
        };
    }

    private ObjectNode instance() {
        var instance =
                JSON.createObjectNode()
                        .put("domain", "here.example")
                        .put("title", "Here")
                        .put("version", "4.4.0");
        var configuration = instance.putObject("configuration");
        configuration
                .putObject("statuses")
                .put("max_characters", 500)
                .put("characters_reserved_per_url", 23);
        configuration.putObject("urls").put("streaming", "wss://streaming.here.example");
        return instance;
    }

    private ObjectNode goToSocial() {
        var instance =
                JSON.createObjectNode()
                        .put("domain", "localhost:8080")
                        .put("account_domain", "here.example")
                        .put("version", "0.20.1+git-1234567")
                        .put("source_url", "https://codeberg.org/superseriousbusiness/gotosocial");
        instance.putObject("configuration")
                .putObject("statuses")
                .put("max_characters", MOST)
                .put("characters_reserved_per_url", 25);
        return instance;
    }

    private ObjectNode account(String acct) {
        var isBot = acct.equals("gleaner") || acct.startsWith("bot");
        return JSON.createObjectNode()
                .put("id", acct.equals("gleaner") ? "BOT" : "A-" + acct)
                .put("acct", acct)
                .put(
                        "display_name",
                        acct.equals("gleaner")
                                ? "Gleaner"
                                : user(acct).substring(0, 1).toUpperCase(Locale.ROOT)
                                        + user(acct).substring(1))
                .put(
                        "url",
                        acct.equals("gleaner")
                                ? "https://here.example/@gleaner"
                                : "https://" + domain(acct) + "/@" + user(acct))
                .put("bot", isBot);
    }

    private static String user(String acct) {
        return acct.split("@", -1)[0];
    }

    private static String domain(String acct) {
        return acct.contains("@") ? acct.split("@", -1)[1] : "here.example";
    }

    private Answer notifications(Map<String, List<String>> query) {
        var limit =
                Math.min(
                        80,
                        Integer.parseInt(
                                query.getOrDefault("limit", List.of("" + PAGE)).getFirst()));
        var from = 0;
        if (query.containsKey("since_id")) {
            throw new IllegalStateException("since_id gives the newest page and leaves gaps.");
        }
        var after = query.getOrDefault("min_id", List.of("")).getFirst();
        for (int i = 0; i < notifications.size(); i++) {
            from = notifications.get(i).path("id").asString("").equals(after) ? i + 1 : from;
        }
        var end = notifications.size();
        var before = query.getOrDefault("max_id", List.of("")).getFirst();
        for (int i = 0; i < notifications.size() && !before.isEmpty(); i++) {
            end = notifications.get(i).path("id").asString("").equals(before) ? i : end;
        }
        var start = after.isEmpty() ? Math.max(0, end - limit) : from;
        var page = notifications.subList(start, Math.min(end, start + limit)).reversed();
        var array = JSON.createArrayNode();
        page.forEach(array::add);
        var headers = new HashMap<String, String>();
        if (!page.isEmpty()) {
            headers.put(
                    "Link",
                    "<https://elsewhere.example/api/v1/notifications?limit=%d&max_id=%s>; rel=\"next\", <https://elsewhere.example/api/v1/notifications?limit=%d&min_id=%s>; rel=\"prev\""
                            .replace("min_id", isGoToSocial ? "since_id" : "min_id")
                            .formatted(
                                    limit,
                                    page.getLast().path("id").asString(),
                                    limit,
                                    page.getFirst().path("id").asString()));
        }
        return new Answer(200, array.toString(), headers);
    }

    private Answer several(List<String> ids) {
        if (!knowsSeveral) {
            return Answer.missing();
        }
        if (ids.size() > 20) {
            return new Answer(422, "{\"error\":\"too many\"}", Map.of());
        }
        var array = JSON.createArrayNode();
        ids.stream()
                .flatMap(id -> Optional.ofNullable(statuses.get(id)).stream())
                .forEach(array::add);
        return Answer.of(array);
    }

    private Answer tagged(String hashtag, Map<String, List<String>> query) {
        var tagged =
                statuses.values().stream().filter(status -> isTagged(status, hashtag)).toList();
        var after = query.getOrDefault("min_id", List.of("")).getFirst();
        var from = 0;
        for (int i = 0; i < tagged.size(); i++) {
            from = tagged.get(i).path("id").asString("").equals(after) ? i + 1 : from;
        }
        var start = after.isEmpty() ? Math.max(0, tagged.size() - PAGE) : from;
        var array = JSON.createArrayNode();
        tagged.subList(start, Math.min(tagged.size(), start + PAGE)).reversed().forEach(array::add);
        return Answer.of(array);
    }

    private static boolean isTagged(JsonNode status, String hashtag) {
        for (var tag : status.path("tags")) {
            if (tag.path("name").asString("").equalsIgnoreCase(hashtag)) {
                return true;
            }
        }
        return false;
    }

    private Answer context(String id) {
        if (!statuses.containsKey(id)) {
            return Answer.missing();
        }
        var context = JSON.createObjectNode();
        var before = new ArrayDeque<ObjectNode>();
        for (var at = parent(statuses.get(id)); at.isPresent(); at = parent(at.get())) {
            before.addFirst(at.get());
        }
        before.forEach(context.putArray("ancestors")::add);
        var known = new ArrayList<String>(List.of(id));
        var after = context.putArray("descendants");
        for (var status : statuses.values()) {
            if (known.contains(status.path("in_reply_to_id").asString(""))) {
                known.add(status.path("id").asString());
                after.add(status);
            }
        }
        return Answer.of(context);
    }

    private Optional<ObjectNode> parent(ObjectNode status) {
        return Optional.ofNullable(statuses.get(status.path("in_reply_to_id").asString("")));
    }

    private Answer post(String body, String key) {
        if (heedsKeys && byKey.containsKey(key)) {
            return Answer.of(Objects.requireNonNull(statuses.get(byKey.get(key))));
        }
        var json = (ObjectNode) JSON.readTree(body);
        var words = json.path("status").asString();
        if (isGoToSocial
                && words.codePointCount(0, words.length())
                                + json.path("spoiler_text").asString("").length()
                        > MOST) {
            return new Answer(400, "{\"error\":\"status too long\"}", Map.of());
        }
        var replyTo =
                Optional.of(json.path("in_reply_to_id").asString("")).filter(id -> !id.isEmpty());
        if (replyTo.isPresent() && !statuses.containsKey(replyTo.get())) {
            return Answer.missing();
        }
        var status =
                status(
                        "gleaner",
                        "<p>" + json.path("status").asString() + "</p>",
                        json.path("visibility").asString(),
                        replyTo);
        status.put("text", json.path("status").asString());
        status.put("spoiler_text", json.path("spoiler_text").asString(""));
        byKey.put(key, status.path("id").asString());
        posts.add(status);
        afterPost.run();
        return Answer.of(status);
    }

    private Answer favourite(String id) {
        if (!statuses.containsKey(id)) {
            return Answer.missing();
        }
        favourites.add(id);
        return Answer.of(statuses.get(id));
    }

    @Override
    public void close() {
        dropStreams();
        try {
            front.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.stop(0);
        threads.shutdownNow();
    }
}
