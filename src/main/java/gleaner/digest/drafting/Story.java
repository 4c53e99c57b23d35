package gleaner.digest.drafting;

import gleaner.digest.Item;
import gleaner.digest.Picture;
import gleaner.digest.Piece;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.Run;
import gleaner.digest.prose.SafeUrl;
import gleaner.news.Link;
import gleaner.news.LinkId;
import gleaner.news.SectionName;
import gleaner.news.Tag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The links of one item while it is put together: those that its sentence carries, and those that
/// only follow.
final class Story {

    final Choice leader;
    final Blurb blurb;

    /// The leader first.
    final List<Choice> carried = new ArrayList<>();

    final List<Choice> following = new ArrayList<>();
    boolean lacksLinkWords;

    /// Those that the editor wove into the leader's words, in their order.
    final List<Choice> woven = new ArrayList<>();

    /// Whether the leader's words mention other links, whatever became of those.
    boolean isWoven;

    Story(Choice leader, Blurb blurb) {
        this.leader = leader;
        this.blurb = blurb;
        carried.add(leader);
    }

    SectionName section() {
        return leader.section();
    }

    List<Choice> choices() {
        if (woven.isEmpty() && following.isEmpty()) {
            return carried;
        }
        var all = new ArrayList<>(carried);
        all.addAll(woven);
        all.addAll(following);
        return all;
    }

    List<LinkId> ids() {
        return carried.size() == 1 && woven.isEmpty() && following.isEmpty()
                ? List.of(leader.id())
                : choices().stream().map(Choice::id).toList();
    }

    Item item() {
        var targets = carried.stream().map(Choice::target).toList();
        var linked = linked(targets);
        lacksLinkWords = linked.lacksLinkWords();
        var alsos = new ArrayList<Item.Also>();
        for (int i = 0; i < targets.size(); i++) {
            if (linked.leftOver().contains(targets.get(i))) {
                alsos.add(also(carried.get(i)));
            }
        }
        following.forEach(choice -> alsos.add(also(choice)));
        return new Item(
                ids(),
                choices().stream().map(Choice::url).toList(),
                linked.sentence(),
                attribution(linked.sentence().text()),
                alsos,
                more(),
                tags(),
                leader.votes(),
                leader.link().curation().state(),
                choices().stream().mapToInt(choice -> choice.open().size()).sum());
    }

    private Sentence.Linked linked(List<Target> targets) {
        return switch (blurb) {
            case Blurb.Edited edited -> Sentence.ofEditor(edited.words(), targets.getFirst());
            case Blurb.Shared shared -> Sentence.ofSharer(shared.words(), targets);
            case Blurb.Titled _ -> {
                var target = targets.getFirst();
                var title = Prose.of(List.of(Run.link(target.title(leader.open()), target.url())));
                yield new Sentence.Linked(Noise.stopped(title), List.of(), false);
            }
        };
    }

    /// What stands below the sentence: the editor's further paragraphs, and the picture.
    private List<Piece> more() {
        var picture = leader.link().curation().picture();
        var written = blurb instanceof Blurb.Edited edited ? edited.more() : List.<Piece>of();
        if (picture.isEmpty()) {
            return written;
        }
        var more = new ArrayList<Piece>();
        picture.flatMap(it -> Picture.of(it.url(), it.alt(), it.credit())).ifPresent(more::add);
        more.addAll(written);
        return more;
    }

    private static Item.Also also(Choice choice) {
        return new Item.Also(choice.id(), SafeUrl.host(choice.url()), choice.url());
    }

    /// Of an item with several links, each once; an editor's byline for the leader speaks for all.
    /// A paragraph with links woven into it says itself whom it speaks of.
    private Optional<String> attribution(String sentence) {
        if (leader.link().curation().byline().isPresent()) {
            return Attribution.of(leader.link(), sentence);
        }
        if (isWoven) {
            return Optional.empty();
        }
        var names = new LinkedHashSet<String>();
        carried.forEach(choice -> Attribution.of(choice.link(), sentence).ifPresent(names::add));
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", names));
    }

    private List<Tag> tags() {
        var tags = new LinkedHashSet<Tag>();
        choices()
                .forEach(choice -> {
                    var curation = choice.link().curation();
                    var own = new LinkedHashSet<Tag>();
                    choice.open().forEach(share -> own.addAll(share.tags()));
                    own.addAll(curation.tagsAdded());
                    curation.tagsRemoved().forEach(own::remove);
                    tags.addAll(own);
                });
        return List.copyOf(tags);
    }

    /// Whether somebody can be named for any link that the sentence carries.
    boolean isAttributable() {
        return isWoven || carried.stream().map(Choice::link).anyMatch(Attribution::isKnown);
    }

    Stream<Link> links() {
        return choices().stream().map(Choice::link);
    }
}
