package gleaner.news;

import java.util.List;
import java.util.Optional;

/// The sections of an issue, in the order in which they stand in it.
///
/// @param inOrder all of them, the lead and the default section included
/// @param lead where links marked *lead* stand
/// @param standard the default: where everything stands that nothing leads elsewhere
public record Sections(List<Section> inOrder, SectionName lead, SectionName standard) {

    public Sections {
        inOrder = List.copyOf(inOrder);
        for (var needed : List.of(lead, standard)) {
            if (inOrder.stream().noneMatch(section -> section.name().equals(needed))) {
                throw new IllegalArgumentException("The sections lack '" + needed + "'.");
            }
        }
    }

    /// The section of that name.
    public Optional<Section> named(SectionName name) {
        return inOrder.stream().filter(section -> section.name().equals(name)).findFirst();
    }

    /// The section that somebody means by a name or a heading.
    public Optional<Section> find(String written) {
        return SectionName.parse(written)
                .flatMap(name ->
                        named(name)
                                .or(() ->
                                        inOrder.stream()
                                                .filter(section ->
                                                        SectionName.parse(section.heading())
                                                                .equals(Optional.of(name)))
                                                .findFirst()));
    }

    /// Where a link stands: where an editor put it, else in the lead if it is one, else where its
    /// share says, else where the first of its tags that leads anywhere leads, else in the default
    /// section.
    public SectionName of(Link link) {
        var curation = link.curation();
        if (curation.section().isPresent() && named(curation.section().get()).isPresent()) {
            return curation.section().get();
        }
        if (curation.state() == State.LEAD) {
            return lead;
        }
        for (var share : link.shares()) {
            var found = share.section().flatMap(this::find);
            if (found.isPresent()) {
                return found.get().name();
            }
        }
        for (var tag : link.tags()) {
            var found = byTag(tag);
            if (found.isPresent()) {
                return found.get().name();
            }
        }
        return standard;
    }

    private Optional<Section> byTag(Tag tag) {
        for (var section : inOrder) {
            if (section.tags().contains(tag)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }
}
