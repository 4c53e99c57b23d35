package gleaner.mastodon;

import gleaner.mastodon.MastodonApi.Account;
import gleaner.mastodon.MastodonApi.Instance;
import gleaner.news.GleanerException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Listens to one account's mentions and answers them, until it is closed.
///
/// Two threads: one listens, one answers; of several processes that run for one newsroom only one does either. The
/// stream is only a hint: whatever comes in is taken at once, but the cursor moves by catching up, so that nothing is
/// left out that the stream missed. No failure of the server's or of Redis's ends the channel.
public final class MastodonChannel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MastodonChannel.class);
    private static final Duration STOP = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 1000;

    private final MastodonApi api;
    private final MastodonSetup setup;
    private final Remembered remembered;
    private final MastodonInbox inbox;
    private final MastodonOutbox outbox;
    private final Clock clock;
    private final Backoff backoff;
    private final String holder;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicReference<@Nullable Signal> ending = new AtomicReference<>();
    private final Thread listener;
    private final Thread answerer;
    private volatile @Nullable Joined joined;

    /// @param account who speaks
    private record Joined(Instance instance, Account account) {}

    /// Something for the listening thread to do.
    private interface Signal {
        void act(Rounds rounds);
    }

    private MastodonChannel(
            MastodonApi api,
            MastodonSetup setup,
            MastodonMemory memory,
            MastodonInbox inbox,
            MastodonOutbox outbox,
            Clock clock,
            RandomGenerator random) {
        this.api = api;
        this.setup = setup;
        this.remembered = new Remembered(memory);
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
        this.backoff = new Backoff(setup.tempo().retry(), setup.tempo().longest(), random);
        this.holder = Long.toUnsignedString(random.nextLong(), 36);
        this.listener = Thread.ofPlatform().name("mastodon-listen").daemon(true).unstarted(this::listen);
        this.answerer = Thread.ofPlatform().name("mastodon-answer").daemon(true).unstarted(this::answer);
    }

    /// Starts it; what is wrong with the server or the token is told in the log and tried again.
    public static MastodonChannel start(
            MastodonSetup setup,
            MastodonMemory memory,
            MastodonInbox inbox,
            MastodonOutbox outbox,
            Clock clock,
            RandomGenerator random) {
        var tempo = setup.tempo();
        var client = new MastodonClient(setup.server(), setup.token(), clock, tempo.patience(), tempo.idle());
        return start(client, setup, memory, inbox, outbox, clock, random);
    }

    static MastodonChannel start(
            MastodonApi api,
            MastodonSetup setup,
            MastodonMemory memory,
            MastodonInbox inbox,
            MastodonOutbox outbox,
            Clock clock,
            RandomGenerator random) {
        var channel = new MastodonChannel(api, setup, memory, inbox, outbox, clock, random);
        channel.listener.start();
        channel.answerer.start();
        return channel;
    }

    /// Stops both threads within 3 seconds, closes every connection, and lets another process speak.
    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        signals.clear();
        signals.offer(_ -> {});
        listener.join(STOP);
        answerer.join(Duration.ofMillis(500));
        api.close();
        listener.join(STOP);
        answerer.join(STOP);
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
        var rounds = new Rounds();
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
        var pause = setup.tempo().lease().dividedBy(10);
        while (!isStopping()) {
            var now = joined;
            if (now == null) {
                await(pause);
                continue;
            }
            try {
                var answering = new Answering(api, remembered, outbox, now.account(), now.instance());
                for (var answer : outbox.read("", pause)) {
                    if (isStopping()) {
                        return;
                    }
                    answering.give(answer);
                }
                failures.over();
            } catch (RuntimeException e) {
                await(failures.met(e));
            }
        }
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
            var sentence = e instanceof MastodonTrouble trouble ? trouble.sentence() : String.valueOf(e.getMessage());
            if (!sentence.equals(told)) {
                log.warn("Mastodon: {} Trying again.", sentence);
                told = sentence;
            }
            var wait = backoff.after(inARow);
            if (e instanceof MastodonTrouble trouble) {
                var until = trouble.until().map(time -> Duration.between(clock.instant(), time)).orElse(Duration.ZERO);
                wait = trouble.kind().isPassing() ? wait : setup.tempo().longest();
                wait = until.compareTo(wait) > 0 ? until.plus(backoff.after(1)) : wait;
            }
            return wait;
        }
    }

    /// The listening thread's turns: hold the floor, keep the stream open, catch up, look at edits, take what streams in.
    private final class Rounds {

        private final Timer hold = new Timer();
        private final Timer open = new Timer();
        private final Timer catchUp = new Timer();
        private final Timer look = new Timer();
        private Optional<MastodonApi.Stream> stream = Optional.empty();
        private @Nullable Listening listening;
        private int opened;
        private int lost;
        private long openSince;

        void next() {
            var ended = ending.getAndSet(null);
            if (ended != null) {
                ended.act(this);
            }
            if (hold.isDue() && !holds()) {
                await(setup.tempo().lease().dividedBy(3));
                return;
            }
            var ears = listening == null ? join() : listening;
            if (stream.isEmpty() && open.isDue()) {
                open();
            }
            if (catchUp.isDue()) {
                ears.catchUp();
                catchUp.in(stream.isPresent() ? setup.tempo().safety() : setup.tempo().poll());
            }
            if (look.isDue()) {
                ears.lookAgain();
                look.in(setup.tempo().look());
            }
            var signal = wait(Timer.soonest(hold, catchUp, look, stream.isEmpty() ? open : look));
            if (signal != null && !isStopping()) {
                signal.act(this);
            }
        }

        private boolean holds() {
            var isOurs = remembered.memory().hold(holder, setup.tempo().lease());
            if (isOurs) {
                hold.in(setup.tempo().lease().dividedBy(3));
            } else {
                leave();
            }
            return isOurs;
        }

        private void leave() {
            joined = null;
            listening = null;
            stream.ifPresent(MastodonApi.Stream::close);
            stream = Optional.empty();
        }

        private Listening join() {
            var instance = api.instance();
            var account = api.self();
            acceptStrangers();
            var composer = new Composer(api, remembered, account, setup.parser());
            var ears = new Listening(api, composer, remembered, inbox, outbox, setup, instance, clock);
            listening = ears;
            joined = new Joined(instance, account);
            log.info("Mastodon: listening as {} on {}.", Handle.of(account, instance), setup.server());
            return ears;
        }

        private void acceptStrangers() {
            try {
                api.acceptStrangers();
            } catch (MastodonTrouble e) {
                if (e.kind().isPassing() || e.kind() == MastodonTrouble.Kind.TOKEN) {
                    throw e;
                }
                log.warn("Mastodon: mentions of strangers may be filtered: {}", e.sentence());
            }
        }

        private void open() {
            try {
                stream = Optional.of(api.stream(lost, new Ears(++opened)));
                openSince = System.nanoTime();
                catchUp.now(); // nothing is replayed
            } catch (MastodonTrouble e) {
                if (e.kind() == MastodonTrouble.Kind.TOKEN) {
                    throw e;
                }
                lose(e);
            }
        }

        private void lose(MastodonTrouble trouble) {
            lost++;
            stream = Optional.empty();
            open.in(backoff.after(lost));
            log.atLevel(lost == 1 ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.DEBUG)
                    .log("Mastodon: {} Polling until it streams.", trouble.sentence());
        }

        void ended(int number, MastodonTrouble trouble) {
            if (number == opened && stream.isPresent()) {
                var lived = System.nanoTime() - openSince;
                lost = lived > setup.tempo().idle().toNanos() ? 0 : lost;
                lose(trouble);
                catchUp.atMost(setup.tempo().poll());
            }
        }

        /// Something streamed in: so the stream is alive, and the cursor is to follow.
        void heard() {
            lost = 0;
            catchUp.atMost(setup.tempo().settle());
        }

        void catchUpSoon() {
            catchUp.now();
        }

        void end() {
            leave();
        }

        private @Nullable Signal wait(Duration time) {
            try {
                return signals.poll(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop.countDown();
                return null;
            }
        }

        void with(java.util.function.Consumer<Listening> work) {
            var ears = listening;
            if (ears != null) {
                work.accept(ears);
            }
        }
    }

    /// What streams in, handed over to the listening thread; where that is too slow, it catches up instead.
    private final class Ears implements MastodonApi.Listener {

        private final int number;

        Ears(int number) {
            this.number = number;
        }

        private void hand(Signal signal) {
            if (!signals.offer(signal)) {
                log.debug("More streams in than can be taken; it is caught up with later.");
            }
        }

        @Override
        public void noticed(MastodonApi.Notice notice) {
            hand(rounds -> {
                rounds.heard();
                rounds.with(ears -> ears.take(notice));
            });
        }

        @Override
        public void changed(MastodonApi.Status status) {
            hand(rounds -> rounds.with(ears -> ears.changed(status)));
        }

        @Override
        public void deleted(String id) {
            hand(rounds -> rounds.with(ears -> ears.deleted(id)));
        }

        @Override
        public void other() {
            hand(Rounds::heard);
        }

        /// Must not be lost even where nothing else can be handed over.
        @Override
        public void ended(MastodonTrouble trouble) {
            ending.set(rounds -> rounds.ended(number, trouble));
            signals.offer(_ -> {});
        }
    }
}
