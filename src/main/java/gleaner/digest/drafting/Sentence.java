package gleaner.digest.drafting;

import gleaner.digest.prose.Characters;
import gleaner.digest.prose.Prose;
import gleaner.digest.prose.Prose.Anchor;
import gleaner.digest.prose.Run;
import gleaner.digest.prose.SafeUrl;
import gleaner.digest.prose.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A sentence that gets its links: what stood bare goes, and the link stands on words.
///
/// A bare URL after words, a colon or a dash, in brackets, or before a new clause is left out, and
/// [Placing] says where its link goes; a clause of four words or fewer that shares none with the
/// page's title gets the title behind a colon: "Worth a read: *Title*". Where the sentence would
/// limp without it (after "at" or "see", before a verb, or beside another bare URL) the page's
/// title, or its host, stands in its place.
final class Sentence {

    private static final Set<String> NEEDS_NAME =
            Set.of(
                    ("a an the at on in of by to for from via see with without and or into than like about is was are use using"
                                    + " visit read check try over under through after before between")
                            .split(" "));
    private static final int SHORT = 4;

    private final List<Target> targets;
    private final boolean isEditors;
    private final Set<Target> carried = new HashSet<>();
    private Prose prose;

    private Sentence(Prose prose, List<Target> targets, boolean isEditors) {
        this.prose = prose;
        this.targets = targets;
        this.isEditors = isEditors;
    }

    /// @param sentence complete, and the links that had no room in it
    /// @param lacksLinkWords whether an editor named words that it does not have
    record Linked(Prose sentence, List<Target> leftOver, boolean lacksLinkWords) {}

    /// The sharer's words: they lead only to the targets.
    static Linked ofSharer(Prose words, List<Target> targets) {
        return new Sentence(words, targets, false).linked();
    }

    /// The editor's words: every link in them stays.
    static Linked ofEditor(Prose words, Target target) {
        return new Sentence(words, List.of(target), true).linked();
    }

    private Linked linked() {
        var anchors = prose.anchors();
        var bare = anchors.stream().filter(this::isBare).count();
        for (int i = anchors.size() - 1; i >= 0; i--) {
            var anchor = anchors.get(i);
            var target = target(anchor, anchors.size());
            if (isBare(anchor) && (target.isPresent() || !isEditors)) {
                bare(anchor, target, bare > 1);
            } else if (target.isPresent()) {
                relink(anchor, SafeUrl.of(target.get().url()));
                carried.add(target.get());
            } else if (!isEditors) {
                relink(anchor, Optional.empty());
            }
        }
        var lacks = false;
        for (var target : targets) {
            var isOwn = !(isEditors && carried.contains(target) && bare == 0);
            if (target.words().isPresent() && isOwn) {
                var placed = Placing.placeOn(prose, target.words().get(), target);
                lacks |= placed.isEmpty();
                carry(placed, target);
            }
        }
        var leftOver = new ArrayList<Target>();
        for (var target : targets) {
            if (!carried.contains(target)
                    && !carry(Placing.place(prose, target, Optional.empty()), target)) {
                leftOver.add(target);
            }
        }
        return new Linked(Noise.finished(Noise.without(prose)), leftOver, lacks);
    }

    private boolean carry(Optional<Prose> placed, Target target) {
        placed.ifPresent(with -> {
            prose = with;
            carried.add(target);
        });
        return placed.isPresent();
    }

    private boolean isBare(Anchor anchor) {
        return Target.isBare(prose.text().substring(anchor.from(), anchor.to()), anchor.url());
    }

    private Optional<Target> target(Anchor anchor, int anchors) {
        return targets.stream()
                .filter(target -> target.isWrittenAs(anchor.url()))
                .findFirst()
                .or(() ->
                        anchors == 1 && !isEditors
                                ? Optional.of(targets.getFirst())
                                : Optional.empty());
    }

    private void relink(Anchor anchor, Optional<String> url) {
        prose = prose.linked(anchor.from(), anchor.to(), url);
    }

    private void bare(Anchor anchor, Optional<Target> target, boolean isOneOfMany) {
        var gap = Gap.around(prose.text(), anchor);
        if (!gap.isBracketed() && (isOneOfMany || needsName(gap))) {
            var name = target.map(Target::name).orElseGet(() -> SafeUrl.host(anchor.url()));
            var run =
                    Run.plain(Characters.clean(name))
                            .withHref(target.flatMap(found -> SafeUrl.of(found.url())));
            prose = prose.replaced(anchor.from(), anchor.to(), List.of(run));
            target.ifPresent(carried::add);
            return;
        }
        prose = prose.replaced(gap.from(), gap.to(), gap.filling(prose.text()));
        target.filter(found -> !carried.contains(found))
                .ifPresent(found -> place(found, gap.from()));
    }

    /// Puts a link whose URL was taken out at that place on words.
    private void place(Target target, int at) {
        if (target.words().isPresent()) {
            return;
        }
        if (carry(Placing.placeOnTitle(prose, target), target)) {
            return;
        }
        var isShort =
                !isEditors
                        && Words.of(prose.text()).size() <= SHORT
                        && at >= prose.text().length() - 1;
        if (isShort && target.title().isPresent()) {
            prose =
                    Noise.withoutStop(prose)
                            .followedBy(
                                    List.of(
                                            Run.plain(": "),
                                            Run.link(target.title().get(), target.url())));
            carried.add(target);
            return;
        }
        carry(Placing.place(prose, target, at == 0 ? Optional.empty() : Optional.of(at)), target);
    }

    private boolean needsName(Gap gap) {
        var text = prose.text();
        var next = gap.to() < text.length() ? text.codePointAt(gap.to()) : ' ';
        if (gap.from() == 0) {
            return !gap.isSeparatedAfter() && Character.isLowerCase(next);
        }
        if (gap.isSeparatedBefore()) {
            return Character.isLetterOrDigit(next);
        }
        var before = Words.of(text.substring(Math.max(0, gap.from() - 20), gap.from()));
        return !before.isEmpty() && NEEDS_NAME.contains(before.getLast().folded());
    }
}
