package gleaner.slack;

import gleaner.news.GleanerException;
import gleaner.news.PersonId;
import gleaner.slack.SlackIssues.Published;
import gleaner.slack.SlackIssues.Ran;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people that links which they shared in Slack ran in an issue: each once for an issue,
/// however often it is taken back and published again.
///
/// It looks at what was published, not at who published it, so it does not matter where that was
/// done, or whether Gleaner was running then. An issue that was published before the setting was
/// switched on, or more than two days ago, is not told. While people are being told, the issue may
/// be taken back: then the others are not told.
final class Sharers implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Sharers.class);
    private static final Duration OLDEST = Duration.ofDays(2);
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final Duration LOCKED_OUT = Duration.ofMinutes(1);
    private static final String TABLE = "sharers";
    private static final String LEASE = "lease:sharers";
    private static final String BEGUN = "begun";
    private static final String TOLD = "told";

    private final SlackIssues issues;
    private final SlackMemory memory;
    private final Leases leases;
    private final SharerNote note;
    private final SlackTroubles troubles;
    private final Clock clock;
    private final Duration interval;
    private final Stop stop;

    /// @param interval between two looks at what was published
    Sharers(
            SlackIssues issues,
            SlackMemory memory,
            Leases leases,
            SharerNote note,
            SlackTroubles troubles,
            Clock clock,
            Duration interval,
            Stop stop) {
        this.issues = issues;
        this.memory = memory;
        this.leases = leases;
        this.note = note;
        this.troubles = troubles;
        this.clock = clock;
        this.interval = interval;
        this.stop = stop;
    }

    @Override
    public void run() {
        while (!stop.isNow()) {
            var pause = interval;
            try {
                for (var issue : open()) {
                    tell(issue);
                }
            } catch (GleanerException e) {
                log.warn("{} Trying again.", e.sentence());
            } catch (SlackFailure e) {
                troubles.tell(e, "");
                pause = e.isLockedOut() ? LOCKED_OUT : interval;
            } catch (RuntimeException e) {
                log.error("Telling sharers what ran broke and goes on: {}", e.toString());
                pause = LOCKED_OUT;
            }
            stop.await(pause);
        }
    }

    private List<Published> open() {
        return issues.publishedSince(since()).stream()
                .filter(issue -> memory.kept(done(issue)).isEmpty())
                .toList();
    }

    /// When it was first looked, but not long ago.
    private Instant since() {
        var first = memory.table(TABLE).get("since");
        if (first == null) {
            first = clock.millis();
            memory.raise(TABLE, Map.of("since", first));
        }
        var begin = Instant.ofEpochMilli(first);
        var oldest = clock.instant().minus(OLDEST);
        return begin.isAfter(oldest) ? begin : oldest;
    }

    private void tell(Published issue) {
        if (!leases.take(LEASE)) {
            return;
        }
        try {
            for (var sharer : sharers(issue).entrySet()) {
                if (stop.isNow() || !issues.publishedSince(since()).contains(issue)) {
                    return;
                }
                tell(issue, sharer.getKey(), sharer.getValue());
            }
            memory.keep(done(issue), "1", REMEMBERED);
        } finally {
            leases.giveBack(LEASE);
        }
    }

    private Map<PersonId, List<Ran>> sharers(Published issue) {
        var sharers = new LinkedHashMap<PersonId, List<Ran>>();
        for (var ran : issues.ran(issue)) {
            var name = ran.sharer().name();
            if (name.startsWith("U") || name.startsWith("W")) {
                sharers.computeIfAbsent(ran.sharer(), _ -> new java.util.ArrayList<>()).add(ran);
            }
        }
        return sharers;
    }

    /// Somebody may have died over it after Slack had it: then it stands in the conversation.
    private void tell(Published issue, PersonId person, List<Ran> links) {
        var key = "ran:%d:%s".formatted(issue.number(), person.name());
        var state = memory.kept(key).orElse("");
        if (state.equals(TOLD)) {
            return;
        }
        if (!state.equals(BEGUN) || !note.stands(issue, person)) {
            memory.keep(key, BEGUN, REMEMBERED);
            note.send(issue, person, links);
        }
        memory.keep(key, TOLD, REMEMBERED);
    }

    private static String done(Published issue) {
        return "ran:%d@%d".formatted(issue.number(), issue.at().toEpochMilli());
    }
}
