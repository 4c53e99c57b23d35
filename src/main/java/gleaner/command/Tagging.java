package gleaner.command;

import gleaner.command.Curating.Told;
import gleaner.news.Link;
import gleaner.news.Tag;
import gleaner.store.Repository;
import java.util.ArrayList;
import java.util.List;

/// Tags that people put on links and take off them. Every method plans, none does.
final class Tagging {

    private final Repository repository;
    private final Curating curating;
    private final Lines lines;

    Tagging(Repository repository, Curating curating, Lines lines) {
        this.repository = repository;
        this.curating = curating;
        this.lines = lines;
    }

    Plan tag(Command.TagLinks command, List<Link> links, Asker asker) {
        var tags = renamed(command.tags());
        var told = " " + lines.tags(tags);
        return curating.perLink(
                command,
                links,
                asker,
                link -> {
                    var added = new ArrayList<>(link.curation().tagsAdded());
                    tags.stream()
                            .filter(tag -> !link.tags().contains(tag) && !added.contains(tag))
                            .forEach(added::add);
                    var removed = new ArrayList<>(link.curation().tagsRemoved());
                    removed.removeAll(tags);
                    return link.curation().withTags(added, removed);
                },
                new Told("Tagged", told, "already tagged" + told));
    }

    Plan untag(Command.UntagLinks command, List<Link> links, Asker asker) {
        var tags = renamed(command.tags());
        var told = lines.tags(tags);
        return curating.perLink(
                command,
                links,
                asker,
                link -> {
                    var added = new ArrayList<>(link.curation().tagsAdded());
                    added.removeAll(tags);
                    var removed = new ArrayList<>(link.curation().tagsRemoved());
                    tags.stream()
                            .filter(tag -> link.tags().contains(tag) && !removed.contains(tag))
                            .forEach(removed::add);
                    return link.curation().withTags(added, removed);
                },
                new Told("Took %s off".formatted(told), "", "not tagged " + told));
    }

    private List<Tag> renamed(List<Tag> tags) {
        var aliases = repository.aliases();
        return tags.stream().map(tag -> aliases.getOrDefault(tag, tag)).distinct().toList();
    }
}
