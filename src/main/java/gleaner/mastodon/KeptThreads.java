package gleaner.mastodon;

import gleaner.command.Reply;
import gleaner.mastodon.MastodonApi.Context;
import gleaner.mastodon.MastodonApi.Instance;
import gleaner.mastodon.MastodonApi.Status;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Interview;
import gleaner.news.Person;
import gleaner.news.ThreadTurns;
import gleaner.news.ThreadTurns.Spoken;
import gleaner.news.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Threads as interviews: kept when an editor says so in one, and followed like everything else, so
/// that no words stay here that are gone there.
///
/// Only what everybody may read is kept. Left out are Gleaner's own posts and what is said to it,
/// and posts of bots and of whoever is blocked.
final class KeptThreads {

    private static final int MOST_POSTS = 200;
    private static final int LONGEST_POST = 20_000;

    private static final String NO_TALK =
            "This thread is no interview: it takes one who asks and one who answers, in posts that everybody may read. What the issue has is told by `interview show`.";

    private final Rounds.Doors doors;
    private final MastodonApi api;
    private final Composer composer;
    private final Guests guests;
    private final Instance home;

    KeptThreads(Rounds.Doors doors, Composer composer, Guests guests, Instance home) {
        this.doors = doors;
        this.api = doors.api();
        this.composer = composer;
        this.guests = guests;
        this.home = home;
    }

    /// Keeps the thread in which a wish stands, in the place of what was kept of it before. The
    /// thread is kept first, then the command that tells of it is in the inbox, then that it is
    /// done: what dies in between does it once more.
    ///
    /// @param words the command
    /// @param look when the thread is looked at again
    void keep(Status wish, Handle by, String words, Instant look) {
        List<Status> posts;
        try {
            posts = posts(wish);
        } catch (MastodonTrouble e) {
            if (e.kind().isPassing() || e.kind() == MastodonTrouble.Kind.TOKEN) {
                throw e;
            }
            refuse(wish, by, "The thread cannot be read: " + e.sentence());
            return;
        }
        var spoken = posts.stream().flatMap(post -> spoken(post).stream()).toList();
        var turns = ThreadTurns.of(spoken);
        if (turns.isEmpty()) {
            refuse(wish, by, NO_TALK);
            return;
        }
        var thread = posts.getFirst().id();
        var person = by.named(wish.account());
        var seen =
                Seen.of(wish, Seen.Kind.INTERVIEW, by.toString(), wish.reach())
                        .withThread(posts.stream().map(Status::id).toList());
        doors.remembered().seen(seen);
        doors.desk().keep(interview(thread, person, wish.created(), turns));
        doors.inbox()
                .append(
                        List.of(
                                new CommandGiven(
                                        Ids.message(wish.id()),
                                        Ids.MENTIONS,
                                        person,
                                        wish.created(),
                                        words,
                                        wish.reach().isOpen()
                                                ? Visibility.PUBLIC
                                                : Visibility.PRIVATE,
                                        Optional.of(Ids.message(thread)))));
        doors.remembered().taken(seen, look);
    }

    private static Interview interview(
            String thread, Person by, Instant kept, List<Interview.Turn> turns) {
        return new Interview(Ids.message(thread), Ids.MENTIONS, Visibility.PUBLIC, by, kept, turns);
    }

    private void refuse(Status wish, Handle by, String sentence) {
        var seen = Seen.of(wish, Seen.Kind.COMMAND, by.toString(), wish.reach());
        doors.remembered().seen(seen);
        doors.outbox().send(Ids.message(wish.id()), new Reply(Reply.Kind.REFUSED, sentence, "{}"));
        doors.remembered().seen(seen.asTaken());
    }

    /// The first post of the thread, whatever it is, and then those in which somebody speaks.
    private List<Status> posts(Status wish) {
        var chain =
                api.context(wish.id())
                        .map(Context::before)
                        .filter(before -> !before.isEmpty())
                        .orElseGet(() -> wish.replyTo().flatMap(api::status).stream().toList());
        if (chain.isEmpty()) {
            return List.of();
        }
        var first = chain.getFirst();
        var below = api.context(first.id()).map(Context::after).orElse(List.of());
        var talk = TalkPosts.of(chain, below, this::isAside);
        return Stream.concat(
                        Stream.of(first),
                        talk.stream().filter(post -> !post.id().equals(first.id()) && speaks(post)))
                .limit(MOST_POSTS)
                .toList();
    }

    private boolean isAside(Status post) {
        return composer.isOwn(Optional.of(post.account().id()))
                || composer.isOrder(post, guests.roleOf(Handle.of(post.account(), home)));
    }

    private boolean speaks(Status post) {
        return post.reach().isOpen()
                && !post.account().bot()
                && !guests.isBlocked(Handle.of(post.account(), home))
                && !isAside(post);
    }

    private Optional<Spoken> spoken(Status post) {
        if (!speaks(post)) {
            return Optional.empty();
        }
        var words = composer.words(post);
        var text = beginning(StatusWords.join(List.of(words.own(), words.quoted())).strip());
        var speaker = Handle.of(post.account(), home).named(post.account());
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spoken(speaker, post.created(), text));
    }

    private static String beginning(String text) {
        var end = Math.min(text.length(), LONGEST_POST);
        var isHalf = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, isHalf ? end - 1 : end);
    }

    /// Reads the posts of a kept thread again; words that are gone there go here too.
    ///
    /// @return whether it is still to be looked at; no longer where nothing is left, or where it
    ///   was kept again, with other posts, for a later wish
    boolean look(Seen seen) {
        var thread = Ids.message(seen.parts().getFirst());
        var before =
                doors.desk().interview(thread).filter(kept -> kept.kept().equals(seen.created()));
        if (before.isEmpty()) {
            return false;
        }
        var found = found(seen);
        var spoken =
                seen.parts().stream()
                        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                        .flatMap(post -> spoken(post).stream())
                        .toList();
        var turns = ThreadTurns.of(spoken);
        if (turns.isEmpty()) {
            turns = ThreadTurns.remaining(spoken, before.get().turns());
        }
        if (turns.isEmpty()) {
            doors.desk().forget(thread);
            return false;
        }
        var now = interview(thread.id(), before.get().by(), seen.created(), turns);
        if (!now.equals(before.get())) {
            doors.desk().keep(now);
        }
        forgetGone(seen, found);
        return true;
    }

    /// What does not come with the thread is gone when it is gone by itself.
    private Map<String, Status> found(Seen seen) {
        var first = seen.parts().getFirst();
        var found = new HashMap<String, Status>();
        api.status(first).ifPresent(post -> found.put(first, post));
        if (found.isEmpty()) {
            api.statuses(seen.parts()).forEach(post -> found.put(post.id(), post));
        } else {
            api.context(first).stream()
                    .flatMap(context -> context.after().stream())
                    .forEach(post -> found.put(post.id(), post));
        }
        for (var id : seen.parts().subList(1, seen.parts().size())) {
            if (!found.containsKey(id)) {
                api.status(id).ifPresent(post -> found.put(id, post));
            }
        }
        return found;
    }

    private void forgetGone(Seen seen, Map<String, Status> found) {
        var left = new ArrayList<String>(List.of(seen.parts().getFirst()));
        seen.parts().stream().skip(1).filter(found::containsKey).forEach(left::add);
        if (left.size() < seen.parts().size()) {
            doors.remembered().seen(seen.withThread(left));
        }
    }
}
