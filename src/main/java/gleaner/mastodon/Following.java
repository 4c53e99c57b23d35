package gleaner.mastodon;

import gleaner.mastodon.MastodonApi.Status;
import gleaner.news.Event;
import gleaner.news.Event.MessageDeleted;
import gleaner.news.Event.MessageEdited;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Follows what became of the statuses that were collected: servers tell a mentioned account of
/// deletes, hardly of edits.
final class Following {

    /// Every half minute: a third of what a server allows.
    private static final int QUESTIONS = 10;

    private static final Duration YOUNG = Duration.ofMinutes(30);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Rounds.Doors doors;
    private final MastodonApi api;
    private final Composer composer;
    private final Remembered remembered;
    private final KeptThreads threads;
    private final Guests guests;
    private final BiFunction<String, Handle, String> reviewed;
    private final Clock clock;
    private final String home;

    Following(
            Rounds.Doors doors,
            Composer composer,
            KeptThreads threads,
            Guests guests,
            BiFunction<String, Handle, String> reviewed,
            Clock clock,
            String home) {
        this.doors = doors;
        this.api = doors.api();
        this.composer = composer;
        this.remembered = doors.remembered();
        this.threads = threads;
        this.guests = guests;
        this.reviewed = reviewed;
        this.clock = clock;
        this.home = home;
    }

    /// Those whose time has come, at most so many that the server's limits are kept.
    void lookAtDue() {
        var due = new HashMap<String, Seen>();
        for (var id : remembered.due(clock.instant(), QUESTIONS * api.atOnce())) {
            remembered
                    .seen(id)
                    .ifPresentOrElse(seen -> due.put(id, seen), () -> remembered.forgetLook(id));
        }
        if (due.isEmpty()) {
            return;
        }
        var ids = new LinkedHashSet<String>();
        due.values().stream().filter(Seen::isFollowed).forEach(seen -> ids.addAll(seen.parts()));
        var found = new HashMap<String, Status>();
        api.statuses(ids).forEach(status -> found.put(status.id(), status));
        due.values().forEach(seen -> lookOrLater(seen, found));
    }

    /// One that cannot be read now is not gone, and keeps no other waiting.
    private void lookOrLater(Seen seen, Map<String, Status> found) {
        try {
            if (seen.kind() == Seen.Kind.INTERVIEW) {
                lookAtThread(seen);
            } else {
                look(seen, found);
            }
        } catch (MastodonTrouble e) {
            switch (e.kind()) {
                case TOO_MANY, AWAY, TOKEN, MOVED -> throw e;
                case GARBLED, FORBIDDEN, MISSING, REFUSED ->
                        remembered.lookAgain(seen.id(), clock.instant().plus(YOUNG));
            }
        }
    }

    /// At one, now.
    void look(Seen seen) {
        if (seen.kind() == Seen.Kind.INTERVIEW) {
            lookOrLater(seen, Map.of());
            return;
        }
        var found = new HashMap<String, Status>();
        api.statuses(seen.parts()).forEach(status -> found.put(status.id(), status));
        lookOrLater(seen, found);
    }

    private void look(Seen seen, Map<String, Status> found) {
        var now = clock.instant();
        var root = Optional.ofNullable(found.get(seen.id())).or(() -> certain(seen));
        if (root.isEmpty()) {
            append(new MessageDeleted(Ids.message(seen.id()), now));
            remembered.forgetLook(seen.id());
            return;
        }
        root.flatMap(Status::card).ifPresent(doors.desk()::preview);
        var isYoung = seen.created().isAfter(now.minus(YOUNG)) && seen.kind() == Seen.Kind.MESSAGE;
        var same = seen.parts().stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
        if (isYoung || !Seen.edits(same).equals(seen.edits())) {
            told(seen, root.get(), isYoung, now);
        }
        later(seen, now);
    }

    private void lookAtThread(Seen seen) {
        if (threads.look(seen)) {
            later(seen, clock.instant());
        } else {
            remembered.forgetLook(seen.id());
        }
    }

    private void later(Seen seen, Instant now) {
        if (seen.created().isBefore(now.minus(Remembered.WEEK))) {
            remembered.forgetLook(seen.id());
        } else {
            remembered.lookAgain(seen.id(), now.plus(pause(seen.created(), now, api.atOnce() > 1)));
        }
    }

    /// So long until one of that age is looked at again: what is fresh changes most.
    ///
    /// @param inGroups whether one question is about many; else they are looked at so seldom that a
    ///   week of 10,000 can be followed all the same
    static Duration pause(Instant created, Instant now, boolean inGroups) {
        var part = Duration.between(created, now).dividedBy(inGroups ? 8 : 2);
        var atLeast = part.compareTo(SHORTEST) < 0 ? SHORTEST : part;
        return inGroups && atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    /// A list that lacks a status may only have failed to be read: it is gone when it is gone by
    /// itself.
    private Optional<Status> certain(Seen seen) {
        return api.status(seen.id());
    }

    private void told(Seen seen, Status root, boolean isYoung, Instant now) {
        var handle = Handle.parse(seen.handle(), home);
        var composed =
                switch (seen.kind()) {
                    case ABOVE -> composer.message(root, false);
                    case MESSAGE, ADD, COMMAND, INTERVIEW, TOO_MANY ->
                            composer.compose(
                                    root,
                                    guests.roleOf(handle),
                                    isYoung || seen.parts().size() > 1);
                };
        if (seen.kind() == Seen.Kind.MESSAGE && composed.kind() != Seen.Kind.MESSAGE) {
            composed = composer.message(root, false);
        }
        var fresh = seen.withParts(composed.parts());
        if (fresh.edits().equals(seen.edits())) {
            return;
        }
        var text =
                seen.kind() == Seen.Kind.ADD
                        ? Composer.withoutVerb(composed.text())
                        : composed.text();
        append(
                new MessageEdited(
                        Ids.message(seen.id()),
                        changed(composed.parts(), seen, now),
                        reviewed.apply(text, handle)));
        remembered.seen(fresh);
    }

    /// When the newest part was written or changed; now, where a part was taken away.
    private static Instant changed(List<Status> parts, Seen seen, Instant now) {
        var kept = parts.stream().map(Status::id).toList().containsAll(seen.parts());
        return parts.stream()
                .map(part -> part.edited().orElse(part.created()))
                .max(Instant::compareTo)
                .filter(time -> kept && time.isAfter(seen.created()))
                .orElse(now);
    }

    /// One of its parts, or all of it, was deleted.
    void gone(Seen seen, String part) {
        if (seen.kind() == Seen.Kind.INTERVIEW) {
            return; // the wish is gone, the thread stands
        }
        if (part.equals(seen.id())) {
            append(new MessageDeleted(Ids.message(seen.id()), clock.instant()));
            remembered.forgetLook(seen.id());
        } else if (seen.isFollowed()) {
            look(seen);
        }
    }

    private void append(Event event) {
        doors.inbox().append(List.of(event));
    }
}
