package gleaner.publishing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Buttondown's `/v1/emails`: an email of which nobody says that it is a draft goes out at once.
public final class FakeButtondown extends FakePublisher {

    public static final String KEY = "bd-0123456789-secret";
    private static final Set<String> FIELDS = Set.of("subject", "body", "status");

    /// By id.
    final Map<String, ObjectNode> emails = new LinkedHashMap<>();

    private final Map<String, String> byKey = new LinkedHashMap<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();

    @Override
    Answer answer(Request request) {
        if (!request.header("Authorization").equals("Token " + KEY)) {
            return refused(401, "unauthorized", "Invalid token.");
        }
        var path = request.path();
        if (path.equals("/v1/emails") && request.method().equals("POST")) {
            return made(request);
        }
        var id = path.startsWith("/v1/emails/") ? path.substring("/v1/emails/".length()) : "";
        var email = emails.get(id);
        if (email == null) {
            return refused(404, "not_found", "Not found.");
        }
        return switch (request.method()) {
            case "GET" -> Answer.json(200, email);
            case "PATCH" -> {
                var fault = fault(request);
                if (fault != null) {
                    yield fault;
                }
                email.setAll((ObjectNode) request.json());
                yield Answer.json(200, email);
            }
            default -> refused(405, "method_not_allowed", "Method not allowed.");
        };
    }

    private Answer made(Request request) {
        var key = request.header("X-Idempotency-Key");
        if (key.length() > 200) {
            return refused(400, "invalid_idempotency_key", "Too long.");
        }
        var before = emails.get(byKey.getOrDefault(key, ""));
        if (before != null) {
            return request.body().equals(bodies.get(key))
                    ? Answer.json(201, before)
                    : refused(409, "idempotency_conflict", "The key was used for another email.");
        }
        var fault = fault(request);
        if (fault != null) {
            return fault;
        }
        var json = request.json();
        if (json.path("subject").asString("").isBlank()) {
            return unprocessable("subject", "field required");
        }
        var id = "em_" + (emails.size() + 1);
        var email =
                object().put("id", id)
                        .put("subject", json.path("subject").asString())
                        .put("body", json.path("body").asString(""))
                        .put("status", json.path("status").asString("about_to_send"))
                        .put("absolute_url", "https://buttondown.com/team/archive/" + id);
        emails.put(id, email);
        if (!key.isEmpty()) {
            byKey.put(key, id);
            bodies.put(key, request.body());
        }
        return Answer.json(201, email);
    }

    private static @org.jspecify.annotations.Nullable Answer fault(Request request) {
        var json = request.json();
        for (var name : json.propertyNames()) {
            if (!FIELDS.contains(name)) {
                return unprocessable(name, "extra fields not permitted");
            }
        }
        if (json.path("subject").asString("").length() > 2000) {
            return unprocessable("subject", "ensure this value has at most 2000 characters");
        }
        var body = json.path("body").asString("");
        if (body.startsWith("---")) {
            return refused(400, "email_invalid", "Front matter is not supported.");
        }
        for (var text : new String[] {body, json.path("subject").asString("")}) {
            if (text.contains("{{") || text.contains("{%") || text.contains("{#")) {
                return refused(400, "email_invalid", "Template syntax error.");
            }
        }
        if (!body.startsWith("<!-- buttondown-editor-mode: plaintext -->\n")) {
            return refused(400, "email_invalid", "This would not be read as Markdown.");
        }
        return null;
    }

    private static Answer refused(int status, String code, String detail) {
        return Answer.json(status, object().put("code", code).put("detail", detail));
    }

    private static Answer unprocessable(String field, String message) {
        var json = object();
        var detail = json.putArray("detail").addObject().put("msg", message);
        detail.put("type", "value_error").putArray("loc").add("body").add(field);
        return Answer.json(422, json);
    }
}
