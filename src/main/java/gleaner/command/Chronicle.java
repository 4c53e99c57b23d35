package gleaner.command;

import gleaner.news.GleanerException;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.store.HandedOver;
import gleaner.store.PastAct;
import gleaner.store.Repository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who did what. An act about a link that the person must not know of is left out; of words that
/// are not for everybody only the command's name and its links are told.
final class Chronicle {

    private static final int AT_ONCE = 500;
    private static final int FARTHEST = 20_000;
    private static final int SHORT = 120;
    private static final int LONG = 1_000;

    private final Repository repository;
    private final CommandParser parser;
    private final Finder finder;
    private final Lines lines;

    Chronicle(Repository repository, CommandParser parser, Finder finder, Lines lines) {
        this.repository = repository;
        this.finder = finder;
        this.parser = parser;
        this.lines = lines;
    }

    ///
    /// `{"acts":[{"id","person","time","words","undone","links","changes":[{"link","what","before","after"}]}]}`
    Reply history(Command.History command, Asker asker) {
        var acts = acts(command, asker);
        var ids = new LinkedHashSet<LinkId>();
        acts.forEach(act -> act.changes().forEach(change -> ids.add(change.link())));
        var sight = new Sight(asker);
        Map<LinkId, Link> links = repository.named(ids);
        var told = new ArrayList<String>();
        var json = Json.object();
        var array = json.putArray("acts");
        var isDetailed =
                command.act().isPresent()
                        || command.issue().isPresent()
                        || !command.links().isEmpty();
        var undone = repository.undone(acts);
        var numbers =
                repository.numbers(acts.stream().flatMap(act -> act.undoes().stream()).toList());
        var length = command.act().isPresent() ? LONG : SHORT;
        for (var act : acts) {
            var seen =
                    act.changes().stream()
                            .map(change ->
                                    Optional.ofNullable(links.get(change.link()))
                                            .flatMap(sight::of))
                            .toList();
            if (seen.stream().allMatch(Optional::isPresent)) {
                var bare = seen.stream().flatMap(Optional::stream).anyMatch(Sight.Seen::bare);
                var words =
                        act.undoes()
                                .map(numbers::get)
                                .map(number -> "undo " + HistoryParser.called(number))
                                .orElseGet(() -> words(act, bare, sight));
                var isUndone = undone.contains(act.id());
                told.add(
                        "- `%s` %s, %s: %s%s"
                                .formatted(
                                        HistoryParser.called(act.number()),
                                        lines.name(act.by().name()),
                                        lines.day(act.at()),
                                        Markdown.code(words),
                                        isUndone ? " (taken back)" : ""));
                var item =
                        array.addObject()
                                .put("id", HistoryParser.called(act.number()))
                                .put("person", act.by().name())
                                .put("time", act.at().toString())
                                .put("words", words)
                                .put("undone", isUndone);
                item.set(
                        "links",
                        Json.texts(act.changes().stream().map(PastAct.Change::link).toList()));
                var changes = item.putArray("changes");
                for (var difference : differences(act, bare, sight)) {
                    if (isDetailed) {
                        told.add("  - " + difference.line(length));
                    }
                    var node = changes.addObject();
                    Json.put(node, "link", difference.of());
                    node.put("what", difference.what());
                    Json.put(node, "before", difference.before());
                    Json.put(node, "after", difference.after());
                }
            }
        }
        return Replies.shown(told.isEmpty() ? nothing(command) : String.join("\n", told), json);
    }

    private static String nothing(Command.History command) {
        return command.links().isEmpty()
                ? "Nothing has been done yet."
                : "Nothing has been done to that by command.";
    }

    /// All acts while that issue was open, and each time that it was handed over.
    private List<PastAct> ofIssue(int number, int count) {
        var open = repository.openIssue();
        if (number > open) {
            throw GleanerException.failed(
                    "Issue %d has not been begun; issue %d is open.".formatted(number, open));
        }
        var found = new ArrayList<PastAct>();
        for (var act : (Iterable<PastAct>) backwards()::iterator) {
            var published = act.published().orElse(0);
            if (published > 0) {
                // Before it was published it was the open one, before it was taken back the next.
                open = open == published ? published + 1 : published;
            }
            if (act.handed().map(HandedOver::issue).orElse(open) == number || published == number) {
                found.add(act);
            }
            if (found.size() == count) {
                break;
            }
        }
        return found;
    }

    /// Acts one after the other, newest first, read in pages as far as they are wanted.
    private Stream<PastAct> backwards() {
        return Stream.iterate(
                        repository.history(AT_ONCE),
                        page -> !page.isEmpty(),
                        page -> repository.historyBefore(page.getLast(), AT_ONCE))
                .flatMap(List::stream)
                .limit(FARTHEST);
    }

    private List<PastAct> acts(Command.History command, Asker asker) {
        if (command.act().isPresent()) {
            var number = command.act().get();
            return List.of(
                    repository
                            .act(number)
                            .orElseThrow(() ->
                                    GleanerException.failed(
                                            "There is no act `%s`; `history` shows the last ones."
                                                    .formatted(HistoryParser.called(number)))));
        }
        if (command.issue().isPresent()) {
            return ofIssue(command.issue().get(), command.count());
        }
        if (command.links().isEmpty()) {
            return repository.history(command.count());
        }
        var ids = new HashSet<LinkId>();
        for (var link : finder.find(command.links(), asker, command.verb())) {
            ids.add(link.id());
            ids.addAll(repository.partsOf(link.id()));
        }
        return backwards().filter(act -> isAbout(act, ids)).limit(command.count()).toList();
    }

    private static boolean isAbout(PastAct act, Set<LinkId> ids) {
        return act.changes().stream().anyMatch(change -> ids.contains(change.link()))
                || act.joinings().stream()
                        .anyMatch(joining ->
                                ids.contains(joining.link()) || ids.contains(joining.into()));
    }

    /// A note is for editors; the tags of a link that is not for everybody are not told.
    private static List<Difference> differences(PastAct act, boolean bare, Sight sight) {
        return Difference.of(act).stream()
                .filter(each -> sight.isEditor() || !each.what().equals("note"))
                .filter(each -> !bare || sight.seesAll() || !each.what().startsWith("tags"))
                .toList();
    }

    private String words(PastAct act, boolean bare, Sight sight) {
        if (act.words().equals(TakeBack.WORDS)) {
            return act.words();
        }
        var open =
                switch (parser.parse(act.words())) {
                    case Understanding.Understood(var command) ->
                            switch (command) {
                                case Command.Add _ -> !bare;
                                case Command.Note _ -> sight.isEditor();
                                case Command.Withdraw _, Command.TagLinks _, Command.UntagLinks _ ->
                                        !bare;
                                case Command.Blurb _,
                                        Command.LinkWords _,
                                        Command.Attribute _,
                                        Command.PutIn _,
                                        Command.Pick _,
                                        Command.Skip _,
                                        Command.Hold _,
                                        Command.Lead _,
                                        Command.Move _,
                                        Command.Restore _,
                                        Command.Undo _,
                                        Command.Show _,
                                        Command.Refresh _,
                                        Command.ListLinks _,
                                        Command.More _,
                                        Command.Tags _,
                                        Command.MergeLinks _,
                                        Command.Split _,
                                        Command.RenameTag _,
                                        Command.MergeTags _,
                                        Command.Digest _,
                                        Command.Title _,
                                        Command.Intro _,
                                        Command.Closing _,
                                        Command.Heading _,
                                        Command.NewSection _,
                                        Command.Weave _,
                                        Command.Talk _,
                                        Command.Picture _,
                                        Command.Publish _,
                                        Command.Unpublish _,
                                        Command.Feed _,
                                        Command.ListIssues _,
                                        Command.ShowIssue _,
                                        Command.Check _,
                                        Command.ListSuggestions _,
                                        Command.Stats _,
                                        Command.History _,
                                        Command.Help _ ->
                                        true;
                            };
                    case Understanding.Misunderstood _ -> sight.seesAll();
                };
        if (open) {
            return Markdown.plainLine(act.words(), 120);
        }
        var verb =
                Words.of(act.words()).all().stream().map(Words.Word::plain).findFirst().orElse("");
        var ids =
                act.changes().stream()
                        .map(change -> change.link().value())
                        .collect(Collectors.joining(" "));
        return Verbs.named(verb).map(Verb::word).orElse("") + " " + ids;
    }
}
