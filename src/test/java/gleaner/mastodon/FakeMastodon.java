package gleaner.mastodon;

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
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
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

    private final FakeAnswers answers = new FakeAnswers(this);
    private final FakeFront front;
    final Map<String, ObjectNode> statuses = new LinkedHashMap<>();
    final List<ObjectNode> notifications = new ArrayList<>();
    final List<ObjectNode> posts = new ArrayList<>();
    final List<String> favourites = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    final Map<String, String> byKey = new HashMap<>();
    private final List<FakeWebSocket> sockets = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private int nextId;
    private int opened;

    private boolean streams = true;
    boolean heedsKeys = true;
    boolean knowsSeveral = true;
    boolean knowsVersion2 = true;
    private boolean wantsProtocol;
    boolean isGoToSocial;
    Runnable afterPost = () -> {};
    private int pieces = 1;
    private Instant now = Instant.parse("2026-11-16T08:00:00Z");

    /// An answer that is given instead of the right one.
    private record Fault(
            Predicate<String> to, int code, String body, Map<String, String> headers) {}

    public FakeMastodon() {
        front = new FakeFront(new Behind());
    }

    public String url() {
        return "http://localhost:" + front.port();
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
        var id =
                "01J"
                        + Integer.toString(nextId++ * 7919 % 46_656, 36).toUpperCase(Locale.ROOT)
                        + "X"
                        + nextId;
        var status =
                FakeEntities.status(id, acct, html, visibility, now, replyTo.map(statuses::get));
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
        var notice = FakeEntities.mention(status, notifications.size());
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

    private final class Behind implements FakeFront.Behind {

        @Override
        public FakeAnswers.Answer answer(FakeFront.Request request) {
            return answered(request);
        }

        @Override
        public Optional<String> refusal(String target, String token, String protocol) {
            synchronized (FakeMastodon.this) {
                requests.add("STREAM " + target + " " + token);
                FakeMastodon.this.notifyAll();
                return wantsProtocol && !protocol.equals(TOKEN)
                        ? Optional.of("401 Unauthorized")
                        : streams ? Optional.empty() : Optional.of("404 Not Found");
            }
        }

        @Override
        public void opened(FakeWebSocket socket) {
            synchronized (FakeMastodon.this) {
                sockets.add(socket);
                opened++;
                FakeMastodon.this.notifyAll();
            }
        }
    }

    private FakeAnswers.Answer answered(FakeFront.Request request) {
        synchronized (this) {
            requests.add(request.line() + " " + request.token());
            var fault =
                    faults.stream()
                            .filter(each -> each.to().test(request.line() + " "))
                            .findFirst();
            fault.ifPresent(faults::remove);
            notifyAll();
            return fault.map(each ->
                            new FakeAnswers.Answer(each.code(), each.body(), each.headers()))
                    .orElseGet(() -> answers.to(request));
        }
    }

    @Override
    public void close() {
        dropStreams();
        front.close();
    }
}
