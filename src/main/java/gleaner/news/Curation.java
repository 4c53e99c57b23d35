package gleaner.news;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What people decided about a link by commands, apart from what its sources say; a source never
/// overwrites it.
///
/// @param section where an editor put it
/// @param blurb the editor's sentence, Markdown
/// @param note for the editors' eyes only, Markdown
/// @param linkWords which words of the blurb carry the link
/// @param byline the attribution that an editor gave
/// @param rank the place within its section that an editor gave; lower stands earlier
/// @param picture the picture that stands with the sentence
/// @param tagsAdded by command
/// @param tagsRemoved by command, whichever share brings them
/// @param withdrawn the shares that their sharers took back by command
/// @param at when an editor last changed anything of it
public record Curation(
        State state,
        Optional<SectionName> section,
        Optional<String> blurb,
        Optional<String> note,
        Optional<String> linkWords,
        Optional<Byline> byline,
        Optional<Integer> rank,
        Optional<ItemPicture> picture,
        List<Tag> tagsAdded,
        List<Tag> tagsRemoved,
        Set<MessageId> withdrawn,
        Optional<Instant> at) {

    /// Nobody has decided anything.
    public static final Curation NONE =
            new Curation(
                    State.NEW,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Set.of(),
                    Optional.empty());

    public Curation {
        tagsAdded = List.copyOf(tagsAdded);
        tagsRemoved = List.copyOf(tagsRemoved);
        withdrawn = Set.copyOf(withdrawn);
    }

    public Curation withState(State changed) {
        return changed(copy -> copy.state = changed);
    }

    public Curation withSection(Optional<SectionName> changed) {
        return changed(copy -> copy.section = changed);
    }

    public Curation withBlurb(Optional<String> changed) {
        return changed(copy -> copy.blurb = changed);
    }

    public Curation withNote(Optional<String> changed) {
        return changed(copy -> copy.note = changed);
    }

    public Curation withLinkWords(Optional<String> changed) {
        return changed(copy -> copy.linkWords = changed);
    }

    public Curation withByline(Optional<Byline> changed) {
        return changed(copy -> copy.byline = changed);
    }

    public Curation withRank(Optional<Integer> changed) {
        return changed(copy -> copy.rank = changed);
    }

    public Curation withPicture(Optional<ItemPicture> changed) {
        return changed(copy -> copy.picture = changed);
    }

    public Curation withTags(List<Tag> added, List<Tag> removed) {
        return changed(copy -> {
            copy.tagsAdded = added;
            copy.tagsRemoved = removed;
        });
    }

    public Curation withWithdrawn(Set<MessageId> changed) {
        return changed(copy -> copy.withdrawn = changed);
    }

    public Curation withAt(Optional<Instant> changed) {
        return changed(copy -> copy.at = changed);
    }

    /// Whether an editor wants it in the draft.
    public boolean isTaken() {
        return state == State.PICKED || state == State.LEAD;
    }

    private Curation changed(Consumer<Copy> change) {
        var copy = new Copy(this);
        change.accept(copy);
        return copy.curation();
    }

    /// The one place that names every part when a single one changes.
    private static final class Copy {
        private State state;
        private Optional<SectionName> section;
        private Optional<String> blurb;
        private Optional<String> note;
        private Optional<String> linkWords;
        private Optional<Byline> byline;
        private Optional<Integer> rank;
        private Optional<ItemPicture> picture;
        private List<Tag> tagsAdded;
        private List<Tag> tagsRemoved;
        private Set<MessageId> withdrawn;
        private Optional<Instant> at;

        Copy(Curation of) {
            state = of.state;
            section = of.section;
            blurb = of.blurb;
            note = of.note;
            linkWords = of.linkWords;
            byline = of.byline;
            rank = of.rank;
            picture = of.picture;
            tagsAdded = of.tagsAdded;
            tagsRemoved = of.tagsRemoved;
            withdrawn = of.withdrawn;
            at = of.at;
        }

        Curation curation() {
            return new Curation(
                    state,
                    section,
                    blurb,
                    note,
                    linkWords,
                    byline,
                    rank,
                    picture,
                    tagsAdded,
                    tagsRemoved,
                    withdrawn,
                    at);
        }
    }
}
