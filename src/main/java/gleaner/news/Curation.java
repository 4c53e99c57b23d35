package gleaner.news;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        return new Curation(
                changed,
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

    public Curation withSection(Optional<SectionName> changed) {
        return new Curation(
                state,
                changed,
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

    public Curation withBlurb(Optional<String> changed) {
        return new Curation(
                state,
                section,
                changed,
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

    public Curation withNote(Optional<String> changed) {
        return new Curation(
                state,
                section,
                blurb,
                changed,
                linkWords,
                byline,
                rank,
                picture,
                tagsAdded,
                tagsRemoved,
                withdrawn,
                at);
    }

    public Curation withLinkWords(Optional<String> changed) {
        return new Curation(
                state,
                section,
                blurb,
                note,
                changed,
                byline,
                rank,
                picture,
                tagsAdded,
                tagsRemoved,
                withdrawn,
                at);
    }

    public Curation withByline(Optional<Byline> changed) {
        return new Curation(
                state,
                section,
                blurb,
                note,
                linkWords,
                changed,
                rank,
                picture,
                tagsAdded,
                tagsRemoved,
                withdrawn,
                at);
    }

    public Curation withRank(Optional<Integer> changed) {
        return new Curation(
                state,
                section,
                blurb,
                note,
                linkWords,
                byline,
                changed,
                picture,
                tagsAdded,
                tagsRemoved,
                withdrawn,
                at);
    }

    public Curation withPicture(Optional<ItemPicture> changed) {
        return new Curation(
                state,
                section,
                blurb,
                note,
                linkWords,
                byline,
                rank,
                changed,
                tagsAdded,
                tagsRemoved,
                withdrawn,
                at);
    }

    public Curation withTags(List<Tag> added, List<Tag> removed) {
        return new Curation(
                state, section, blurb, note, linkWords, byline, rank, picture, added, removed,
                withdrawn, at);
    }

    public Curation withWithdrawn(Set<MessageId> changed) {
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
                changed,
                at);
    }

    public Curation withAt(Optional<Instant> changed) {
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
                changed);
    }

    /// Whether an editor wants it in the draft.
    public boolean isTaken() {
        return state == State.PICKED || state == State.LEAD;
    }
}
