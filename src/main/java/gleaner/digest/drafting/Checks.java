package gleaner.digest.drafting;

import gleaner.digest.Note;
import gleaner.digest.Note.Kind;
import gleaner.news.LinkId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What an editor still has to do about a draft; each note says how, by a command.
final class Checks {

    /// How many notes of one kind are told apart.
    static final int MOST = 10;

    private final List<Note> notes = new ArrayList<>();

    private Checks() {}

    /// @param stories in the order of the draft, their items made
    static List<Note> of(List<Story> stories, boolean hasLead, EditorWords words) {
        var checks = new Checks();
        checks.issue(stories, hasLead, words);
        checks.items(stories);
        checks.alike(stories);
        LifeSigns.of(stories, checks.notes);
        return List.copyOf(checks.notes);
    }

    private void issue(List<Story> stories, boolean hasLead, EditorWords words) {
        if (stories.isEmpty()) {
            note(
                    Kind.NOTHING,
                    List.of(),
                    "The draft has no items: `pick` some links, or widen the period.");
        } else if (!hasLead) {
            var example = stories.getFirst().leader.id();
            note(
                    Kind.NO_LEAD,
                    List.of(),
                    "There is no lead: `lead %s` makes one of that item.".formatted(example));
        }
        if (words.intro().filter(intro -> !intro.isBlank()).isEmpty()) {
            note(Kind.NO_INTRO, List.of(), "There is no intro: write `intro …`.");
        }
    }

    private void items(List<Story> stories) {
        each(
                stories,
                Kind.NO_WORDS,
                story -> story.blurb instanceof Blurb.Titled,
                story -> "`%1$s` has no words: `blurb %1$s …`.".formatted(story.leader.id()),
                "have no words of their own: `blurb` writes them");
        each(
                stories,
                Kind.LINK_WORDS,
                story -> story.lacksLinkWords,
                story ->
                        "The words that should carry the link are not in the sentence of `%1$s`: `blurb %1$s …`."
                                .formatted(story.leader.id()),
                "lack the words that should carry their link: `blurb` writes them anew");
        each(
                stories,
                Kind.UNREAD,
                Checks::isUnread,
                story ->
                        ("The page of `%1$s` has not been read: `byline %1$s Author/Publisher` says who made it, or"
                                        + " `refresh %1$s` has `./gleaner run` read it.")
                                .formatted(story.leader.id()),
                "have pages that have not been read: `byline` says who made them, or `refresh` has them read");
        each(
                stories,
                Kind.NO_ATTRIBUTION,
                story -> !story.isAttributable() && !isUnread(story),
                story ->
                        "`%1$s` has no attribution: `byline %1$s Author/Publisher`, or `byline %1$s none`."
                                .formatted(story.leader.id()),
                "have no attribution: `byline` gives one");
        each(
                stories,
                Kind.CHANGED,
                story -> story.links().anyMatch(link -> !link.changedSinceEdited().isEmpty()),
                story ->
                        ("A source of `%1$s` was edited or deleted after an editor worked on it: compare, then"
                                        + " `blurb %1$s …` or `skip %1$s`.")
                                .formatted(changed(story)),
                "have sources that were edited or deleted after an editor worked on them: compare them");
        each(
                stories,
                Kind.PRIVATE,
                story ->
                        !(story.blurb instanceof Blurb.Edited)
                                && story.choices().stream().anyMatch(Checks::isClosed),
                story ->
                        "`%1$s` has no public source and stands without a sharer's words: `blurb %1$s …` or `skip %1$s`."
                                .formatted(closed(story)),
                "have no public source: `blurb` or `skip` them");
        each(
                stories,
                Kind.PRIVATE,
                PrivateWords::isRepeated,
                story ->
                        "The words of `%1$s` repeat a share that is not public: `blurb %1$s …` writes others, unless its sharer agrees."
                                .formatted(story.leader.id()),
                "repeat words that were not shared in public: `blurb` writes others");
        each(
                stories,
                Kind.JOINED,
                story -> !story.following.isEmpty(),
                story ->
                        "%s tell one story and stand as one item: `skip %s` drops one, a `blurb` for each keeps them apart."
                                .formatted(listed(story.ids()), story.following.getFirst().id()),
                "join links on one story: `skip` drops one, a `blurb` for each keeps them apart");
    }

    private void alike(List<Story> stories) {
        var pairs = Likeness.of(stories);
        for (var pair : pairs.subList(0, Math.min(MOST, pairs.size()))) {
            var one = pair.one().leader.id();
            var other = pair.other().leader.id();
            note(
                    Kind.ONE_STORY,
                    List.of(one, other),
                    "`%1$s` and `%2$s` may be one story: `merge %1$s %2$s` makes them one item; a `blurb` for each keeps them apart."
                            .formatted(one, other));
        }
        if (pairs.size() > MOST) {
            var rest = pairs.subList(MOST, pairs.size());
            note(
                    Kind.ONE_STORY,
                    rest.stream().map(pair -> pair.other().leader.id()).toList(),
                    "… and %d more may tell one story with another: `merge` makes two one."
                            .formatted(rest.size()));
        }
    }

    private void each(
            List<Story> stories,
            Kind kind,
            Predicate<Story> isMeant,
            Function<Story, String> sentence,
            String more) {
        var meant = stories.stream().filter(isMeant).toList();
        meant.stream().limit(MOST).forEach(story -> note(kind, story.ids(), sentence.apply(story)));
        if (meant.size() > MOST) {
            var rest = meant.subList(MOST, meant.size());
            var ids = rest.stream().flatMap(story -> story.ids().stream()).toList();
            note(kind, ids, "… and %d more %s.".formatted(rest.size(), more));
        }
    }

    private void note(Kind kind, List<LinkId> links, String markdown) {
        notes.add(new Note(kind, links, markdown));
    }

    private static boolean isUnread(Story story) {
        return !story.isWoven
                && !story.leader.isRead()
                && story.leader.link().curation().byline().isEmpty();
    }

    private static LinkId changed(Story story) {
        return story.links()
                .filter(link -> !link.changedSinceEdited().isEmpty())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static boolean isClosed(Choice choice) {
        return choice.open().isEmpty() && choice.link().changedSinceEdited().isEmpty();
    }

    private static LinkId closed(Story story) {
        return story.choices().stream().filter(Checks::isClosed).findFirst().orElseThrow().id();
    }

    static String listed(List<LinkId> ids) {
        return ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    }
}
