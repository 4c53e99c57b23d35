package gleaner.command;

import gleaner.news.Chat;
import gleaner.news.Interview;
import gleaner.news.Interview.Kind;
import gleaner.news.IssueField;
import gleaner.news.IssueWords;
import gleaner.news.Visibility;
import gleaner.store.ChatCodec;
import gleaner.store.Interviews;
import gleaner.store.IssueChange;
import gleaner.store.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The interview of the open issue. Every method plans, none does.
///
/// It is a copy: what becomes of its thread later is only told. A thread that not everybody could
/// read is never copied; with its speakers' leave an editor pastes what they agree to.
final class Chats {

    private static final int LONGEST = 60_000;
    private static final int MOST_TURNS = 200;

    private final Repository repository;
    private final Interviews interviews;
    private final ChatLines shown;

    Chats(Repository repository, Interviews interviews, Lines lines) {
        this.repository = repository;
        this.interviews = interviews;
        this.shown = new ChatLines(interviews, lines);
    }

    Plan plan(Command.Talk command, Asker asker) {
        var words = repository.issueWords();
        var chat = words.of(IssueField.INTERVIEW).map(ChatCodec::read);
        return switch (command.act()) {
            case ChatAct.Show _ -> chat.map(shown::chat).orElseGet(() -> none(words));
            case ChatAct.Threads _ -> Plan.only(shown.threads());
            case ChatAct.ThisThread(var taken) ->
                    asker.about()
                            .flatMap(interviews::of)
                            .map(kept -> taken ? take(words, chat, kept) : told(kept))
                            .orElseGet(Chats::elsewhere);
            case ChatAct.Take(var thread) ->
                    chat.isPresent() ? already(words) : take(words, thread);
            case ChatAct.Paste(var text, var more) -> paste(words, chat, text, more);
            case ChatAct.Remove _ ->
                    chat.isEmpty()
                            ? none(words)
                            : write(
                                    words,
                                    Optional.empty(),
                                    "Took the interview out of issue %d."
                                            .formatted(words.number()));
            case ChatAct.Title(var title) ->
                    with(words, chat, "Wrote the interview's title.", it -> it.withTitle(title));
            case ChatAct.Intro(var intro, var more) ->
                    with(
                            words,
                            chat,
                            intro.isEmpty()
                                    ? "Cleared the interview's introduction."
                                    : "Wrote the interview's introduction.",
                            it ->
                                    it.withIntro(
                                            more && it.intro().isPresent()
                                                    ? intro.map(text ->
                                                            it.intro().get() + "\n\n" + text)
                                                    : intro));
            case ChatAct.Cut(var turns) -> cut(words, chat, turns, /* keep= */ false);
            case ChatAct.Keep(var turns) -> cut(words, chat, turns, /* keep= */ true);
            case ChatAct.Move move -> move(words, chat, move);
            case ChatAct.Turn(var number, var text) -> turn(words, chat, number, text);
            case ChatAct.Rename(var from, var to) -> rename(words, chat, from, to);
            case ChatAct.Swap(var turns) -> swap(words, chat, turns);
        };
    }

    private Plan take(IssueWords words, String named) {
        var all = interviews.all();
        var found =
                all.stream()
                        .filter(kept -> kept.thread().toString().equals(named))
                        .findFirst()
                        .or(() ->
                                Arguments.number(named, all.size())
                                        .map(number -> all.get(number - 1)));
        if (found.isEmpty()) {
            return refused(
                    "There is no thread %s; `interview threads` lists those that were kept."
                            .formatted(Markdown.code(gleaner.news.Excerpt.of(named))));
        }
        return take(words, Optional.empty(), found.get());
    }

    private Plan take(IssueWords words, Optional<Chat> before, Interview interview) {
        if (before.isPresent()) {
            return already(words);
        }
        if (interview.visibility() != Visibility.PUBLIC) {
            return closed();
        }
        var chat =
                Chat.of(interview)
                        .withEach(turn ->
                                new Chat.Turn(
                                        turn.kind(), turn.speaker(), SpokenWords.of(turn.text())));
        return fitting(
                words,
                chat,
                "Took the thread: %s, %s. `interview show` shows it; write `interview intro …`."
                        .formatted(ChatLines.speakers(chat), ChatLines.counted(chat)));
    }

    private static Plan told(Interview kept) {
        if (kept.visibility() != Visibility.PUBLIC) {
            return closed();
        }
        return Plan.only(
                Replies.shown(
                        "Kept as an interview: %s. What is edited or deleted in the thread is followed; say `interview this` there again for new words. `interview take %s` puts it into the issue."
                                .formatted(Markdown.line(kept.summary(), 400), kept.thread()),
                        Json.object().put("thread", kept.thread().toString())));
    }

    private static Plan closed() {
        return refused(
                "That thread was held where not everybody reads, so its words and names stay there; with its speakers' leave, paste what they agree to: `interview \"Ada: …\"`.");
    }

    private static Plan elsewhere() {
        return refused(
                "A thread is kept where it is held: on Mastodon by an answer in it, `interview this`, in Slack by the shortcut *Use thread as interview*; pasted text does as well: `interview \"Ada: …\"`.");
    }

    private Plan paste(IssueWords words, Optional<Chat> before, String text, boolean more) {
        if (before.isPresent() && !more) {
            return already(words);
        }
        var known = before.map(Chat::turns).orElse(List.of());
        var pasted = PastedTurns.of(text, known);
        if (pasted.turns().isEmpty()) {
            throw ChatParser.noTurns();
        }
        var turns = new ArrayList<>(known);
        turns.addAll(pasted.turns());
        var chat =
                before.map(it -> it.withTurns(turns))
                        .orElseGet(() ->
                                new Chat(
                                        Optional.empty(),
                                        Optional.of(pasted.intro())
                                                .filter(intro -> !intro.isEmpty()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        turns));
        return fitting(
                words,
                chat,
                "%s: %s, %s."
                        .formatted(
                                before.isPresent()
                                        ? "Added to the interview"
                                        : "Made the interview of issue %d"
                                                .formatted(words.number()),
                                ChatLines.speakers(chat),
                                ChatLines.counted(chat)));
    }

    private Plan cut(IssueWords words, Optional<Chat> chat, List<Integer> named, boolean keep) {
        return known(
                words,
                chat,
                named,
                it -> {
                    var left = new ArrayList<Chat.Turn>();
                    for (int i = 0; i < it.turns().size(); i++) {
                        if (named.contains(i + 1) == keep) {
                            left.add(it.turns().get(i));
                        }
                    }
                    if (left.isEmpty()) {
                        return refused(
                                "No turn would be left; `interview remove` takes all of it away.");
                    }
                    return fitting(
                            words,
                            it.withTurns(left),
                            "Cut %s; %s left."
                                    .formatted(
                                            ChatLines.turns(it.turns().size() - left.size()),
                                            left.size() == 1 ? "1 is" : left.size() + " are"));
                });
    }

    private Plan move(IssueWords words, Optional<Chat> chat, ChatAct.Move move) {
        var named = new ArrayList<>(move.turns());
        named.add(move.target());
        if (move.turns().contains(move.target()) || move.turns().isEmpty()) {
            return refused("A turn cannot stand before or after itself.");
        }
        return known(
                words,
                chat,
                named,
                it -> {
                    var moved =
                            move.turns().stream()
                                    .map(number -> it.turns().get(number - 1))
                                    .toList();
                    var order = new ArrayList<Chat.Turn>();
                    for (int i = 1; i <= it.turns().size(); i++) {
                        if (i == move.target() && move.isBefore()) {
                            order.addAll(moved);
                        }
                        if (!move.turns().contains(i)) {
                            order.add(it.turns().get(i - 1));
                        }
                        if (i == move.target() && !move.isBefore()) {
                            order.addAll(moved);
                        }
                    }
                    return fitting(
                            words,
                            it.withTurns(order),
                            "Moved %s.".formatted(ChatLines.turns(moved.size())));
                });
    }

    private Plan turn(IssueWords words, Optional<Chat> chat, int number, String text) {
        return known(
                words,
                chat,
                List.of(number),
                it -> {
                    var turns = new ArrayList<>(it.turns());
                    var before = turns.get(number - 1);
                    turns.set(number - 1, new Chat.Turn(before.kind(), before.speaker(), text));
                    return fitting(words, it.withTurns(turns), "Wrote turn %d.".formatted(number));
                });
    }

    private Plan rename(IssueWords words, Optional<Chat> chat, String from, String to) {
        if (chat.isEmpty()) {
            return none(words);
        }
        var name = Markdown.plainLine(to, 80);
        var known = chat.get().turns().stream().map(Chat.Turn::speaker).distinct().toList();
        var meant = known.stream().filter(from::equalsIgnoreCase).findFirst();
        if (meant.isEmpty()) {
            return refused(
                    "Nobody in the interview is called %s; there %s."
                            .formatted(
                                    Markdown.code(from),
                                    known.stream().allMatch(String::isBlank)
                                            ? "are no names"
                                            : "speak "
                                                    + known.stream()
                                                            .filter(speaker -> !speaker.isBlank())
                                                            .limit(10)
                                                            .map(speaker ->
                                                                    Markdown.line(speaker, 40))
                                                            .collect(Collectors.joining(", "))));
        }
        return fitting(
                words,
                chat.get()
                        .withEach(turn ->
                                turn.speaker().equals(meant.get())
                                        ? new Chat.Turn(turn.kind(), name, turn.text())
                                        : turn),
                "%s is called %s in the interview."
                        .formatted(Markdown.line(meant.get(), 80), Markdown.line(name, 80)));
    }

    private Plan swap(IssueWords words, Optional<Chat> chat, List<Integer> named) {
        return known(
                words,
                chat,
                named,
                it -> {
                    var turns = new ArrayList<>(it.turns());
                    for (int i = 0; i < turns.size(); i++) {
                        var turn = turns.get(i);
                        if (named.isEmpty() || named.contains(i + 1)) {
                            var other = turn.kind() == Kind.QUESTION ? Kind.ANSWER : Kind.QUESTION;
                            turns.set(i, new Chat.Turn(other, turn.speaker(), turn.text()));
                        }
                    }
                    return fitting(
                            words,
                            it.withTurns(turns),
                            "Swapped: %s.".formatted(ChatLines.counted(it.withTurns(turns))));
                });
    }

    private Plan known(
            IssueWords words,
            Optional<Chat> chat,
            List<Integer> named,
            java.util.function.Function<Chat, Plan> plan) {
        if (chat.isEmpty()) {
            return none(words);
        }
        int most = chat.get().turns().size();
        return named.stream()
                .filter(number -> number > most)
                .findFirst()
                .map(number ->
                        refused(
                                "There is no turn %d: the interview has %d; `interview show` shows them."
                                        .formatted(number, most)))
                .orElseGet(() -> plan.apply(chat.get()));
    }

    private Plan with(
            IssueWords words, Optional<Chat> chat, String sentence, UnaryOperator<Chat> change) {
        return chat.map(it -> fitting(words, change.apply(it), sentence))
                .orElseGet(() -> none(words));
    }

    private static Plan fitting(IssueWords words, Chat chat, String sentence) {
        var text = ChatCodec.write(chat);
        if (text.length() > LONGEST || chat.turns().size() > MOST_TURNS) {
            return refused(
                    "The interview would be too long: at most %d turns and %d characters are possible."
                            .formatted(MOST_TURNS, LONGEST));
        }
        return write(words, Optional.of(text), sentence);
    }

    private static Plan write(IssueWords words, Optional<String> after, String sentence) {
        var before = words.of(IssueField.INTERVIEW);
        if (before.equals(after)) {
            return Plan.only(
                    Replies.done(Verb.INTERVIEW, List.of(), "The interview is as it was."));
        }
        return Plan.of(
                List.of(),
                List.of(new IssueChange(words.number(), IssueField.INTERVIEW, before, after)),
                Replies.done(Verb.INTERVIEW, List.of(), sentence));
    }

    private static Plan already(IssueWords words) {
        return refused(
                "Issue %d has an interview already: `interview + …` adds turns to it, `interview remove` takes it out."
                        .formatted(words.number()));
    }

    private static Plan none(IssueWords words) {
        return refused(
                "Issue %d has no interview: `interview take THREAD` makes one of a thread, `interview \"Ada: …\"` of pasted text."
                        .formatted(words.number()));
    }

    private static Plan refused(String sentence) {
        return Plan.only(Replies.refused(sentence));
    }
}
