package gleaner.command;

import gleaner.news.Chat;
import gleaner.news.Interview.Kind;
import gleaner.news.Visibility;
import gleaner.store.Interviews;
import java.util.ArrayList;
import java.util.stream.Collectors;

/// What is told of interviews.
final class ChatLines {

    private static final int SHOWN = 120;

    private final Interviews interviews;
    private final Lines lines;

    ChatLines(Interviews interviews, Lines lines) {
        this.interviews = interviews;
        this.lines = lines;
    }

    /// `{"issue":3,"title":…,"intro":…,"turns":[{"turn","kind","speaker","text"}]}`
    Plan chat(Chat chat) {
        var json = Json.object();
        Json.put(json, "title", chat.title());
        Json.put(json, "intro", chat.intro());
        var array = json.putArray("turns");
        var told = new ArrayList<String>();
        told.add(
                "**%s**: %s."
                        .formatted(
                                Markdown.line(chat.title().orElse("Interview"), 100),
                                speakers(chat)));
        told.add(
                chat.intro().isEmpty()
                        ? "No introduction yet: `interview intro …`."
                        : Markdown.line(chat.intro().get(), SHOWN));
        told.add("");
        for (var turn : chat.turns()) {
            var kind = turn.kind() == Kind.QUESTION ? "Q" : "A";
            told.add(
                    "- `%d` %s%s: %s"
                            .formatted(
                                    array.size() + 1,
                                    kind,
                                    turn.speaker().isBlank()
                                            ? ""
                                            : " (" + Markdown.line(turn.speaker(), 40) + ")",
                                    Markdown.line(turn.text(), SHOWN)));
            array.addObject()
                    .put("turn", array.size())
                    .put("kind", turn.kind().name().toLowerCase(java.util.Locale.ROOT))
                    .put("speaker", turn.speaker())
                    .put("text", turn.text());
        }
        return Plan.only(Replies.shown(String.join("\n", told), json));
    }

    /// `{"threads":[{"thread","channel","date","turns"}]}`; those from private places are only
    /// counted.
    Reply threads() {
        var json = Json.object();
        var array = json.putArray("threads");
        var told = new ArrayList<String>();
        int number = 0;
        int closed = 0;
        for (var kept : interviews.all()) {
            number++;
            if (kept.visibility() != Visibility.PUBLIC) {
                closed++;
                continue;
            }
            var chat = Chat.of(kept);
            told.add(
                    "- `%d` %s, %s: %s, %s; `interview take %s`"
                            .formatted(
                                    number,
                                    Markdown.line(kept.channel().name(), 40),
                                    lines.day(kept.kept()),
                                    speakers(chat),
                                    counted(chat),
                                    kept.thread()));
            array.addObject()
                    .put("thread", kept.thread().toString())
                    .put("channel", kept.channel().name())
                    .put("date", kept.kept().toString())
                    .put("turns", kept.turns().size());
        }
        if (told.isEmpty()) {
            told.add(
                    "No thread has been kept as an interview; pasted text does as well: `interview \"Ada: …\"`.");
        }
        if (closed > 0) {
            told.add(
                    "\n%s from a private place %s not listed."
                            .formatted(
                                    closed == 1 ? "1 thread" : closed + " threads",
                                    closed == 1 ? "is" : "are"));
        }
        return Replies.shown(String.join("\n", told), json);
    }

    static String counted(Chat chat) {
        var questions = chat.turns().stream().filter(turn -> turn.kind() == Kind.QUESTION).count();
        var answers = chat.turns().size() - questions;
        return "%s, %s"
                .formatted(
                        questions == 1 ? "1 question" : questions + " questions",
                        answers == 1 ? "1 answer" : answers + " answers");
    }

    static String speakers(Chat chat) {
        var asking = names(chat, Kind.QUESTION);
        var answering = names(chat, Kind.ANSWER);
        if (chat.turns().stream().allMatch(turn -> turn.kind() == Kind.QUESTION)) {
            return "%s asks and nobody answers".formatted(asking.isEmpty() ? "Q" : asking);
        }
        return "%s %s and %s %s"
                .formatted(
                        asking.isEmpty() ? "Q" : asking,
                        chat.speakers(Kind.QUESTION).size() > 1 ? "ask" : "asks",
                        answering.isEmpty() ? "A" : answering,
                        chat.speakers(Kind.ANSWER).size() > 1 ? "answer" : "answers");
    }

    private static String names(Chat chat, Kind kind) {
        return chat.speakers(kind).stream()
                .limit(5)
                .map(name -> Markdown.line(name, 40))
                .collect(Collectors.joining(", "));
    }

    static String turns(int count) {
        return count == 1 ? "1 turn" : count + " turns";
    }
}
