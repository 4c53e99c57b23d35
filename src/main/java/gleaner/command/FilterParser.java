package gleaner.command;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.Period;
import gleaner.news.Sections;
import gleaner.news.Tag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads what a list is to hold: "links tagged #security that Ada shared" is as good as "#security
/// by ada".
final class FilterParser {

    private static final Set<String> FILLERS =
            Set.of(
                    "a",
                    "all",
                    "an",
                    "and",
                    "any",
                    "are",
                    "been",
                    "every",
                    "everything",
                    "from",
                    "give",
                    "has",
                    "have",
                    "is",
                    "item",
                    "items",
                    "just",
                    "link",
                    "links",
                    "list",
                    "me",
                    "of",
                    "only",
                    "or",
                    "please",
                    "posted",
                    "shared",
                    "tag",
                    "tagged",
                    "tags",
                    "that",
                    "the",
                    "there",
                    "us",
                    "was",
                    "we",
                    "were",
                    "which",
                    "with",
                    "&",
                    "+");
    private static final Set<String> BY = Set.of("by", "from");
    private static final Set<String> IN = Set.of("in", "within", "at");
    private static final Set<String> ABOUT =
            Set.of("about", "matching", "containing", "mentioning");

    private final Sections sections;
    private final Periods periods;
    private final List<Words.Word> words;
    private final List<String> plain;
    private final boolean searching;

    private final List<Tag> tags = new ArrayList<>();
    private final Set<Standing> states = EnumSet.noneOf(Standing.class);
    private final List<String> about = new ArrayList<>();
    private final StringBuilder typed = new StringBuilder("list");
    private Optional<String> by = Optional.empty();
    private Optional<String> in = Optional.empty();
    private Optional<Period> period = Optional.empty();
    private int page = 1;

    /// @param searching whether words that are no filter are what the link is to be about
    FilterParser(Sections sections, Periods periods, List<Words.Word> words, boolean searching) {
        this.sections = sections;
        this.periods = periods;
        this.words = List.copyOf(words);
        this.plain = words.stream().map(Words.Word::plain).toList();
        this.searching = searching;
    }

    /// The command, from that word on.
    Command.ListLinks parse(int from) {
        var at = from;
        while (at < words.size()) {
            var next = filter(at);
            if (!isPage(at)) {
                for (var word : words.subList(at, next)) {
                    typed.append(' ')
                            .append(word.quoted() ? "\"" + word.plain() + "\"" : word.plain());
                }
            }
            at = next;
        }
        return new Command.ListLinks(
                new Filter(tags, by, in, states, period, about), page, typed.toString());
    }

    private int filter(int at) {
        var word = lower(at);
        if (words.get(at).quoted()) {
            about.add(words.get(at).plain());
            return at + 1;
        }
        if (isTag(plain.get(at))) {
            tags.add(Arguments.tag(plain.get(at)));
            return at + 1;
        }
        if (isPage(at)) {
            return page(at);
        }
        var time = periods.read(plain, at);
        if (time.isPresent()) {
            setPeriod(time.get().period());
            return time.get().next();
        }
        var state = Standing.parse(word);
        if (state.isPresent()) {
            states.add(state.get());
            return at + 1;
        }
        if (ABOUT.contains(word)) {
            return about(at + 1);
        }
        if (BY.contains(word) && at + 1 < words.size()) {
            return by(at + 1);
        }
        if (IN.contains(word) && at + 1 < words.size()) {
            return in(at + 1);
        }
        if (word.equals("my") || word.equals("mine")) {
            setBy(Filter.ME);
            return at + 1;
        }
        return FILLERS.contains(word) ? at + 1 : other(at);
    }

    private int other(int at) {
        var word = plain.get(at);
        if (word.startsWith("@") && word.length() > 1) {
            setBy(word);
            return at + 1;
        }
        if (searching) {
            about.add(word);
            return at + 1;
        }
        var shown = Markdown.code(Excerpt.of(word));
        var isWord = word.codePoints().allMatch(Character::isLetterOrDigit);
        throw GleanerException.usage(
                "%s is not something to list by; did you mean %s?"
                        .formatted(
                                shown,
                                near(word)
                                        .map(Markdown::code)
                                        .orElseGet(() ->
                                                isWord
                                                        ? Markdown.code("list #" + Excerpt.of(word))
                                                                + " or "
                                                                + Markdown.code(
                                                                        "list about "
                                                                                + Excerpt.of(word))
                                                        : Markdown.code(
                                                                "list about "
                                                                        + Excerpt.of(word)))));
    }

    private static Optional<String> near(String word) {
        if (word.length() > 12) {
            return Optional.empty();
        }
        for (var state : Standing.values()) {
            if (Slips.between(word.toLowerCase(Locale.ROOT), state.toString())
                    <= (word.length() < 5 ? 1 : 2)) {
                return Optional.of("list " + state);
            }
        }
        return Optional.empty();
    }

    private boolean isPage(int at) {
        return at < words.size()
                && !words.get(at).quoted()
                && (lower(at).equals("page") || lower(at).equals("more"));
    }

    private int page(int at) {
        if (lower(at).equals("more")) {
            page = 2;
            return at + 1;
        }
        page =
                Arguments.number(at + 1 < words.size() ? plain.get(at + 1) : "", 1_000_000)
                        .orElseThrow(() ->
                                GleanerException.usage("After `page` comes the page's number."));
        return at + 2;
    }

    private int about(int from) {
        if (from >= words.size()) {
            throw GleanerException.usage("After `about` come the words to look for.");
        }
        var at = from;
        do {
            about.add(plain.get(at));
            at++;
        } while (at < words.size() && !begins(at));
        return at;
    }

    private int by(int from) {
        var me = Set.of("me", "myself", "us").contains(lower(from));
        var next = me || words.get(from).quoted() ? from + 1 : name(from);
        setBy(me ? Filter.ME : String.join(" ", plain.subList(from, next)));
        return next;
    }

    private int in(int from) {
        var at = lower(from).equals("the") && from + 1 < words.size() ? from + 1 : from;
        if (lower(at).equals("channel") || (lower(at).equals("section") && at + 1 < words.size())) {
            at = Math.min(at + 1, words.size() - 1);
        }
        var next =
                words.get(at).quoted()
                        ? at + 1
                        : Arguments.section(sections, words, at).orElseGet(() -> 0);
        next = next > at ? next : name(at);
        if (in.isPresent()) {
            throw GleanerException.usage(
                    "A list is of one channel or section: `in` is there twice.");
        }
        in = Optional.of(String.join(" ", plain.subList(at, next)));
        return next;
    }

    /// The word after a name that nobody quoted: it goes on until something begins that can be
    /// understood.
    private int name(int from) {
        var at = from + 1;
        while (at < words.size() && !begins(at)) {
            at++;
        }
        return at;
    }

    private boolean begins(int at) {
        var word = lower(at);
        return words.get(at).quoted()
                || isTag(plain.get(at))
                || isPage(at)
                || BY.contains(word)
                || IN.contains(word)
                || ABOUT.contains(word)
                || FILLERS.contains(word)
                || Standing.parse(word).isPresent()
                || periods.read(plain, at).isPresent();
    }

    private void setBy(String name) {
        if (by.isPresent()) {
            throw GleanerException.usage("A list is by one person: `by` is there twice.");
        }
        by = Optional.of(name);
    }

    private void setPeriod(Period named) {
        if (period.isPresent()) {
            throw GleanerException.usage(
                    "A list has one period, not both %s and %s; write `from … to …`."
                            .formatted(period.get().label(), named.label()));
        }
        period = Optional.of(named);
    }

    private static boolean isTag(String word) {
        return word.length() > 1 && (word.startsWith("#") || word.startsWith("＃"));
    }

    private String lower(int at) {
        var word = plain.get(at);
        var end = word.length();
        while (end > 1 && ",;.!?".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
