package gleaner.app;

import gleaner.app.config.Schedule;
import gleaner.app.config.WeekTime;
import gleaner.app.config.WeekTime.Occurrence;
import gleaner.command.Reply;
import gleaner.news.GleanerException;
import gleaner.store.Notes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the draft to the editors when it is time: once, however many processes run, and however
/// often they are killed.
///
/// A process leases a time before it makes its draft, and marks it in Redis afterwards; a dead
/// one's lease runs out. What is sent a second time has the same id, which the outbox drops. Of
/// times that were missed only the last is made up for, and none from before the schedule was first
/// seen. Closing ends its thread.
final class ScheduledDrafts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ScheduledDrafts.class);
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration MARK = Duration.ofDays(60);
    private static final Duration PUNCTUAL = Duration.ofMinutes(5);

    private final Schedule schedule;
    private final ZoneId zone;
    private final Notes notes;
    private final List<EditorsRoom> rooms;
    private final Function<Instant, Reply> drafts;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private String told = "";

    /// @param notes of their own
    /// @param rooms where the editors are
    /// @param drafts makes the draft of that moment
    ScheduledDrafts(
            Schedule schedule,
            ZoneId zone,
            Notes notes,
            List<EditorsRoom> rooms,
            Function<Instant, Reply> drafts,
            Clock clock) {
        this.schedule = schedule;
        this.zone = zone;
        this.notes = notes;
        this.rooms = List.copyOf(rooms);
        this.drafts = drafts;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("schedule").daemon(true).unstarted(this::run);
    }

    /// Looks at the clock from now on.
    void start() {
        if (!schedule.times().isEmpty()) {
            thread.start();
        }
    }

    private void run() {
        do {
            try {
                look();
                told = "";
            } catch (GleanerException e) {
                tell(e.sentence() + " The draft of the schedule is tried again.");
            } catch (RuntimeException e) {
                tell("The draft of the schedule failed and is tried again: " + e);
            }
        } while (!isStopped(pause()));
    }

    private void tell(String sentence) {
        if (!sentence.equals(told)) {
            log.warn("{}", sentence);
            told = sentence;
        }
    }

    private Duration pause() {
        var now = clock.instant();
        return schedule.next(now, zone)
                .map(next -> Duration.between(now, next.at()))
                .filter(until -> until.compareTo(LOOK) < 0)
                .orElse(LOOK);
    }

    private boolean isStopped(Duration pause) {
        try {
            return stop.await(Math.max(10, pause.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// Looks once whether a draft is due, and sends it.
    ///
    /// @throws GleanerException (UNAVAILABLE) where Redis cannot be asked
    void look() {
        var now = clock.instant();
        schedule.times().forEach(time -> notice(time, now));
        var due = schedule.last(now, zone);
        if (due.isEmpty() || isOver(due.get())) {
            return;
        }
        var lease = "lease:" + due.get().local();
        if (!notes.claim(lease, LEASE)) {
            return;
        }
        try {
            // Asked again: whoever held the lease before may have done it meanwhile.
            if (!isOver(due.get())) {
                make(due.get(), now);
                notes.keep(done(due.get()), now.toString(), MARK);
                var time = due.get().time();
                notes.keep(since(time), since(time, now).toString(), MARK);
            }
        } finally {
            notes.forget(lease);
        }
    }

    /// Remembers since when that time is in the schedule.
    private void notice(WeekTime time, Instant now) {
        if (notes.kept(since(time)).isEmpty()) {
            notes.keep(since(time), now.toString(), MARK);
        }
    }

    private Instant since(WeekTime time, Instant now) {
        return notes.kept(since(time)).map(Instant::parse).orElse(now);
    }

    private static String since(WeekTime time) {
        return "since:" + time;
    }

    private static String done(Occurrence due) {
        return "done:" + due.local();
    }

    private boolean isOver(Occurrence due) {
        return notes.kept(done(due)).isPresent()
                || notes.kept(since(due.time()))
                        .map(Instant::parse)
                        .filter(since -> since.isAfter(due.at()))
                        .isPresent();
    }

    private void make(Occurrence due, Instant now) {
        var late = Duration.between(due.at(), now);
        if (late.compareTo(schedule.late()) > 0) {
            log.warn(
                    "The draft for {} was missed: Gleaner was not running, and it is {} late; 'digest.schedule-late-hours' is {}. './gleaner digest' makes one.",
                    due.time(),
                    told(late),
                    schedule.late().toHours());
            return;
        }
        if (rooms.isEmpty()) {
            log.info("The draft for {} is due: './gleaner digest' shows it.", due.time());
            return;
        }
        var draft = drafts.apply(now);
        if (!draft.isDocument()) {
            throw GleanerException.unavailable(draft.markdown());
        }
        var notice =
                late.compareTo(PUNCTUAL) < 0
                        ? "The draft for %s:".formatted(due.time())
                        : "The draft for %s, %s late, as Gleaner was not running then:"
                                .formatted(due.time(), told(late));
        rooms.forEach(room -> room.send("draft-" + due.local(), notice, draft, now));
        log.info(
                "The draft for {} went to {}.",
                due.time(),
                rooms.stream().map(EditorsRoom::name).collect(Collectors.joining(" and to ")));
    }

    private static String told(Duration late) {
        var hours = late.toHours();
        if (hours > 0) {
            return hours == 1 ? "1 hour" : hours + " hours";
        }
        return late.toMinutes() + " minutes";
    }

    /// When the next one is due.
    Optional<Occurrence> next() {
        return schedule.next(clock.instant(), zone);
    }

    /// Where it goes.
    List<EditorsRoom> rooms() {
        return rooms;
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            // Without a schedule it never started, and cannot be waited for.
            if (thread.isAlive()) {
                thread.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
