package gleaner.digest.drafting;

import gleaner.digest.prose.SafeUrl;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.Page;
import gleaner.news.SectionName;
import gleaner.news.Share;
import gleaner.news.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A link that stands in the draft, with what is asked of it often.
///
/// @param open its shares that stand and that everybody could read; nothing of any other is
///   rendered
record Choice(
        Link link,
        SectionName section,
        int votes,
        int rank,
        Instant first,
        List<Share> open,
        boolean isRead,
        Target target) {

    /// Within a section: the editor's rank, then votes, then who came first, then the id.
    static final Comparator<Choice> ORDER =
            Comparator.comparingInt(Choice::rank)
                    .thenComparing(Comparator.comparingInt(Choice::votes).reversed())
                    .thenComparing(Choice::first)
                    .thenComparing(choice -> choice.id().value());

    /// Which of several links on one story leads: one for which an editor wrote, so that no word of
    /// theirs is hidden, then one that an editor took, then as [#ORDER].
    static final Comparator<Choice> LEADING =
            Comparator.comparing((Choice choice) -> !choice.hasBlurb())
                    .thenComparing(choice -> !choice.isEdited())
                    .thenComparing(ORDER);

    static Choice of(Link link, SectionName section) {
        var open = link.liveShares().stream().filter(Share::isPublic).toList();
        return new Choice(
                link,
                section,
                link.voteCount(),
                link.curation().rank().orElse(Integer.MAX_VALUE),
                link.firstShared(),
                open,
                !link.page().equals(Page.UNREAD),
                Target.of(link, open.isEmpty() ? link.url() : shown(open)));
    }

    /// The URL that was shared first, unless somebody shared the same with only some of its
    /// parameters: what can be left out is a tracker as a rule.
    private static String shown(List<Share> open) {
        var shown = open.getFirst().url();
        for (int i = 1; i < open.size() && shown.indexOf('?') > 0; i++) {
            var other = open.get(i).url();
            if (other.length() < shown.length()
                    && SafeUrl.bare(path(other)).equals(SafeUrl.bare(path(shown)))
                    && parameters(shown).containsAll(parameters(other))) {
                shown = other;
            }
        }
        return shown;
    }

    private static String path(String url) {
        int end = 0;
        while (end < url.length() && "?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(0, end);
    }

    private static Set<String> parameters(String url) {
        var question = url.indexOf('?');
        if (question < 0) {
            return Set.of();
        }
        var hash = url.indexOf('#', question);
        var query = url.substring(question + 1, hash < 0 ? url.length() : hash);
        return Set.copyOf(List.of(query.split("&", -1)));
    }

    /// Whether a link belongs in the draft: neither left out, kept for later, taken back nor run
    /// already; one that was shared only in private, if an editor took it.
    static boolean isWanted(Link link, boolean pickedOnly) {
        return switch (link.curation().state()) {
            case SKIPPED, HELD -> false;
            case PICKED, LEAD -> true;
            case NEW ->
                    !pickedOnly && link.ran().isEmpty() && !link.isWithdrawn() && !link.isPrivate();
        };
    }

    LinkId id() {
        return link.id();
    }

    boolean isEdited() {
        return link.curation().isTaken() || hasBlurb();
    }

    boolean hasBlurb() {
        return link.curation().blurb().filter(blurb -> !blurb.isBlank()).isPresent();
    }

    /// Whether an editor said where it stands.
    boolean isPlaced() {
        return link.curation().section().isPresent() || link.curation().state() == State.LEAD;
    }

    /// Whether the two may stand as one item: not where an editor put them in two places, nor wrote
    /// words for both.
    boolean joins(Choice leader) {
        return (section.equals(leader.section) || !isPlaced())
                && !(hasBlurb() && leader.hasBlurb());
    }

    /// As it was shared where everybody could read, else as first shared.
    String url() {
        return target.url();
    }
}
