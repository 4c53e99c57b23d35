package gleaner.command;

import gleaner.news.GleanerException;
import gleaner.news.Link;
import gleaner.news.LinkKey;
import gleaner.news.Role;
import gleaner.news.Sections;
import gleaner.store.Interviews;
import gleaner.store.Repository;
import gleaner.store.Suggestions;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Does what people say: the same words do the same in every channel, and a command that comes
/// twice is done once.
///
/// Safe for use by many threads.
public final class Commands {

    private final Repository repository;
    private final Committing committing;
    private final Adding adding;
    private final DraftMaker drafts;
    private final PageDesk desk;
    private final CommandParser parser;
    private final Finder finder;
    private final Curating curating;
    private final Tagging tagging;
    private final Phrasing phrasing;
    private final Moving moving;
    private final TagNames tagNames;
    private final Uniting uniting;
    private final Undoing undoing;
    private final Listing listing;
    private final Counting counting;
    private final Chronicle chronicle;
    private final Publishing publishing;
    private final HandingOver handing;
    private final Issues issues;
    private final IssueWriting writing;
    private final Weaving weaving;
    private final Picturing picturing;
    private final Chats chats;
    private final IssueSections current;
    private final Suggesting suggesting;
    private final Helping helping;

    /// @param keys the key of a URL
    /// @param interviews the threads that were kept as such
    /// @param firstDay of the week
    /// @param locale of dates in replies
    public Commands(
            Repository repository,
            Collector collector,
            Function<String, LinkKey> keys,
            Sections sections,
            DraftMaker drafts,
            Interviews interviews,
            PageDesk desk,
            Publishers publishers,
            Suggestions suggestions,
            Clock clock,
            ZoneId zone,
            DayOfWeek firstDay,
            Locale locale) {
        var lines = new Lines(clock, zone, locale);
        this.repository = repository;
        this.committing = new Committing(repository);
        this.adding =
                new Adding(
                        repository,
                        collector,
                        committing,
                        new Acknowledgements(clock, zone, locale));
        this.drafts = drafts;
        this.desk = desk;
        this.current = new IssueSections(sections, () -> repository.issueWords().in(sections));
        this.parser =
                new CommandParser(sections, current, new Periods(clock, zone, firstDay, locale));
        this.finder = new Finder(repository, keys);
        this.curating = new Curating(repository, current, lines);
        this.tagging = new Tagging(repository, curating, lines);
        this.phrasing = new Phrasing(curating);
        this.moving = new Moving(repository, current, drafts, curating);
        this.tagNames = new TagNames(repository);
        this.uniting = new Uniting(repository, finder, curating);
        this.undoing = new Undoing(repository, parser, uniting);
        this.listing = new Listing(repository, current, lines, desk);
        this.counting = new Counting(repository, current, lines);
        this.chronicle = new Chronicle(repository, parser, finder, lines);
        this.publishing = new Publishing(repository, drafts);
        this.handing = new HandingOver(repository, drafts, publishers);
        this.writing = new IssueWriting(repository, current, curating);
        this.weaving = new Weaving(repository, finder, current, drafts, curating);
        this.picturing = new Picturing(curating);
        this.chats = new Chats(repository, interviews, lines);
        this.issues = new Issues(repository, drafts, desk, lines);
        this.suggesting = new Suggesting(suggestions, repository, collector, keys, lines, clock);
        this.helping = new Helping(new Grammar(sections));
    }

    /// Understands and does it. Whatever is wrong with the words, the links, the person's role or
    /// Redis is told in the reply; nothing is thrown for it.
    public Reply run(String words, Asker asker) {
        try {
            current.refresh();
        } catch (GleanerException _) {
            // Without Redis `help` still answers; what needs Redis says so itself.
        }
        return switch (parser.parse(words)) {
            case Understanding.Misunderstood(var sentence, var suggestion) ->
                    Replies.error(Reply.Kind.MISUNDERSTOOD, sentence, Optional.of(suggestion));
            case Understanding.Understood(var command) -> run(command, words, asker);
        };
    }

    private Reply run(Command command, String words, Asker asker) {
        try {
            var refusal = Permissions.refusal(command, asker);
            return refusal.isPresent()
                    ? Replies.refused(refusal.get())
                    : allowed(command, words, asker);
        } catch (GleanerException e) {
            return switch (e.kind()) {
                case USAGE ->
                        Replies.error(Reply.Kind.MISUNDERSTOOD, e.sentence(), Optional.empty());
                case FAILED -> Replies.refused(e.sentence());
                case UNAVAILABLE ->
                        Replies.error(Reply.Kind.FAILED, e.sentence(), Optional.empty());
            };
        }
    }

    private Reply allowed(Command command, String words, Asker asker) {
        return switch (command) {
            case Command.Add add -> once(asker, () -> adding.add(add, words, asker));
            case Command.Pick pick -> pick(pick, words, asker);
            case Command.ListSuggestions _ -> suggesting.list();
            case Command.Skip skip ->
                    act(skip, words, asker, links -> curating.skip(skip, links, asker));
            case Command.Hold hold ->
                    act(hold, words, asker, links -> curating.hold(hold, links, asker));
            case Command.Lead lead ->
                    act(lead, words, asker, links -> curating.lead(lead, links, asker));
            case Command.Restore restore ->
                    act(restore, words, asker, links -> curating.restore(restore, links, asker));
            case Command.Withdraw withdraw ->
                    act(withdraw, words, asker, links -> curating.withdraw(withdraw, links, asker));
            case Command.TagLinks tag ->
                    act(tag, words, asker, links -> tagging.tag(tag, links, asker));
            case Command.UntagLinks untag ->
                    act(untag, words, asker, links -> tagging.untag(untag, links, asker));
            case Command.Note note ->
                    act(note, words, asker, links -> phrasing.note(note, links, asker));
            case Command.Blurb blurb ->
                    act(
                            blurb,
                            words,
                            asker,
                            links ->
                                    weaving.blurb(blurb, links, asker)
                                            .orElseGet(() -> phrasing.blurb(blurb, links, asker)));
            case Command.Picture picture ->
                    act(picture, words, asker, links -> picturing.picture(picture, links, asker));
            case Command.Weave weave ->
                    actAlone(weave, words, asker, () -> weaving.weave(weave, asker));
            case Command.Talk talk -> actAlone(talk, words, asker, () -> chats.plan(talk, asker));
            case Command.LinkWords link ->
                    act(link, words, asker, links -> phrasing.linkWords(link, links, asker));
            case Command.Attribute by ->
                    act(by, words, asker, links -> phrasing.attribute(by, links, asker));
            case Command.PutIn put ->
                    act(put, words, asker, links -> curating.putIn(put, links, asker));
            case Command.Move move ->
                    act(
                            move,
                            words,
                            asker,
                            links ->
                                    weaving.stuck(links)
                                            .orElseGet(() ->
                                                    moving.move(
                                                            move,
                                                            links,
                                                            target(move, asker),
                                                            asker)));
            case Command.RenameTag rename ->
                    act(rename, words, asker, _ -> tagNames.rename(rename));
            case Command.MergeTags merge -> act(merge, words, asker, _ -> tagNames.merge(merge));
            case Command.MergeLinks merge ->
                    act(merge, words, asker, links -> uniting.merge(merge, links, asker));
            case Command.Split split ->
                    actAlone(split, words, asker, () -> uniting.split(split, asker));
            case Command.Undo undo -> act(undo, words, asker, _ -> undoing.undo(undo, asker));
            case Command.Show show ->
                    listing.show(finder.find(show.links(), asker, show.verb()), asker);
            case Command.Refresh refresh -> refresh(refresh, asker);
            case Command.ListLinks list -> listing.list(list, asker);
            case Command.More _ -> listing.more(asker);
            case Command.Tags tags -> counting.tags(tags, asker);
            case Command.Digest digest -> digest(digest, asker);
            case Command.Title title -> act(title, words, asker, _ -> writing.title(title));
            case Command.Intro intro -> act(intro, words, asker, _ -> writing.intro(intro));
            case Command.Closing closing ->
                    act(closing, words, asker, _ -> writing.closing(closing));
            case Command.Heading heading ->
                    act(heading, words, asker, _ -> writing.heading(heading));
            case Command.NewSection section ->
                    act(section, words, asker, links -> writing.newSection(section, links, asker));
            case Command.Publish publish -> {
                var open = repository.openIssue();
                Supplier<Reply> freeze =
                        () ->
                                act(
                                        publish,
                                        words,
                                        asker,
                                        _ -> publishing.publish(publish, open, asker));
                yield publish.to()
                        .map(to -> handing.publish(publish, to, open, words, asker, freeze))
                        .orElseGet(freeze);
            }
            case Command.Unpublish unpublish ->
                    act(unpublish, words, asker, _ -> publishing.unpublish(unpublish));
            case Command.Feed feed -> handing.feed(feed);
            case Command.ListIssues list -> issues.list(list);
            case Command.ShowIssue show -> issues.show(show, asker);
            case Command.Check _ -> issues.check();
            case Command.Stats stats -> counting.stats(stats, asker);
            case Command.History history -> chronicle.history(history, asker);
            case Command.Help help -> helping.help(help);
        };
    }

    private Reply once(Asker asker, Supplier<Reply> work) {
        return repository.answerTo(asker.command()).map(Replies::read).orElseGet(work);
    }

    private Reply act(
            Command command, String words, Asker asker, Function<List<Link>, Plan> planner) {
        return once(
                asker,
                () ->
                        tried(
                                words,
                                asker,
                                () -> {
                                    var links =
                                            command.links().isEmpty()
                                                    ? List.<Link>of()
                                                    : finder.find(
                                                            command.links(), asker, command.verb());
                                    return Permissions.refusal(command, asker, links)
                                            .map(refusal -> Plan.only(Replies.refused(refusal)))
                                            .orElseGet(() -> planner.apply(links));
                                }));
    }

    /// An act that finds its links itself.
    private Reply actAlone(Command command, String words, Asker asker, Supplier<Plan> planner) {
        return once(
                asker,
                () ->
                        tried(
                                words,
                                asker,
                                () ->
                                        Permissions.refusal(command, asker)
                                                .map(refusal -> Plan.only(Replies.refused(refusal)))
                                                .orElseGet(planner)));
    }

    private Reply tried(String words, Asker asker, Supplier<Plan> planner) {
        return committing.tried(words, asker, planner);
    }

    private Optional<Link> target(Command.Move move, Asker asker) {
        return switch (move.place()) {
            case Place.Before(var link) ->
                    finder.find(List.of(link), asker, move.verb()).stream().findFirst();
            case Place.After(var link) ->
                    finder.find(List.of(link), asker, move.verb()).stream().findFirst();
            case Place.Top _, Place.Bottom _, Place.At _ -> Optional.empty();
        };
    }

    /// What is suggested is kept first, and suggested no more once it is taken: where it ends in
    /// between, it is kept again, which changes nothing.
    private Reply pick(Command.Pick asked, String words, Asker asker) {
        var pick = new Command.Pick(suggesting.taken(asked.links()), asked.section());
        var reply = act(pick, words, asker, links -> curating.pick(pick, links, asker));
        if (reply.kind().isFine() && !pick.equals(asked)) {
            suggesting.settle(asked.links());
        }
        return reply;
    }

    /// Asked twice, the pages are read once more, which changes nothing.
    private Reply refresh(Command.Refresh refresh, Asker asker) {
        var found = finder.find(refresh.links(), asker, refresh.verb());
        var ids = found.stream().map(Link::id).toList();
        desk.refresh(ids);
        var named = ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
        var sentence =
                "The page%s of %s will be read again.".formatted(ids.size() == 1 ? "" : "s", named);
        return Replies.done(refresh.verb(), ids, sentence);
    }

    /// The draft in the form asked for; for scripts always as the draft's own JSON.
    private Reply digest(Command.Digest digest, Asker asker) {
        var forEditor = asker.role() == Role.EDITOR;
        var drafted = drafts.draft(digest.period(), digest.pickedOnly(), forEditor);
        return new Reply(
                Reply.Kind.DOCUMENT, drafted.in(digest.form()), drafted.in(DraftForm.JSON));
    }
}
