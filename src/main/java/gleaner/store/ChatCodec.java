package gleaner.store;

import gleaner.news.Chat;
import gleaner.news.Interview;
import gleaner.news.MessageId;

/// An issue's interview as the text that is kept of it: the value of
/// [gleaner.news.IssueField#INTERVIEW].
public final class ChatCodec {

    private ChatCodec() {}

    public static String write(Chat chat) {
        var node = Json.object();
        Json.put(node, "title", chat.title());
        Json.put(node, "intro", chat.intro());
        Json.put(node, "thread", chat.thread().map(MessageId::toString));
        Json.put(node, "source", chat.source());
        var turns = node.putArray("turns");
        for (var turn : chat.turns()) {
            turns.addObject()
                    .put("kind", turn.kind().name())
                    .put("speaker", turn.speaker())
                    .put("text", turn.text());
        }
        return node.toString();
    }

    public static Chat read(String text) {
        var node = Json.read(text);
        return new Chat(
                Json.text(node, "title"),
                Json.text(node, "intro"),
                Json.text(node, "thread").map(MessageId::parse),
                Json.text(node, "source"),
                Json.list(
                        node,
                        "turns",
                        turn ->
                                new Chat.Turn(
                                        Interview.Kind.valueOf(Json.need(turn, "kind")),
                                        Json.need(turn, "speaker"),
                                        Json.need(turn, "text"))));
    }
}
