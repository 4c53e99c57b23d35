package gleaner.command;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads what stands after `interview`.
///
/// Every method throws [GleanerException] (USAGE) with the sentence that says what is wrong.
final class ChatParser {

    private static final int MOST_TURNS = 10_000;

    private ChatParser() {}

    static ChatAct read(Words words, int at) {
        var all = words.all();
        if (at >= all.size()) {
            return new ChatAct.Show();
        }
        var first = all.get(at);
        var word = first.quoted() ? "" : first.plain().toLowerCase(Locale.ROOT);
        var ends = at + 1 == all.size();
        return switch (word) {
            case "show", "list" -> ends ? new ChatAct.Show() : pasted(words, at);
            case "threads", "thread" -> ends ? new ChatAct.Threads() : pasted(words, at);
            case "remove", "clear", "-", "none" -> ends ? new ChatAct.Remove() : pasted(words, at);
            case "this" -> isThis(all, at) ? new ChatAct.ThisThread(false) : pasted(words, at);
            case "take", "from", "use" ->
                    isThis(all, at + 1) ? new ChatAct.ThisThread(true) : take(all, at);
            case "title", "heading" -> new ChatAct.Title(IssueParser.title(words, at + 1));
            case "intro" -> {
                var intro = (Command.Intro) IssueParser.intro(words, at + 1);
                yield new ChatAct.Intro(intro.words().map(Words::unquoted), intro.isMore());
            }
            case "cut", "drop" -> new ChatAct.Cut(turns(word, all, at + 1));
            case "keep" -> new ChatAct.Keep(turns(word, all, at + 1));
            case "swap" -> new ChatAct.Swap(ends ? List.of() : turns(word, all, at + 1));
            case "move" -> move(all, at + 1);
            case "turn" -> turn(words, at + 1);
            case "rename", "call" -> rename(all, at + 1);
            case "+" -> {
                if (ends) {
                    throw noTurns();
                }
                yield new ChatAct.Paste(Words.unquoted(words.from(at + 1)), true);
            }
            default -> pasted(words, at);
        };
    }

    private static ChatAct pasted(Words words, int at) {
        var text = Words.unquoted(words.from(at));
        if (!text.contains(":")) {
            throw noTurns();
        }
        return new ChatAct.Paste(text, false);
    }

    static GleanerException noTurns() {
        return GleanerException.usage(
                "No turns are in that: begin each on a line of its own with who speaks, `Ada: …`, or with `Q:` and `A:`.");
    }

    /// Whether only `this` or `this thread` is left from there on.
    private static boolean isThis(List<Words.Word> all, int at) {
        var rest = all.subList(Math.min(at, all.size()), all.size());
        return !rest.isEmpty()
                && rest.size() <= 2
                && rest.getFirst().plain().equalsIgnoreCase("this")
                && (rest.size() == 1 || rest.getLast().plain().equalsIgnoreCase("thread"));
    }

    private static ChatAct take(List<Words.Word> all, int at) {
        var from = SentenceParser.skip(all, at + 1, Set.of("the", "thread"));
        if (from + 1 != all.size()) {
            throw GleanerException.usage(
                    "After `interview take` comes one thread; `interview threads` lists them.");
        }
        return new ChatAct.Take(all.get(from).plain());
    }

    private static List<Integer> turns(String word, List<Words.Word> all, int at) {
        var end = all.size();
        var turns = numbers(all, at, end);
        if (turns.isEmpty()) {
            throw GleanerException.usage(
                    "After `interview %s` come the numbers of turns, such as `2 4-6`; `interview show` shows them."
                            .formatted(word));
        }
        return turns;
    }

    /// Numbers and ranges up to the end, or none where anything else is among them.
    private static List<Integer> numbers(List<Words.Word> all, int at, int end) {
        var turns = new ArrayList<Integer>();
        for (var word : all.subList(Math.min(at, end), end)) {
            for (var part : word.plain().split("[,;]", -1)) {
                if (part.isEmpty() || Set.of("and", "turn", "turns").contains(part)) {
                    continue;
                }
                var ends = part.split("[-–]", -1);
                var first = Arguments.number(ends[0], MOST_TURNS);
                var last = Arguments.number(ends[ends.length - 1], MOST_TURNS);
                if (first.isEmpty()
                        || last.isEmpty()
                        || ends.length > 2
                        || last.get() < first.get()) {
                    throw GleanerException.usage(
                            "%s is no number of a turn; `interview show` shows them."
                                    .formatted(Markdown.code(Excerpt.of(part))));
                }
                for (int i = first.get(); i <= last.get() && turns.size() <= MOST_TURNS; i++) {
                    turns.add(i);
                }
            }
        }
        return turns.stream().distinct().toList();
    }

    private static ChatAct move(List<Words.Word> all, int at) {
        for (int i = at + 1; i < all.size(); i++) {
            var word = all.get(i).plain().toLowerCase(Locale.ROOT);
            var isBefore = word.equals("before") || word.equals("above");
            if (isBefore || word.equals("after") || word.equals("below")) {
                var targets = numbers(all, i + 1, all.size());
                if (targets.size() == 1) {
                    return new ChatAct.Move(numbers(all, at, i), isBefore, targets.getFirst());
                }
            }
        }
        throw GleanerException.usage(
                "`interview move` needs turns and where they are to go: `interview move 3 before 1`.");
    }

    private static ChatAct turn(Words words, int at) {
        var all = words.all();
        var number =
                at < all.size()
                        ? Arguments.number(all.get(at).plain(), MOST_TURNS)
                        : Optional.<Integer>empty();
        var text = Words.unquoted(words.from(at + 1));
        if (number.isEmpty() || text.isBlank()) {
            throw GleanerException.usage(
                    "`interview turn` needs a turn's number and its words; `interview cut N` removes one.");
        }
        return new ChatAct.Turn(number.get(), text);
    }

    private static ChatAct rename(List<Words.Word> all, int at) {
        var to = at;
        while (to < all.size()
                && (all.get(to).quoted() || !all.get(to).plain().equalsIgnoreCase("to"))) {
            to++;
        }
        var isQuoted = to == all.size() && all.size() == at + 2;
        var from = isQuoted ? all.get(at).plain() : Arguments.joined(all, at, to);
        var name = isQuoted ? all.getLast().plain() : Arguments.joined(all, to + 1, all.size());
        if (from.isBlank() || name.isBlank()) {
            throw GleanerException.usage("`interview rename` needs a name, `to` and the new name.");
        }
        return new ChatAct.Rename(from, name);
    }
}
