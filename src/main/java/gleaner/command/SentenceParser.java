package gleaner.command;

import gleaner.news.Byline;
import gleaner.news.Excerpt;
import gleaner.news.GleanerException;
import gleaner.news.Period;
import gleaner.news.SectionName;
import gleaner.news.Sections;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads what stands after a command's name.
///
/// Every method throws [GleanerException] (USAGE) with the sentence that says what is wrong.
final class SentenceParser {

    /// What takes a thing away that people write.
    static final Set<String> NOTHING = Set.of("clear", "-", "–", "—", "none", "nothing");

    private final Supplier<Sections> current;
    private final Periods periods;
    private final PlaceParser places;

    SentenceParser(Supplier<Sections> sections, Periods periods) {
        this.current = sections;
        this.periods = periods;
        this.places = new PlaceParser(sections);
    }

    /// @param at the word after the command's name
    Command command(Verb verb, Words words, int at) {
        var all = words.all();
        return switch (verb) {
            case ADD -> add(words, at);
            case TAG ->
                    new Command.TagLinks(
                            Arguments.links(all, at).refs(), TagParser.tags(verb, all, at));
            case UNTAG ->
                    new Command.UntagLinks(
                            Arguments.links(all, at).refs(), TagParser.tags(verb, all, at));
            case NOTE -> new Command.Note(one(verb, all, at), rest(words, at));
            case BLURB -> new Command.Blurb(one(verb, all, at), rest(words, at));
            case LINK ->
                    new Command.LinkWords(one(verb, all, at), rest(words, at).map(Words::unquoted));
            case BYLINE -> byline(words, at);
            case SECTION -> places.section(all, at);
            case PICK -> places.pick(all, at);
            case SUGGESTIONS -> ended(new Command.ListSuggestions(), verb, all, at);
            case SKIP -> new Command.Skip(only(verb, all, at));
            case HOLD -> new Command.Hold(only(verb, all, at));
            case LEAD -> new Command.Lead(only(verb, all, at));
            case RESTORE -> new Command.Restore(only(verb, all, at));
            case WITHDRAW -> new Command.Withdraw(only(verb, all, at));
            case MOVE -> places.move(all, at);
            case MERGE -> mergeLinks(all, at);
            case SPLIT -> split(all, at);
            case SHOW -> show(words, at);
            case REFRESH -> new Command.Refresh(only(verb, all, at));
            case LIST -> list(all, at);
            case TAGS -> TagParser.list(all, at);
            case TAGS_RENAME -> TagParser.rename(all, at);
            case TAGS_MERGE -> TagParser.merge(all, at);
            case DIGEST -> digest(all, at);
            case TITLE -> new Command.Title(IssueParser.title(words, at));
            case INTRO -> IssueParser.intro(words, at);
            case CLOSING -> IssueParser.closing(words, at);
            case HEADING -> IssueParser.heading(words, at, current.get());
            case NEW_SECTION -> IssueParser.newSection(all, at);
            case WEAVE -> IssueParser.weave(words, at, current.get());
            case INTERVIEW -> new Command.Talk(ChatParser.read(words, at));
            case PICTURE -> PictureParser.picture(one(verb, all, at), words, at);
            case PUBLISH -> IssueParser.publish(all, at);
            case UNPUBLISH -> IssueParser.unpublish(all, at);
            case FEED -> IssueParser.feed(all, at);
            case ISSUES -> new Command.ListIssues(count(verb, all, at, 20));
            case ISSUE -> IssueParser.issue(all, at);
            case CHECK -> ended(new Command.Check(), verb, all, at);
            case STATS -> new Command.Stats(period(all, at));
            case HISTORY -> HistoryParser.history(all, at);
            case HELP -> help(all, at);
            case UNDO -> HistoryParser.undo(all, at);
            case MORE -> ended(new Command.More(), verb, all, at);
        };
    }

    private Command add(Words words, int at) {
        var all = words.all();
        var last = all.size();
        var section = Optional.<SectionName>empty();
        for (int i = all.size() - 2; i > at && i >= all.size() - 10 && section.isEmpty(); i--) {
            if (!all.get(i).quoted() && all.get(i).plain().equalsIgnoreCase("in")) {
                section =
                        current.get()
                                .find(Arguments.joined(all, i + 1, all.size()))
                                .map(found -> found.name());
                last = section.isPresent() ? i : last;
            }
        }
        var urls =
                all.subList(Math.min(at, last), last).stream()
                        .anyMatch(word -> word.plain().contains("://"));
        if (!urls) {
            var bare = at < all.size() && all.get(at).plain().indexOf('.') > 0;
            throw GleanerException.usage(
                    bare
                            ? "Write the whole URL: %s."
                                    .formatted(
                                            Markdown.code(
                                                    "add https://"
                                                            + Excerpt.of(all.get(at).plain())))
                            : "`add` needs a URL.");
        }
        var head = words.before(at).length();
        var text =
                words.before(last).substring(Math.min(head, words.before(last).length())).strip();
        return new Command.Add(text, section);
    }

    /// The one link that a command with words is about.
    private static List<LinkRef> one(Verb verb, List<Words.Word> all, int at) {
        var ref = Arguments.link(all, at);
        if (ref.isEmpty()) {
            throw GleanerException.usage(
                    at < all.size()
                            ? "After `%s` comes a link's id, and %s is none."
                                    .formatted(
                                            verb.word(),
                                            Markdown.code(Excerpt.of(all.get(at).plain())))
                            : "`%s` needs a link and words.".formatted(verb.word()));
        }
        if (at + 1 == all.size()) {
            throw GleanerException.usage(
                    "`%s` needs words after the link; `clear` removes what there is."
                            .formatted(verb.word()));
        }
        return List.of(ref.get());
    }

    /// Everything after the link, as it was typed.
    private static Optional<String> rest(Words words, int at) {
        var text = words.from(at + 1);
        return NOTHING.contains(text.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(text);
    }

    private static Command byline(Words words, int at) {
        var links = one(Verb.BYLINE, words.all(), at);
        var text = Words.unquoted(words.from(at + 1));
        if (text.equalsIgnoreCase("clear")) {
            return new Command.Attribute(links, Optional.empty());
        }
        var none = NOTHING.contains(text.toLowerCase(Locale.ROOT));
        return new Command.Attribute(links, Optional.of(none ? Byline.NONE : Byline.parse(text)));
    }

    private static Command mergeLinks(List<Words.Word> all, int at) {
        var refs = new ArrayList<LinkRef>();
        for (int next = at; next < all.size(); ) {
            var links = Arguments.links(all, next);
            if (links.next() == next) {
                throw notLink(Verb.MERGE, all.get(next));
            }
            refs.addAll(links.refs());
            next = skip(all, links.next(), Set.of("into", "with", "to"));
        }
        if (refs.size() != 2) {
            throw GleanerException.usage("`merge` needs two links.");
        }
        return new Command.MergeLinks(List.copyOf(refs));
    }

    private static Command split(List<Words.Word> all, int at) {
        var refs = only(Verb.SPLIT, all, at);
        if (refs.size() != 1) {
            throw GleanerException.usage("`split` needs one link.");
        }
        return new Command.Split(refs);
    }

    private Command show(Words words, int at) {
        var all = words.all();
        var links = Arguments.links(all, at);
        if (links.next() == all.size()) {
            return new Command.Show(links.refs());
        }
        var from = skip(all, at, Set.of("me", "us", "the", "my", "all"));
        var verb = from < all.size() ? Verbs.named(all.get(from).plain()) : Optional.<Verb>empty();
        var named = verb.filter(found -> found != Verb.SHOW && found.right() == Right.EVERYBODY);
        if (named.isPresent() && named.get() != Verb.LIST) {
            return command(named.get(), words, from + 1);
        }
        try {
            return list(all, at);
        } catch (GleanerException e) {
            if (links.next() > at || all.size() == at + 1) {
                throw notLink(Verb.SHOW, all.get(links.next()));
            }
            throw e;
        }
    }

    private Command list(List<Words.Word> all, int at) {
        var said = at > 0 ? all.get(at - 1).plain().toLowerCase(Locale.ROOT) : "";
        var searching = said.equals("find") || said.equals("search");
        if (!searching
                && at == all.size() - 1
                && Verbs.named(all.get(at).plain()).equals(Optional.of(Verb.SUGGESTIONS))) {
            return new Command.ListSuggestions();
        }
        return new FilterParser(current.get(), periods, all, searching).parse(at);
    }

    private Command digest(List<Words.Word> all, int from) {
        var plain = all.stream().map(Words.Word::plain).toList();
        var period = Optional.<Period>empty();
        var form = DraftForm.MARKDOWN;
        var pickedOnly = false;
        for (int at = from; at < all.size(); ) {
            var word = plain.get(at).toLowerCase(Locale.ROOT);
            var named = DraftForm.parse(word);
            var time = periods.read(plain, at);
            if (time.isPresent() && period.isEmpty()) {
                period = time.map(Periods.Reading::period);
                at = time.get().next();
                continue;
            }
            if (named.isPresent()) {
                form = named.get();
            } else if (Set.of("picked", "picks", "taken").contains(word)) {
                pickedOnly = true;
            } else if (word.equals("all") || word.equals("everything")) {
                pickedOnly = false;
            } else if (!Set.of("as", "in", "for", "of", "the", "only", "a", "please", "and")
                    .contains(word)) {
                throw GleanerException.usage(
                        "%s is neither a period nor a form (markdown, html, text, json)."
                                .formatted(Markdown.code(Excerpt.of(plain.get(at)))));
            }
            at++;
        }
        return new Command.Digest(period, form, pickedOnly);
    }

    private Optional<Period> period(List<Words.Word> all, int at) {
        if (at >= all.size()) {
            return Optional.empty();
        }
        var plain = all.stream().map(Words.Word::plain).toList();
        var time = periods.read(plain, at).filter(reading -> reading.next() == all.size());
        if (time.isEmpty()) {
            throw GleanerException.usage(
                    "%s is not a period, such as last week, since Monday, 2026-11."
                            .formatted(
                                    Markdown.code(
                                            Excerpt.of(Arguments.joined(all, at, all.size())))));
        }
        return time.map(Periods.Reading::period);
    }

    static int count(Verb verb, List<Words.Word> all, int at, int usual) {
        var from = skip(all, at, Set.of("last", "the"));
        if (from >= all.size()) {
            return usual;
        }
        return Arguments.number(all.get(from).plain(), 100)
                .filter(_ -> from + 1 == all.size())
                .orElseThrow(() ->
                        GleanerException.usage(
                                "After `%s` comes a number from 1 to 100.".formatted(verb.word())));
    }

    private Command help(List<Words.Word> all, int at) {
        var from = skip(all, at, Set.of("with", "me", "on", "about", "please"));
        if (from >= all.size()) {
            return new Command.Help(Optional.empty());
        }
        var said = CommandParser.name(Arguments.joined(all, from, all.size()));
        var verb =
                Verbs.named(said).or(() -> Verbs.named(CommandParser.name(all.get(from).plain())));
        if (verb.isEmpty()) {
            throw GleanerException.usage(
                    "There is no command %s%s"
                            .formatted(
                                    Markdown.code(Excerpt.of(said)),
                                    Grammar.nearest(said)
                                            .map(near ->
                                                    "; did you mean "
                                                            + Markdown.code("help " + near.word())
                                                            + "?")
                                            .orElse(".")));
        }
        return new Command.Help(verb);
    }

    /// Links and nothing else.
    static List<LinkRef> only(Verb verb, List<Words.Word> all, int at) {
        var links = links(verb, all, at);
        var from = skip(all, links.next(), Set.of("please"));
        if (from < all.size()) {
            throw notLink(verb, all.get(from));
        }
        return links.refs();
    }

    static Arguments.Links links(Verb verb, List<Words.Word> all, int at) {
        var links = Arguments.links(all, at);
        var none = links.next() == at && at < all.size();
        if (none && !Set.of("in", "into", "to", "before", "after").contains(all.get(at).plain())) {
            throw notLink(verb, all.get(at));
        }
        return links;
    }

    static GleanerException notLink(Verb verb, Words.Word word) {
        return GleanerException.usage(
                "`%s` takes links by their id, 4 or 5 letters and digits as `list` shows them, or by URL; %s is neither."
                        .formatted(verb.word(), Markdown.code(Excerpt.of(word.plain()))));
    }

    static Command ended(Command command, Verb verb, List<Words.Word> all, int at) {
        var from = skip(all, at, Set.of("please", "that", "it", "this", "last", "the"));
        if (from < all.size()) {
            throw GleanerException.usage(
                    "`%s` stands alone; %s says too much."
                            .formatted(
                                    verb.word(), Markdown.code(Excerpt.of(all.get(from).plain()))));
        }
        return command;
    }

    /// The first word from there that is no filler.
    static int skip(List<Words.Word> all, int from, Set<String> fillers) {
        var at = from;
        while (at < all.size()
                && !all.get(at).quoted()
                && fillers.contains(all.get(at).plain().toLowerCase(Locale.ROOT))) {
            at++;
        }
        return at;
    }
}
