package gleaner.command;

import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.store.PastAct;
import gleaner.store.Repository;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Who did what. An act about a link that the person must not know of is left out; of words that
/// are not for everybody only the command's name and its links are told.
final class Chronicle {

    private final Repository repository;
    private final CommandParser parser;
    private final Lines lines;

    Chronicle(Repository repository, CommandParser parser, Lines lines) {
        this.repository = repository;
        this.parser = parser;
        this.lines = lines;
    }

    /// `{"acts":[{"person","time","words","links"}]}`
    Reply history(Command.History command, Asker asker) {
        var acts = repository.history(command.count());
        var ids = new LinkedHashSet<LinkId>();
        acts.forEach(act -> act.changes().forEach(change -> ids.add(change.link())));
        var sight = new Sight(asker);
        Map<LinkId, Link> links = repository.named(ids);
        var told = new ArrayList<String>();
        var json = Json.object();
        var array = json.putArray("acts");
        for (var act : acts) {
            var seen =
                    act.changes().stream()
                            .map(change ->
                                    Optional.ofNullable(links.get(change.link()))
                                            .flatMap(sight::of))
                            .toList();
            if (seen.stream().allMatch(Optional::isPresent)) {
                var bare = seen.stream().flatMap(Optional::stream).anyMatch(Sight.Seen::bare);
                var words = words(act, bare, sight);
                told.add(
                        "- %s, %s: %s"
                                .formatted(
                                        lines.name(act.by().name()),
                                        lines.day(act.at()),
                                        Markdown.code(words)));
                array.addObject()
                        .put("person", act.by().name())
                        .put("time", act.at().toString())
                        .put("words", words)
                        .set(
                                "links",
                                Json.texts(
                                        act.changes().stream().map(PastAct.Change::link).toList()));
            }
        }
        return Replies.shown(
                told.isEmpty() ? "Nothing has been done yet." : String.join("\n", told), json);
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
