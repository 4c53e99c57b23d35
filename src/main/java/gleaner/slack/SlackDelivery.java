package gleaner.slack;

import gleaner.news.GleanerException;
import gleaner.slack.SlackOutbox.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries answers to Slack, each once: an answer stays in the outbox until Slack has it, and is
/// leased while it is on its way, however long Slack makes it wait, so that of several processes
/// one carries it.
///
/// What a process died over is sent again unless Slack shows that it has it: a reaction is there
/// already, a message in a thread carries the answer's id in its metadata. A note that only its
/// reader sees cannot be looked up; it may come twice.
final class SlackDelivery implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(SlackDelivery.class);
    private static final Duration WAIT = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LOCKED_OUT = Duration.ofMinutes(1);

    private final Predicate<Answer> lane;
    private final SlackOutbox outbox;
    private final SlackMemory memory;
    private final Leases leases;
    private final SlackSpeech speech;
    private final SlackAcknowledgement acknowledgement;
    private final Refusals refusals;
    private final SlackTroubles troubles;
    private final Stop stop;
    private final List<Answer> pending = new ArrayList<>();
    private String last = "0-0";
    private Optional<Answer> current = Optional.empty();

    /// @param lane which answers it carries: acknowledgements, of which there may be so many that
    ///   Slack makes them wait, do not stand before those that people wait for
    SlackDelivery(
            Predicate<Answer> lane,
            SlackOutbox outbox,
            SlackMemory memory,
            Leases leases,
            SlackSpeech speech,
            SlackAcknowledgement acknowledgement,
            Refusals refusals,
            SlackTroubles troubles,
            Stop stop) {
        this.lane = lane;
        this.outbox = outbox;
        this.memory = memory;
        this.leases = leases;
        this.speech = speech;
        this.acknowledgement = acknowledgement;
        this.refusals = refusals;
        this.troubles = troubles;
        this.stop = stop;
    }

    @Override
    public void run() {
        while (!stop.isNow()) {
            try {
                for (var answer :
                        outbox.read(last, pending.isEmpty() ? WAIT : Duration.ofMillis(50))) {
                    last = answer.id();
                    if (lane.test(answer)) {
                        pending.add(answer);
                    }
                }
                carry();
            } catch (GleanerException e) {
                log.warn("{} Trying again.", e.sentence());
                stop.await(PAUSE);
            } catch (RuntimeException e) {
                log.error("An answer broke its delivery and was left out: {}", e.toString());
                drop();
            }
        }
    }

    private void carry() {
        for (var answer : List.copyOf(pending)) {
            if (stop.isNow()) {
                return;
            }
            if (!outbox.isWaiting(answer)) {
                pending.remove(answer);
            } else if (leases.take(lease(answer))) {
                current = Optional.of(answer);
                try {
                    deliver(answer);
                } finally {
                    leases.lapse(lease(answer));
                }
                current = Optional.empty();
            }
        }
    }

    private static String lease(Answer answer) {
        return "lease:" + answer.id();
    }

    /// What cannot be delivered must not stop the others.
    private void drop() {
        current.ifPresent(answer -> {
            pending.remove(answer);
            outbox.delivered(answer);
            current = Optional.empty();
        });
    }

    private void deliver(Answer answer) {
        try {
            send(answer);
            troubles.passed();
            outbox.delivered(answer);
            pending.remove(answer);
        } catch (SlackFailure e) {
            leases.giveBack(lease(answer));
            troubles.tell(e, answer.to().channel().name());
            if (e.isPassing()) {
                stop.await(PAUSE);
            } else if (e.isLockedOut()) {
                stop.await(LOCKED_OUT);
            } else {
                outbox.delivered(answer);
                pending.remove(answer);
            }
        }
    }

    private void send(Answer answer) {
        if (answer.gesture().isPresent()) {
            refusals.tell(answer, answer.gesture().get());
            return;
        }
        var route = memory.kept(Route.name(answer.to())).flatMap(Route::read);
        if (route.isPresent()) {
            var attempt = "attempt:" + answer.id();
            var again = memory.kept(attempt).isPresent();
            memory.keep(attempt, "1", SlackListener.ROUTE);
            speech.answer(answer, route.get(), again);
        } else if (!acknowledgement.give(answer)) {
            log.info(
                    "Nobody waits for an answer in {}: {}", answer.to(), answer.reply().markdown());
        }
    }
}
