package gleaner.mastodon;

import gleaner.command.Reply;
import gleaner.markdown.Plain;
import gleaner.mastodon.Composer.Composed;
import gleaner.mastodon.MastodonApi.Instance;
import gleaner.mastodon.MastodonApi.Notice;
import gleaner.mastodon.MastodonApi.Page;
import gleaner.mastodon.MastodonApi.Reach;
import gleaner.mastodon.MastodonApi.Status;
import gleaner.news.Event;
import gleaner.news.Event.CommandGiven;
import gleaner.news.Event.MessagePosted;
import gleaner.news.GleanerException;
import gleaner.news.Role;
import gleaner.news.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mentions become events: into the inbox first, then the cursor moves on. What dies in between
/// does it once more, and nobody minds. For one thread.
final class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final Duration BACKLOG = Duration.ofDays(1);
    private static final int MOST_PAGES = 1000;
    private static final int MOST_FIRST = 50;
    private static final int LONGEST_URL = 2000;

    private final Rounds.Doors doors;
    private final MastodonApi api;
    private final Composer composer;
    private final Remembered remembered;
    private final Guests guests;
    private final KeptThreads threads;
    private final MastodonSetup setup;
    private final Instance home;
    private final Clock clock;

    Listening(
            Rounds.Doors doors,
            Composer composer,
            MastodonSetup setup,
            Instance home,
            Clock clock) {
        this.doors = doors;
        this.api = doors.api();
        this.composer = composer;
        this.remembered = doors.remembered();
        this.guests = new Guests(setup.allow(), setup.block(), setup.roles());
        this.threads = new KeptThreads(doors, composer, guests, home);
        this.setup = setup;
        this.home = home;
        this.clock = clock;
    }

    /// Takes every mention that came after the last one, the oldest first, and moves the cursor
    /// page by page.
    void catchUp() {
        if (remembered.cursor().isEmpty()) {
            begin();
        }
        var cursor = remembered.cursor();
        if (cursor.isEmpty()) {
            return;
        }
        var page = api.mentions(cursor);
        for (int pages = 0; pages < MOST_PAGES && page.newest().isPresent(); pages++) {
            page.notices().forEach(this::take);
            var newest = page.newest();
            if (newest.equals(cursor)) {
                return;
            }
            remembered.cursor(newest.get());
            cursor = newest;
            page =
                    page.onward().isPresent()
                            ? api.onward(page.onward().get())
                            : api.mentions(newest);
        }
    }

    /// Without a cursor: takes what is at most a day old, however many pages that is, as whoever
    /// was here before may have been killed before there was a cursor.
    private void begin() {
        var since = clock.instant().minus(BACKLOG);
        var pages = new ArrayDeque<Page>();
        pages.push(api.mentions(Optional.empty()));
        var newest = pages.element().newest();
        while (pages.size() < MOST_FIRST && goesOnBefore(pages.element(), since)) {
            pages.push(api.earlier(pages.element().oldest().get()));
        }
        for (var page : pages) {
            page.notices().stream()
                    .filter(notice -> notice.status().created().isAfter(since))
                    .forEach(this::take);
        }
        newest.ifPresent(remembered::cursor);
    }

    private static boolean goesOnBefore(Page page, Instant since) {
        return page.oldest().isPresent()
                && page.notices().stream()
                        .limit(1)
                        .allMatch(notice -> notice.status().created().isAfter(since));
    }

    /// Takes a notification, however often it comes.
    void take(Notice notice) {
        switch (notice.type()) {
            case "mention" -> guarded(notice.status(), () -> mentioned(notice.status()));
            case "update" -> changed(notice.status());
            default -> {}
        }
    }

    /// One status that breaks what nobody foresaw must not keep the others out.
    private static void guarded(Status status, Runnable work) {
        try {
            work.run();
        } catch (MastodonTrouble | GleanerException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error(
                    "The status {} could not be read and is left out: {}",
                    status.id(),
                    e.toString());
        }
    }

    private void mentioned(Status status) {
        var handle = Handle.of(status.account(), home);
        if (composer.isOwn(Optional.of(status.account().id()))
                || status.account().bot()
                || !guests.isHeard(handle)) {
            return;
        }
        var before = remembered.seen(status.id());
        if (before.filter(Seen::taken).isPresent()) {
            return;
        }
        var role = guests.roleOf(handle);
        if (before.isEmpty() && isTooMany(status, handle, role)) {
            return;
        }
        Composed composed;
        try {
            composed = composer.compose(status, role, false);
        } catch (MastodonTrouble e) {
            if (e.kind().isPassing() || e.kind() == MastodonTrouble.Kind.TOKEN) {
                throw e;
            }
            composed =
                    new Composed(
                            Seen.Kind.MESSAGE,
                            composer.words(status).markdown(),
                            List.of(status),
                            status.reach(),
                            Optional.empty());
        }
        if (composed.kind() == Seen.Kind.INTERVIEW) {
            threads.keep(status, handle, composed.text(), clock.instant().plus(FIRST_LOOK));
        } else {
            keep(status, handle, composed);
        }
    }

    private boolean isTooMany(Status status, Handle handle, Role role) {
        if (role == Role.EDITOR) {
            return false;
        }
        var count = remembered.memory().count("rate:" + handle, HOUR);
        if (count <= setup.perHour()) {
            return false;
        }
        var dropped = Seen.of(status, Seen.Kind.TOO_MANY, handle.toString(), status.reach());
        remembered.seen(dropped);
        if (count == setup.perHour() + 1L) {
            doors.outbox()
                    .send(
                            Ids.message(status.id()),
                            new Reply(
                                    Reply.Kind.REFUSED,
                                    "That is more than %d posts in an hour; I leave this one and the next ones aside until it is over. Please share them again then."
                                            .formatted(setup.perHour()),
                                    "{}"));
        }
        remembered.seen(dropped.asTaken());
        return true;
    }

    /// What is remembered is written first, so that an answer finds it; then the inbox; then that
    /// it is done.
    private void keep(Status status, Handle handle, Composed composed) {
        var events = new ArrayList<Event>();
        var all = new ArrayList<Seen>();
        composed.above()
                .filter(this::isCredited)
                .ifPresent(above -> {
                    var author = Handle.of(above.account(), home);
                    events.add(
                            posted(above, author, composer.words(above).markdown(), above.reach()));
                    if (remembered.seen(above.id()).filter(Seen::taken).isEmpty()) {
                        all.add(Seen.of(above, Seen.Kind.ABOVE, author.toString(), above.reach()));
                    }
                });
        all.add(
                Seen.of(status, composed.kind(), handle.toString(), composed.reach())
                        .withParts(composed.parts()));
        events.add(
                switch (composed.kind()) {
                    case MESSAGE -> posted(status, handle, composed.text(), composed.reach());
                    case COMMAND, INTERVIEW, ADD, ABOVE, TOO_MANY ->
                            given(status, handle, composed.text());
                });
        all.forEach(remembered::seen);
        doors.inbox().append(events);
        for (var seen : all) {
            if (seen.isFollowed()) {
                remembered.taken(seen, clock.instant().plus(FIRST_LOOK));
            } else {
                remembered.seen(seen.asTaken());
            }
        }
    }

    /// Bots share nothing, not even when somebody asks to save their post; whoever is blocked is
    /// not named.
    private boolean isCredited(Status above) {
        return !above.account().bot() && !guests.isBlocked(Handle.of(above.account(), home));
    }

    private MessagePosted posted(Status status, Handle handle, String text, Reach reach) {
        return new MessagePosted(
                Ids.message(status.id()),
                Ids.MENTIONS,
                handle.named(status.account()),
                status.created(),
                reviewed(text, handle),
                visibility(reach),
                status.replyTo().map(Ids::message),
                permalink(status),
                Optional.empty());
    }

    /// Where people see it.
    static Optional<String> permalink(Status status) {
        return status.url().filter(url -> Plain.isWeb(url) && url.length() <= LONGEST_URL);
    }

    private CommandGiven given(Status status, Handle handle, String text) {
        return new CommandGiven(
                Ids.message(status.id()),
                Ids.MENTIONS,
                handle.named(status.account()),
                status.created(),
                text,
                visibility(status.reach()),
                status.replyTo().map(Ids::message),
                permalink(status));
    }

    /// The text as an editor is to see it: what a stranger shares carries `#review`, where that is
    /// wanted.
    private String reviewed(String text, Handle handle) {
        return setup.review() && guests.isStranger(handle) ? text + "\n\n#review" : text;
    }

    private static Visibility visibility(Reach reach) {
        return reach.isOpen() ? Visibility.PUBLIC : Visibility.PRIVATE;
    }

    /// A status was changed, or so the server says.
    void changed(Status status) {
        Stream.concat(
                        remembered.whole(status.id()).filter(Seen::isFollowed).stream(),
                        remembered.interview(status.id()).stream())
                .filter(Seen::taken)
                .forEach(seen -> guarded(status, () -> following().look(seen)));
    }

    /// A status was deleted.
    void deleted(String id) {
        remembered.whole(id).filter(Seen::taken).ifPresent(seen -> following().gone(seen, id));
        remembered.interview(id).filter(Seen::taken).ifPresent(seen -> following().look(seen));
    }

    /// Looks at what was collected in the last week and whose time has come.
    void lookAgain() {
        following().lookAtDue();
    }

    private Following following() {
        return new Following(
                doors, composer, threads, guests, this::reviewed, clock, home.domain());
    }

    /// What is posted under the hashtags that are followed.
    Hashtags hashtags() {
        return new Hashtags(doors, composer, guests, setup.follow(), clock, home);
    }
}
