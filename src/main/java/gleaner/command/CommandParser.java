package gleaner.command;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.Sections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The one parser of what people say, in whatever channel.
///
/// It takes words, not flags, in Markdown or plain; a leading `/glean` or `@gleaner` does not
/// matter. It knows the sections and the calendar but no links: whether a link exists is found out
/// when the command is done.
public final class CommandParser {

    /// A command has at most this many characters.
    public static final int LONGEST = 8000;

    private static final Set<String> NAMES = Set.of("gleaner", "glean");
    private static final Set<String> POLITE = Set.of("please", "pls", "hey", "hi", "hello", "ok");

    private final SentenceParser sentences;
    private final Grammar grammar;

    public CommandParser(Sections sections, Periods periods) {
        this(sections, () -> sections, periods);
    }

    /// @param usual the sections of every issue
    /// @param current those of the open one
    CommandParser(Sections usual, Supplier<Sections> current, Periods periods) {
        this.sentences = new SentenceParser(current, periods);
        this.grammar = new Grammar(usual);
    }

    /// What the words mean.
    public Understanding parse(String text) {
        if (text.length() > LONGEST) {
            return new Understanding.Misunderstood(
                    "A command has at most %d characters; this one has %d."
                            .formatted(LONGEST, text.length()),
                    "help");
        }
        var words = Words.of(text);
        var at = start(words.all());
        if (at == words.all().size()) {
            return new Understanding.Understood(new Command.Help(Optional.empty()));
        }
        return sentence(words, at);
    }

    private static int start(List<Words.Word> words) {
        var at = 0;
        while (at < words.size() && at < 5) {
            var word =
                    words.get(at)
                            .plain()
                            .toLowerCase(Locale.ROOT)
                            .replace(",", "")
                            .replace(":", "");
            var name = word.startsWith("@") || word.startsWith("/") ? word.substring(1) : word;
            var called = NAMES.contains(name.split("@", 2)[0]) || (at == 0 && word.startsWith("@"));
            if (!called && !(POLITE.contains(word) && words.size() > at + 1)) {
                break;
            }
            at++;
        }
        return at;
    }

    private Understanding sentence(Words words, int at) {
        var first = words.all().get(at).plain();
        if (Markdown.isWeb(first)) {
            return tried(Verb.ADD, words, at - 1);
        }
        var word = name(first);
        var verb = Verbs.named(word);
        if (verb.isEmpty()) {
            return unknown(word);
        }
        var second = at + 1 < words.all().size() ? name(words.all().get(at + 1).plain()) : "";
        return Verbs.named(verb.get().word() + " " + second)
                .map(longer -> tried(longer, words, at + 1))
                .orElseGet(() -> tried(verb.get(), words, at));
    }

    /// A word as a command's name, without punctuation.
    static String name(String word) {
        var end = word.length();
        while (end > 1 && ",;:.!".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(word.startsWith("/") && end > 1 ? 1 : 0, end);
    }

    private Understanding tried(Verb verb, Words words, int at) {
        try {
            return new Understanding.Understood(sentences.command(verb, words, at + 1));
        } catch (GleanerException e) {
            var example = grammar.examples(verb).getFirst();
            return new Understanding.Misunderstood(
                    e.sentence() + " For example: " + Markdown.code(example), example);
        }
    }

    private Understanding unknown(String word) {
        var shown = Markdown.code(Excerpt.of(word));
        return Grammar.nearest(word)
                .map(verb ->
                        new Understanding.Misunderstood(
                                "There is no command %s; did you mean %s? For example: %s"
                                        .formatted(
                                                shown,
                                                Markdown.code(verb.word()),
                                                Markdown.code(grammar.examples(verb).getFirst())),
                                grammar.examples(verb).getFirst()))
                .orElseGet(() ->
                        new Understanding.Misunderstood(
                                "There is no command %s; `help` shows what I understand."
                                        .formatted(shown),
                                "help"));
    }
}
