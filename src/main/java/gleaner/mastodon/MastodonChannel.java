package gleaner.mastodon;

import gleaner.news.GleanerException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to one account's mentions and answers them, until it is closed.
///
/// Two threads: one listens, one answers; of several processes that run for one newsroom only one
/// does either. The stream is only a hint: whatever comes in is taken at once, but the cursor moves
/// by catching up, so that nothing is left out that the stream missed. No failure of the server's
/// or of Redis's ends the channel.
public final class MastodonChannel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MastodonChannel.class);
    private static final Duration STOP = Duration.ofSeconds(1);

    private final MastodonApi api;
    private final MastodonSetup setup;
    private final Remembered remembered;
    private final MastodonOutbox outbox;
    private final MastodonDesk desk;
    private final Clock clock;
    private final Backoff backoff;
    private final String holder;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread listener;
    private final Thread answerer;
    private final Rounds rounds;

    private MastodonChannel(
            MastodonApi api,
            MastodonSetup setup,
            MastodonMemory memory,
            MastodonInbox inbox,
            MastodonOutbox outbox,
            MastodonDesk desk,
            Clock clock,
            RandomGenerator random) {
        this.api = api;
        this.setup = setup;
        this.remembered = new Remembered(memory);
        this.outbox = outbox;
        this.desk = desk;
        this.clock = clock;
        this.backoff = new Backoff(setup.tempo().retry(), setup.tempo().longest(), random);
        this.holder = Long.toUnsignedString(random.nextLong(), 36);
        var doors = new Rounds.Doors(api, remembered, inbox, outbox, desk);
        this.rounds = new Rounds(doors, setup, clock, backoff, holder, stop);
        this.listener =
                Thread.ofPlatform().name("mastodon-listen").daemon(true).unstarted(this::listen);
        this.answerer =
                Thread.ofPlatform().name("mastodon-answer").daemon(true).unstarted(this::answer);
    }

    /// Starts it; what is wrong with the server or the token is told in the log and tried again.
    public static MastodonChannel start(
            MastodonSetup setup,
            MastodonMemory memory,
            MastodonInbox inbox,
            MastodonOutbox outbox,
            MastodonDesk desk,
            Clock clock,
            RandomGenerator random) {
        var tempo = setup.tempo();
        var client =
                new MastodonClient(
                        setup.server(), setup.token(), clock, tempo.patience(), tempo.idle());
        return start(client, setup, memory, inbox, outbox, desk, clock, random);
    }

    static MastodonChannel start(
            MastodonApi api,
            MastodonSetup setup,
            MastodonMemory memory,
            MastodonInbox inbox,
            MastodonOutbox outbox,
            MastodonDesk desk,
            Clock clock,
            RandomGenerator random) {
        var channel = new MastodonChannel(api, setup, memory, inbox, outbox, desk, clock, random);
        channel.listener.start();
        channel.answerer.start();
        return channel;
    }

    /// Stops both threads within 3 seconds, closes every connection, and lets another process
    /// speak.
    @Override
    public void close() {
        stop.countDown();
        rounds.wake();
        try {
            listener.join(STOP);
            answerer.join(Duration.ofMillis(500));
            api.close();
            listener.join(STOP);
            answerer.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            api.close();
        }
        try {
            remembered.memory().release(holder);
        } catch (GleanerException e) {
            log.debug("Could not let go: {}", e.sentence());
        }
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private boolean await(Duration pause) {
        try {
            return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void listen() {
        var failures = new Failures("listening");
        while (!isStopping()) {
            try {
                rounds.next();
                failures.over();
            } catch (MastodonTrouble | GleanerException e) {
                rounds.catchUpSoon();
                await(failures.met(e));
            } catch (RuntimeException e) {
                log.error("Listening to {} broke and goes on.", setup.server(), e);
                rounds.catchUpSoon();
                await(failures.met(e));
            }
        }
        rounds.end();
    }

    private void answer() {
        var failures = new Failures("answering");
        var pause = setup.tempo().lease().dividedBy(30);
        var waiting = new Waiting(outbox, backoff);
        var issues = new Issues();
        while (!isStopping()) {
            var joined = rounds.joined();
            if (joined.isEmpty()) {
                waiting.forget();
                await(pause);
                continue;
            }
            try {
                var posting = new Posting(api, remembered, joined.get().account());
                answering(joined.get(), posting).give(waiting.due(pause), waiting);
                issues.post(joined.get(), posting);
                failures.over();
            } catch (RuntimeException e) {
                await(failures.met(e));
            }
        }
    }

    /// Looks for issues to post, now and then; one that the server does not take holds up no
    /// answer.
    private final class Issues {

        private final Failures failures = new Failures("posting the issue");
        private final Timer next = new Timer();

        void post(Rounds.Joined joined, Posting posting) {
            if (!next.isDue()) {
                return;
            }
            next.in(setup.tempo().settle());
            try {
                new IssueThread(
                                posting,
                                remembered,
                                desk,
                                setup.publishing(),
                                joined.instance(),
                                clock)
                        .post(MastodonChannel.this::maySpeak);
                failures.over();
            } catch (MastodonTrouble e) {
                next.in(failures.met(e));
            }
        }
    }

    private Answering answering(Rounds.Joined joined, Posting posting) {
        return new Answering(
                api,
                remembered,
                outbox,
                desk,
                posting,
                setup.roles(),
                joined.instance(),
                this::maySpeak);
    }

    /// Asked before every answer: however long the listening thread was busy, no two processes
    /// answer.
    private boolean maySpeak() {
        return !isStopping() && remembered.memory().hold(holder, setup.tempo().lease());
    }

    /// Failures in a row: told once each, and waited for.
    private final class Failures {

        private final String what;
        private int inARow;
        private String told = "";

        Failures(String what) {
            this.what = what;
        }

        void over() {
            if (inARow > 0) {
                log.info("Mastodon: {} works again.", what);
            }
            inARow = 0;
            told = "";
        }

        /// @return how long to wait
        Duration met(RuntimeException e) {
            inARow++;
            var sentence =
                    e instanceof MastodonTrouble trouble
                            ? trouble.sentence()
                            : String.valueOf(e.getMessage());
            if (!sentence.equals(told)) {
                log.warn("Mastodon: {} Trying again.", sentence);
                told = sentence;
            }
            var wait = backoff.after(inARow);
            if (e instanceof MastodonTrouble trouble) {
                var until =
                        trouble.until()
                                .map(time -> Duration.between(clock.instant(), time))
                                .orElse(Duration.ZERO);
                wait = trouble.kind().isPassing() ? wait : setup.tempo().longest();
                wait = until.compareTo(wait) > 0 ? until.plus(backoff.after(1)) : wait;
            }
            return wait;
        }
    }
}
