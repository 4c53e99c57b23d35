package gleaner.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads what people say of acts that were done. An act is called `a12`; no link's id begins with
/// an `a`.
final class HistoryParser {

    private static final int MOST_DIGITS = 12;
    private static final int COUNT_DIGITS = 3;
    private static final int OF_LINKS = 50;
    private static final int OF_ISSUE = 100;
    private static final int USUAL = 10;

    private HistoryParser() {}

    /// How people call the act of that number.
    static String called(long number) {
        return "a" + number;
    }

    static Command undo(List<Words.Word> all, int at) {
        var act = at < all.size() ? number(bare(all.get(at))) : Optional.<Long>empty();
        return SentenceParser.ended(
                new Command.Undo(act), Verb.UNDO, all, act.isPresent() ? at + 1 : at);
    }

    static Command history(List<Words.Word> all, int at) {
        var word = at < all.size() ? bare(all.get(at)) : "";
        var act = word.startsWith("a") ? number(word) : Optional.<Long>empty();
        if (act.isPresent()) {
            return SentenceParser.ended(
                    new Command.History(1, act, List.of(), Optional.empty()),
                    Verb.HISTORY,
                    all,
                    at + 1);
        }
        var from = SentenceParser.skip(all, at, Set.of("of", "for"));
        if (from < all.size() && all.get(from).plain().equalsIgnoreCase("issue")) {
            return SentenceParser.ended(
                    new Command.History(
                            OF_ISSUE,
                            Optional.empty(),
                            List.of(),
                            Optional.of(IssueParser.number(Verb.HISTORY, all, from + 1))),
                    Verb.HISTORY,
                    all,
                    from + 2);
        }
        var isCount = word.length() <= COUNT_DIGITS && isDigits(word);
        var links = Arguments.links(all, at);
        return !isCount && !word.isEmpty() && links.next() == all.size()
                ? new Command.History(OF_LINKS, Optional.empty(), links.refs(), Optional.empty())
                : new Command.History(
                        SentenceParser.count(Verb.HISTORY, all, at, USUAL),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
    }

    /// With the `a` or without it.
    private static Optional<Long> number(String word) {
        var digits = word.startsWith("a") ? word.substring(1) : word;
        return !digits.isEmpty() && digits.length() <= MOST_DIGITS && isDigits(digits)
                ? Optional.of(Long.parseLong(digits))
                : Optional.empty();
    }

    private static String bare(Words.Word word) {
        return CommandParser.name(word.plain().replace("`", "")).toLowerCase(Locale.ROOT);
    }

    private static boolean isDigits(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
