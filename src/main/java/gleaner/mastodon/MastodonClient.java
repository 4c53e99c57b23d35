package gleaner.mastodon;

import gleaner.mastodon.Rest.Limit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The port over `java.net.http`, for Mastodon and the servers that speak its API.
///
/// See <https://docs.joinmastodon.org/methods/>.
final class MastodonClient implements MastodonApi {

    private static final String NOTIFICATIONS = "/api/v1/notifications";
    private static final String WHICH = "?types[]=mention&include_filtered=true&limit=80";

    /// Mastodon refuses more in one question.
    private static final int AT_ONCE = 20;

    private final MastodonServer server;
    private final String token;
    private final Duration idle;
    private final Rest rest;
    private volatile boolean oneByOne;
    private volatile Optional<Instance> known = Optional.empty();

    /// @param patience for one answer
    /// @param idle how long a stream may be silent, pings included, before it counts as dead
    MastodonClient(
            MastodonServer server, String token, Clock clock, Duration patience, Duration idle) {
        this.server = server;
        this.token = token;
        this.idle = idle;
        this.rest = new Rest(server, Optional.of(token), clock, patience);
    }

    @Override
    public Instance instance() {
        var json = found(() -> get("/api/v2/instance")).orElseGet(() -> get("/api/v1/instance"));
        var instance = Wire.instance(json, server.authority());
        known = Optional.of(instance);
        return instance;
    }

    @Override
    public Account self() {
        return needed(Wire.account(get("/api/v1/accounts/verify_credentials")), "the account");
    }

    @Override
    public Page mentions(Optional<String> after) {
        var from = after.map(id -> "&min_id=" + Ids.inPath(id)).orElse("");
        return page(NOTIFICATIONS + WHICH.replace("[]", "%5B%5D") + from);
    }

    @Override
    public Page earlier(String before) {
        return page(
                NOTIFICATIONS + WHICH.replace("[]", "%5B%5D") + "&max_id=" + Ids.inPath(before));
    }

    @Override
    public List<Status> tagged(String hashtag, Optional<String> after) {
        var from = after.map(id -> "&min_id=" + Ids.inPath(id)).orElse("");
        var path = "/api/v1/timelines/tag/" + Ids.inPath(hashtag) + "?limit=40" + from;
        return Wire.list(rest.get(path, Limit.PAGED).json(), Wire::status).reversed();
    }

    @Override
    public Page onward(String place) {
        return page(place);
    }

    private Page page(String path) {
        var answer = rest.get(path, Limit.PAGED);
        if (!answer.json().isArray()) {
            throw new MastodonTrouble(
                    MastodonTrouble.Kind.GARBLED,
                    "%s gives no list of notifications.".formatted(server));
        }
        var ids = Wire.list(answer.json(), node -> Wire.id(node, "id"));
        var newest = ids.stream().findFirst();
        var oldest = ids.reversed().stream().findFirst();
        // Some servers lead on by since_id, which leaves gaps.
        var onward =
                answer.link()
                        .flatMap(link -> server.follow(link, NOTIFICATIONS))
                        .filter(link -> link.contains("min_id="));
        return new Page(Wire.list(answer.json(), Wire::notice).reversed(), newest, oldest, onward);
    }

    @Override
    public Optional<Status> status(String id) {
        return found(() -> get("/api/v1/statuses/" + Ids.inPath(id)))
                .map(json -> needed(Wire.status(json), "a status"));
    }

    @Override
    public List<Status> statuses(Collection<String> ids) {
        var all = new ArrayList<Status>();
        var left = List.copyOf(ids);
        while (!left.isEmpty()) {
            var some = left.subList(0, Math.min(AT_ONCE, left.size()));
            all.addAll(some(some));
            left = left.subList(some.size(), left.size());
        }
        return all;
    }

    @Override
    public int atOnce() {
        return oneByOne ? 1 : AT_ONCE;
    }

    private List<Status> some(List<String> ids) {
        if (!oneByOne && ids.size() > 1) {
            var query =
                    ids.stream()
                            .map(id -> "id%5B%5D=" + Ids.inPath(id))
                            .collect(Collectors.joining("&"));
            var list = several(query);
            if (list.isPresent()) {
                return Wire.list(list.get(), Wire::status);
            }
            oneByOne = true;
        }
        return ids.stream()
                .flatMap(id -> found(() -> get("/api/v1/statuses/" + Ids.inPath(id))).stream())
                .flatMap(json -> Wire.status(json).stream())
                .toList();
    }

    /// Empty where the server has no such question: it came with Mastodon 4.3.
    private Optional<JsonNode> several(String query) {
        try {
            return found(() -> get("/api/v1/statuses?" + query)).filter(JsonNode::isArray);
        } catch (MastodonTrouble e) {
            if (e.kind() == MastodonTrouble.Kind.REFUSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<Context> context(String id) {
        return found(() -> get("/api/v1/statuses/" + Ids.inPath(id) + "/context"))
                .map(Wire::context);
    }

    @Override
    public List<Status> postsOf(String account) {
        var path =
                "/api/v1/accounts/"
                        + Ids.inPath(account)
                        + "/statuses?exclude_reblogs=true&limit=40";
        return found(() -> get(path)).stream()
                .flatMap(json -> Wire.list(json, Wire::status).stream())
                .toList();
    }

    @Override
    public Status post(Draft draft, String key) {
        var body =
                object().put("status", draft.text())
                        .put("content_type", "text/plain") // elsewhere than on Mastodon
                        .put("visibility", Wire.visibility(draft.reach()));
        draft.replyTo().ifPresent(id -> body.put("in_reply_to_id", id));
        if (!draft.warning().isBlank()) {
            body.put("spoiler_text", draft.warning());
        }
        var answer =
                rest.send(
                        "POST",
                        "/api/v1/statuses",
                        body.toString(),
                        Map.of("Idempotency-Key", key),
                        Limit.COMMON);
        return needed(Wire.status(answer.json()), "the status that was posted");
    }

    @Override
    public void delete(String id) {
        found(() -> send("DELETE", "/api/v1/statuses/" + Ids.inPath(id), object(), Limit.DELETES));
    }

    @Override
    public Optional<Status> favourite(String id) {
        var path = "/api/v1/statuses/" + Ids.inPath(id) + "/favourite";
        return Wire.status(send("POST", path, object(), Limit.COMMON));
    }

    @Override
    public boolean acceptStrangers() {
        var policy =
                object().put("for_not_following", "accept")
                        .put("for_not_followers", "accept")
                        .put("for_new_accounts", "accept")
                        .put("for_private_mentions", "accept")
                        .put("for_limited_accounts", "accept");
        return found(() -> send("PATCH", "/api/v2/notifications/policy", policy, Limit.COMMON))
                .isPresent();
    }

    @Override
    public void markAsBot() {
        send(
                "PATCH",
                "/api/v1/accounts/update_credentials",
                object().put("bot", true),
                Limit.COMMON);
    }

    @Override
    public Stream stream(int number, Listener listener) {
        var places = server.streaming(known.orElseGet(this::instance).streaming());
        var place = places.get(Math.floorMod(number, places.size()));
        var way =
                number / places.size() % 2 == 0
                        ? StreamSocket.Way.HEADER
                        : StreamSocket.Way.SUBPROTOCOL;
        return StreamSocket.open(rest.http(), place, token, way, idle, listener);
    }

    @Override
    public void close() {
        rest.close();
    }

    private JsonNode get(String path) {
        return rest.get(path, Limit.COMMON).json();
    }

    private JsonNode send(String method, String path, ObjectNode body, Limit limit) {
        return rest.send(method, path, body.toString(), Map.of(), limit).json();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// Empty where it is not there.
    private static <T> Optional<T> found(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (MastodonTrouble e) {
            if (e.kind() == MastodonTrouble.Kind.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private <T> T needed(Optional<T> read, String what) {
        return read.orElseThrow(() ->
                new MastodonTrouble(
                        MastodonTrouble.Kind.GARBLED,
                        "%s tells %s in a form that is not known.".formatted(server, what)));
    }
}
