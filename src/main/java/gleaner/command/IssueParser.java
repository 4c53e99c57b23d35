package gleaner.command;

import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import gleaner.news.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what stands after the names of the commands about the issue as a whole.
///
/// Every method throws [GleanerException] (USAGE) with the sentence that says what is wrong.
final class IssueParser {

    private static final int LONGEST_LINE = 300;
    private static final int MOST_ISSUES = 1_000_000;
    private static final String DESTINATIONS = "buttondown, ghost, listmonk, file or git";
    private static final Set<String> PUBLISH_NOISE =
            Set.of("issue", "the", "only", "please", "it", "now", "run", "a", "draft");

    private IssueParser() {}

    static Optional<String> title(Words words, int at) {
        var text = Words.unquoted(words.from(at));
        return text.isEmpty() ? paragraphs(Verb.TITLE, words, at) : cleared(line(text));
    }

    /// On one line, the space of any kind between its words made one.
    private static String line(String text) {
        var line =
                text.isBlank()
                        ? ""
                        : text.strip().lines().map(String::strip).collect(Collectors.joining(" "));
        if (line.isEmpty() || line.length() > LONGEST_LINE) {
            throw GleanerException.usage(
                    "A title or a heading has 1 to %d characters; this one has %d."
                            .formatted(LONGEST_LINE, line.length()));
        }
        return line;
    }

    static Command intro(Words words, int at) {
        return new Command.Intro(paragraphs(Verb.INTRO, words, at), isMore(words.all(), at));
    }

    static Command closing(Words words, int at) {
        return new Command.Closing(paragraphs(Verb.CLOSING, words, at), isMore(words.all(), at));
    }

    private static boolean isMore(List<Words.Word> all, int at) {
        return at < all.size() && all.get(at).plain().equals("+");
    }

    private static Optional<String> paragraphs(Verb verb, Words words, int at) {
        var more = isMore(words.all(), at);
        var text = words.from(more ? at + 1 : at);
        if (text.isEmpty()) {
            throw GleanerException.usage(
                    "`%s` needs words; `clear` removes what there is.".formatted(verb.word()));
        }
        return more ? Optional.of(text) : cleared(text);
    }

    private static Optional<String> cleared(String text) {
        return SentenceParser.NOTHING.contains(text.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(text);
    }

    static Command heading(Words words, int from, Sections sections) {
        var all = words.all();
        var at = SentenceParser.skip(all, from, Set.of("of", "the", "section", "for"));
        var next = Arguments.section(sections, all, at);
        var name =
                Arguments.section(
                        sections,
                        Arguments.joined(all, at, next.orElse(Math.min(at + 1, all.size()))));
        var text = Words.unquoted(words.from(next.orElse(at)));
        if (text.isEmpty()) {
            throw GleanerException.usage("`heading` needs a section, then the words.");
        }
        return new Command.Heading(name, cleared(line(text)));
    }

    static Command newSection(List<Words.Word> all, int at) {
        var from = SentenceParser.skip(all, at, Set.of("section", "a", "called", "named"));
        var with = from;
        while (with < all.size()
                && (all.get(with).quoted() || !all.get(with).plain().equalsIgnoreCase("with"))) {
            with++;
        }
        var heading = Arguments.joined(all, from, with);
        var name =
                SectionName.parse(heading)
                        .orElseThrow(() ->
                                GleanerException.usage(
                                        "`new section` needs a heading, then `with` and its links."));
        var links =
                with + 1 < all.size()
                        ? SentenceParser.only(Verb.NEW_SECTION, all, with + 1)
                        : List.<LinkRef>of();
        return new Command.NewSection(name, line(heading), links);
    }

    static Command weave(Words words, int from, Sections sections) {
        var all = words.all();
        var at = from;
        var isAgain = isPlain(all, at, "again");
        at += isAgain ? 1 : 0;
        var next =
                isPlain(all, at, "in")
                        ? Arguments.section(sections, all, at + 1)
                        : Optional.<Integer>empty();
        var section = Optional.<SectionName>empty();
        if (next.isPresent()) {
            section =
                    Optional.of(
                            Arguments.section(sections, Arguments.joined(all, at + 1, next.get())));
            at = next.get();
        }
        var text = Words.unquoted(words.from(at));
        if (text.isBlank()) {
            throw GleanerException.usage("`weave` needs a paragraph with links in it.");
        }
        return new Command.Weave(text, section, isAgain);
    }

    private static boolean isPlain(List<Words.Word> all, int at, String word) {
        return at < all.size() && !all.get(at).quoted() && all.get(at).plain().equals(word);
    }

    static Command publish(List<Words.Word> all, int from) {
        var number = Optional.<Integer>empty();
        var destination = Optional.<Destination>empty();
        var pickedOnly = false;
        var options = EnumSet.noneOf(PublishWord.class);
        for (var word : all.subList(Math.min(from, all.size()), all.size())) {
            var plain = undashed(word.plain().toLowerCase(Locale.ROOT));
            var named = Arguments.number(plain, MOST_ISSUES);
            var option = PublishWord.parse(plain);
            if (named.isPresent() && number.isEmpty()) {
                number = named;
            } else if (plain.equals("picked") || plain.equals("all")) {
                pickedOnly = plain.equals("picked");
            } else if (option.isPresent()) {
                options.add(option.get());
            } else if (options.contains(PublishWord.TO) && destination.isEmpty()) {
                destination = Optional.of(destination(word.plain()));
            } else if (!PUBLISH_NOISE.contains(plain)) {
                throw GleanerException.usage(
                        "After `publish` comes the issue's number, `picked`, `all` or `to` and where it is handed over, not %s."
                                .formatted(Markdown.code(Excerpt.of(word.plain()))));
            }
        }
        if (destination.isEmpty() && !options.isEmpty()) {
            throw GleanerException.usage(
                    "`publish to` needs where to: %s.".formatted(DESTINATIONS));
        }
        return new Command.Publish(
                number,
                pickedOnly,
                destination.map(to ->
                        new Command.Handover(
                                to,
                                options.contains(PublishWord.DRY),
                                options.contains(PublishWord.CONFIRM))));
    }

    /// What may stand in `publish` besides number and destination.
    private enum PublishWord {
        TO,
        DRY,
        CONFIRM;

        static Optional<PublishWord> parse(String word) {
            return switch (word) {
                case "to" -> Optional.of(TO);
                case "dry", "dry-run", "dryrun", "rehearse" -> Optional.of(DRY);
                case "confirm" -> Optional.of(CONFIRM);
                default -> Optional.empty();
            };
        }
    }

    private static Destination destination(String word) {
        return Destination.parse(word)
                .orElseThrow(() ->
                        GleanerException.usage(
                                "Issues are handed over to %s, not to %s."
                                        .formatted(DESTINATIONS, Markdown.code(Excerpt.of(word)))));
    }

    /// `--to` and what a phone makes of it, as a word.
    private static String undashed(String word) {
        var at = 0;
        while (at < word.length() - 1 && "-–—".indexOf(word.charAt(at)) >= 0) {
            at++;
        }
        return word.substring(at);
    }

    static Command feed(List<Words.Word> all, int from) {
        var form = Optional.<FeedForm>empty();
        var tag = Optional.<Tag>empty();
        for (var word : all.subList(Math.min(from, all.size()), all.size())) {
            var plain = undashed(word.plain());
            var named = FeedForm.parse(plain);
            if (plain.startsWith("#") && plain.length() > 1 && tag.isEmpty()) {
                tag = Optional.of(Tag.of(plain));
            } else if (named.isPresent() && form.isEmpty()) {
                form = named;
            } else if (!Set.of("as", "of", "the", "feed", "for", "tag")
                    .contains(plain.toLowerCase(Locale.ROOT))) {
                throw GleanerException.usage(
                        "After `feed` comes rss, atom or json, then a tag with its `#`, not %s."
                                .formatted(Markdown.code(Excerpt.of(word.plain()))));
            }
        }
        return new Command.Feed(form.orElse(FeedForm.RSS), tag);
    }

    static Command unpublish(List<Words.Word> all, int at) {
        var from = SentenceParser.skip(all, at, Set.of("issue", "the", "last", "latest"));
        if (from == all.size()) {
            return new Command.Unpublish(Optional.empty(), false);
        }
        var number = Optional.of(number(Verb.UNPUBLISH, all, from));
        var rest = Arguments.joined(all, from + 1, all.size()).toLowerCase(Locale.ROOT);
        return switch (rest) {
            case "" -> new Command.Unpublish(number, false);
            case "confirm" -> new Command.Unpublish(number, true);
            default ->
                    throw GleanerException.usage(
                            "After the issue comes `confirm` or nothing, not %s."
                                    .formatted(Markdown.code(Excerpt.of(rest))));
        };
    }

    static Command issue(List<Words.Word> all, int at) {
        var number = number(Verb.ISSUE, all, at);
        var from = SentenceParser.skip(all, at + 1, Set.of("as", "in", "the"));
        if (from >= all.size()) {
            return new Command.ShowIssue(number, DraftForm.MARKDOWN);
        }
        return DraftForm.parse(all.get(from).plain())
                .filter(_ -> from + 1 == all.size())
                .map(form -> new Command.ShowIssue(number, form))
                .orElseThrow(() ->
                        GleanerException.usage(
                                "%s is no form: markdown, html, text or json."
                                        .formatted(
                                                Markdown.code(
                                                        Excerpt.of(
                                                                Arguments.joined(
                                                                        all, from, all.size()))))));
    }

    static int number(Verb verb, List<Words.Word> all, int at) {
        var word = at < all.size() ? all.get(at).plain() : "";
        return Arguments.number(word.startsWith("#") ? word.substring(1) : word, MOST_ISSUES)
                .orElseThrow(() ->
                        GleanerException.usage(
                                "After `%s` comes the number of an issue.".formatted(verb.word())));
    }
}
