package gleaner.command;

import gleaner.news.Byline;
import gleaner.news.Period;
import gleaner.news.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A command in a short form, to compare it with.
final class Meaning {

    private Meaning() {}

    static String of(Command command) {
        return switch (command) {
            case Command.Add(var text, var section) -> "Add <" + text + "> " + or(section);
            case Command.TagLinks(var links, var tags) -> "Tag " + refs(links) + ": " + tags(tags);
            case Command.UntagLinks(var links, var tags) ->
                    "Untag " + refs(links) + ": " + tags(tags);
            case Command.Note(var links, var words) -> "Note " + refs(links) + ": " + or(words);
            case Command.Blurb(var links, var words) -> "Blurb " + refs(links) + ": " + or(words);
            case Command.LinkWords(var links, var words) ->
                    "Link " + refs(links) + ": " + or(words);
            case Command.Attribute(var links, var byline) ->
                    ("Byline " + refs(links) + ": " + or(byline.map(Byline::toString))).strip();
            case Command.PutIn(var links, var section) ->
                    "Section " + refs(links) + ": " + or(section);
            case Command.Pick(var links, var section) ->
                    "Pick " + refs(links) + section.map(name -> " in " + name).orElse("");
            case Command.Skip(var links) -> "Skip " + refs(links);
            case Command.Hold(var links) -> "Hold " + refs(links);
            case Command.Lead(var links) -> "Lead " + refs(links);
            case Command.Move(var links, var place) -> "Move " + refs(links) + ": " + place(place);
            case Command.MergeLinks(var links) -> "Merge " + refs(links);
            case Command.Split(var links) -> "Split " + refs(links);
            case Command.Restore(var links) -> "Restore " + refs(links);
            case Command.Withdraw(var links) -> "Withdraw " + refs(links);
            case Command.Undo(var act) -> "Undo" + act.map(number -> " " + number).orElse("");
            case Command.Refresh(var links) -> "Refresh " + refs(links);
            case Command.Show(var links) -> "Show " + refs(links);
            case Command.ListLinks(var filter, var page, var typed) ->
                    "List " + page + filter(filter) + " <" + typed + ">";
            case Command.More() -> "More";
            case Command.Tags(var words) -> "Tags " + words;
            case Command.RenameTag(var from, var to) ->
                    "RenameTag " + from.folded() + " " + to.folded();
            case Command.MergeTags(var from, var into) ->
                    "MergeTags " + tags(from) + " into " + into.folded();
            case Command.Digest(var period, var form, var pickedOnly) ->
                    "Digest %s %s %s"
                            .formatted(
                                    or(period.map(Period::label)),
                                    form,
                                    pickedOnly ? "picked" : "all");
            case Command.Title(var words) -> "Title " + or(words);
            case Command.Intro(var words, var more) -> "Intro " + (more ? "+ " : "") + or(words);
            case Command.Closing(var words, var more) ->
                    "Closing " + (more ? "+ " : "") + or(words);
            case Command.Heading(var section, var words) -> "Heading " + section + ": " + or(words);
            case Command.NewSection(var name, var heading, var links) ->
                    "NewSection %s <%s> %s".formatted(name, heading, refs(links)).strip();
            case Command.Weave(var text, var section, var again) ->
                    "Weave %s%s<%s>"
                            .formatted(
                                    again ? "again " : "",
                                    section.map(name -> "in " + name + " ").orElse(""),
                                    text);
            case Command.Talk(var act) -> act.toString();
            case Command.Picture(var links, var from, var url, var alt, var credit) ->
                    "Picture %s %s %s <%s> <%s>"
                            .formatted(refs(links), from, url, or(alt), or(credit));
            case Command.Publish(var number, var pickedOnly, var to) ->
                    "Publish "
                            + or(number)
                            + (pickedOnly ? " picked" : " all")
                            + to.map(there ->
                                            " to "
                                                    + there.destination()
                                                    + (there.isRehearsal() ? " rehearsed" : "")
                                                    + (there.isConfirmed() ? " confirmed" : ""))
                                    .orElse("");
            case Command.Feed(var form, var tag) ->
                    "Feed " + form + tag.map(found -> " " + found).orElse("");
            case Command.Unpublish(var number, var confirmed) ->
                    "Unpublish " + or(number) + (confirmed ? " confirmed" : "");
            case Command.ListIssues(var count) -> "Issues " + count;
            case Command.ShowIssue(var number, var form) -> "Issue " + number + " " + form;
            case Command.Check() -> "Check";
            case Command.ListSuggestions() -> "Suggestions";
            case Command.Stats(var period) -> "Stats " + or(period.map(Period::label));
            case Command.History(var count, var act, var links, var issue) ->
                    "History "
                            + count
                            + act.map(number -> " act " + number).orElse("")
                            + (links.isEmpty() ? "" : " " + links.size())
                            + issue.map(number -> " issue " + number).orElse("");
            case Command.Help(var about) -> "Help " + or(about.map(Verb::name));
        };
    }

    private static String filter(Filter filter) {
        var text = new StringBuilder();
        filter.tags().forEach(tag -> text.append(" #").append(tag.folded()));
        filter.by().ifPresent(name -> text.append(" by=").append(name));
        filter.in().ifPresent(name -> text.append(" in=").append(name));
        if (!filter.states().isEmpty()) {
            text.append(" ")
                    .append(filter.states().stream().map(Standing::toString).sorted().toList());
        }
        filter.period().ifPresent(period -> text.append(" ").append(period.label()));
        if (!filter.about().isEmpty()) {
            text.append(" about=").append(String.join(",", filter.about()));
        }
        return text.toString();
    }

    private static String or(Optional<?> value) {
        return value.map(Object::toString).orElse("(none)");
    }

    private static String refs(List<LinkRef> refs) {
        return refs.stream().map(Meaning::ref).collect(Collectors.joining(" "));
    }

    private static String ref(LinkRef ref) {
        return switch (ref) {
            case LinkRef.ById(var id) -> id.value();
            case LinkRef.ByUrl(var url) -> url;
            case LinkRef.Answered() -> "(answered)";
        };
    }

    private static String place(Place place) {
        return switch (place) {
            case Place.Before(var link) -> "before " + ref(link);
            case Place.After(var link) -> "after " + ref(link);
            case Place.Top() -> "top";
            case Place.Bottom() -> "bottom";
            case Place.At(var number) -> Integer.toString(number);
        };
    }

    private static String tags(List<Tag> tags) {
        return tags.stream().map(Tag::folded).collect(Collectors.joining(" "));
    }
}
