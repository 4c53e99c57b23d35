package gleaner.slack;

import gleaner.news.GleanerException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What only one process may have at a time, for as long as it has it: leases are renewed however
/// long Slack makes their holder wait, and lapse soon after it died.
final class Leases implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Leases.class);
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final Duration RENEWAL = Duration.ofSeconds(5);

    private final SlackMemory memory;
    private final Stop stop;
    private final Map<String, Boolean> held = new ConcurrentHashMap<>();

    Leases(SlackMemory memory, Stop stop) {
        this.memory = memory;
        this.stop = stop;
    }

    /// Takes it; false where somebody has it.
    boolean take(String name) {
        var isTaken = memory.claim(name, LIFE);
        if (isTaken) {
            held.put(name, true);
        }
        return isTaken;
    }

    /// Gives it to whoever takes it next.
    void giveBack(String name) {
        lapse(name);
        memory.forget(name);
    }

    /// Renews it no more: for half a minute nobody has it, so that whoever was just about to take
    /// it sees that there is nothing left to do.
    void lapse(String name) {
        held.computeIfPresent(name, (_, _) -> null);
    }

    @Override
    public void run() {
        while (!stop.isNow()) {
            try {
                renew();
            } catch (GleanerException e) {
                log.warn("{} Trying again.", e.sentence());
            }
            stop.await(RENEWAL);
        }
    }

    /// Renews all that are held; one that is given back meanwhile is not there again afterwards.
    void renew() {
        for (var name : held.keySet()) {
            held.computeIfPresent(
                    name,
                    (_, holds) -> {
                        memory.keep(name, "1", LIFE);
                        return holds;
                    });
        }
    }
}
