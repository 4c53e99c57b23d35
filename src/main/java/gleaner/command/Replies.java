package gleaner.command;

import gleaner.news.LinkId;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Makes replies, and keeps them as text so that a command that comes twice is answered as it was
/// the first time.
final class Replies {

    private Replies() {}

    static Reply shown(String markdown, ObjectNode json) {
        return new Reply(Reply.Kind.SHOWN, markdown, json.toString());
    }

    /// `{"done":"pick","links":["k3f9"],"message":…}`
    static Reply done(Verb verb, List<LinkId> links, String markdown) {
        var json = Json.object().put("done", verb.word());
        json.set("links", Json.texts(links));
        return new Reply(Reply.Kind.DONE, markdown, json.put("message", markdown).toString());
    }

    /// As [#done], with `"issue":41`.
    static Reply published(int issue, List<LinkId> links, String markdown) {
        var done = done(Verb.PUBLISH, links, markdown);
        var json = ((ObjectNode) Json.read(done.json())).put("issue", issue);
        return new Reply(done.kind(), markdown, json.toString());
    }

    /// `{"error":…,"suggestion":…}`
    static Reply error(Reply.Kind kind, String sentence, Optional<String> suggestion) {
        var json = Json.object().put("error", sentence);
        Json.put(json, "suggestion", suggestion);
        return new Reply(kind, sentence, json.toString());
    }

    static Reply refused(String sentence) {
        return error(Reply.Kind.REFUSED, sentence, Optional.empty());
    }

    static Reply refused(String sentence, String suggestion) {
        return error(Reply.Kind.REFUSED, sentence, Optional.of(suggestion));
    }

    /// The reply as one text.
    static String write(Reply reply) {
        var json = Json.object().put("kind", reply.kind().name()).put("markdown", reply.markdown());
        return json.put("json", reply.json()).toString();
    }

    /// Reads [#write] back.
    static Reply read(String text) {
        var json = Json.read(text);
        return new Reply(
                Reply.Kind.valueOf(json.path("kind").asString()),
                json.path("markdown").asString(),
                json.path("json").asString());
    }
}
