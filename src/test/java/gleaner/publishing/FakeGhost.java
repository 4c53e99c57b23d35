package gleaner.publishing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The posts of Ghost 6's Admin API: every POST makes a post, a stale PUT is refused, and HTML that
/// nobody calls the source is dropped without a word.
public final class FakeGhost extends FakePublisher {

    public static final String ID = "6543a1b2c3d4e5f601234567";
    public static final String SECRET =
            "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    public static final String KEY = ID + ":" + SECRET;

    private static final String POSTS = "/ghost/api/admin/posts/";
    private static final Set<String> FIELDS =
            Set.of("title", "lexical", "html", "status", "tags", "updated_at", "custom_excerpt");

    /// By id.
    final Map<String, ObjectNode> posts = new LinkedHashMap<>();

    private final Clock clock;
    private int versions;
    private String rewritten = "";
    private String replacement = "";

    public FakeGhost(Clock clock) {
        this.clock = clock;
    }

    @Override
    Answer answer(Request request) {
        var locked = locked(request.header("Authorization"));
        if (locked != null) {
            return locked;
        }
        if (!request.header("Accept-Version").equals("v6.0")) {
            return error(406, "RequestNotAcceptableError", "Unsupported version", null);
        }
        var path = request.path();
        if (path.equals(POSTS)) {
            return switch (request.method()) {
                case "POST" -> made(request);
                case "GET" -> browse(request);
                default -> error(404, "NotFoundError", "Resource not found", null);
            };
        }
        var id =
                path.startsWith(POSTS) && path.endsWith("/")
                        ? path.substring(POSTS.length(), path.length() - 1)
                        : "";
        var post = posts.get(id);
        if (post == null) {
            return error(404, "NotFoundError", "Resource not found error, cannot read post.", null);
        }
        return request.method().equals("PUT") ? edited(request, post) : one(200, post);
    }

    /// An editor at work in Ghost.
    void editedThere(String id, String markdown) {
        var post = Objects.requireNonNull(posts.get(id));
        var lexical = (ObjectNode) JSON.readTree(post.path("lexical").asString());
        ((ObjectNode) lexical.at("/root/children/0")).put("markdown", markdown);
        post.put("lexical", lexical.toString());
        touch(post);
    }

    void setStatus(String id, String status) {
        var post = Objects.requireNonNull(posts.get(id));
        post.put("status", status);
        touch(post);
    }

    /// The Markdown of the only card.
    static String markdown(JsonNode post) {
        return JSON.readTree(post.path("lexical").asString())
                .at("/root/children/0/markdown")
                .asString();
    }

    /// Stores it otherwise than it came.
    void rewrites(String from, String to) {
        rewritten = from;
        replacement = to;
    }

    private Answer made(Request request) {
        var given = request.json().path("posts").path(0);
        var fault = fault(given);
        if (fault != null) {
            return fault;
        }
        var id = "%024x".formatted(posts.size() + 0x65f0L);
        var post =
                object().put("id", id)
                        .put("title", given.path("title").asString())
                        .put("slug", "post-" + posts.size())
                        .put("status", given.path("status").asString("draft"));
        text(post, given);
        var tags = post.putArray("tags");
        for (var tag : given.path("tags")) {
            var name = tag.path("name").asString();
            tags.addObject()
                    .put("name", name)
                    .put("slug", name.startsWith("#") ? "hash-" + name.substring(1) : name);
        }
        touch(post);
        posts.put(id, post);
        return one(201, post);
    }

    private Answer edited(Request request, ObjectNode post) {
        var given = request.json().path("posts").path(0);
        if (!given.has("updated_at")) {
            return error(
                    422, "ValidationError", "Validation error, cannot edit post.", "updated_at");
        }
        var fault = fault(given);
        if (fault != null) {
            return fault;
        }
        if (!given.path("updated_at").asString().equals(post.path("updated_at").asString())) {
            return error(
                    409,
                    "UpdateCollisionError",
                    "Saving failed! Someone else is editing this post.",
                    null);
        }
        post.put("title", given.path("title").asString());
        text(post, given);
        touch(post);
        return one(200, post);
    }

    private void text(ObjectNode post, JsonNode given) {
        if (!given.has("lexical")) {
            post.putNull("lexical").putNull("html");
            return;
        }
        // Ghost reads it and writes it anew.
        var lexical = (ObjectNode) JSON.readTree(given.path("lexical").asString());
        var text = lexical.toString();
        post.put("lexical", rewritten.isEmpty() ? text : text.replace(rewritten, replacement));
        post.put("html", "<p>" + lexical.at("/root/children/0/markdown").asString().length());
    }

    private Answer browse(Request request) {
        var filter = request.query().getOrDefault("filter", "");
        var answer = object();
        var found = answer.putArray("posts");
        posts.values().stream()
                .filter(post ->
                        filter.isEmpty()
                                || post.path("tags")
                                        .valueStream()
                                        .anyMatch(tag ->
                                                filter.equals(
                                                        "tag:" + tag.path("slug").asString())))
                .forEach(found::add);
        return Answer.json(200, answer);
    }

    private @Nullable Answer fault(JsonNode post) {
        for (var name : post.propertyNames()) {
            if (!FIELDS.contains(name)) {
                return error(422, "ValidationError", "Validation error", name);
            }
        }
        var title = post.path("title").asString("");
        if (title.isEmpty() || title.length() > 255) {
            return error(
                    422,
                    "ValidationError",
                    "Validation error, cannot save post.",
                    "Title cannot be longer than 255 characters.");
        }
        if (post.has("lexical")) {
            try {
                var root = JSON.readTree(post.path("lexical").asString()).path("root");
                if (!root.path("type").asString("").equals("root")
                        || !root.path("children").isArray()
                        || root.path("version").asInt(0) != 1) {
                    return error(422, "ValidationError", "Invalid lexical structure", null);
                }
            } catch (JacksonException e) {
                return error(422, "ValidationError", "Invalid lexical structure", null);
            }
        }
        return null;
    }

    private @Nullable Answer locked(String header) {
        var parts = header.split(" ", -1);
        if (parts.length != 2 || !parts[0].equals("Ghost")) {
            return unauthorised("INVALID_AUTH_HEADER");
        }
        var token = parts[1].split("\\.", -1);
        if (token.length != 3) {
            return unauthorised("INVALID_JWT");
        }
        var head = decoded(token[0]);
        var claims = decoded(token[1]);
        if (!head.path("kid").asString("").equals(ID)) {
            return unauthorised("UNKNOWN_ADMIN_API_KEY");
        }
        var now = clock.instant().getEpochSecond();
        var issued = claims.path("iat").asLong(0);
        var right =
                head.path("alg").asString("").equals("HS256")
                        && claims.path("aud").asString("").matches(".*/?admin/?$")
                        && now - issued <= 300
                        && claims.path("exp").asLong(0) > now
                        && claims.path("exp").asLong(0) - issued <= 300
                        && MessageDigest.isEqual(
                                Base64.getUrlDecoder().decode(token[2]),
                                signature(token[0] + "." + token[1]));
        return right ? null : unauthorised("INVALID_JWT");
    }

    private static JsonNode decoded(String part) {
        return JSON.readTree(
                new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    private static byte[] signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(SECRET), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void touch(ObjectNode post) {
        versions++;
        post.put("updated_at", "2026-11-22T18:00:%02d.000Z".formatted(versions));
    }

    private static Answer one(int status, ObjectNode post) {
        var answer = object();
        answer.putArray("posts").add(post);
        return Answer.json(status, answer);
    }

    private static Answer unauthorised(String code) {
        var answer = object();
        answer.putArray("errors")
                .addObject()
                .put("message", "Invalid token")
                .put("type", "UnauthorizedError")
                .put("code", code);
        return Answer.json(401, answer);
    }

    private static Answer error(int status, String type, String message, @Nullable String context) {
        var answer = object();
        answer.putArray("errors")
                .addObject()
                .put("message", message)
                .put("context", context)
                .put("type", type)
                .putNull("code");
        return Answer.json(status, answer);
    }
}
