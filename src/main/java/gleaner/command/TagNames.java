package gleaner.command;

import gleaner.news.Tag;
import gleaner.store.Repository;
import gleaner.store.TagAlias;
import gleaner.store.TagCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Renames and merges tags. What stood for a tag that is renamed stands for the new one then, so
/// that nobody has to follow more than one step.
final class TagNames {

    private final Repository repository;

    TagNames(Repository repository) {
        this.repository = repository;
    }

    Plan rename(Command.RenameTag command) {
        var from = Lines.tag(command.from());
        var to = Lines.tag(command.to());
        var known = repository.tags().stream().map(TagCount::tag).toList();
        if (known.contains(command.to())) {
            var merge =
                    "tags merge #%s into #%s"
                            .formatted(command.from().shown(), command.to().shown());
            return Plan.only(
                    Replies.refused(
                            "%s is a tag already; %s makes both one."
                                    .formatted(to, Markdown.code(merge)),
                            merge));
        }
        return plan(
                command,
                List.of(command.from()),
                command.to(),
                known,
                "Renamed %s to %s.".formatted(from, to));
    }

    Plan merge(Command.MergeTags command) {
        var into = repository.aliases().getOrDefault(command.into(), command.into());
        var from = command.from().stream().map(Lines::tag).toList();
        var known = repository.tags().stream().map(TagCount::tag).toList();
        return plan(
                command,
                command.from(),
                into,
                known,
                "Merged %s into %s.".formatted(String.join(", ", from), Lines.tag(into)));
    }

    private Plan plan(Command command, List<Tag> from, Tag to, List<Tag> known, String sentence) {
        var aliases = repository.aliases();
        for (var tag : from) {
            var now = aliases.get(tag);
            if (now != null) {
                return Plan.only(
                        Replies.refused(
                                "%s is called %s already."
                                        .formatted(Lines.tag(tag), Lines.tag(now))));
            }
            if (tag.equals(to) || !known.contains(tag)) {
                return Plan.only(
                        Replies.refused(
                                tag.equals(to)
                                        ? "%s is that tag already.".formatted(Lines.tag(tag))
                                        : "No link is tagged %s; `tags` lists those that there are."
                                                .formatted(Lines.tag(tag))));
            }
        }
        return new Plan(
                List.of(),
                changes(aliases, from, to),
                List.of(),
                Optional.empty(),
                Replies.done(command.verb(), List.of(), sentence));
    }

    private static List<TagAlias> changes(Map<Tag, Tag> aliases, List<Tag> from, Tag to) {
        var changes = new ArrayList<TagAlias>();
        Optional.ofNullable(aliases.get(to))
                .ifPresent(before ->
                        changes.add(new TagAlias(to, Optional.of(before), Optional.empty())));
        for (var tag : from) {
            changes.add(new TagAlias(tag, Optional.empty(), Optional.of(to)));
        }
        aliases.forEach((written, meant) -> {
            if (from.contains(meant) && !written.equals(to)) {
                changes.add(new TagAlias(written, Optional.of(meant), Optional.of(to)));
            }
        });
        return changes;
    }
}
